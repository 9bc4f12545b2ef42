// A Canvas package, read by jszip and by Chromium's XML and HTML parsers, against the JSON export of the same bank.
//
//   node canvas.mjs BANK.json PACKAGE.zip
//
// Canvas itself cannot be installed here. What its two importers are known to want is asked for instead: the quiz and
// the banks each hold every question, keys by `setvar`, feedback within `flow_mat` and linked, identifiers without the
// words that Canvas sorts by, and HTML that is text when it has been unescaped once.

import { unpack } from "./lib/archive.mjs";
import { Comparison, paths, readBank } from "./lib/bank.mjs";
import { PAGE, withPage } from "./lib/browser.mjs";

const [json, file] = paths("node canvas.mjs BANK.json PACKAGE.zip");
const bank = readBank(json);
const files = await unpack(file);
const inBanks = new Comparison("canvas question banks", bank);
const inQuiz = new Comparison("canvas quiz", bank);

/** Runs in the page: takes a file of questions apart as Canvas does. */
function takeApart(xml) {
  const parsed = new DOMParser().parseFromString(xml, "application/xml");
  const broken = parsed.querySelector("parsererror");
  if (broken) return { error: broken.textContent };
  const namespace = parsed.documentElement.namespaceURI;
  const faults = [];
  /** HTML as a person sees it: text, and line breaks; anything else was markup that should have been text. */
  const shown = (material) => {
    const text = material.querySelector(":scope > mattext[texttype='text/html']");
    if (!text) return null;
    const html = new DOMParser().parseFromString(text.textContent, "text/html");
    // A feedback stands in one paragraph of its own, without which a classic quiz shows its escapes.
    if (material.closest("itemfeedback")) {
      const [around] = html.body.children;
      if (html.body.childNodes.length !== 1 || !around.matches("p.feedback")) faults.push("a feedback without its paragraph");
      else around.replaceWith(...around.childNodes);
    }
    for (const other of html.body.querySelectorAll(":not(br)")) faults.push(`markup <${other.localName}>`);
    if (html.head.childElementCount > 0) faults.push(`markup <${html.head.firstElementChild.localName}>`);
    for (const end of html.body.querySelectorAll("br")) end.replaceWith("\n");
    return html.body.textContent;
  };
  const holds = (node, chosen) => {
    const parts = [...node.children];
    if (node.localName === "varequal") return chosen.has(node.textContent);
    if (node.localName === "not") return !parts.some((part) => holds(part, chosen));
    if (node.localName === "or") return parts.some((part) => holds(part, chosen));
    if (node.localName === "other") return true;
    return parts.every((part) => holds(part, chosen));
  };
  const questions = [...parsed.querySelectorAll("item")].map((item) => {
    const field = (label) => {
      const labels = [...item.querySelectorAll("fieldlabel")].filter((node) => node.textContent === label);
      return labels[0]?.nextSibling?.textContent;
    };
    const feedback = new Map();
    for (const node of item.querySelectorAll("itemfeedback > flow_mat > material")) {
      feedback.set(node.closest("itemfeedback").getAttribute("ident"), shown(node));
    }
    const conditions = [...item.querySelectorAll("respcondition")];
    const told = (chosen) =>
      conditions
        .filter((node) => node.querySelector("displayfeedback") && holds(node.querySelector("conditionvar"), chosen))
        .map((node) => node.querySelector("displayfeedback").getAttribute("linkrefid"));
    const score = (chosen) =>
      Math.max(
        0,
        ...conditions
          .filter((node) => node.querySelector("setvar") && holds(node.querySelector("conditionvar"), chosen))
          .map((node) => Number(node.querySelector("setvar").textContent)),
      );
    const labels = [...item.querySelectorAll("response_label")];
    const several = item.querySelector("response_lid").getAttribute("rcardinality") === "Multiple";
    const idents = labels.map((label) => label.getAttribute("ident"));
    // Which options are right is found out by answering: every set of options, and only one may be worth full marks.
    const sets = [];
    for (let bits = 1; bits < 2 ** idents.length; bits += 1) {
      const chosen = idents.filter((_, at) => bits & (1 << at));
      if (several || chosen.length === 1) sets.push(chosen);
    }
    const full = sets.filter((chosen) => score(new Set(chosen)) === 100);
    if (full.length !== 1) faults.push(`${full.length} answers are worth full marks`);
    const options = labels.map((label, at) => {
      const only = told(new Set([idents[at]])).filter((ident) => ident !== "general_fb");
      return {
        text: shown(label.querySelector("material")),
        right: (full[0] || []).includes(idents[at]),
        why: only.map((ident) => feedback.get(ident)).join("\n"),
      };
    });
    const always = told(new Set()).includes("general_fb") ? feedback.get("general_fb") : "";
    return {
      id: item.getAttribute("title"),
      ident: item.getAttribute("ident"),
      idents: [...idents, ...feedback.keys()].filter((ident) => ident !== "general_fb"),
      type: field("question_type"),
      points: field("points_possible"),
      answerIds: field("original_answer_ids"),
      inBank: field("assessment_question_identifierref"),
      choices: idents.join(","),
      stem: shown(item.querySelector("presentation > material")),
      fixed: item.querySelector("render_choice").getAttribute("shuffle") === "No",
      several,
      options,
      explanation: always,
    };
  });
  const title = [...parsed.querySelectorAll("objectbank > qtimetadata fieldlabel")]
    .filter((node) => node.textContent === "bank_title")
    .map((node) => node.nextSibling.textContent)[0];
  return { namespace, root: parsed.documentElement.firstElementChild?.localName, title, faults, questions };
}

/** Words by which Canvas sorts feedback: they may not stand in an identifier by chance. */
const SORTED_BY = /wrong|incorrect|correct|solution|general_|_all|_I?C$/i;

await withPage(new Map([["", [PAGE, "<!doctype html>"]]]), (trouble) => inQuiz.fail(trouble), async (page) => {
  const bankIdents = new Set();
  const quizRefs = new Set();
  for (const [name, text] of files) {
    if (!text.includes("<questestinterop")) continue;
    const part = await page.evaluate(takeApart, text);
    if (part.error) {
      inQuiz.fail(`${name}: ${part.error}`);
      continue;
    }
    const comparison = part.root === "assessment" ? inQuiz : inBanks;
    comparison.same(`${name}: namespace`, part.namespace, "http://www.imsglobal.org/xsd/ims_qtiasiv1p2");
    for (const fault of part.faults) comparison.fail(`${name}: ${fault}`);
    for (const question of part.questions) {
      const topic = part.root === "objectbank" ? { topic: part.title } : {};
      comparison.question({ ...question, ...topic });
      const kind = question.several ? "multiple_answers_question" : "multiple_choice_question";
      comparison.same(`${question.id}: type`, question.type, kind);
      comparison.same(`${question.id}: points`, Number(question.points), 1);
      comparison.same(`${question.id}: answer ids`, question.answerIds, question.choices);
      for (const ident of [question.ident, ...question.idents]) {
        if (SORTED_BY.test(ident)) comparison.fail(`${question.id}: Canvas would sort by the identifier ${ident}`);
      }
      if (comparison === inQuiz) quizRefs.add(question.inBank);
      else bankIdents.add(question.ident);
    }
  }
  inQuiz.same("every question of the quiz is one of a bank", [...quizRefs].every((ref) => bankIdents.has(ref)), true);
  const manifest = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    return [...parsed.querySelectorAll("resource")].map((resource) => ({
      type: resource.getAttribute("type"),
      files: [...resource.querySelectorAll("file")].map((node) => node.getAttribute("href")),
    }));
  }, files.get("imsmanifest.xml"));
  const listed = manifest.flatMap((resource) => resource.files).sort();
  const present = [...files.keys()].filter((name) => name !== "imsmanifest.xml").sort();
  inQuiz.same("the manifest lists the files", listed.join(" "), present.join(" "));
  inQuiz.same("one quiz", manifest.filter(({ type }) => type === "imsqti_xmlv1p2").length, 1);
});
inQuiz.finish();
inBanks.finish();
