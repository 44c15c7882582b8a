// What is folded on a phone: a menu closes when it has led somewhere, and Escape closes what the reader is in.
(function () {
  "use strict";
  const folded = (place) => place?.closest?.(".top, #filters")?.querySelector(".fold[open]");

  document.addEventListener("click", (event) => {
    if (event.target.closest("#nav a")) folded(event.target)?.removeAttribute("open");
  });

  document.addEventListener("keydown", (event) => {
    const fold = event.key === "Escape" && folded(document.activeElement);
    if (!fold || !fold.getClientRects().length) return;
    fold.removeAttribute("open");
    fold.querySelector("summary").focus();
  });
})();
