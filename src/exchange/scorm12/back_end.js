"use strict";
// On a learning platform: asks all questions in the order of the bank, reports each answer and the score by the calls of
// SCORM 1.2, and resumes a quiz from what the platform kept.
(() => {
  const { bank } = quiz;

  // The platform, where there is one. Without it everything works, but nothing is kept.
  const platform = (() => {
    let api = null;
    const search = (from) => {
      for (let at = from, steps = 0; at && steps < 10; steps += 1) {
        if (at.API) { return at.API; }
        if (at.parent === at) { return null; }
        at = at.parent;
      }
      return null;
    };
    const call = (name, ...values) => {
      if (!api) { return ""; }
      const answer = String(api[name](...values));
      const error = String(api.LMSGetLastError());
      if (error !== "0") { console.error(`${name}(${values.join(", ")}): error ${error}`); }
      return answer;
    };
    return {
      open() {
        try {
          api = search(window) || (window.opener && search(window.opener));
        } catch (refused) {
          api = null; // A frame of another origin: there is no platform to talk to.
        }
        if (api && call("LMSInitialize", "") !== "true") { api = null; }
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
  // A span of time as SCORM 1.2 writes it.
  const span = (milliseconds) => {
    const hundredths = Math.min(Math.floor(milliseconds / 10), 9999 * 360000);
    const seconds = Math.floor(hundredths / 100);
    const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
    return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
  };

  const opened = performance.now();
  const round = quiz.round(bank.questions);
  let recorded = 0;
  const percent = () => page.percent(quiz.right(round.items).length, round.items.length);
  const grade = () => (percent() >= bank.pass ? "passed" : "failed");
  const isAnswered = () => quiz.answered(round).length === round.items.length;

  // One digit a question answered: 1 right, 0 wrong. There is no room for more.
  const results = () => quiz.answered(round).map((item) => (item.right ? "1" : "0")).join("");
  const resume = () => {
    const status = platform.get("cmi.core.lesson_status");
    const [stamp, kept] = platform.get("cmi.suspend_data").split(" ");
    if (stamp === bank.stamp && /^[01]+$/.test(kept) && kept.length <= round.items.length) {
      [...kept].forEach((digit, at) => { round.items[at].right = digit === "1"; });
      round.at = kept.length;
    }
    recorded = Number(platform.get("cmi.interactions._count")) || 0;
    if (!isAnswered() && status !== "incomplete") { platform.set("cmi.core.lesson_status", "incomplete"); }
  };

  const keep = () => {
    platform.set("cmi.core.score.min", 0);
    platform.set("cmi.core.score.max", 100);
    platform.set("cmi.core.score.raw", percent());
    const text = `${bank.stamp} ${results()}`;
    // The standard promises no more than this; a longer quiz is taken in one go.
    if (text.length <= 4096) { platform.set("cmi.suspend_data", text); }
    if (isAnswered()) { platform.set("cmi.core.lesson_status", grade()); }
    platform.keep();
  };

  // An option is named by one letter or digit: its place in the bank's data.
  const pattern = (options) => options.map((at) => "abcdefghijklmnopqrstuvwxyz0123456789"[at]).sort().join(",");
  const record = (item, milliseconds) => {
    const interaction = `cmi.interactions.${recorded}`;
    recorded += 1;
    const now = new Date();
    platform.set(`${interaction}.id`, item.id);
    platform.set(`${interaction}.time`, `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`);
    platform.set(`${interaction}.type`, "choice");
    platform.set(`${interaction}.correct_responses.0.pattern`, pattern(quiz.keysOf(item)));
    platform.set(`${interaction}.weighting`, 1);
    platform.set(`${interaction}.student_response`, pattern(item.chosen));
    platform.set(`${interaction}.result`, item.right ? "correct" : "wrong");
    platform.set(`${interaction}.latency`, span(milliseconds));
  };

  const leave = () => {
    platform.set("cmi.core.session_time", span(performance.now() - opened));
    platform.set("cmi.core.exit", isAnswered() ? "" : "suspend");
    platform.keep();
    platform.close();
  };

  const found = platform.open();
  if (found) {
    resume();
    window.addEventListener("pagehide", leave, { once: true });
  }
  play(round, {
    stops: false,
    answered(_, item, milliseconds) {
      record(item, milliseconds);
      keep();
    },
    moved: () => {},
    grade,
    after: () => [page.make("p", {}, "You may close this page.")],
    notice: found ? "" : "No learning platform was found: the result will not be kept.",
  }, true);
})();
