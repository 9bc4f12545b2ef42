// Every consumer of packages is shown packages that are broken in one place, and has to notice.
//
//   node broken.mjs FOLDER
//
// FOLDER holds the exports of the nasty bank. Of each package copies are made with a swapped key, a lost escape, a lost
// feedback and the like; the consumer has to end with 1 and name the question. A consumer that lets one pass is worth
// nothing, and fails this.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack, unpack } from "./lib/archive.mjs";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node broken.mjs FOLDER");
  process.exit(2);
}

/** Changes the first place of the first file that has it, `only` in some files; a string is meant as it stands. */
const change = (from, to, only = () => true) => (files) => {
  const has = (text) => (typeof from === "string" ? text.includes(from) : from.test(text));
  const hit = [...files].find(([name, text]) => only(name, text) && has(text));
  if (!hit) throw new Error(`nothing to break: ${from}`);
  files.set(hit[0], hit[1].replace(from, typeof from === "string" && typeof to === "string" ? () => to : to));
};

/** The item of a question, by how its id begins. */
const ofQuestion = (id) => (_, text) => text.includes(`title="${id}`);
const isQuiz = (_, text) => text.includes("<assessment ");
const isBank = (_, text) => text.includes("<objectbank ");

/** What QTI 2.1 and 3.0 have in common, but for the prefix of names. */
const qti = (prefix) => {
  const value = `${prefix}value>`;
  const feedback = prefix ? "qti-modal-feedback" : "modalFeedback";
  const condition = prefix ? "qti-response-else" : "responseElse";
  return [
    ["a swapped key", "nasty-01", change(`<${value}D</${value}`, `<${value}A</${value}`, ofQuestion("nasty-01"))],
    ["a key too few", "nasty/06", change(`<${value}D</${value}`, "", ofQuestion("nasty/06"))],
    ["a lost escape", "nasty-01", change("&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>")],
    ["an escape too many", "nasty-01", change("$5 &amp;&amp; 100%", "$5 &amp;amp;&amp;amp; 100%")],
    ["a lost feedback", "nasty-01", change(new RegExp(`<${feedback}[^>]*>[^]*?</${feedback}>`), "", ofQuestion("nasty-01"))],
    ["feedback of another option", "nasty-01", change(/identifier="B"( show)/, 'identifier="A"$1', ofQuestion("nasty-01"))],
    ["the title of another option", "nasty-01", change(/ title="(?!nasty-01)[^"]*"/, ' title="another"', ofQuestion("nasty-01"))],
    ["a score for everybody", "nasty-01", change(new RegExp(`(<${condition}>[^]*?)>0<`), "$1>1<", ofQuestion("nasty-01"))],
    ["two paragraphs in one", "nasty-03", change("two<br/>paragraphs", "two paragraphs")],
    ["a lost question", "not found", (files) => files.delete([...files].find(([, text]) => ofQuestion("nasty-02")("", text))[0])],
  ];
};

/** A script of the SCORM page, changed, and the page's policy lets it run. */
const inScript = (from, to) => (files) => {
  const page = files.get("index.html");
  const script = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text).find((text) => text.includes(from));
  if (!script) throw new Error(`nothing to break: ${from}`);
  const changed = script.replace(from, () => to);
  files.set("index.html", page.replace(script, () => changed).replace(hash(script), hash(changed)));
};
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The data of the SCORM page, changed as values. */
const inBank = (edit) => (files) => {
  const page = files.get("index.html");
  const start = page.indexOf('id="bank">') + 'id="bank">'.length;
  const end = page.indexOf("</script>", start);
  const bank = JSON.parse(page.slice(start, end));
  edit(bank.questions);
  const json = JSON.stringify(bank).replaceAll("<", "\\u003c");
  files.set("index.html", page.slice(0, start) + json + page.slice(end));
};
const swap = (questions) => {
  const { options } = questions[0];
  const right = options.findIndex((option) => option.right);
  options[right].right = false;
  options[(right + 1) % options.length].right = true;
};

const mutants = {
  "canvas.mjs canvas.zip": [
    ["a swapped key in the quiz", "nasty-01", change(/>1004<(\/varequal>\s*<\/conditionvar>\s*<setvar)/, ">1001<$1", isQuiz)],
    ["a swapped key in a bank", "nasty-01", change(/>1004<(\/varequal>\s*<\/conditionvar>\s*<setvar)/, ">1001<$1", isBank)],
    ["a lost escape", "nasty-01", change("&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;", "&lt;b&gt;bold&lt;/b&gt;")],
    ["an escape too many", "nasty-01", change("&amp;lt;b&amp;gt;", "&amp;amp;lt;b&amp;amp;gt;")],
    ["feedback without flow_mat", "nasty-01", change(/<flow_mat>([^]*?)<\/flow_mat>/, "$1", isQuiz)],
    ["a bare feedback", "without its paragraph", change(/&lt;p class="feedback"&gt;([^]*?)&lt;\/p&gt;/, "$1", isQuiz)],
    ["a lost feedback", "nasty-01", change('linkrefid="1001_fb"', 'linkrefid="1002_fb"', isBank)],
    ["no points for the key", "nasty-01", change(/<setvar[^<]*<\/setvar>/, "", isQuiz)],
    ["a telling identifier", "sort by", change(/"gp[0-9a-f]+" title="nasty-02"/, '"wrong-door" title="nasty-02"', isQuiz)],
    ["a blank after the label", "nasty-01", change("</fieldlabel><fieldentry>1.0", "</fieldlabel> <fieldentry>1.0", isQuiz)],
  ],
  "qti.mjs qti30.zip": qti("qti-"),
  "qti.mjs qti21.zip": qti(""),
  "scorm.mjs scorm12.zip": [
    ["a swapped key", "nasty-01", inBank(swap)],
    ["a lost escape", "nasty-01", inBank((questions) => { questions[0].stem = questions[0].stem.replace("<b>bold</b>", "bold"); })],
    ["an escape too many", "nasty-01", inBank((questions) => { questions[0].stem = questions[0].stem.replace("<b>", "&lt;b>"); })],
    ["a script that ends early", "", change("\\u003c/script\\u003e", "</script>")],
    ["a lost feedback", "nasty-01", inBank((questions) => { questions[0].options.forEach((option) => { option.why = ""; }); })],
    ["a lost source", "nasty-01", inBank((questions) => { questions[0].source = ""; })],
    ["texts shown as markup", "", inScript("element.append(...children)", "element.append(...children); element.innerHTML = element.textContent")],
    ["a wrong letter for the platform", "", inScript('.sort().join(",")', '.sort().join("")')],
    ["nothing kept", "taken up again", inScript('platform.set("cmi.suspend_data", text)', "0")],
    ["a policy for another script", "", change("script-src &#39;sha256-", "script-src &#39;sha256-x")],
  ],
  "h5p.mjs h5p.h5p": [
    ["no main library", "the validator", change('"mainLibrary":"H5P.QuestionSet",', "")],
    ["a swapped key", "nasty-01", change(/"correct":(true|false)/g, (_, right) => `"correct":${right !== "true"}`)],
    ["a lost escape", "nasty-01", change("&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>")],
    ["a lost feedback", "nasty-01", change(/"chosenFeedback":"<div>[^"]*"/, '"chosenFeedback":""')],
  ],
  "xml.mjs qti30.zip": [["a raw ampersand", "parser error", change("&amp;", "&")]],
};

/** Browsers take longer to start than to work. */
const AT_ONCE = 3;
const home = mkdtempSync(join(tmpdir(), "guardprep-broken-"));
const waiting = Object.entries(mutants).flatMap(([consumer, list]) => list.map((mutant) => [consumer, ...mutant]));
let noticed = 0;

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [consumer, what, says, spoil] = next;
    const [script, name] = consumer.split(" ");
    const files = await unpack(join(folder, name), name.endsWith(".h5p") ? "h5p.json" : undefined);
    spoil(files);
    const broken = join(mkdtempSync(join(home, "one-")), name);
    writeFileSync(broken, await pack(files));
    const inputs = script === "xml.mjs" ? [broken] : [join(folder, "json.json"), broken];
    const program = fileURLToPath(new URL(script, import.meta.url));
    const { status, told } = await new Promise((resolve) => {
      execFile(process.execPath, [program, ...inputs], { timeout: 120_000 }, (error, stdout, stderr) =>
        resolve({ status: error ? error.code : 0, told: stdout + stderr }),
      );
    });
    if (status === 1 && told.includes(says)) {
      noticed += 1;
    } else {
      console.error(`${script} did not notice ${what} in ${name} (exit ${status}):\n${told}`);
      process.exitCode = 1;
    }
  }
}

try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  rmSync(home, { recursive: true });
}
if (!process.exitCode) console.log(`broken packages: all ${noticed} were noticed`);
