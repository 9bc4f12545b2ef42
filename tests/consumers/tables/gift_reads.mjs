// Reads GIFT with gift-pegjs and compares each question with the bank.
//
//     gift_reads.mjs BANK.json QUESTIONS.txt NODE_MODULES
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { createRequire } from "node:module";

const [bank, path, modules] = process.argv.slice(2);
const { parse } = createRequire(`${modules}/`)("gift-pegjs");

let compared = 0;
const differences = [];
function compare(where, found, expected) {
  compared += 1;
  if (!isDeepStrictEqual(found, expected)) {
    differences.push(`${where} differs:\n    found    ${JSON.stringify(found)}\n    expected ${JSON.stringify(expected)}`);
  }
}

const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: "\u00a0" };

// The text as a browser shows it; any tag but a line break shows up in it.
function plain({ format, text }) {
  if (format !== "html") return `[${format}] ${text}`;
  return text
    .replace(/<(\/?)([a-z!][^>]*)>/gi, (_, end, tag) => (tag === "br" ? "\n" : `[tag ${end}${tag}]`))
    .replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) => (code ? String.fromCodePoint(+code) : (ENTITIES[name] ?? all)));
}

const document = JSON.parse(readFileSync(bank, "utf8"));
let items = [];
try {
  items = parse(readFileSync(path, "utf8"));
} catch (error) {
  console.log(`gift: the file differs from anything it can read: ${error.message}`);
  process.exit(1);
}
const categories = items.filter((item) => item.type === "Category").length;
compare("number of categories", categories, document.topics.length);
const found = items.filter((item) => item.type !== "Category");
compare("number of questions", found.length, document.questions.length);

for (const [at, question] of document.questions.entries()) {
  const item = found[at];
  if (!item) continue;
  const where = question.id;
  compare(`${where}: type and title`, [item.type, item.title], ["MC", where]);
  compare(`${where}: stem`, plain(item.stem), question.stem);
  const choices = new Map((item.choices ?? []).map((choice) => [plain(choice.text), choice]));
  const options = [...question.answers, ...question.distractors.map((wrong) => wrong.text)];
  compare(`${where}: options`, [...choices.keys()].sort(), [...options].sort());
  // Several keys carry weights; one is marked.
  const several = question.answers.length > 1;
  const right = [...choices].filter(([, choice]) => (several ? choice.weight > 0 : choice.isCorrect));
  compare(`${where}: key`, right.map(([text]) => text).sort(), [...question.answers].sort());
  const sum = (sign) => [...choices.values()].map((choice) => choice.weight ?? 0).filter((w) => w * sign > 0).reduce((a, b) => a + b, 0);
  compare(`${where}: full marks`, several ? Math.round(sum(1)) : sum(1), several ? 100 : 0);
  compare(`${where}: marks for ticking all`, several ? sum(1) + sum(-1) <= 0.01 : sum(-1) === 0, true);
  for (const wrong of question.distractors) {
    const feedback = choices.get(wrong.text)?.feedback;
    compare(`${where}: reason for ${wrong.text}`, feedback ? plain(feedback) : "", wrong.why);
  }
  const source = question.source && `Source: ${question.source}`;
  const explanation = [question.explanation, source].filter(Boolean).join("\n");
  compare(`${where}: feedback`, item.globalFeedback ? plain(item.globalFeedback) : "", explanation);
  // This parser ends an id at the first `]`, however it is escaped.
  if (!where.includes("]")) compare(`${where}: id`, item.id, where);
  compare(`${where}: tag of the topic`, item.tags?.includes(`topic:${question.topic}`), true);
}

for (const line of differences.slice(0, 20)) console.log(`gift: ${line}`);
console.log(`gift: ${found.length} questions, ${compared} comparisons, ${differences.length} differences`);
process.exit(differences.length ? 1 : 0);
