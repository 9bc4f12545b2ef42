// A QTI package, played by Citolab's qti-components in Chromium, against the JSON export of the same bank.
//
//   node qti.mjs BANK.json PACKAGE.zip
//
// Version 3.0 is played as it is; version 2.1 goes through Citolab's converter first, which is a second reader of it.
// Every item is answered by clicks: each option alone, and where several are right also all keys, and all options. What
// the player then scores and shows is what is compared.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { convertQti2toQti3 } from "@citolab/qti-convert/qti-convert-node";
import { unpack } from "./lib/archive.mjs";
import { Comparison, paths, readBank } from "./lib/bank.mjs";
import { PAGE, SCRIPT, withPage } from "./lib/browser.mjs";

const [json, file] = paths("node qti.mjs BANK.json PACKAGE.zip");
const bank = readBank(json);
const files = await unpack(file);
const isTwo = files.get("imsmanifest.xml").includes("QTIv2.1 Package");
const comparison = new Comparison(isTwo ? "qti 2.1, converted and played" : "qti 3.0, played", bank);

/**
 * Runs in the page: answers one item in every way that matters, each time as it comes out of the file, and tells what
 * was seen.
 */
async function play({ xml, keys }) {
  // A turn of the event loop, without the pause that timers take: the player renders in microtasks.
  const turn = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
  const until = async (what, found) => {
    for (const end = performance.now() + 5000; performance.now() < end; await turn()) {
      const value = found();
      if (value) return value;
    }
    throw new Error(`waited in vain for ${what}`);
  };
  const settle = async () => {
    for (let turns = 0; turns < 5; turns += 1) await turn();
  };
  const faults = [];
  /** The text of an element; elements that do not belong there are told as faults. */
  const text = (node) => {
    let all = "";
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) all += child.data;
      else if (child.nodeType !== Node.ELEMENT_NODE) continue;
      else if (child.localName === "br") all += "\n";
      else if (child.localName === "p" || child.localName === "qti-content-body") all += text(child).trim();
      else faults.push(`an element <${child.localName}>`);
    }
    return all;
  };
  const visible = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((box) => box.width > 0 && box.height > 0);
  };
  const load = async () => {
    const home = document.createElement("qti-item");
    const container = document.createElement("item-container");
    container.itemXML = xml;
    home.append(container);
    document.body.replaceChildren(home);
    const item = await until("the item", () => container.shadowRoot?.querySelector("qti-assessment-item"));
    await until("the choices", () => item.querySelector("qti-choice-interaction qti-simple-choice[tabindex]"));
    await settle();
    return { item, choices: [...item.querySelectorAll("qti-simple-choice")] };
  };
  const modals = (item, outcome) =>
    [...item.querySelectorAll("qti-modal-feedback")].filter((modal) => modal.getAttribute("outcome-identifier") === outcome);
  const shown = (modal) => (modal && visible(modal) ? text(modal).trim() : "");
  // The feedback of an option has its identifier, and its text as the title.
  const shownBy = (item, choices) =>
    choices.map((choice) => {
      const named = modals(item, "FEEDBACK").filter((modal) => modal.getAttribute("identifier") === choice.getAttribute("identifier"));
      if (named.length > 1) faults.push("two feedbacks of one option");
      if (named[0] && named[0].title !== text(choice)) faults.push(`the title ${named[0].title}`);
      return shown(named[0]);
    });
  const answer = async (wanted) => {
    const { item, choices } = await load();
    for (const at of wanted) choices[at].click();
    await settle();
    item.processResponse();
    await settle();
    const score = Number(item.variables.find((variable) => variable.identifier === "SCORE").value);
    const explanation = modals(item, "EXPLANATION");
    if (explanation.length > 1) faults.push("two explanations");
    return { score, shown: shownBy(item, choices), explanation: shown(explanation[0]) };
  };
  const { item, choices } = await load();
  const interaction = item.querySelector("qti-choice-interaction");
  const seen = {
    stem: text(interaction.querySelector("qti-prompt")),
    shuffle: interaction.getAttribute("shuffle"),
    several: interaction.getAttribute("max-choices") === "0",
    identifiers: choices.map((choice) => choice.getAttribute("identifier")),
    options: choices.map((choice) => text(choice)),
    before: shownBy(item, choices).join(""),
    alone: [],
    faults,
  };
  for (const at of choices.keys()) seen.alone.push(await answer([at]));
  const right = [...choices.keys()].filter((at) => keys.includes(seen.options[at]));
  seen.together = right.length === 1 ? seen.alone[right[0]] : await answer(right);
  seen.everything = seen.several ? await answer([...choices.keys()]) : null;
  return seen;
}

/** What the test and the manifest say, by Chromium's XML parser; the spelling of 2.1 and 3.0 made one. */
function readTest({ test, manifest }) {
  const parse = (xml) => new DOMParser().parseFromString(xml, "application/xml");
  const plain = (name) => name.replace(/^qti-/, "").replaceAll("-", "").toLowerCase();
  const named = (root, name) => [...root.querySelectorAll("*")].filter((node) => plain(node.localName) === name);
  return {
    sections: named(parse(test), "assessmentsection").map((section) => ({
      title: section.getAttribute("title"),
      hrefs: named(section, "assessmentitemref").map((ref) => ref.getAttribute("href")),
    })),
    resources: named(parse(manifest), "resource").map((resource) => ({
      type: resource.getAttribute("type"),
      href: resource.getAttribute("href"),
      file: named(resource, "file")[0]?.getAttribute("href"),
      keywords: named(resource, "string").map((node) => node.textContent),
    })),
  };
}

const player = fileURLToPath(new URL("./node_modules/@citolab/qti-components/cdn/index.js", import.meta.url));
const page = new Map([
  ["", [PAGE, '<!doctype html><meta charset="utf-8"><body><script type="module" src="player.js"></script>']],
  ["player.js", [SCRIPT, readFileSync(player, "utf8")]],
]);
await withPage(page, (trouble) => comparison.fail(trouble), async (browser) => {
  await browser.waitForFunction(() => customElements.get("item-container"));
  const { sections, resources } = await browser.evaluate(readTest, {
    test: files.get("test.xml"),
    manifest: files.get("imsmanifest.xml"),
  });
  const topics = new Map(sections.flatMap(({ title, hrefs }) => hrefs.map((href) => [href, title])));
  const version = isTwo ? "2p1" : "3p0";
  for (const { type, href, file: named, keywords } of resources) {
    comparison.same(`manifest, ${href}: file`, named, href);
    comparison.same(`manifest, ${href}: is there`, files.has(href), true);
    const kind = href === "test.xml" ? "test" : "item";
    comparison.same(`manifest, ${href}: type`, type, `imsqti_${kind}_xmlv${version}`);
    if (kind === "item") comparison.same(`manifest, ${href}: keywords`, keywords.length >= 4, true);
  }
  for (const { href } of resources.filter((resource) => resource.href !== "test.xml")) {
    const xml = files.get(href) ?? "";
    try {
      await one(browser, href, isTwo ? await convertQti2toQti3(xml) : xml, topics.get(href));
    } catch (error) {
      comparison.fail(`${href}: ${String(error.message).split("\n")[0]}`);
    }
  }
});
comparison.finish();

async function one(browser, href, xml, topic) {
  // The title is the id; which options to click together is known from the bank, whatever the package says.
  const id = await browser.evaluate(
    (text) => new DOMParser().parseFromString(text, "application/xml").documentElement.getAttribute("title"),
    xml,
  );
  const expected = bank.get(id);
  const keys = expected ? [...expected.options].filter(([, { right }]) => right).map(([text]) => text) : [];
  const seen = await browser.evaluate(play, { xml, keys });
  for (const fault of seen.faults) comparison.fail(`${id}: ${fault}`);
  const { alone, together, everything } = seen;
  comparison.question({
    id,
    topic,
    stem: seen.stem,
    fixed: seen.shuffle === "false",
    explanation: together.explanation,
    options: seen.options.map((text, at) => ({
      text,
      // Of several keys none is right alone; each has to be needed for the whole, which the scores below say.
      right: seen.several ? keys.includes(text) : alone[at].score === 1,
      why: alone[at].shown[at],
    })),
  });
  comparison.same(`${id}: several keys`, seen.several, expected?.several);
  comparison.same(`${id}: names of options differ`, new Set(seen.identifiers).size, seen.options.length);
  comparison.same(`${id}: all keys together score`, together.score, 1);
  for (const [at, only] of alone.entries()) {
    const others = only.shown.filter((shown, other) => other !== at && shown !== "");
    comparison.same(`${id}: feedback of options not chosen`, others.length, 0);
    if (seen.several) comparison.same(`${id}: one key alone scores`, only.score, 0);
  }
  if (seen.several) comparison.same(`${id}: everything chosen scores`, everything.score, 0);
  comparison.same(`${id}: feedback before any answer`, seen.before, "");
}
