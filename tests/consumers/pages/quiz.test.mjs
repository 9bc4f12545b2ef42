// The quiz in a real browser: what it shows is what the bank says, however it is driven.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { checkAnswered, checkAsked, findQuestion, look, open, playAll, rightOnes, wrongOnes } from "./play.mjs";
import { browser, exported, fileUrl, readBank } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
let chromium;
before(async () => { chromium = await browser(); });
after(() => chromium.close());
const quiz = (bank) => exported(bank, "html-quiz.html");
const quiet = ({ asked, said }, file) => {
  assert.deepEqual(asked.filter((url) => url !== fileUrl(file)), [], "it asks for nothing but itself");
  assert.deepEqual(said, [], "nothing ran, nothing was complained about");
};

for (const name of ["nasty", "hostile", "shipped"]) {
  test(`every question of the ${name} bank, answered rightly and wrongly`, async (t) => {
    const bank = readBank(name);
    const opened = await open(chromium, quiz(name));
    assert.equal(await opened.page.title(), bank.title);
    assert.equal(await opened.page.locator("h1").innerText(), bank.title);
    const right = await playAll(opened.page, bank, rightOnes);
    assert.equal(right, bank.questions.length);
    await opened.page.getByRole("button", { name: "New round" }).click();
    assert.equal(await playAll(opened.page, bank, wrongOnes), 0);
    quiet(opened, quiz(name));
    await opened.context.close();
    t.diagnostic(`${right} questions as in the bank, twice`);
  });
}

test("at the end of a round the answers can be saved as a file, for guardprep analyze", async () => {
  const bank = readBank("nasty");
  const opened = await open(chromium, quiz("nasty"));
  const right = await playAll(opened.page, bank, rightOnes);
  await opened.page.getByText("Save my answers for my instructor").click();
  await opened.page.getByLabel("Your name, or nothing:").fill("Ann <Ö'Neil>");
  if (process.env.SHOTS) { await opened.page.screenshot({ path: `${process.env.SHOTS}/save.png`, fullPage: true }); }
  const [download] = await Promise.all([
    opened.page.waitForEvent("download"), opened.page.getByRole("button", { name: "Save the file" }).click()]);
  assert.equal(download.suggestedFilename(), "answers-Ann-Ö-Neil.json");
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(saved["guardprep-result"], 1);
  assert.equal(saved.name, "Ann <Ö'Neil>");
  assert.equal(saved.items.filter((item) => item.right).length, right);
  for (const item of saved.items) {
    const question = bank.questions.find((one) => one.id === item.id);
    assert.deepEqual(item.chosen.toSorted(), question.keys.toSorted());
  }
  assert.deepEqual(opened.said, [], "nothing was complained about");
  await opened.context.close();
});

test("by keyboard alone", async () => {
  const bank = readBank("nasty");
  const { context, page } = await open(chromium, quiz("nasty"));
  const focus = () => page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement.closest("label") ?? document.activeElement);
    return { name: document.activeElement.innerText || document.activeElement.value, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
  });
  const tabTo = async (name) => {
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press("Tab");
      const at_ = await focus();
      assert.ok(at_.seen, `the focus on ${at_.name} is seen`);
      if (at_.name === name) { return; }
    }
    assert.fail(`Tab never comes to ${name}`);
  };
  await tabTo("10");
  await page.keyboard.press("ArrowRight");
  await tabTo("Start");
  await page.keyboard.press("Enter");
  for (let at = 1; at <= bank.questions.length; at += 1) {
    const asked = await look(page);
    const question = checkAsked(bank, asked);
    // The question has the focus, so that a screen reader begins with it.
    assert.equal(await page.evaluate(() => document.activeElement.closest("legend") !== null), true);
    const keys = asked.options.filter((option) => question.keys.includes(option.text));
    if (at % 2 === 0 && keys.length === 1) {
      // With Tab and arrows as in any form...
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      for (let down = asked.options.indexOf(keys[0]); down > 0; down -= 1) { await page.keyboard.press("ArrowDown"); }
      assert.ok((await focus()).seen);
    } else {
      // ... or with letters as in the terminal.
      for (const { letter } of keys) { await page.keyboard.press(letter.toLowerCase()); }
    }
    await page.keyboard.press("Enter");
    const answered = await look(page);
    assert.ok(checkAnswered(question, answered, question.keys));
    // The verdict is announced; a second Enter in haste does not skip it; the next one goes on.
    assert.equal(await page.locator("form.question [role=status][aria-live=polite]").innerText(), answered.verdict);
    await page.keyboard.press("Enter");
    assert.equal((await look(page)).place, asked.place);
    await page.waitForTimeout(420);
    await page.keyboard.press("Enter");
  }
  const all = bank.questions.length;
  assert.equal(await page.locator("h1").innerText(), `${all} of ${all} right (100%)`);
  for (const topic of bank.topics) {
    const n = bank.questions.filter((question) => question.topic === topic.id).length;
    assert.equal(await page.getByRole("row").filter({ hasText: topic.title.replace(/\s+/g, " ") }).getByRole("cell").first().innerText(), `${n} of ${n}`);
  }
  await context.close();
});

test("by touch on a phone of 320 px, left and come back to", async () => {
  const bank = readBank("nasty");
  const { context, page } = await open(chromium, quiz("nasty"), PHONE);
  const narrow = async () => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "no scrolling to the side");
  const tap = (name) => page.getByRole("button", { name }).tap();
  await narrow();
  await page.getByLabel("All", { exact: true }).tap();
  await tap("Start");
  let missed = 0;
  for (let at = 1; at <= 6; at += 1) {
    await narrow();
    await tap("Answer");
    assert.equal((await look(page)).verdict, "Choose an answer first.");
    await page.reload();
    const asked = await look(page);
    const question = checkAsked(bank, asked);
    const chosen = at % 2 ? wrongOnes(question, asked) : question.keys;
    for (const text of chosen) { await page.locator("label").nth(asked.options.findIndex((option) => option.text === text)).tap(); }
    await tap("Answer");
    const answered = await look(page);
    missed += checkAnswered(question, answered, chosen) ? 0 : 1;
    await narrow();
    const box = await page.locator("[role=status]").boundingBox();
    assert.ok(box.y >= 0 && box.y < 400, `the verdict is in sight: ${box.y}`);
    // Come back to an answered question: the same order, the same verdict.
    await page.reload();
    assert.deepEqual(await look(page), answered);
    await narrow();
    await tap("Next question");
    assert.equal((await look(page)).place, `Question ${at + 1} of ${bank.questions.length}`);
  }
  await tap("Finish now");
  await narrow();
  const result = await page.locator("main").innerText();
  assert.ok(result.startsWith(`${6 - missed} of 6 right`), result);
  assert.equal(await page.locator("details:not(.hand-in)").count(), missed);
  await page.locator("summary").first().tap();
  assert.match(await page.locator("details").first().innerText(), /You chose: [^]*Right is: /);
  await page.reload();
  assert.ok((await page.locator("main").innerText()).startsWith(`${6 - missed} of 6 right`), "the result is kept, too");
  await tap("Practise these again");
  assert.equal((await look(page)).place, `Question 1 of ${missed}`);
  await tap("Finish now");
  await tap("New round");
  assert.match(await page.locator("main").innerText(), /answered right last time/);
  await page.locator("summary").tap();
  await tap("Forget them now");
  assert.doesNotMatch(await page.locator("main").innerText(), /answered right last time/);
  await context.close();
});

test("on a phone, how many questions is seen before a long list of topics", async () => {
  const { context, page } = await open(chromium, quiz("shipped"), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const bar = await page.locator(".bar").boundingBox();
  const box = await page.getByRole("group", { name: "How many questions" }).boundingBox();
  assert.ok(box.y + box.height < bar.y, `it ends at ${box.y + box.height}, the bar begins at ${bar.y}`);
  await context.close();
});

test("as many options are shown as the export was asked for", async () => {
  const bank = readBank("nasty");
  const text = readFileSync(quiz("nasty"), "utf8");
  for (const shown of [3, 8]) {
    const page = await chromium.newPage();
    const body = text.replace('"shown":4', `"shown":${shown}`);
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("http://quiz.invalid/");
    await page.locator("input[name=count]").last().check();
    await page.getByRole("button", { name: "Start" }).click();
    await page.evaluate(() => { let now = 0; performance.now = () => (now += 1000); });
    for (let asked = await look(page); asked; asked = await look(page)) {
      const question = findQuestion(bank, asked);
      const expected = Math.max(Math.min(shown, question.options.length), question.keys.length + 1);
      assert.equal(asked.options.length, expected, question.id);
      await page.locator("label").first().click();
      await page.getByRole("button", { name: "Answer" }).click();
      await page.getByRole("button", { name: /Next question|See the result/ }).click();
    }
    await page.close();
  }
});

test("magnified to 200 % nothing is cut off", async () => {
  for (const [options, root] of [[{ viewport: { width: 640, height: 400 } }, "212.5%"], [{ viewport: { width: 320, height: 256 } }, ""]]) {
    const { context, page } = await open(chromium, quiz("nasty"), options);
    const fits = async () => assert.deepEqual(await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      const wide = document.documentElement.clientWidth;
      const out = [...document.querySelectorAll("main *")].filter((element) => element.getBoundingClientRect().right > wide + 1);
      return [document.documentElement.scrollWidth <= wide, out.map((element) => element.outerHTML.slice(0, 80))];
    }, root), [true, []]);
    await fits();
    await page.getByRole("button", { name: "Start" }).click();
    for (let at = 0; at < 10; at += 1) {
      await page.locator("label").first().click();
      await page.getByRole("button", { name: "Answer" }).click();
      await fits();
      await page.waitForTimeout(420);
      await page.getByRole("button", { name: /Next question|See the result/ }).click();
    }
    await fits();
    await context.close();
  }
});

test("axe finds nothing in light, dark and forced colours", async (t) => {
  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }, { ...PHONE, colorScheme: "dark" }]) {
    const { context, page } = await open(chromium, quiz("nasty"), options);
    const check = async (where) => {
      const { violations, passes } = await page.evaluate(`${AXE}; axe.run()`);
      assert.deepEqual(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
      return passes.length;
    };
    let passed = await check("start");
    await page.getByRole("button", { name: "Start" }).click();
    passed += await check("question");
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    passed += await check("verdict");
    await page.getByRole("button", { name: "Finish now" }).click();
    passed += await check("result");
    t.diagnostic(`${JSON.stringify(options)}: ${passed} rules passed on four screens`);
    await context.close();
  }
});

test("where the browser keeps nothing, the quiz goes on", async () => {
  const opened = await open(chromium, quiz("nasty"), {}, (context) => context.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  }));
  assert.match(await opened.page.locator("main").innerText(), /keeps nothing here/);
  assert.equal(await playAll(opened.page, readBank("nasty"), rightOnes), 11);
  quiet(opened, quiz("nasty"));
  await opened.context.close();
});

test("what stands in the browser's store may be anything", async () => {
  const bank = readBank("nasty");
  const first = await open(chromium, quiz("nasty"));
  await first.page.getByRole("button", { name: "Start" }).click();
  const keys = await first.page.evaluate(() => Object.keys(localStorage));
  assert.equal(keys.length, 1);
  for (const rubbish of ["", "{", "null", "7", "[[]]", '{"items":[]}', '{"at":0,"items":[null]}', '{"at":0,"items":[{"id":"gone","shown":[0],"chosen":null}]}', '{"at":9,"items":[{"id":"nasty-01","shown":[0,1],"chosen":null}]}', '{"at":0,"items":[{"id":"nasty-01","shown":[0,77],"chosen":[3]}]}']) {
    await first.page.evaluate(([names, text]) => names.forEach((name) => localStorage.setItem(name, text)), [[...keys, `guardprep answers ${bank.title}`], rubbish]);
    await first.page.reload();
    assert.equal(await first.page.locator("h1").innerText(), bank.title, rubbish);
  }
  assert.equal(await playAll(first.page, bank, rightOnes), 11);
  quiet(first, quiz("nasty"));
  await first.context.close();
});

test("questions and options come in every order", async () => {
  const bank = readBank("nasty");
  const firstQuestions = new Set();
  const places = [0, 0, 0, 0];
  for (let round = 0; round < 60; round += 1) {
    const { context, page } = await open(chromium, quiz("nasty"));
    await page.getByRole("button", { name: "Start" }).click();
    const seen = await look(page);
    const question = findQuestion(bank, seen);
    firstQuestions.add(question.id);
    if (["nasty-01", "nasty-02", "nasty-05", "front-desk-001"].includes(question.id)) {
      places[seen.options.findIndex((option) => question.keys.includes(option.text))] += 1;
    }
    await context.close();
  }
  assert.ok(firstQuestions.size >= 6, `${firstQuestions.size} of 11 questions came first`);
  assert.ok(places.filter((n) => n > 0).length >= 3, `the right option stood in these places: ${places}`);
});

test("from a server it asks for nothing but itself", async () => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.setHeader("content-type", "text/html").end(readFileSync(quiz("hostile")));
  });
  await new Promise((ready) => { server.listen(0, "127.0.0.1", ready); });
  const page = await chromium.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/quiz`, { waitUntil: "networkidle" });
  await playAll(page, readBank("hostile"), wrongOnes);
  assert.deepEqual(asked, ["/quiz"]);
  await page.close();
  server.close();
});
