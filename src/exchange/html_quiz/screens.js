
"use strict";
// The three screens: choosing what to practise, a question, the result. Texts of the bank get into the page as text
// nodes and in no other way, so that markup in them is only ever seen, never obeyed.
(() => {
  const page = document.getElementById("page");
  const { bank } = model;
  const letter = (at) => String.fromCharCode(65 + at);
  const letters = (list) => list.map(letter).sort().join(", ").replace(/, (.)$/, " and $1");
  const percent = (part, whole) => Math.round((100 * part) / whole);
  const questions = (n) => (n === 1 ? "1 question" : n + " questions");

  const make = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  };
  // Each paragraph a block of its own; the first may carry a word in front.
  const blocks = (text, lead) => text.split("\n").map((line, at) =>
    make("span", { className: "block", dir: "auto" }, (at === 0 && lead ? lead + " " : "") + line));
  const paragraph = (text, lead, className) => make("p", { className: className || "" }, ...blocks(text, lead));
  const show = (focused, ...children) => {
    page.replaceChildren(...children);
    window.scrollTo(0, 0);
    if (focused) { focused.focus(); }
  };
  const choice = (kind, name, value, properties, ...children) => {
    const input = make("input", Object.assign({ type: kind, name, value }, properties));
    return { input, label: make("label", { className: "choice" }, input, ...children) };
  };

  // What to practise.
  const startScreen = (focus) => {
    const heading = make("h1", { tabIndex: -1, dir: "auto" }, bank.title);
    const topics = bank.topics.map((topic) => {
      const all = model.ofTopic(topic).length;
      const known = model.known(topic);
      const state = questions(all) + (known > 0 ? ", " + known + " answered right last time" : "");
      return choice("checkbox", "topic", topic.id, { checked: true }, make("span", { className: "text topic" },
        make("span", { className: "block", dir: "auto" }, topic.title),
        make("span", { className: "block soft" }, state),
        topic.summary ? make("span", { className: "block soft", dir: "auto" }, ...blocks(topic.summary)) : ""));
    });
    const flip = make("button", { type: "button", className: "quiet" }, "Clear all");
    flip.addEventListener("click", () => {
      const on = !topics.some((topic) => topic.input.checked);
      topics.forEach((topic) => { topic.input.checked = on; });
      flip.textContent = on ? "Clear all" : "Choose all";
    });
    const total = bank.questions.length;
    const counts = [10, 25, 50].filter((count) => count < total).concat(total).map((count, at) => {
      const each = choice("radio", "count", String(count), { checked: at === 0 }, make("span", {}, count === total ? "All" : String(count)));
      each.label.classList.add("count");
      return each;
    });
    const status = make("p", { className: "verdict" });
    status.setAttribute("role", "status");
    const form = make("form", { autocomplete: "off" },
      bank.topics.length > 1
        ? make("fieldset", {}, make("legend", {}, "Topics"), ...topics.map((topic) => topic.label), flip) : "",
      counts.length > 1
        ? make("fieldset", {}, make("legend", {}, "How many questions"), ...counts.map((count) => count.label)) : "",
      status, make("div", { className: "bar" }, make("button", { type: "submit" }, "Start")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = topics.filter((topic) => topic.input.checked).map((topic) => topic.input.value);
      if (chosen.length === 0) {
        status.textContent = "Choose a topic first.";
        return;
      }
      model.begin(chosen, Number(counts.find((count) => count.input.checked).input.value));
      questionScreen();
    });
    const kept = model.keeps()
      ? "Your answers stay in this browser. Nothing is sent anywhere."
      : "This browser keeps nothing here: your answers are gone when you close the page.";
    const forget = make("button", { type: "button", className: "quiet" }, "Forget them now");
    forget.addEventListener("click", () => { model.forget(); startScreen(true); });
    show(focus ? heading : null, heading,
      make("p", {}, questions(total) + " with explanations. " + kept), form,
      bank.topics.some((topic) => model.known(topic) > 0)
        ? make("details", {}, make("summary", {}, "Forget my earlier answers"), make("p", {}, forget)) : "");
  };

  // A question, before and after it is answered.
  const questionScreen = (quietly) => {
    const round = model.round();
    const item = round.items[round.at];
    const question = model.question(item);
    const keys = model.keysOf(item);
    const several = keys.length > 1;
    const place = (option) => item.shown.indexOf(option);
    const topic = bank.topics.find((one) => one.id === question.topic);

    const heading = make("h1", { tabIndex: -1 }, ...blocks(question.stem));
    const options = item.shown.map((at, shown) => {
      const mark = make("span", { className: "mark" });
      const text = make("span", { className: "text" }, ...blocks(question.options[at].text), mark);
      const each = choice(several ? "checkbox" : "radio", "option", String(at), {},
        make("span", { className: "letter" }, letter(shown)), text);
      return Object.assign(each, { at, mark });
    });
    const verdict = make("p", { className: "verdict" });
    verdict.setAttribute("role", "status");
    verdict.setAttribute("aria-live", "polite");
    const reasons = make("div", {});
    const go = make("button", { type: "submit" }, "Answer");
    const stop = make("button", { type: "button", className: "quiet" }, "Finish now");
    const form = make("form", { className: "question", autocomplete: "off" },
      make("fieldset", {}, make("legend", {}, heading),
        several ? make("p", {}, "More than one option is right: choose all of them.") : "",
        ...options.map((option) => option.label)),
      verdict, reasons, make("div", { className: "bar" }, go));

    const explain = () => {
      const right = model.isRight(item);
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
      const isOrAre = several ? "are" : "is";
      verdict.classList.add(right ? "right" : "wrong");
      verdict.replaceChildren(...(right
        ? ["Right. " + letters(keys.map(place)) + " " + isOrAre + " correct."]
        : blocks(several ? "The answers are " + letters(keys.map(place)) + "."
          : "The answer is " + letter(place(keys[0])) + ": " + question.options[keys[0]].text,
        "Wrong. You chose " + letters(item.chosen.map(place)) + ".")));
      const why = (at) => paragraph(question.options[at].why, "Why not " + letter(place(at)) + ":");
      const left = keys.filter((at) => !item.chosen.includes(at));
      reasons.replaceChildren(
        ...item.chosen.filter((at) => question.options[at].why).map(why),
        several && left.length > 0 && left.length < keys.length
          ? make("p", {}, "You left out " + letters(left.map(place)) + ".") : "",
        question.explanation ? paragraph(question.explanation) : "",
        question.source ? paragraph(question.source, "Source:", "soft") : "",
        question.law ? paragraph(question.law, "Law of:", "soft") : "");
      go.textContent = round.at + 1 < round.items.length ? "Next question" : "See the result";
    };
    let since = -Infinity;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (item.chosen !== null) {
        // A double tap on "Answer" must not rush past the explanation.
        if (performance.now() - since < 400) { return; }
        model.next();
        if (round.at < round.items.length) { questionScreen(); } else { resultScreen(); }
        return;
      }
      const chosen = options.filter((option) => option.input.checked).map((option) => option.at);
      if (chosen.length === 0) {
        verdict.textContent = "Choose an answer first.";
        return;
      }
      model.answer(item, chosen);
      since = performance.now();
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
    stop.addEventListener("click", () => { model.finish(); resultScreen(); });

    const bar = make("progress", { max: round.items.length, value: round.at + 1 });
    bar.setAttribute("aria-label", "How far you are");
    if (item.chosen !== null) { explain(); }
    show(quietly ? null : heading,
      make("div", { className: "head" }, make("p", { className: "soft" },
        make("span", { className: "block" }, "Question " + (round.at + 1) + " of " + round.items.length),
        make("span", { className: "block topic", dir: "auto" }, topic.title)), stop), bar, form);
  };

  // How it went.
  const resultScreen = (quietly) => {
    const answered = model.answered();
    const missed = model.missed();
    const heading = make("h1", { tabIndex: -1 }, answered.length === 0 ? "No question was answered"
      : answered.length - missed.length + " of " + answered.length + " right ("
        + percent(answered.length - missed.length, answered.length) + "%)");
    const rows = bank.topics.map((topic) => {
      const asked = answered.filter((item) => model.question(item).topic === topic.id);
      const right = asked.filter(model.isRight).length;
      const name = make("th", { scope: "row", dir: "auto" }, topic.title);
      return asked.length === 0 ? "" : make("tr", {}, name,
        make("td", {}, right + " of " + asked.length), make("td", {}, percent(right, asked.length) + "%"));
    });
    const column = (text) => make("th", { scope: "col" }, text);
    const table = make("table", {}, make("caption", {}, "By topic"),
      make("thead", {}, make("tr", {}, column("Topic"), column("Right"), column("Share"))), make("tbody", {}, ...rows));
    const look = (item) => {
      const question = model.question(item);
      const texts = (list, lead) => list.map((at) => paragraph(question.options[at].text, lead));
      return make("details", {}, make("summary", {}, ...blocks(question.stem)),
        ...texts(item.chosen, "You chose:"), ...texts(model.keysOf(item), "Right is:"),
        question.explanation ? paragraph(question.explanation) : "",
        question.objective ? paragraph(question.objective, "What it is about:", "soft") : "",
        question.source ? paragraph(question.source, "Source:", "soft") : "");
    };
    const again = make("button", { type: "button" }, "Practise these again");
    again.addEventListener("click", () => { model.again(missed); questionScreen(); });
    const fresh = make("button", { type: "button", className: missed.length > 0 ? "quiet" : "" }, "New round");
    fresh.addEventListener("click", () => { model.leave(); startScreen(true); });
    show(quietly ? null : heading, heading, answered.length > 0 ? table : "",
      ...(missed.length > 0 ? [make("h2", {}, "To go over"), ...missed.map(look)] : []),
      make("div", { className: "bar still" }, missed.length > 0 ? again : "", fresh));
  };

  const round = model.round();
  if (round === null) { startScreen(); } else if (round.at < round.items.length) { questionScreen(true); } else { resultScreen(true); }
})();
