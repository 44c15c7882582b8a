// A large table that is closed is fetched when it is opened, from the page that it has of its own.
(function () {
  "use strict";

  async function fill(fold) {
    const { from } = fold.dataset;
    if (!from) return;
    delete fold.dataset.from;
    fold.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      fold.querySelector("summary").nextElementSibling.replaceWith(...page.getElementById("printed").childNodes);
    } catch {
      fold.dataset.from = from; // the link in it still leads there
    }
    fold.removeAttribute("aria-busy");
  }
  document.addEventListener("toggle", (event) => event.target.open && fill(event.target), true);

  const holds = (fold, number) =>
    fold.dataset.cells.split(" ").some((run) => {
      const [first, last = first] = run.split("-").map(Number);
      return first <= number && number <= last;
    });
  // Opens the closed table that holds a printed cell, which is then fetched and shown.
  document.addEventListener("cell-wanted", ({ detail }) => {
    const number = Number(detail.replace("cell-", ""));
    const fold = [...document.querySelectorAll("details[data-cells]:not([open])")].find((each) => holds(each, number));
    if (fold) fold.open = true;
  });
})();
