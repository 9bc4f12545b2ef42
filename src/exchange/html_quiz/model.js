
"use strict";
// What the quiz knows: the bank, the round that is going on, and how earlier answers went. Nothing here touches the page.
const model = (() => {
  const bank = JSON.parse(document.getElementById("bank").textContent);
  const byId = new Map(bank.questions.map((question) => [question.id, question]));
  // A round belongs to exactly these texts; what was answered outlives a corrected one.
  const ROUND = "guardprep round " + bank.stamp;
  const ANSWERS = "guardprep answers " + bank.title;

  // Where the browser keeps nothing (a private window, a viewer inside a mail program), the quiz goes on without.
  const read = (key) => {
    try { return JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
  };
  const write = (key, value) => {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch (error) { /* not kept */ }
  };
  const remove = (key) => {
    try { localStorage.removeItem(key); } catch (error) { /* nothing was kept */ }
  };
  const keeps = () => {
    try {
      localStorage.setItem("guardprep try", "1");
      localStorage.removeItem("guardprep try");
      return true;
    } catch (error) { return false; }
  };

  // Id -> whether the last answer was right. A Map, since an id may be any text.
  const stored = read(ANSWERS);
  let last = new Map(Array.isArray(stored) ? stored.filter(Array.isArray) : []);

  // Every order equally likely (Fisher and Yates).
  const shuffle = (list) => {
    const mixed = list.slice();
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    return mixed;
  };

  // Numbers of options in the order in which they are shown: all right ones, and as many others as make up the number.
  const layOut = (question) => {
    const all = question.options.map((option, at) => at);
    const right = all.filter((at) => question.options[at].right);
    const others = shuffle(all.filter((at) => !question.options[at].right));
    const shown = right.concat(others.slice(0, Math.max(1, bank.shown - right.length)));
    // The bank lists options that have an order of their own in that order.
    return question.fixed ? shown.sort((a, b) => a - b) : shuffle(shown);
  };

  // New questions first, then those that went wrong, then the rest; at random among equals.
  const rank = (question) => {
    const wasRight = last.get(question.id);
    return wasRight === undefined ? 0 : wasRight ? 2 : 1;
  };

  // Whether a round from the browser can be gone on with: it may be older than this page, or not ours at all.
  const sound = (round) => {
    const options = (item, list) => Array.isArray(list) && list.length > 0 && list.every((at) => byId.get(item.id).options[at]);
    const good = (item) => item && byId.has(item.id) && options(item, item.shown)
      && (item.chosen === null || options(item, item.chosen));
    return Boolean(round) && Array.isArray(round.items) && round.items.length > 0 && round.items.every(good)
      && Number.isInteger(round.at) && round.at >= 0 && round.at <= round.items.length;
  };

  const saved = read(ROUND);
  let round = sound(saved) ? saved : null;
  const keep = () => write(ROUND, round);

  const question = (item) => byId.get(item.id);
  const keysOf = (item) => item.shown.filter((at) => question(item).options[at].right);
  const isRight = (item) => {
    const keys = keysOf(item);
    return item.chosen.length === keys.length && keys.every((at) => item.chosen.includes(at));
  };

  const start = (questions) => {
    const items = shuffle(questions).map((one) => ({ id: one.id, shown: layOut(one), chosen: null }));
    round = { items, at: 0 };
    keep();
  };

  return {
    bank, keeps, question, keysOf, isRight,
    round: () => round,
    ofTopic: (topic) => bank.questions.filter((one) => one.topic === topic.id),
    known: (topic) => bank.questions.filter((one) => one.topic === topic.id && last.get(one.id)).length,
    answered: () => round.items.filter((item) => item.chosen !== null),
    missed: () => round.items.filter((item) => item.chosen !== null && !isRight(item)),
    begin(topics, count) {
      const candidates = shuffle(bank.questions.filter((one) => topics.includes(one.topic)));
      start(candidates.sort((a, b) => rank(a) - rank(b)).slice(0, count));
    },
    again(items) { start(items.map(question)); },
    // The answer is kept before anyone hears how good it was.
    answer(item, chosen) {
      item.chosen = chosen;
      last.set(item.id, isRight(item));
      keep();
      write(ANSWERS, Array.from(last));
    },
    next() { round.at += 1; keep(); },
    finish() { round.at = round.items.length; keep(); },
    leave() { round = null; remove(ROUND); },
    forget() { last = new Map(); remove(ANSWERS); },
  };
})();
