"use strict";
// A question, before and after it is answered. `answer` takes what was chosen and how many milliseconds that took,
// `next` follows the explanation, `stop` ends the round early, where that is offered.
const questionScreen = (round, { answer, next, stop, notice }, quietly) => {
  const { make, blocks, paragraph, letter, letters } = page;
  const item = round.items[round.at];
  const question = quiz.question(item);
  const keys = quiz.keysOf(item);
  const several = keys.length > 1;
  const place = (option) => item.shown.indexOf(option);
  const topic = quiz.bank.topics.find((one) => one.id === question.topic);
  const begun = performance.now();

  const heading = page.heading(...blocks(question.stem));
  const options = item.shown.map((at, shown) => {
    const mark = make("span", { className: "mark" });
    const text = make("span", { className: "text" }, ...blocks(question.options[at].text), mark);
    const each = page.choice(several ? "checkbox" : "radio", "option", String(at), false,
      make("span", { className: "letter" }, letter(shown)), text);
    return { ...each, at, mark };
  });
  const verdict = page.status();
  const reasons = make("div", {});
  const go = make("button", { type: "submit" }, "Answer");
  const form = make("form", { className: "question", autocomplete: "off" },
    make("fieldset", {}, make("legend", {}, heading),
      several ? make("p", {}, "More than one option is right: choose all of them.") : "",
      ...options.map((option) => option.label)),
    verdict, reasons, make("div", { className: "bar" }, go));

  const explain = () => {
    form.classList.add("answered");
    options.forEach(({ input, label, mark, at }) => {
      const chosen = item.chosen.includes(at);
      input.checked = chosen;
      input.disabled = true;
      if (keys.includes(at)) {
        label.classList.add("right");
        mark.textContent = chosen ? "✓ Your answer, right" : "✓ The right answer";
      } else if (chosen) {
        label.classList.add("wrong");
        mark.textContent = "✗ Your answer, wrong";
      }
    });
    const right = letters(keys.map(place));
    verdict.classList.add(item.right ? "right" : "wrong");
    // The text of the answer stands above, marked: it may be long.
    verdict.replaceChildren(...(item.right
      ? ["Right. " + right + (several ? " are" : " is") + " correct."]
      : blocks((several ? "The answers are " : "The answer is ") + right + ".",
        "Wrong. You chose " + letters(item.chosen.map(place)) + ".")));
    const left = keys.filter((at) => !item.chosen.includes(at));
    reasons.replaceChildren(
      ...item.chosen.map((at) => paragraph(question.options[at].why, "why", "Why not " + letter(place(at)) + ":")),
      several && left.length > 0 && left.length < keys.length
        ? make("p", {}, "You left out " + letters(left.map(place)) + ".") : "",
      paragraph(question.explanation, "explanation"),
      paragraph(question.source, "source soft", "Source:"),
      paragraph(question.law, "law soft", "Law of:"));
    go.textContent = round.at + 1 < round.items.length ? "Next question" : "See the result";
  };

  let since = -Infinity;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (item.chosen !== null) {
      // A double tap on "Answer" must not rush past the explanation.
      if (performance.now() - since >= 400) { next(); }
      return;
    }
    const chosen = options.filter((option) => option.input.checked).map((option) => option.at);
    if (chosen.length === 0) {
      verdict.textContent = "Choose an answer first.";
      return;
    }
    since = performance.now();
    answer(item, chosen, since - begun);
    explain();
    go.focus({ preventScroll: true });
    if (form.getBoundingClientRect().bottom > window.innerHeight + 1) { verdict.scrollIntoView(); }
  });
  // The letters of the terminal: they count only while the question has the focus, so that they are in nobody's way.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.repeat) { event.preventDefault(); return; }
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key === "Enter" && event.target === heading) { event.preventDefault(); go.click(); return; }
    const at = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase().charCodeAt(0) - 97 : Number(event.key) - 1;
    const option = event.key.length === 1 && options[at];
    if (!option || item.chosen !== null) { return; }
    event.preventDefault();
    option.input.checked = several ? !option.input.checked : true;
    option.input.focus();
  });

  const bar = make("progress", { max: round.items.length, value: round.at + 1 });
  bar.setAttribute("aria-label", "How far you are");
  if (item.chosen !== null) { explain(); }
  page.show(quietly ? null : heading,
    make("div", { className: "head" }, make("p", { className: "soft" },
      make("span", { className: "block" }, "Question " + (round.at + 1) + " of " + round.items.length),
      make("span", { className: "block topic", dir: "auto" }, topic.title)),
    stop ? page.button("Finish now", "quiet", stop) : ""), bar, form, paragraph(notice, "soft"));
};
