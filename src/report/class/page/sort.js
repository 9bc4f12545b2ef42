// Sorts a table by the column whose heading was clicked: numbers as numbers, what is missing always last.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const words = new Intl.Collator("en", { numeric: true });
  const value = (row, at) => {
    const cell = row.cells[at];
    const text = cell.dataset.number ?? cell.textContent.trim();
    return text === "" ? null : cell.dataset.number === undefined ? text : Number(text);
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : words.compare(a, b));
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) {
        other.removeAttribute("aria-sort");
      }
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => [value(row, at), row]);
      rows.sort(([a], [b]) => {
        if (a === null || b === null) {
          return (a === null) - (b === null);
        }
        return down ? compare(b, a) : compare(a, b);
      });
      body.append(...rows.map(([, row]) => row));
    });
  });
}
for (const hint of document.querySelectorAll("[data-sorts]")) {
  hint.hidden = false;
}
