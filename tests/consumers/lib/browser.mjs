// Debian's Chromium on pages that never touch a network: every request is answered from memory, or noted and refused.

import { chromium } from "playwright-core";

const HOME = "http://consumer.invalid/";
const EXECUTABLE = process.env.CHROMIUM || "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** A consumer that hangs has found something, too. */
const LONGEST = 480_000;

/**
 * Opens a page made of `files` (`path -> [type, body]`, `""` is the page itself), gives it to `use`, and closes the
 * browser whatever happens. `complain` is told about errors, dialogs and requests that a sound export does not cause.
 */
export async function withPage(files, complain, use) {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, headless: true, args: QUIET });
  const alarm = setTimeout(() => {
    console.error("the browser took too long");
    process.exit(1);
  }, LONGEST);
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => complain(`an error in the page: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") complain(`the console says: ${message.text()}`);
    });
    page.on("dialog", async (dialog) => {
      complain(`a dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    await page.route("**/*", (route) => {
      const url = route.request().url();
      const file = url.startsWith(HOME) ? files.get(url.slice(HOME.length)) : undefined;
      if (file) return route.fulfill({ contentType: file[0], body: file[1] });
      if (url !== `${HOME}favicon.ico`) complain(`a request: ${url}`);
      return route.abort();
    });
    await page.goto(HOME);
    return await use(page);
  } finally {
    clearTimeout(alarm);
    await browser.close();
  }
}

export const PAGE = "text/html; charset=utf-8";
export const SCRIPT = "text/javascript; charset=utf-8";
