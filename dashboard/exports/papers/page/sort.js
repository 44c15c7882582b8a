// Tables sort by a click on a heading: numbers by what they are, words by the alphabet, what is missing last.
"use strict";
(() => {
  const words = new Intl.Collator("en-GB", { numeric: true });
  const number = (cell) => (cell.dataset.n === undefined ? null : Number(cell.dataset.n));
  const compare = (at, way) => (one, other) => {
    const [a, b] = [one.cells[at], other.cells[at]];
    const [m, n] = [number(a), number(b)];
    if (m !== null && n !== null) return way * (m - n);
    if (m !== null || n !== null) return m === null ? 1 : -1;
    return way * words.compare(a.textContent, b.textContent);
  };
  const sort = (table, heading, at) => {
    const way = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    table.tHead.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
    const body = table.tBodies[0];
    [...body.rows].sort(compare(at, way)).forEach((row) => body.append(row));
  };
  document.querySelectorAll("table.sorts").forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((heading, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, heading, at));
    });
  });
})();
