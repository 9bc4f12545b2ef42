// An H5P package, checked by the validator of Lumi's H5P server, and its questions against the JSON export of the same
// bank.
//
//   node h5p.mjs BANK.json PACKAGE.h5p
//
// The libraries that play it are on no registry that CI reaches; the texts are read in Chromium, as H5P shows them.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import h5p from "@lumieducation/h5p-server";
import PackageValidator from "@lumieducation/h5p-server/build/src/PackageValidator.js";
import JSZip from "jszip";
import { Comparison, explained, paths, readBank } from "./lib/bank.mjs";
import { PAGE, withPage } from "./lib/browser.mjs";

const [json, file] = paths("node h5p.mjs BANK.json PACKAGE.h5p");
const bank = readBank(json);
const comparison = new Comparison("h5p, validated and read", bank);

const archive = await JSZip.loadAsync(readFileSync(file), { checkCRC32: true });
const folder = mkdtempSync(join(tmpdir(), "guardprep-h5p-"));
try {
  for (const [name, entry] of Object.entries(archive.files).filter(([, { dir }]) => !dir)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), await entry.async("nodebuffer"));
  }
  const installed = { isPatchedLibrary: async () => undefined, libraryExists: async () => true };
  const Validator = PackageValidator.default ?? PackageValidator;
  await new Validator(new h5p.H5PConfig(), installed).validateExtractedPackage(folder, true, false);
} catch (error) {
  const told = error.getErrors?.().map(({ errorId, replacements }) => `${errorId} ${JSON.stringify(replacements)}`);
  comparison.fail(`the validator: ${told?.join("; ") || error.message}`);
} finally {
  rmSync(folder, { recursive: true });
}

const about = JSON.parse(await archive.file("h5p.json").async("string"));
const needs = about.preloadedDependencies.map(({ machineName, majorVersion, minorVersion }) => `${machineName} ${majorVersion}.${minorVersion}`);
comparison.same("libraries", needs.sort().join(", "), "H5P.MultiChoice 1.16, H5P.QuestionSet 1.20");
const { questions } = JSON.parse(await archive.file("content/content.json").async("string"));
/** HTML as a person sees it; what H5P takes out of every text is told. */
function shown(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const strange = [...body.querySelectorAll("*")].find((node) => !["div", "p", "br", "code"].includes(node.localName));
  if (strange) return `markup <${strange.localName}>`;
  for (const end of body.querySelectorAll("br")) end.replaceWith("\n");
  return body.textContent.replaceAll("\u00a0", " ");
}
// Code is shown without its fences.
const unfenced = (text) => text.split("\n").filter((line) => !line.startsWith("```")).join("\n");
await withPage(new Map([["", [PAGE, "<!doctype html>"]]]), (trouble) => comparison.fail(trouble), async (page) => {
  const read = (texts) => page.evaluate(`(texts => texts.map(${shown}))(${JSON.stringify(texts)})`);
  const names = new Set();
  for (const { library, subContentId, metadata, params } of questions) {
    const { title: id } = metadata;
    const expected = bank.get(id);
    const { answers, behaviour, overallFeedback } = params;
    const texts = await read([params.question, ...answers.flatMap(({ text, tipsAndFeedback }) => [text, tipsAndFeedback.chosenFeedback])]);
    const options = answers.map(({ correct }, at) => ({ text: texts[1 + 2 * at], right: correct, why: texts[2 + 2 * at] }));
    const whole = new Map([...(expected?.options ?? [])].map(([text]) => [unfenced(text), text]));
    for (const option of options) option.text = whole.get(option.text) ?? option.text;
    for (const option of options) option.why = option.why === unfenced(expected?.options.get(option.text)?.why ?? "") ? expected.options.get(option.text).why : option.why;
    const stem = expected && texts[0] === unfenced(expected.stem) ? expected.stem : texts[0];
    comparison.question({ id, stem, options, fixed: !behaviour.randomAnswers });
    const [why] = await read([overallFeedback[0].feedback]);
    const flat = (text) => text.replace(/\s+/g, " ").trim();
    comparison.same(`${id}: explanation`, flat(why), flat(explained(expected ?? {})));
    comparison.same(`${id}: library`, library, "H5P.MultiChoice 1.16");
    comparison.same(`${id}: kind`, behaviour.type, expected?.several ? "multi" : "single");
    comparison.same(`${id}: a name of its own`, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subContentId) && !names.has(subContentId), true);
    names.add(subContentId);
  }
});
comparison.finish();
