"use strict";

// The learning platform, where there is one. Everything below works without it; only nothing is kept then.
const platform = (() => {
  let api = null;
  const search = (from) => {
    for (let at = from, steps = 0; at && steps < 10; steps += 1) {
      if (at.API) return at.API;
      if (at.parent === at) return null;
      at = at.parent;
    }
    return null;
  };
  const call = (name, ...values) => {
    if (!api) return "";
    const answer = String(api[name](...values));
    const error = String(api.LMSGetLastError());
    if (error !== "0") console.error(`${name}(${values.join(", ")}): error ${error}`);
    return answer;
  };
  return {
    open() {
      try {
        api = search(window) || (window.opener && search(window.opener));
      } catch (refused) {
        api = null; // A frame of another origin: there is no platform to talk to.
      }
      if (api && call("LMSInitialize", "") !== "true") api = null;
      return api !== null;
    },
    get: (name) => call("LMSGetValue", name),
    set: (name, value) => call("LMSSetValue", name, String(value)),
    keep: () => call("LMSCommit", ""),
    close() {
      call("LMSFinish", "");
      api = null;
    },
  };
})();

const two = (number) => String(number).padStart(2, "0");

/** A span of time as SCORM 1.2 writes it. */
function span(milliseconds) {
  const hundredths = Math.min(Math.floor(milliseconds / 10), 9999 * 360000);
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** An element with a text; texts of the bank never become markup. */
function element(name, text, attributes) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  return made;
}

/** Every order is equally likely. */
function shuffled(items) {
  const order = items.slice();
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function run() {
  const bank = JSON.parse(document.getElementById("bank").textContent);
  const stage = document.getElementById("stage");
  const place = document.getElementById("place");
  const notice = document.getElementById("notice");
  const opened = Date.now();
  const total = bank.questions.length;
  let results = ""; // One digit a question answered: 1 right, 0 wrong.
  let recorded = 0;

  const rightCount = () => results.split("1").length - 1;
  const percent = () => (total ? Math.round((100 * rightCount()) / total) : 0);

  function resume() {
    const status = platform.get("cmi.core.lesson_status");
    const [identifier, kept] = platform.get("cmi.suspend_data").split(" ");
    if (identifier === bank.identifier && /^[01]*$/.test(kept || "") && (kept || "").length <= total) {
      results = kept || "";
    }
    recorded = Number(platform.get("cmi.interactions._count")) || 0;
    if (results.length < total && status !== "incomplete") platform.set("cmi.core.lesson_status", "incomplete");
  }

  function keep() {
    platform.set("cmi.core.score.min", 0);
    platform.set("cmi.core.score.max", 100);
    platform.set("cmi.core.score.raw", percent());
    const text = `${bank.identifier} ${results}`;
    // The standard promises no more than this; a longer quiz is taken in one go.
    if (text.length <= 4096) platform.set("cmi.suspend_data", text);
    if (results.length === total) {
      platform.set("cmi.core.lesson_status", percent() >= bank.pass ? "passed" : "failed");
    }
    platform.keep();
  }

  function record(question, names, right, shown) {
    const interaction = `cmi.interactions.${recorded}`;
    recorded += 1;
    const now = new Date();
    const keys = question.options.filter((option) => option.right).map((option) => option.name);
    platform.set(`${interaction}.id`, question.id);
    platform.set(`${interaction}.time`, `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`);
    platform.set(`${interaction}.type`, "choice");
    platform.set(`${interaction}.correct_responses.0.pattern`, keys.sort().join(","));
    platform.set(`${interaction}.weighting`, 1);
    platform.set(`${interaction}.student_response`, names.sort().join(","));
    platform.set(`${interaction}.result`, right ? "correct" : "wrong");
    platform.set(`${interaction}.latency`, span(Date.now() - shown));
  }

  function ask() {
    if (results.length >= total) {
      finish();
      return;
    }
    const question = bank.questions[results.length];
    const shown = Date.now();
    place.textContent = `${question.topic} · Question ${results.length + 1} of ${total}`;
    const form = element("form");
    const fieldset = element("fieldset");
    const legend = element("legend", "", { tabindex: "-1" });
    legend.append(element("span", question.stem));
    fieldset.append(legend);
    if (question.several) fieldset.append(element("p", "Choose all that are right.", { class: "small" }));
    const options = question.fixed ? question.options : shuffled(question.options);
    for (const option of options) {
      const label = element("label");
      const kind = question.several ? "checkbox" : "radio";
      const words = element("span");
      words.append(element("span", option.text, { class: "option" }));
      label.append(element("input", "", { type: kind, name: "option", value: option.name }), words);
      fieldset.append(label);
    }
    const button = element("button", "Check", { type: "submit" });
    form.append(fieldset, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const names = [...form.querySelectorAll("input:checked")].map((input) => input.value);
      if (names.length === 0) {
        notice.textContent = "Choose an option first.";
        return;
      }
      button.remove();
      answer(form, question, names, shown);
    });
    stage.replaceChildren(form);
    notice.textContent = "";
    legend.focus();
  }

  function answer(form, question, names, shown) {
    const right = question.options.every((option) => option.right === names.includes(option.name));
    results += right ? "1" : "0";
    record(question, names, right, shown);
    keep();
    for (const input of form.querySelectorAll("input")) {
      input.disabled = true;
      const option = question.options.find((one) => one.name === input.value);
      const words = input.nextElementSibling;
      if (!option.right && !input.checked) continue;
      const verdict = option.right ? "Right answer" : "Not right";
      input.parentElement.className = option.right ? "right" : "wrong";
      words.append(element("span", ` (${verdict})`, { class: "mark" }));
      if (option.why) words.append(element("span", option.why, { class: "why" }));
    }
    const verdict = element("h2", right ? "Right." : "Not right.", { tabindex: "-1", id: "verdict" });
    form.append(verdict);
    if (question.explanation) form.append(element("p", question.explanation, { id: "explanation" }));
    if (question.source) form.append(element("p", `Source: ${question.source}`, { id: "source", class: "small" }));
    if (question.jurisdiction) {
      form.append(element("p", `Law of: ${question.jurisdiction}`, { id: "jurisdiction", class: "small" }));
    }
    const last = results.length === total;
    const next = element("button", last ? "Show the result" : "Next question", { type: "button", id: "next" });
    next.addEventListener("click", ask);
    form.append(next);
    verdict.focus();
  }

  function finish() {
    place.textContent = "";
    const topics = new Map();
    bank.questions.forEach((question, at) => {
      const counts = topics.get(question.topic) || [0, 0];
      counts[0] += results[at] === "1" ? 1 : 0;
      counts[1] += 1;
      topics.set(question.topic, counts);
    });
    const words = percent() >= bank.pass ? "passed" : "not passed";
    const heading = element("h2", `${rightCount()} of ${total} right: ${percent()} %, ${words}`, {
      id: "result",
      tabindex: "-1",
    });
    const table = element("table");
    const head = element("tr");
    head.append(element("th", "Topic", { scope: "col" }), element("th", "Right", { scope: "col" }));
    table.append(head);
    for (const [topic, [right, of]] of topics) {
      const row = element("tr");
      row.append(element("td", topic), element("td", `${right} of ${of}`));
      table.append(row);
    }
    stage.replaceChildren(heading, table);
    notice.textContent = "You may close this page.";
    heading.focus();
  }

  function leave() {
    platform.set("cmi.core.session_time", span(Date.now() - opened));
    platform.set("cmi.core.exit", results.length < total ? "suspend" : "");
    platform.keep();
    platform.close();
  }

  if (platform.open()) {
    resume();
    window.addEventListener("pagehide", leave, { once: true });
  }
  ask();
  if (results.length === 0 && !platform.keep()) {
    notice.textContent = "No learning platform was found: the result will not be kept.";
  }
}

document.addEventListener("DOMContentLoaded", run);
