// The exam, printed by Chromium and read by poppler; and as a Word file, read by pandoc.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { checkExam } from "./papers.mjs";
import { browser, exported, fileUrl, readBank } from "./support.mjs";

let chromium;
let folder;
before(async () => {
  chromium = await browser();
  folder = mkdtempSync(join(tmpdir(), "guardprep-exam-"));
});
after(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true });
});

const program = (name, ...args) => execFileSync(name, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
const add = (map, key, text) => map.set(key, `${map.get(key) ?? ""}\n${text}`);

async function print(file, format) {
  const page = await chromium.newPage();
  const pdf = join(folder, "exam.pdf");
  await page.goto(fileUrl(file));
  await page.pdf({ path: pdf, format, preferCSSPageSize: true });
  await page.close();
  return pdf;
}

// Every page says at its foot what it belongs to; the foot is painted first.
const FOOT = /^Page (\d+)\n(Version ([A-Z])|Key: not for examinees)\n/;

async function readPrint(file, format) {
  const pdf = await print(file, format);
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(program("pdfinfo", pdf)).slice(1).map((points) => Math.round(Number(points)));
  const parts = { versions: new Map(), keys: new Map(), solutions: "" };
  let key = null;
  let before = "";
  let count = 0;
  const pages = program("pdftotext", "-raw", pdf, "-").split("\f").slice(0, -1);
  for (const [at, page] of pages.entries()) {
    const foot = FOOT.exec(page);
    assert.ok(foot, `page ${at + 1} does not say what it is: ${page.slice(0, 80)}`);
    count = foot[2] === before ? count + 1 : 1;
    before = foot[2];
    assert.equal(Number(foot[1]), count, `page ${at + 1} of the file: each version and the key count from 1`);
    const text = page.slice(foot[0].length);
    if (foot[3]) { add(parts.versions, foot[3], text); continue; }
    key = /^Key to version ([A-Z])/.exec(text)?.[1] ?? (text.startsWith("Answers and explanations") ? "" : key);
    if (key) { add(parts.keys, key, text); } else { parts.solutions += text; }
  }
  return { parts, size, pages: pages.length };
}

// The text of a document as pandoc understood it: its tree, in which no character is decorated.
function plain(node) {
  if (Array.isArray(node)) { return node.map(plain).join(""); }
  if (typeof node !== "object" || node === null) { return ""; }
  switch (node.t) {
    case "Str": return node.c;
    case "Space": case "SoftBreak": case "LineBreak": return " ";
    case "Header": return plain(node.c[2]);
    case "Span": case "Quoted": case "Link": return plain(node.c[1]);
    default: return plain(node.c ?? Object.values(node));
  }
}

function readWord(file) {
  const { blocks, meta } = JSON.parse(program("pandoc", "--from", "docx", "--to", "json", file));
  const parts = { versions: new Map(), keys: new Map(), solutions: "" };
  const letters = ["A", "B", "C", "D"];
  let into = () => {};
  for (const block of blocks) {
    const text = plain(block);
    if (block.t === "Header" && block.c[0] === 1) {
      const key = /^Key to version ([A-Z])$/.exec(text)?.[1];
      const version = key ?? letters[parts.versions.size];
      const map = key ? parts.keys : parts.versions;
      into = text === "Answers and explanations" ? (more) => { parts.solutions += `\n${more}`; } : (more) => add(map, version, more);
    }
    into(text);
  }
  return { parts, title: meta.title ? plain(meta.title.c) : "" };
}

const SIZES = { A4: [595, 842], Letter: [612, 792] };
for (const name of ["nasty", "hostile", "shipped"]) {
  for (const [format, points] of Object.entries(SIZES)) {
    test(`html-exam of the ${name} bank on ${format}`, async (t) => {
      const { parts, size, pages } = await readPrint(exported(name, "html-exam.html"), format);
      assert.ok(size.every((length, at) => Math.abs(length - points[at]) <= 1), `${size}`);
      t.diagnostic(`${checkExam(parts, readBank(name))} questions as in the bank, ${pages} pages`);
    });
  }
  test(`docx-exam of the ${name} bank`, (t) => {
    const { parts } = readWord(exported(name, "docx-exam.docx"));
    t.diagnostic(`${checkExam(parts, readBank(name))} questions as in the bank`);
  });
}

test("html-exam asks for nothing and runs nothing", async () => {
  for (const name of ["nasty", "hostile"]) {
    const page = await chromium.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", (dialog) => assert.fail(dialog.message()));
    await page.addInitScript(() => { globalThis.ran = []; globalThis.pwned = (what) => globalThis.ran.push(what); });
    const url = fileUrl(exported(name, "html-exam.html"));
    await page.goto(url, { waitUntil: "networkidle" });
    assert.deepEqual(asked, [url]);
    assert.deepEqual(await page.evaluate(() => globalThis.ran), []);
    assert.equal(await page.locator("script, img, iframe, svg, form, input, base").count(), 0);
    await page.close();
  }
});

// A question is divided only where it is longer than a page.
test("no question of html-exam is split over two pages", async () => {
  const { title } = readBank("shipped");
  const text = program("pdftotext", "-raw", await print(exported("shipped", "html-exam.html"), "Letter"), "-");
  for (const page of text.split("\f").filter((one) => FOOT.exec(one)?.[3])) {
    const start = page.replace(FOOT, "");
    const good = /^\d+\. /.test(start) || start.startsWith(title) || start.startsWith("End of version");
    assert.ok(good, `a page begins with: ${start.slice(0, 60)}`);
  }
});

// Each of these files is broken in one place, and has to be found out.
const page = (change) => {
  const text = readFileSync(exported("nasty", "html-exam.html"), "utf8");
  const changed = change(text);
  assert.notEqual(changed, text, "the file was not broken");
  const file = join(folder, "broken.html");
  writeFileSync(file, changed);
  return file;
};
const BROKEN_PAGES = {
  "a swapped key": (text) => text.replace(/<span class="keys">C<\/span>/, '<span class="keys">B</span>'),
  "a key of another question": (text) => text.replace(/(class="id">)front-desk-001/, "$1front-desk-002"),
  "a lost escape": (text) => text.replace("&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>"),
  "an escape too many": (text) => text.replace("&amp;nbsp;", "&amp;amp;nbsp;"),
  "a lost option": (text) => text.replace(/<li><span class="letter">D\.<\/span>.*?<\/li>/, ""),
  "a lost explanation": (text) => text.replace("<p><b>Because:</b> All three.</p>", ""),
};
for (const [what, change] of Object.entries(BROKEN_PAGES)) {
  test(`html-exam: ${what} is noticed`, async () => {
    const { parts } = await readPrint(page(change), "A4");
    assert.throws(() => checkExam(parts, readBank("nasty")), assert.AssertionError);
  });
}

const word = (change) => {
  const files = unzipSync(readFileSync(exported("nasty", "docx-exam.docx")));
  const text = strFromU8(files["word/document.xml"]);
  const changed = change(text);
  assert.notEqual(changed, text, "the file was not broken");
  const file = join(folder, "broken.docx");
  writeFileSync(file, zipSync({ ...files, "word/document.xml": strToU8(changed) }));
  return file;
};
const BROKEN_WORD = {
  "a swapped key": (text) => text.replace(/(<w:t xml:space="preserve">)C(<\/w:t>)/, "$1B$2"),
  "a lost escape": (text) => text.replace("&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>"),
  "an escape that breaks the document": (text) => text.replace("&lt;b&gt;bold", "<b>bold"),
  "an escape too many": (text) => text.replace("&amp;nbsp;", "&amp;amp;nbsp;"),
  "a lost rationale": (text) => text.replace("Too few.", ""),
};
for (const [what, change] of Object.entries(BROKEN_WORD)) {
  test(`docx-exam: ${what} is noticed`, () => {
    assert.throws(() => checkExam(readWord(word(change)).parts, readBank("nasty")));
  });
}

// Word wants the declared parts; pandoc would forgive their lack.
test("docx-exam holds the parts that it declares", () => {
  const files = unzipSync(readFileSync(exported("hostile", "docx-exam.docx")));
  const declared = [...strFromU8(files["[Content_Types].xml"]).matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
  const related = [...strFromU8(files["word/_rels/document.xml.rels"]).matchAll(/Target="([^"]+)"/g)].map((match) => `word/${match[1]}`);
  for (const name of [...declared, ...related]) { assert.ok(files[name], name); }
  assert.deepEqual(Object.keys(files).filter((name) => name.endsWith(".xml") && name !== "[Content_Types].xml" && !declared.includes(name)), []);
  assert.equal(readWord(exported("nasty", "docx-exam.docx")).parts.versions.size, 3);
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, "part.xml"), bytes);
    assert.doesNotThrow(() => program("xmllint", "--noout", join(folder, "part.xml")), name);
  }
});
