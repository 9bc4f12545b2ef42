// Holds the text of an exam, however it was read, against the bank: everything in it has to be expected, in order.
import assert from "node:assert/strict";

// Line breaks and blanks are the printer's; ligatures and the like are put back into letters.
export const squeeze = (text) => text.normalize("NFKC").replace(/\s+/gu, "");

const SEVERAL = "More than one option is right: choose all of them.";

// Options in the order that they have of their own, or nothing.
export function naturalOrder({ order, options }) {
  if (order.length > 0) { return order; }
  const numbers = options.map((text) => Number(text.replaceAll(",", "")));
  if (numbers.every(Number.isFinite)) { return options.toSorted((a, b) => Number(a.replaceAll(",", "")) - Number(b.replaceAll(",", ""))); }
  for (const pair of [["true", "false"], ["yes", "no"]]) {
    const plain = options.map((text) => text.toLowerCase());
    if (options.length === 2 && pair.every((word) => plain.includes(word))) { return pair.map((word) => options[plain.indexOf(word)]); }
  }
  return null;
}

// A text that is read from left to right, and says where it was not what was expected.
class Reader {
  constructor(name, text) { Object.assign(this, { name, text: squeeze(text), at: 0 }); }
  sees(text) { return this.text.startsWith(squeeze(text), this.at); }
  take(text) {
    const wanted = squeeze(text);
    const found = this.text.slice(this.at, this.at + wanted.length);
    assert.equal(found, wanted, `${this.name}, after "...${this.text.slice(Math.max(0, this.at - 60), this.at)}"`);
    this.at += wanted.length;
  }
  end() { assert.equal(this.text.slice(this.at), "", `${this.name}: more text than expected`); }
}

// Number, letters and id of each question, as the key of one version lists them.
function readKey(version, text, bank) {
  const reader = new Reader(`key to version ${version}`, text);
  reader.take(`Key to version ${version}`);
  reader.take(`Seed 1, version ${version}, ${bank.questions.length} questions. Number, answer, id of the question.`);
  const ids = bank.questions.map((question) => question.id).toSorted((a, b) => b.length - a.length);
  const rows = bank.questions.map((_, at) => {
    reader.take(`${at + 1}.`);
    const letters = /^[A-Z](?:,[A-Z])*/.exec(reader.text.slice(reader.at));
    assert.ok(letters, `key to version ${version}: no letter at number ${at + 1}`);
    reader.take(letters[0]);
    const id = ids.find((one) => reader.sees(one));
    assert.ok(id, `key to version ${version}: no id at number ${at + 1}: ${reader.text.slice(reader.at, reader.at + 40)}`);
    reader.take(id);
    return { letters: letters[0].split(","), id };
  });
  reader.end();
  assert.equal(new Set(rows.map((row) => row.id)).size, bank.questions.length, "each question once");
  return rows;
}

// The order in which the options stand, or nothing: an option may begin like another one.
function options(reader, left, number) {
  if (left.length === 0) { return []; }
  const start = reader.at;
  const letter = `${String.fromCharCode(65 + number)}.`;
  for (const option of left) {
    if (reader.sees(letter + option)) {
      reader.take(letter + option);
      const rest = options(reader, left.filter((one) => one !== option), number + 1);
      if (rest) { return [option, ...rest]; }
      reader.at = start;
    }
  }
  return null;
}

function readVersion(version, text, rows, bank) {
  const reader = new Reader(`version ${version}`, text);
  reader.take(bank.title);
  reader.take(`Version ${version}`);
  const count = bank.questions.length;
  for (const label of ["Name", "Date", "Score", `/ ${count}`]) { reader.take(label); }
  const several = bank.questions.some((question) => question.keys.length > 1);
  reader.take(`${count} questions. Choose the one right answer to each question${several ? ", unless it says that more are right" : ""}.`);
  for (const [at, row] of rows.entries()) {
    const question = bank.questions.find((one) => one.id === row.id);
    reader.take(`${at + 1}.`);
    reader.take(question.stem);
    if (question.keys.length > 1) { reader.take(SEVERAL); }
    const shown = options(reader, question.options, 0);
    assert.ok(shown, `${row.id} in version ${version}: options differ: ${reader.text.slice(reader.at, reader.at + 200)}`);
    const letters = shown.flatMap((text, place) => (question.keys.includes(text) ? [String.fromCharCode(65 + place)] : []));
    assert.deepEqual(row.letters, letters, `${row.id} in version ${version}: the key`);
    const natural = naturalOrder(question);
    if (natural) { assert.deepEqual(shown, natural, `${row.id}: its options have an order of their own`); }
  }
  reader.take(`End of version ${version}`);
  reader.end();
}

function readSolutions(text, keys, bank) {
  const reader = new Reader("explanations", text);
  reader.take("Answers and explanations");
  if (reader.sees(bank.title)) { reader.take(bank.title); }
  const topics = new Set(bank.topics);
  while (topics.size > 0) {
    const topic = [...topics].find((one) => reader.sees(one.title));
    assert.ok(topic, `a topic is missing after "${reader.text.slice(reader.at - 60, reader.at)}"`);
    topics.delete(topic);
    reader.take(topic.title);
    for (const question of bank.questions.filter((one) => one.topic === topic.id)) {
      reader.take(question.id);
      reader.take([...keys].map(([version, rows]) => {
        const at = rows.findIndex((row) => row.id === question.id);
        return `${version}: ${at + 1} ${rows[at].letters.join(", ")}`;
      }).join(" · "));
      question.keys.forEach((key) => reader.take(`Right: ${key}`));
      const line = (lead, words) => { if (words) { reader.take(`${lead}: ${words}`); } };
      line("Because", question.explanation);
      question.wrong.filter((one) => one.why).forEach((one) => reader.take(`Not: ${one.text} ${one.why}`));
      line("Source", question.source);
      line("Law of", question.law);
      line("Objective", question.objective);
    }
  }
  reader.end();
}

// `parts` holds the text of each version, of each key, and of the explanations.
export function checkExam({ versions, keys, solutions }, bank) {
  assert.deepEqual([...versions.keys()], ["A", "B", "C"]);
  const rows = new Map([...versions.keys()].map((version) => [version, readKey(version, keys.get(version) ?? "", bank)]));
  for (const [version, text] of versions) { readVersion(version, text, rows.get(version), bank); }
  const orders = new Set([...rows.values()].map((all) => all.map((row) => row.id).join("\n")));
  if (bank.questions.length > 5) { assert.equal(orders.size, versions.size, "each version has an order of its own"); }
  readSolutions(solutions, rows, bank);
  return bank.questions.length * versions.size;
}
