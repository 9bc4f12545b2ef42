"use strict";
// A round from where it stands to its result. What differs between a phone and a learning platform is the back end:
//   answered(round, item, milliseconds)  keeps an answer, before anyone hears how good it was
//   moved(round)                         keeps which question is next
//   stops                                whether a round may be ended early
//   grade(round)                         what the result means ("passed"), or nothing
//   after(round)                         what stands below the result, a list
//   notice                               a sentence for every screen, or nothing
const play = (round, backEnd, quietly) => {
  const go = (at) => {
    round.at = at;
    backEnd.moved(round);
    play(round, backEnd);
  };
  const { notice } = backEnd;
  if (quiz.isOver(round)) {
    resultScreen(round, { grade: backEnd.grade(round), after: backEnd.after(round), notice }, quietly);
    return;
  }
  questionScreen(round, {
    answer(item, chosen, milliseconds) {
      quiz.answer(item, chosen);
      backEnd.answered(round, item, milliseconds);
    },
    next: () => go(round.at + 1),
    stop: backEnd.stops ? () => go(round.items.length) : null,
    notice,
  }, quietly);
};
