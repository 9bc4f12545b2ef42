// The script for Google Forms, run with a small stand-in for Google's services, against the JSON export of the same bank.
//
//   node google.mjs BANK.json SCRIPT.gs
//
// The stand-in knows the calls that Google documents, and refuses what Google refuses: an option that comes twice or is
// empty, a title with a line break, any call that it does not know.

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { Comparison, explained, paths, readBank } from "./lib/bank.mjs";

const [json, file] = paths("node google.mjs BANK.json SCRIPT.gs");
const bank = readBank(json);
const comparison = new Comparison("google forms, script run", bank);

const plain = (text, what) => {
  if (typeof text !== "string" || text.trim() === "" || text.includes("\n")) throw new Error(`${what}: ${JSON.stringify(text)}`);
  return text;
};
const made = { items: [], quiz: false };
/** Something with these settings, each of which can be set and is kept. */
const settable = (about, ...names) => {
  const thing = { about };
  for (const name of names) thing[`set${name}`] = (value) => { about[name] = value; return thing; };
  return thing;
};
const feedback = () => {
  const about = {};
  const builder = settable(about, "Text");
  builder.build = () => about;
  return builder;
};
const item = (kind) => {
  const about = { kind };
  made.items.push(about);
  const thing = settable(about, "HelpText", "Points", "FeedbackForCorrect", "FeedbackForIncorrect");
  thing.setTitle = (text) => { about.Title = plain(text, "a title"); return thing; };
  thing.createChoice = (text, right) => ({ text: plain(text, "an option"), right });
  thing.setChoices = (choices) => {
    if (new Set(choices.map(({ text }) => text)).size !== choices.length) throw new Error(`an option twice: ${about.Title}`);
    about.Choices = choices;
    return thing;
  };
  return thing;
};
const FormApp = {
  createFeedback: feedback,
  create(title) {
    made.title = title;
    return {
      setIsQuiz: (quiz) => { made.quiz = quiz; },
      setDescription: (text) => { made.items.push({ kind: "section", Title: text.split("\n")[0] }); },
      addPageBreakItem: () => item("section"),
      addMultipleChoiceItem: () => item("one"),
      addCheckboxItem: () => item("several"),
      getEditUrl: () => "edit",
      getPublishedUrl: () => "published",
    };
  },
};
const context = createContext({ FormApp, Logger: { log() {} } });
runInContext(readFileSync(file, "utf8"), context);
runInContext("makeQuiz()", context);
comparison.same("it is a quiz", made.quiz, true);

// A title is one line of text.
const oneLine = (text) => text.replace(/\n?```[^\n]*\n|\n```\n?/g, "\n").replace(/\s+/g, " ").trim();
const byStem = new Map([...bank.values()].map((question) => [oneLine(question.stem), question]));
let topic;
for (const { kind, Title, HelpText, Points, Choices, FeedbackForCorrect, FeedbackForIncorrect } of made.items) {
  if (kind === "section") { topic = Title; continue; }
  const stem = oneLine(HelpText ? `${Title}\n${HelpText}` : Title);
  const expected = byStem.get(stem);
  if (!expected) { comparison.fail(`no such question: ${stem}`); continue; }
  const { id } = expected;
  const texts = new Map([...expected.options.keys()].map((text) => [oneLine(text), text]));
  const wrong = FeedbackForIncorrect?.Text ?? "";
  comparison.question({
    id,
    topic,
    stem: expected.stem,
    explanation: FeedbackForCorrect?.Text ?? "",
    options: Choices.map(({ text, right }) => {
      const whole = texts.get(oneLine(text)) ?? text;
      const why = expected.options.get(whole)?.why ?? "";
      return { text: whole, right, why: why && wrong.includes(`Not "${text}": ${why}`) ? why : "" };
    }),
  });
  comparison.same(`${id}: several keys`, kind === "several", expected.several);
  comparison.same(`${id}: points`, Points, 1);
  comparison.same(`${id}: the explanation for who is wrong`, wrong.endsWith(explained(expected)), true);
}
comparison.finish();
