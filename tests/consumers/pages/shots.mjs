// Not a test: pictures of the pages, for whoever changes how they look. `node shots.mjs FOLDER`
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browser, exported, fileUrl } from "./support.mjs";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const chromium = await browser();

async function quiz(name, bank, options, steps) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  await page.goto(fileUrl(exported(bank, "html-quiz.html")));
  let number = 0;
  const shot = async (full = true) => page.screenshot({ path: join(folder, `${name}-${(number += 1)}.png`), fullPage: full });
  await steps(page, shot);
  await context.close();
}

const walk = async (page, shot) => {
  await shot();
  await page.getByRole("button", { name: "Start" }).click();
  await shot(false);
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await shot(false);
  await shot();
  for (let at = 0; at < 12; at += 1) {
    await page.waitForTimeout(450);
    if (await page.locator("table").count()) { break; }
    await page.keyboard.press("Enter");
    if (await page.locator("table").count()) { break; }
    await page.keyboard.press("b");
    await page.keyboard.press("Enter");
  }
  await page.locator("details").first().click().catch(() => {});
  await shot();
};
for (const scheme of ["light", "dark"]) {
  await quiz(`wide-${scheme}`, "shipped", { colorScheme: scheme, viewport: { width: 900, height: 800 } }, walk);
  await quiz(`phone-${scheme}`, "nasty", { colorScheme: scheme, viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }, walk);
}
for (const bank of ["nasty", "shipped"]) {
  for (const format of ["A4", "Letter"]) {
    const page = await chromium.newPage();
    await page.goto(fileUrl(exported(bank, "html-exam.html")));
    const pdf = join(folder, `exam-${bank}-${format}.pdf`);
    await page.pdf({ path: pdf, format, preferCSSPageSize: true });
    await page.close();
    execFileSync("pdftoppm", ["-r", "60", "-png", "-l", "12", pdf, pdf.replace(/\.pdf$/, "")]);
  }
}
const page = await chromium.newPage({ viewport: { width: 320, height: 700 }, colorScheme: "dark" });
await page.goto(fileUrl(exported("nasty", "html-exam.html")));
await page.screenshot({ path: join(folder, "exam-screen.png") });
await chromium.close();
