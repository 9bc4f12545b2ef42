// What the tests of this folder share: where the exports are, what the banks say, a browser.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { parse } from "smol-toml";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");

export const exported = (bank, file) => join(process.env.EXPORTS ?? join(root, "target/consumers"), bank, file);
export const fileUrl = (path) => pathToFileURL(path).href;

const files = {
  nasty: ["tests/fixtures/nasty.toml", "tests/fixtures/ordinary.toml"],
  hostile: ["tests/consumers/pages/hostile.toml"],
  shipped: readdirSync(join(root, "question-banks")).filter((name) => name.endsWith(".toml")).map((name) => `question-banks/${name}`),
};
export const titles = {
  nasty: "Security guard questions",
  hostile: "</title><script>pwned('title')</script> \"& 'exam' {{bank}}",
  shipped: "Security guard questions",
};

// A bank file folds the lines of a paragraph; a blank line begins a new one.
const tidy = (text = "") => text.split(/\n\s*\n/).map((part) => part.trim().split(/[ \t\n]+/).join(" "))
  .filter(Boolean).join("\n");

// Read by a TOML parser that is not ours, so that what an export says is held against what the author wrote.
export function readBank(name) {
  const topics = [];
  const questions = [];
  for (const file of files[name]) {
    const { topic, objective, question } = parse(readFileSync(join(root, file), "utf8"));
    topics.push({ id: topic.id, title: tidy(topic.title), summary: tidy(topic.summary) });
    const objectives = new Map(objective.map((one) => [one.id, tidy(one.text)]));
    for (const raw of question) {
      const keys = (raw.answers ?? [raw.answer]).map(tidy);
      const wrong = (raw.distractors ?? []).map(({ text, why }) => ({ text: tidy(text), why: tidy(why) }));
      questions.push({
        id: raw.id, topic: topic.id, topicTitle: tidy(topic.title), stem: tidy(raw.stem), keys, wrong,
        options: [...keys, ...wrong.map((one) => one.text)], explanation: tidy(raw.explanation),
        source: tidy(raw.source), law: raw.jurisdiction ?? "", objective: objectives.get(raw.objective),
        order: (raw.order ?? []).map(tidy),
      });
    }
  }
  return { title: titles[name], topics, questions };
}

// Without the flags about the background, Chromium itself would ask other computers for things.
export const browser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
