// The page of `progress --html` in a real browser: in every state of a learner, light and dark, wide and on a phone.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test, after } from "node:test";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { browser, exported, fileUrl } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = dirname(exported("progress", "page.html"));
const states = readdirSync(folder).filter((name) => name.endsWith(".html"));
const chromium = await browser();
after(() => chromium.close());

async function open(state, options, use) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("dialog", (dialog) => assert.fail(dialog.message()));
  const url = fileUrl(join(folder, state));
  await page.goto(url, { waitUntil: "networkidle" });
  await use(page);
  assert.deepEqual(asked, [url], "it asks for nothing");
  assert.deepEqual(said, [], "the browser has nothing to complain of");
  await context.close();
}

test("there is a page for every state", () => assert.ok(states.length >= 5, `${states}`));

for (const state of states) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1100]) {
      test(`${state}, ${colorScheme}, ${width} wide`, async () => {
        // Without scripts nothing is missing.
        await open(state, { colorScheme, viewport: { width, height: 800 }, javaScriptEnabled: false }, async (page) => {
          assert.equal(await page.locator("script, img, iframe, form, input, base, link:not([rel=icon])").count(), 0);
          for (const picture of await page.getByRole("img").all()) {
            const box = await picture.boundingBox();
            assert.ok(box.width > 200 && box.height > 30 && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
          }
          const table = page.locator("details table");
          for (const [at, details] of (await page.locator("details").all()).entries()) {
            assert.ok(!(await table.nth(at).isVisible()));
            await details.locator("summary").focus();
            await page.keyboard.press("Enter");
            assert.ok(await table.nth(at).isVisible(), "its figures as a table");
          }
        });
        // What axe looks for needs its script; the policy allows none.
        await open(state, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
          await page.addScriptTag({ content: axe });
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
        });
      });
    }
  }
}

test("hatching tells wrong answers from right ones without color", async () => {
  await open("a-year.html", { viewport: { width: 1100, height: 800 } }, async (page) => {
    const fill = (selector) => page.locator(selector).first().evaluate((shape) => getComputedStyle(shape).fill);
    assert.match(await fill("figure rect.wrong"), /url\("?#hatch"?\)/);
    assert.match(await fill("figure rect.right"), /^rgb/);
  });
});
