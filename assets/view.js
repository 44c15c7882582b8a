// After each view: the title of the tab, what is spoken, the cell an address points at, chips that do not fit.
(function () {
  "use strict";
  let spokenTitle = "";

  function sayTitle() {
    const title = document.querySelector("#page h1")?.textContent ?? "";
    if (!title || title === spokenTitle) return;
    spokenTitle = title;
    document.title = `${title} – Outturn`;
    const spoken = document.getElementById("spoken");
    if (spoken) spoken.textContent = title;
  }

  // A link to a printed cell opens its table, scrolls to it and marks it.
  let shownCell = "";
  function showCell() {
    const hash = window.location.hash;
    const wanted = /^#(cell|arrival)-\d+$/.test(hash) ? hash.slice(1) : "";
    const address = window.location.pathname + window.location.search + hash;
    if (!wanted) {
      shownCell = "";
      return;
    }
    const cell = document.getElementById(wanted);
    if (!cell) document.dispatchEvent(new CustomEvent("cell-wanted", { detail: wanted }));
    if (!cell || shownCell === address + cell.textContent) return;
    shownCell = address + cell.textContent;
    document.querySelectorAll(".pointed-at").forEach((other) => other.classList.remove("pointed-at"));
    cell.closest("details")?.setAttribute("open", "");
    cell.classList.add("pointed-at");
    cell.setAttribute("tabindex", "-1");
    cell.scrollIntoView({ block: "center", inline: "center" });
    cell.focus({ preventScroll: true });
  }

  // "More" is only there when some category does not fit in one row.
  function fitCategories() {
    const chips = document.querySelector(".chips");
    if (!chips) return;
    const hidden = chips.scrollHeight > chips.clientHeight + 4;
    const open = document.body.classList.contains("all-categories-shown");
    document.body.classList.toggle("categories-hidden", hidden || open);
    const none = document.querySelectorAll("#filter-category input:checked").length === 0;
    const all = document.getElementById("all-categories");
    if (all) all.setAttribute("aria-pressed", String(none));
  }

  let waiting = false;
  function settle() {
    if (waiting) return;
    waiting = true;
    window.requestAnimationFrame(() => {
      waiting = false;
      sayTitle();
      showCell();
      fitCategories();
    });
  }
  new MutationObserver(settle).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("resize", settle);
  window.addEventListener("hashchange", settle);
  document.addEventListener("change", settle);
  document.addEventListener("taken-over", () => (shownCell = ""));
})();
