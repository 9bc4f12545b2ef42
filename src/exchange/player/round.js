"use strict";
// What is asked: the bank, and rounds of its questions. A round is { items, at }; an item is { id, shown, chosen, right }:
// the numbers of its options in the order in which they are shown, the numbers of those that were chosen, and whether
// they were the right ones; both are null until it is answered. Nothing here touches the page.
const quiz = (() => {
  const bank = JSON.parse(document.getElementById("bank").textContent);
  const byId = new Map(bank.questions.map((question) => [question.id, question]));

  // Every order equally likely (Fisher and Yates).
  const shuffle = (list) => {
    const mixed = list.slice();
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    return mixed;
  };

  // All right options, and as many others as make up the number that is shown.
  const layOut = (question) => {
    const all = question.options.map((option, at) => at);
    const right = all.filter((at) => question.options[at].right);
    const others = shuffle(all.filter((at) => !question.options[at].right));
    const shown = right.concat(others.slice(0, Math.max(1, bank.shown - right.length)));
    // The bank lists options that have an order of their own in that order.
    return question.fixed ? shown.sort((a, b) => a - b) : shuffle(shown);
  };

  const question = (item) => byId.get(item.id);
  const keysOf = (item) => item.shown.filter((at) => question(item).options[at].right);
  return {
    bank, shuffle, question, keysOf,
    round: (questions) => ({ items: questions.map((one) => ({ id: one.id, shown: layOut(one), chosen: null, right: null })), at: 0 }),
    answer(item, chosen) {
      const keys = keysOf(item);
      item.chosen = chosen;
      item.right = chosen.length === keys.length && keys.every((at) => chosen.includes(at));
    },
    isOver: (round) => round.at >= round.items.length,
    answered: (round) => round.items.filter((item) => item.right !== null),
    right: (items) => items.filter((item) => item.right),
    missed: (round) => round.items.filter((item) => item.right === false),
  };
})();
