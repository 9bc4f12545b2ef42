// A SCORM 1.2 package, run by scorm-again in Chromium, against the JSON export of the same bank.
//
//   node scorm.mjs BANK.json PACKAGE.zip
//
// The page lies in a frame of a page that offers scorm-again's API, as in a learning platform. It is taken several
// times: once with all answers right, then with every wrong answer that there is. What the page shows and what the
// platform has in the end is compared; then the page is left in the middle and taken up again.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unpack } from "./lib/archive.mjs";
import { Comparison, paths, readBank } from "./lib/bank.mjs";
import { PAGE, SCRIPT, withPage } from "./lib/browser.mjs";

const [json, file] = paths("node scorm.mjs BANK.json PACKAGE.zip");
const bank = readBank(json);
const files = await unpack(file);
const comparison = new Comparison("scorm 1.2, run", bank);
const [PASSED, FAILED] = ["passed", "failed"];

/** Runs in the platform's page: a new attempt, with the data of an earlier one where they are given. */
async function open(data) {
  window.API = new Scorm12API({ autocommit: false, logLevel: 4 });
  if (data) window.API.loadFromJSON(data, "");
  const frame = document.createElement("iframe");
  document.body.replaceChildren(frame);
  await new Promise((resolve) => {
    frame.addEventListener("load", resolve);
    frame.src = "index.html";
  });
  // Everything seems to take a second, so that no click counts as the second of a double one.
  let now = 0;
  frame.contentWindow.performance.now = () => (now += 1000);
}

/**
 * Runs in the platform's page: answers `count` questions. `keys` has the texts of the keys by id; in round 0 all answers
 * are right, in round n the n-th wrong option is chosen.
 */
function take({ keys, round, count }) {
  const page = document.querySelector("iframe").contentDocument;
  const bank = JSON.parse(page.getElementById("bank").textContent);
  // Paragraphs are blocks; what stands in front of the text is no part of it.
  const blocks = (element) => [...(element?.querySelectorAll(".block") ?? [])].map((block) => block.textContent).join("\n");
  const told = (name) => blocks(page.querySelector(`form > div > p.${name}`));
  const option = (label) => blocks(label.querySelector(".text"));
  const seen = [];
  for (let taken = 0; taken < count; taken += 1) {
    // The page asks in the order of its data; this only tells which question it is.
    const place = page.querySelector(".head .block").textContent;
    const { id, fixed, options: data } = bank.questions[Number(place.match(/^Question (\d+) of/)[1]) - 1];
    // SCORM 1.2 names an option by one letter or digit, here by its place in the data, with commas between them.
    const name = (text) => "abcdefghijklmnopqrstuvwxyz0123456789"[data.findIndex((one) => one.text === text)];
    const names = (texts) => texts.map(name).sort().join(",");
    const topic = page.querySelector(".head .topic").textContent;
    const stem = blocks(page.querySelector("legend"));
    const labels = [...page.querySelectorAll("label")];
    const options = labels.map(option);
    const right = (text) => (keys[id] ?? []).includes(text);
    const wrong = options.filter((text) => !right(text)).sort();
    const chosen = round === 0 ? options.filter(right) : [wrong[(round - 1) % wrong.length]];
    for (const label of labels) {
      if (chosen.includes(option(label))) label.querySelector("input").click();
    }
    page.querySelector("button[type=submit]").click();
    const whys = [...page.querySelectorAll("p.why")].map(blocks);
    seen.push({
      id,
      topic,
      stem,
      fixed,
      chosen: names(chosen),
      keys: names(options.filter(right)),
      several: page.querySelector("input").type === "checkbox",
      options: labels.map((label, at) => {
        const lead = `Why not ${label.querySelector(".letter").textContent}: `;
        return {
          text: options[at],
          chosen: chosen.includes(options[at]),
          right: label.classList.contains("right"),
          why: whys.find((why) => why.startsWith(lead))?.slice(lead.length) ?? "",
        };
      }),
      verdict: page.querySelector("[role=status]").textContent.split(" ")[0],
      explanation: [told("explanation"), told("source")].filter(Boolean).join("\n"),
      jurisdiction: told("law"),
    });
    page.querySelector("button[type=submit]").click();
  }
  const result = page.querySelector("h1").textContent;
  return { seen, total: bank.questions.length, result, scripts: page.scripts.length };
}

/** Runs in the platform's page: leaves the quiz, and tells what the platform has. */
async function leave() {
  const frame = document.querySelector("iframe");
  const left = new Promise((resolve) => frame.addEventListener("load", resolve));
  frame.src = "about:blank";
  await left;
  const { cmi } = window.API;
  // As JSON, since an answer can be written only, says the standard, and not read.
  const interactions = cmi.interactions.childArray.map((one) => JSON.parse(JSON.stringify(one)));
  return {
    data: JSON.parse(JSON.stringify(cmi)),
    interactions,
    terminated: window.API.isTerminated(),
    status: cmi.core.lesson_status,
    raw: cmi.core.score.raw,
  };
}

/** What the page has to say is known after all rounds: each wrong option was chosen in one of them. */
function compare(id, shown) {
  const question = bank.get(id);
  const [first] = shown;
  const options = first.options.map(({ text }) => {
    const chosen = shown.map((one) => one.options.find((option) => option.text === text)).filter((one) => one?.chosen);
    return { text, right: chosen.some((one) => one.right), why: chosen.find((one) => one.why)?.why ?? "" };
  });
  comparison.question({
    id,
    topic: first.topic,
    stem: first.stem,
    fixed: first.fixed,
    explanation: first.explanation,
    options,
  });
  if (!question) return;
  comparison.same(`${id}: several keys`, first.several, question.several);
  comparison.same(`${id}: jurisdiction`, first.jurisdiction, question.jurisdiction ? `Law of: ${question.jurisdiction}` : "");
  comparison.same(`${id}: verdict on the keys`, first.verdict, "Right.");
  for (const one of shown.slice(1)) comparison.same(`${id}: verdict on a wrong answer`, one.verdict, "Wrong.");
}

const library = fileURLToPath(new URL("./node_modules/scorm-again/dist/scorm12.min.js", import.meta.url));
const pages = new Map([
  ["", [PAGE, '<!doctype html><meta charset="utf-8"><body><script src="scorm.js"></script>']],
  ["scorm.js", [SCRIPT, readFileSync(library, "utf8")]],
  ["index.html", [PAGE, files.get("index.html") ?? ""]],
]);
await withPage(pages, (trouble) => comparison.fail(trouble), async (browser) => {
  const manifest = await browser.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    const resource = parsed.querySelector("resource");
    return {
      href: resource?.getAttribute("href"),
      kind: resource?.getAttribute("adlcp:scormtype"),
      wanted: parsed.querySelector("item")?.getAttribute("identifierref") === resource?.getAttribute("identifier"),
    };
  }, files.get("imsmanifest.xml"));
  comparison.same("manifest: page", manifest.href, "index.html");
  comparison.same("manifest: kind", manifest.kind, "sco");
  comparison.same("manifest: the item is the page", manifest.wanted, true);

  const keys = {};
  for (const { id, options } of bank.values()) {
    keys[id] = [...options].filter(([, { right }]) => right).map(([text]) => text);
  }
  const rounds = Math.max(...[...bank.values()].map(({ id, options }) => options.size - keys[id].length));
  const shown = new Map();
  for (let round = 0; round <= rounds; round += 1) {
    await browser.evaluate(open);
    const { seen, total, result, scripts } = await browser.evaluate(take, { keys, round, count: bank.size });
    const platform = await browser.evaluate(leave);
    for (const one of seen) shown.set(one.id, [...(shown.get(one.id) ?? []), one]);
    const perfect = round === 0;
    const where = perfect ? "all right" : `round ${round}`;
    comparison.same(`${where}: questions`, total, bank.size);
    comparison.same(`${where}: scripts in the page`, scripts, 7);
    comparison.same(`${where}: status`, platform.status, perfect ? PASSED : FAILED);
    comparison.same(`${where}: score`, Number(platform.raw), perfect ? 100 : 0);
    const right = perfect ? total : 0;
    const words = `${right} of ${total} right (${perfect ? 100 : 0}%): ${perfect ? PASSED : FAILED}`;
    comparison.same(`${where}: result`, result, words);
    comparison.same(`${where}: the platform was told goodbye`, platform.terminated, true);
    comparison.same(`${where}: answers told to the platform`, platform.interactions.length, total);
    for (const [at, told] of platform.interactions.entries()) {
      comparison.same(`${where}, answer ${at}: question`, told.id, seen[at].id);
      comparison.same(`${where}, answer ${at}: result`, told.result, perfect ? "correct" : "wrong");
      comparison.same(`${where}, answer ${at}: keys`, told.correct_responses?.["0"]?.pattern, seen[at].keys);
      comparison.same(`${where}, answer ${at}: answer`, told.student_response, seen[at].chosen);
    }
  }
  for (const [id, all] of shown) compare(id, all);

  // Left in the middle, and taken up again.
  const before = Math.floor(bank.size / 2);
  await browser.evaluate(open);
  await browser.evaluate(take, { keys, round: 0, count: before });
  const half = await browser.evaluate(leave);
  comparison.same("left in the middle: status", half.status, "incomplete");
  await browser.evaluate(open, half.data);
  const rest = await browser.evaluate(take, { keys, round: 0, count: bank.size - before });
  const whole = await browser.evaluate(leave);
  comparison.same("taken up again: first question", rest.seen[0].id, [...bank.keys()][before]);
  comparison.same("taken up again: status", whole.status, PASSED);
  comparison.same("taken up again: score", Number(whole.raw), 100);
  comparison.same("taken up again: result", rest.result, `${bank.size} of ${bank.size} right (100%): ${PASSED}`);
});
comparison.finish();
