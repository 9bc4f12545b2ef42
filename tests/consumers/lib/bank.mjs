// The JSON export as the truth, and the comparison of what a program shows with it.
//
// A consumer builds a `Comparison`, hands in every question that it found, and ends with `finish()`: it prints what was
// compared, or the differences, and sets the exit code.

import { readFileSync } from "node:fs";

const MOST_TOLD = 20;

/** The questions of a JSON export by id, with their options as `text -> { right, why }`. */
export function readBank(path) {
  const document = JSON.parse(readFileSync(path, "utf8"));
  if (document.schema !== 1) throw new Error(`${path}: schema ${document.schema} is not known here`);
  const titles = new Map(document.topics.map((topic) => [topic.id, topic.title]));
  const questions = new Map();
  for (const question of document.questions) {
    const options = new Map();
    for (const text of question.answers) options.set(text, { right: true, why: "" });
    for (const { text, why } of question.distractors) options.set(text, { right: false, why });
    questions.set(question.id, {
      id: question.id,
      topic: titles.get(question.topic),
      stem: question.stem,
      options,
      several: question.answers.length > 1,
      ordered: question.order,
      explanation: question.explanation,
      source: question.source,
      jurisdiction: question.jurisdiction,
    });
  }
  return questions;
}

/** Explanation and source in one text, as formats have them that know one place for both. */
export function explained({ explanation, source }) {
  return [explanation, source && `Source: ${source}`].filter(Boolean).join("\n");
}

export class Comparison {
  constructor(what, questions) {
    this.what = what;
    this.questions = questions;
    this.left = new Set(questions.keys());
    this.differences = [];
    this.compared = 0;
  }

  fail(message) {
    this.differences.push(message);
  }

  /** Whether a text, a number or a truth is what it should be. */
  same(where, found, expected) {
    this.compared += 1;
    if (found !== expected) this.fail(`${where}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  }

  /** Compares one question: `{ id, stem, options: [{ text, right, why }], explanation }`, and what else is given. */
  question(found) {
    const expected = this.questions.get(found.id);
    if (!expected) {
      this.fail(`${found.id}: the bank has no such question`);
      return;
    }
    if (!this.left.delete(found.id)) this.fail(`${found.id}: found twice`);
    this.same(`${found.id}: stem`, found.stem, expected.stem);
    this.same(`${found.id}: number of options`, found.options.length, expected.options.size);
    for (const { text, right, why } of found.options) {
      const option = expected.options.get(text);
      if (!option) {
        this.fail(`${found.id}: the bank has no option ${JSON.stringify(text)}`);
        continue;
      }
      this.same(`${found.id}: key, option ${JSON.stringify(text)}`, right, option.right);
      this.same(`${found.id}: feedback of ${JSON.stringify(text)}`, why, option.why);
    }
    if ("explanation" in found) this.same(`${found.id}: explanation`, found.explanation, explained(expected));
    if ("topic" in found) this.same(`${found.id}: topic`, found.topic, expected.topic);
    if ("fixed" in found && expected.ordered.length > 0) {
      this.same(`${found.id}: not shuffled`, found.fixed, true);
      this.same(`${found.id}: order`, found.options.map(({ text }) => text).join("|"), expected.ordered.join("|"));
    }
  }

  /** Ends the program: 0 if everything was found and is the same. */
  finish() {
    for (const id of this.left) this.fail(`${id}: not found`);
    if (this.differences.length > 0) {
      for (const message of this.differences.slice(0, MOST_TOLD)) console.error(`  ${message}`);
      const more = this.differences.length - MOST_TOLD;
      if (more > 0) console.error(`  and ${more} more`);
      console.error(`${this.what}: ${this.differences.length} differences`);
      process.exitCode = 1;
    } else {
      console.log(`${this.what}: ${this.questions.size} questions, ${this.compared} values compared, no difference`);
    }
  }
}

/** The command line of a consumer: the JSON export, and the file to read. */
export function paths(usage) {
  const [json, file] = process.argv.slice(2);
  if (!json || !file) {
    console.error(`usage: ${usage}`);
    process.exit(2);
  }
  return [json, file];
}
