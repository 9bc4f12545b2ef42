"use strict";
// Pieces of the page. Texts of the bank get into it as text nodes and in no other way, so that markup in them is only
// ever seen, never obeyed.
const page = (() => {
  const main = document.getElementById("page");
  const make = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  };
  // Each paragraph a block of its own; the first may carry a word in front.
  // Between two lines of backticks stands code, which keeps its blanks.
  const blocks = (text, lead) => {
    const lines = text.split("\n");
    let code = false;
    let before = lead ? lead + " " : "";
    return lines.flatMap((line) => {
      const fence = lines.length > 1 && (code ? line.trim() === "```" : line.trim().startsWith("```") && !line.trim().slice(3).includes("`"));
      if (fence) code = !code;
      if (fence) return [];
      const words = before + line;
      before = "";
      return [make("span", { className: code ? "block code" : "block", dir: code ? "ltr" : "auto" }, words)];
    });
  };
  const letter = (at) => String.fromCharCode(65 + at);
  return {
    make, blocks, letter,
    letters: (places) => places.map(letter).sort().join(", ").replace(/, (.)$/, " and $1"),
    percent: (part, whole) => (whole === 0 ? 0 : Math.round((100 * part) / whole)),
    heading: (...children) => make("h1", { tabIndex: -1, dir: "auto" }, ...children),
    // Nothing where there is no text.
    paragraph: (text, className, lead) => (text ? make("p", { className }, ...blocks(text, lead)) : ""),
    button(words, className, press) {
      const button = make("button", { type: "button", className }, words);
      button.addEventListener("click", press);
      return button;
    },
    status() {
      const status = make("p", { className: "verdict" });
      status.setAttribute("role", "status");
      status.setAttribute("aria-live", "polite");
      return status;
    },
    choice(type, name, value, checked, ...children) {
      const input = make("input", { type, name, value, checked });
      return { input, label: make("label", { className: "choice" }, input, ...children) };
    },
    // Shows these instead of what was there; whoever listens to the page begins with `focused`.
    show(focused, ...children) {
      main.replaceChildren(...children);
      window.scrollTo(0, 0);
      if (focused) { focused.focus(); }
    },
  };
})();
