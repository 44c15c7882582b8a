// The page stands in the first answer; Dash draws the same once more and takes over, in one frame and where the reader is.
(function () {
  "use strict";
  const first = document.getElementById("first");
  const entry = document.getElementById("react-entry-point");
  if (!first) return;

  // Where a part stands, which is the same in both.
  const wayTo = (part) => (part === first ? [] : [...wayTo(part.parentElement), [...part.parentElement.children].indexOf(part)]);
  const partAt = (way) => way.reduce((part, at) => part?.children[at], entry);

  function takeOver() {
    if (!entry.querySelector("#page")) return;
    watch.disconnect();
    const focused = first.contains(document.activeElement) ? wayTo(document.activeElement) : null;
    const folds = [...first.querySelectorAll("details")].map((fold) => [wayTo(fold), fold.open]);
    const fields = [...first.querySelectorAll("input:not([type=checkbox])")].map((field) => [wayTo(field), field.value]);
    first.remove();
    for (const [way, typed] of fields) {
      const field = partAt(way);
      if (field && typed) field.value = typed;
    }
    for (const [way, open] of folds) {
      const fold = partAt(way);
      if (fold) fold.open = open;
    }
    if (focused) (partAt(focused) ?? entry.querySelector("#page h1"))?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("taken-over"));
  }
  const watch = new MutationObserver(takeOver);
  watch.observe(entry, { childList: true, subtree: true });
})();
