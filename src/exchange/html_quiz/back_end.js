"use strict";
// On a phone: what to practise is chosen on a start page, and the browser keeps the round and how earlier answers went.
(() => {
  const { make, blocks, button } = page;
  const { bank } = quiz;
  // A round belongs to exactly these texts; what was answered outlives a corrected one.
  const ROUND = "guardprep round " + bank.stamp;
  const ANSWERS = "guardprep answers " + bank.title;

  // Where the browser keeps nothing (a private window, a viewer inside a mail program), the quiz works all the same.
  const attempt = (action) => {
    try { return action(localStorage); } catch (error) { return null; }
  };
  const read = (key) => attempt((store) => JSON.parse(store.getItem(key)));
  const write = (key, value) => attempt((store) => { store.setItem(key, JSON.stringify(value)); return true; });
  const remove = (key) => attempt((store) => store.removeItem(key));
  const keeps = () => {
    const kept = write("guardprep try", 1) === true;
    remove("guardprep try");
    return kept;
  };

  // Id -> whether the last answer was right. A Map, since an id may be any text.
  const stored = read(ANSWERS);
  let last = new Map(Array.isArray(stored) ? stored.filter(Array.isArray) : []);

  // The round that the browser kept. It may be older than this page, or not ours at all.
  const restored = () => {
    const round = read(ROUND);
    const options = (item, list) => Array.isArray(list) && list.length > 0 && list.every((at) => quiz.question(item).options[at]);
    const good = (item) => item && quiz.question(item) && options(item, item.shown)
      && (item.chosen === null || options(item, item.chosen));
    const sound = round && Array.isArray(round.items) && round.items.length > 0 && round.items.every(good)
      && Number.isInteger(round.at) && round.at >= 0 && round.at <= round.items.length;
    if (!sound) { return null; }
    round.items.forEach((item) => { if (item.chosen !== null) { quiz.answer(item, item.chosen); } else { item.right = null; } });
    return round;
  };

  const keep = (round) => write(ROUND, round);
  const begin = (questions) => {
    const round = quiz.round(quiz.shuffle(questions));
    keep(round);
    play(round, backEnd);
  };
  // New questions first, then those that went wrong, then the rest; at random among equals.
  const rank = (question) => (last.has(question.id) ? (last.get(question.id) ? 2 : 1) : 0);
  const draw = (topics, count) => quiz.shuffle(bank.questions.filter((one) => topics.includes(one.topic)))
    .sort((a, b) => rank(a) - rank(b)).slice(0, count);

  // The answers as a file, which `guardprep analyze` reads together with those of others. Texts of options rather than
  // their numbers: the page may be made anew by then.
  const save = (round, name) => {
    const text = (item) => (at) => quiz.question(item).options[at].text;
    const items = round.items.map((item) => ({
      id: item.id, stem: quiz.question(item).stem, chosen: item.chosen && item.chosen.map(text(item)), right: item.right,
    }));
    const result = JSON.stringify({ "guardprep-result": 1, title: bank.title, name, items }, null, 1);
    const address = URL.createObjectURL(new Blob([result], { type: "application/json" }));
    const word = name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    make("a", { href: address, download: "answers-" + (word || "quiz") + ".json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
  const handIn = (round) => {
    const name = make("input", { type: "text", maxLength: 80, autocomplete: "name" });
    return make("details", { className: "hand-in" }, make("summary", {}, "Save my answers for my instructor"),
      make("p", {}, "This saves a file on your device. Nothing is sent: give the file to your instructor yourself."),
      make("p", {}, make("label", {}, "Your name, or nothing: ", name)),
      make("p", {}, button("Save the file", "", () => save(round, name.value.trim()))));
  };

  const backEnd = {
    stops: true,
    answered(round, item) {
      last.set(item.id, item.right);
      keep(round);
      write(ANSWERS, Array.from(last));
    },
    moved: keep,
    grade: () => "",
    after(round) {
      const missed = quiz.missed(round);
      return [make("div", { className: "bar still" },
        missed.length > 0 ? button("Practise these again", "", () => begin(missed.map(quiz.question))) : "",
        button("New round", missed.length > 0 ? "quiet" : "", () => { remove(ROUND); start(true); })),
        quiz.answered(round).length > 0 ? handIn(round) : ""];
    },
  };

  const start = (focus) => {
    const counted = (n) => (n === 1 ? "1 question" : n + " questions");
    const heading = page.heading(bank.title);
    const topics = bank.topics.map((topic) => {
      const all = bank.questions.filter((one) => one.topic === topic.id);
      const known = all.filter((one) => last.get(one.id)).length;
      const state = counted(all.length) + (known > 0 ? ", " + known + " answered right last time" : "");
      return page.choice("checkbox", "topic", topic.id, true, make("span", { className: "text topic" },
        make("span", { className: "block", dir: "auto" }, topic.title),
        make("span", { className: "block soft" }, state),
        topic.summary ? make("span", { className: "block soft", dir: "auto" }, ...blocks(topic.summary)) : ""));
    });
    const flip = button("Clear all", "quiet", () => {
      const on = !topics.some((topic) => topic.input.checked);
      topics.forEach((topic) => { topic.input.checked = on; });
      flip.textContent = on ? "Clear all" : "Choose all";
    });
    const total = bank.questions.length;
    const counts = [10, 25, 50].filter((count) => count < total).concat(total).map((count, at) => {
      const each = page.choice("radio", "count", String(count), at === 0, make("span", {}, count === total ? "All" : String(count)));
      each.label.classList.add("count");
      return each;
    });
    const group = (title, list, ...more) => (list.length > 1
      ? make("fieldset", {}, make("legend", {}, title), ...list.map((each) => each.label), ...more) : "");
    const status = page.status();
    // The list of topics may be longer than a phone: people do not find what is below it.
    const form = make("form", { autocomplete: "off" }, group("How many questions", counts), group("Topics", topics, flip),
      status, make("div", { className: "bar" }, make("button", { type: "submit" }, "Start")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = topics.filter((topic) => topic.input.checked).map((topic) => topic.input.value);
      if (chosen.length === 0) {
        status.textContent = "Choose a topic first.";
        return;
      }
      begin(draw(chosen, Number(counts.find((count) => count.input.checked).input.value)));
    });
    const kept = keeps()
      ? "Your answers stay in this browser. Nothing is sent anywhere."
      : "This browser keeps nothing here: your answers are gone when you close the page.";
    const forget = button("Forget them now", "quiet", () => { last = new Map(); remove(ANSWERS); start(true); });
    page.show(focus ? heading : null, heading,
      make("p", {}, counted(total) + " with explanations. " + kept), form,
      bank.questions.some((one) => last.get(one.id))
        ? make("details", {}, make("summary", {}, "Forget my earlier answers"), make("p", {}, forget)) : "");
  };

  const round = restored();
  if (round === null) { start(); } else { play(round, backEnd, true); }
})();
