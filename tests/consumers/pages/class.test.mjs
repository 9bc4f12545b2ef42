// The page of `analyze --html` in a real browser: every kind of class, light and dark, wide and on a phone, on paper.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { test, after } from "node:test";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { browser, exported, fileUrl } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = dirname(exported("class", "page.html"));
const kinds = readdirSync(folder).filter((name) => name.endsWith(".html"));
const chromium = await browser();
after(() => chromium.close());

async function open(kind, options, use) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => assert.fail(dialog.message()));
  const url = fileUrl(join(folder, kind));
  await page.goto(url, { waitUntil: "networkidle" });
  await use(page);
  assert.deepEqual(asked, [url], "it asks for nothing");
  assert.deepEqual(said, [], "the browser has nothing to complain of");
  await context.close();
}

const column = (page, at) => page.locator("table.sortable tbody tr").evaluateAll(
  (rows, at) => rows.map((row) => row.cells[at].textContent.trim()), at);

test("there is a page for every kind of class", () => assert.ok(kinds.length >= 7, `${kinds}`));

for (const kind of kinds) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1100]) {
      test(`${kind}, ${colorScheme}, ${width} wide`, async () => {
        await open(kind, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
          await page.addScriptTag({ content: axe });
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
        });
      });
    }
  }
  test(`${kind}, without scripts`, async () => {
    await open(kind, { viewport: { width: 1100, height: 800 }, javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator("img, iframe, form, input, base, button, link:not([rel=icon])").count(), 0);
      assert.ok(!(await page.locator("[data-sorts]").isVisible()), "nothing is promised that does not work");
      assert.ok((await page.locator("table.sortable tbody tr").count()) >= 6);
      for (const picture of await page.getByRole("img").all()) {
        const box = await picture.boundingBox();
        assert.ok(box.width > 200 && box.height > 100 && box.x >= 0 && box.x + box.width <= 1100, JSON.stringify(box));
      }
    });
  });
}

test("a heading sorts by its column, again the other way around, and says so", async () => {
  await open("forty.html", { viewport: { width: 1100, height: 800 } }, async (page) => {
    const before = await column(page, 0);
    await page.getByRole("button", { name: "Right" }).click();
    const up = (await column(page, 1)).map(parseFloat);
    assert.deepEqual(up, [...up].sort((a, b) => a - b));
    assert.ok(new Set(up).size > 3);
    const head = page.locator("table.sortable th", { hasText: "Right" });
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    // By keys as well.
    await page.getByRole("button", { name: "Right" }).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual((await column(page, 1)).map(parseFloat), [...up].reverse());
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    await page.getByRole("button", { name: "Look" }).click();
    const look = await column(page, (await page.locator("table.sortable thead th").count()) - 1);
    const filled = look.filter((text) => text !== "");
    assert.ok(filled.includes("wrong key?") && filled.length < look.length);
    assert.deepEqual(look.slice(0, filled.length), filled.sort(), "what is empty comes last");
    assert.equal(await page.locator("[aria-sort]").count(), 1);
    assert.deepEqual((await column(page, 0)).sort(), before.sort(), "no row is lost");
  });
});

test("a pointer on the map names the question, and its name leads to its options", async () => {
  await open("forty.html", { viewport: { width: 1100, height: 800 } }, async (page) => {
    const map = page.getByRole("img", { name: "Map of the questions" });
    const told = await map.locator("circle title").allTextContents();
    assert.equal(told.length, 9);
    assert.ok(told.some((text) => /^q-2: \d+% right, r -?0\.\d\d, wrong key\?$/.test(text)), `${told}`);
    // What is under the pointer on the cross is the shape with that name.
    const cross = map.locator("circle", { hasText: "wrong key?" });
    await cross.scrollIntoViewIfNeeded();
    const box = await cross.boundingBox();
    const under = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.textContent,
      [box.x + box.width / 2, box.y + box.height / 2]);
    assert.match(under ?? "", /wrong key/);
    await page.getByRole("link", { name: "q-2", exact: true }).click();
    assert.match(page.url(), /#question-3$/);
    await page.goBack();
  });
});

test("on paper every question is whole and nothing is cut", async () => {
  await open("many.html", {}, async (page) => {
    const pdf = join(mkdtempSync(join(tmpdir(), "class-")), "class.pdf");
    await page.pdf({ path: pdf, format: "A4" });
    const text = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 24 });
    for (let at = 2; at < 60; at += 1) {
      assert.ok(text.includes(`What is ${at}?`), `question ${at}`);
    }
    assert.ok(text.includes("Map of the questions") && text.includes("wrong key?"));
    assert.ok(!text.includes("A click on a heading"));
  });
});
