// What is folded: on a phone a menu closes when it has led somewhere, downloads when the reader turns to something
// else, and Escape closes what the reader is in.
(function () {
  "use strict";
  const folded = (place) => place?.closest?.(".top, #filters, .take-away")?.querySelector(":is(.fold, .files)[open]");

  document.addEventListener("click", (event) => {
    if (event.target.closest("#nav a")) folded(event.target)?.removeAttribute("open");
    const files = document.querySelector(".files[open]");
    if (files && !files.contains(event.target)) files.removeAttribute("open");
  });

  document.addEventListener("keydown", (event) => {
    const fold = event.key === "Escape" && folded(document.activeElement);
    if (!fold || !fold.getClientRects().length) return;
    fold.removeAttribute("open");
    fold.querySelector("summary").focus();
  });
})();
