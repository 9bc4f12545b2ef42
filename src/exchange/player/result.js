"use strict";
// How a round went: as a whole, by topic, and what to go over. `grade` says what the share of right answers
// means, where it means something; `after` follows it all.
const resultScreen = (round, { grade, after, notice }, quietly) => {
  const { make, blocks, paragraph, percent } = page;
  const answered = quiz.answered(round);
  const missed = quiz.missed(round);
  const share = (items) => percent(quiz.right(items).length, items.length) + "%";
  const heading = page.heading(answered.length === 0 ? "No question was answered"
    : quiz.right(answered).length + " of " + answered.length + " right (" + share(answered) + ")" + (grade ? ": " + grade : ""));

  const rows = quiz.bank.topics.map((topic) => {
    const asked = answered.filter((item) => quiz.question(item).topic === topic.id);
    return asked.length === 0 ? "" : make("tr", {}, make("th", { scope: "row", dir: "auto" }, topic.title),
      make("td", {}, quiz.right(asked).length + " of " + asked.length), make("td", {}, share(asked)));
  });
  const column = (text) => make("th", { scope: "col" }, text);
  const table = make("table", {}, make("caption", {}, "By topic"),
    make("thead", {}, make("tr", {}, column("Topic"), column("Right"), column("Share"))), make("tbody", {}, ...rows));

  const look = (item) => {
    const question = quiz.question(item);
    const texts = (list, lead) => list.map((at) => paragraph(question.options[at].text, "", lead));
    // Where an answer was given on another day, only how good it was may be known.
    return make("details", {}, make("summary", {}, ...blocks(question.stem)),
      ...texts(item.chosen || [], "You chose:"), ...texts(quiz.keysOf(item), "Right is:"),
      paragraph(question.explanation, "explanation"),
      paragraph(question.objective, "soft", "What it is about:"),
      paragraph(question.source, "source soft", "Source:"));
  };
  page.show(quietly ? null : heading, heading, answered.length > 0 ? table : "",
    ...(missed.length > 0 ? [make("h2", {}, "To go over"), ...missed.map(look)] : []), ...after, paragraph(notice, "soft"));
};
