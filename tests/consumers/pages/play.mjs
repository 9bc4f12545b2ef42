// Plays html-quiz in a browser and holds what it shows against the bank.
import assert from "node:assert/strict";
import { naturalOrder } from "./papers.mjs";
import { fileUrl } from "./support.mjs";

// A page on which it is noticed if a text of the bank runs, or if anything is asked for.
export async function open(chromium, file, options = {}, prepare = () => {}) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const seen = { asked: [], said: [] };
  page.on("request", (request) => seen.asked.push(request.url()));
  page.on("dialog", (dialog) => { seen.said.push(`dialog: ${dialog.message()}`); return dialog.dismiss(); });
  page.on("pageerror", (error) => seen.said.push(`error: ${error.message}`));
  page.on("console", (message) => { if (message.type() === "error") { seen.said.push(message.text()); } });
  await context.addInitScript(() => { globalThis.pwned = (what) => { throw new Error(`ran: ${what}`); }; });
  await prepare(context);
  page.setDefaultTimeout(5000);
  await page.goto(fileUrl(file));
  return { context, page, ...seen };
}

// What a person sees of the question on the screen.
export const look = (page) => page.evaluate(() => {
  const text = (element) => element?.innerText.replace(/\n+/g, "\n").trim() ?? "";
  const form = document.querySelector("form.question");
  const head = form && document.querySelector("main").innerText.split(/\n+/);
  return form && {
    place: head[0], topic: head[1],
    stem: text(form.querySelector("legend")),
    options: [...form.querySelectorAll("label")].map((label) => {
      const [letter, ...rest] = text(label).split("\n");
      const input = label.querySelector("input");
      return { letter, text: rest.filter((line) => !/^[✓✗] /.test(line)).join("\n"),
        mark: rest.find((line) => /^[✓✗] /.test(line)) ?? "", checked: input.checked, kind: input.type };
    }),
    verdict: text(form.querySelector("[role=status]")),
    all: text(form),
  };
});

export const findQuestion = (bank, seen) => {
  const found = bank.questions.filter((one) => one.stem === seen.stem && seen.options.every((option) => one.options.includes(option.text)));
  assert.equal(found.length, 1, `the bank holds one such question: ${JSON.stringify(seen.stem)} ${JSON.stringify(seen.options)}`);
  return found[0];
};

// Before an answer: nothing is chosen, nothing is told, the options are those of the bank in an order that is allowed.
export function checkAsked(bank, seen) {
  const question = findQuestion(bank, seen);
  assert.equal(seen.topic, question.topicTitle.replace(/\s+/g, " "));
  assert.equal(seen.verdict, "");
  assert.ok(seen.options.every((option) => !option.checked && option.mark === ""), "nothing is marked");
  assert.deepEqual(seen.options.map((option) => option.letter), [..."ABCDEFGH"].slice(0, seen.options.length));
  const texts = seen.options.map((option) => option.text);
  const expected = Math.max(Math.min(4, question.options.length), question.keys.length + 1);
  assert.equal(new Set(texts).size, expected, `${question.id}: options`);
  assert.ok(question.keys.every((key) => texts.includes(key)), `${question.id}: all right options are shown`);
  const several = question.keys.length > 1;
  assert.ok(seen.options.every((option) => option.kind === (several ? "checkbox" : "radio")), question.id);
  assert.equal(seen.all.includes("More than one option is right: choose all of them."), several);
  const natural = naturalOrder(question);
  if (natural) { assert.deepEqual(texts, natural.filter((text) => texts.includes(text)), `${question.id}: natural order`); }
  return question;
}

const join = (letters) => letters.join(", ").replace(/, (.)$/, " and $1");

// After an answer: verdict in words, the right option, why the chosen one is wrong, explanation, source; no more.
export function checkAnswered(question, seen, chosen) {
  const letter = (text) => seen.options.find((option) => option.text === text).letter;
  const letters = (texts) => texts.map(letter).toSorted();
  const keys = letters(question.keys);
  const right = keys.join() === letters(chosen).join();
  const several = keys.length > 1;
  const expected = [];
  if (right) { expected.push(`Right. ${join(keys)} ${several ? "are" : "is"} correct.`); } else {
    // Not the text: it stands above, marked, and may be long.
    const answer = several ? "The answers are" : "The answer is";
    expected.push(`Wrong. You chose ${join(letters(chosen))}. ${answer} ${join(keys)}.`);
  }
  assert.equal(seen.verdict, expected[0], question.id);
  const whys = question.wrong.filter((one) => chosen.includes(one.text) && one.why)
    .toSorted((a, b) => (letter(a.text) < letter(b.text) ? -1 : 1)).map((one) => `Why not ${letter(one.text)}: ${one.why}`);
  const left = question.keys.filter((key) => !chosen.includes(key));
  expected.push(...whys);
  if (several && left.length > 0 && left.length < keys.length) { expected.push(`You left out ${join(letters(left))}.`); }
  for (const [lead, text] of [["", question.explanation], ["Source: ", question.source], ["Law of: ", question.law]]) {
    if (text) { expected.push(lead + text); }
  }
  const from = seen.all.indexOf(expected[0]);
  const shown = seen.all.slice(from).replace(/\n(Next question|See the result)$/, "");
  assert.equal(shown, expected.join("\n"), question.id);
  for (const option of seen.options) {
    const chose = chosen.includes(option.text);
    const isKey = question.keys.includes(option.text);
    const mark = isKey ? (chose ? "✓ Your answer, right" : "✓ The right answer") : chose ? "✗ Your answer, wrong" : "";
    assert.equal(option.mark, mark, `${question.id}: ${option.text}`);
  }
  return right;
}

const press = (page, name) => page.evaluate((words) => {
  [...document.querySelectorAll("button")].find((button) => words.includes(button.textContent)).click();
}, name);

// Plays all questions of a page without waiting for anyone, the way `choose` says; gives how many were right.
export async function playAll(page, bank, choose) {
  await page.evaluate(() => {
    // Everything seems to take a second, so that no tap counts as the second of a double one.
    let now = 0;
    performance.now = () => (now += 1000);
    [...document.querySelectorAll("input[name=count]")].at(-1)?.click();
  });
  await press(page, ["Start"]);
  const ids = new Set();
  let right = 0;
  for (let at = 1; ; at += 1) {
    const asked = await look(page);
    if (!asked) { break; }
    assert.equal(asked.place, `Question ${at} of ${bank.questions.length}`);
    const question = checkAsked(bank, asked);
    ids.add(question.id);
    const chosen = choose(question, asked);
    await page.evaluate((places) => {
      const inputs = document.querySelectorAll("form.question input");
      places.forEach((place) => inputs[place].click());
    }, chosen.map((text) => asked.options.findIndex((option) => option.text === text)));
    await press(page, ["Answer"]);
    right += checkAnswered(question, await look(page), chosen) ? 1 : 0;
    await press(page, ["Next question", "See the result"]);
  }
  assert.equal(ids.size, bank.questions.length, "each question once");
  const heading = `${right} of ${ids.size} right (${Math.round((100 * right) / ids.size)}%)`;
  assert.equal(await page.locator("h1").innerText(), heading);
  return right;
}

export const rightOnes = (question) => question.keys;
// The first wrong option that is shown, and where several are to be chosen one right one as well.
export const wrongOnes = (question, seen) => [
  ...(question.keys.length > 1 ? question.keys.slice(0, 1) : []),
  seen.options.find((option) => !question.keys.includes(option.text)).text,
];
