// Pages that are broken in one place each, and what notices it: a check that never failed proves nothing.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open, playAll, rightOnes, wrongOnes } from "./play.mjs";
import { browser, exported, readBank } from "./support.mjs";

let chromium;
let folder;
before(async () => {
  chromium = await browser();
  folder = mkdtempSync(join(tmpdir(), "guardprep-quiz-"));
});
after(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true });
});

const DATA = /(<script type="application\/json" id="bank">)(.*?)(<\/script>)/s;
const data = (text, change) => text.replace(DATA, (_, start, json, end) => start + change(json) + end);
const bankOf = (text, change) => data(text, (json) => {
  const bank = JSON.parse(json);
  change(bank);
  return JSON.stringify(bank).replaceAll("<", "\\u003c");
});
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
// A script with other words, and a policy that lets it run.
const script = (text, change) => {
  const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code);
  const old = scripts.find((code) => change(code) !== code);
  const changed = change(old);
  return text.replace(old, () => changed).replace(hash(old), hash(changed));
};
const BROKEN = {
  "a swapped key": [/one such question|Wrong|Right/, (text) => bankOf(text, ({ questions }) => {
    const { options } = questions.find((question) => question.id === "nasty-02");
    const key = options.find((option) => option.right);
    key.right = false;
    options.find((option) => option !== key).right = true;
  })],
  "a rationale of another option": [/nasty-07/, (text) => bankOf(text, ({ questions }) => {
    const wrong = questions.find((question) => question.id === "nasty-07").options.filter((option) => !option.right);
    [wrong[0].why, wrong[1].why] = [wrong[1].why, wrong[0].why];
    [wrong[1].why, wrong[2].why] = [wrong[2].why, wrong[1].why];
  })],
  "a lost natural order": [/natural order/, (text) => bankOf(text, ({ questions }) => {
    const question = questions.find((one) => one.id === "nasty-07");
    question.options.reverse();
  })],
  "a lost escape in the data": [/undefined|Expected|Timeout/, (text) => data(text, (json) => json.replaceAll("\\u003c", "<").replaceAll("\\u003e", ">"))],
  "an escape too many": [/&lt;/, (text) => data(text, (json) => json.replaceAll("\\u003c", "&lt;"))],
  "a lost escape on the screen": [/one such question|bank holds/, (text) => script(text, (code) =>
    code.replace('dir: code ? "ltr" : "auto" }, words)', 'dir: code ? "ltr" : "auto", innerHTML: words })'))],
  "a policy for another script": [/undefined|Expected|Timeout/, (text) => text.replace("script-src &#39;sha256-", "script-src &#39;sha256-x")],
};
for (const [what, [complaint, change]] of Object.entries(BROKEN)) {
  test(`html-quiz: ${what} is noticed`, async () => {
    const file = join(folder, "broken.html");
    const text = readFileSync(exported("nasty", "html-quiz.html"), "utf8");
    const changed = change(text);
    assert.notEqual(changed, text, "the file was not broken");
    writeFileSync(file, changed);
    const { context, page } = await open(chromium, file);
    page.setDefaultTimeout(1000);
    await assert.rejects(async () => {
      await playAll(page, readBank("nasty"), rightOnes);
      await page.getByRole("button", { name: "New round" }).click();
      await playAll(page, readBank("nasty"), wrongOnes);
    }, (error) => complaint.test(error.message) || assert.fail(`another complaint: ${error.message}`));
    await context.close();
  });
}
