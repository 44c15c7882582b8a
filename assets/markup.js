// Puts the HTML that the server wrote for a region in its place: one component, however many cells.
(function () {
  "use strict";

  // Where the reader was inside a region that is written anew, or the page's heading.
  function focusAgain(region, key) {
    const same = key && region.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (same || document.querySelector("#page h1"))?.focus({ preventScroll: true });
  }

  function write(region) {
    const wanted = region.getAttribute("data-markup");
    if (region.written === wanted || (!wanted && !region.written)) return;
    const focused = region.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.key;
    region.innerHTML = wanted;
    region.written = wanted;
    if (focused) focusAgain(region, key);
  }

  const writeAll = () => document.querySelectorAll("[data-markup]").forEach(write);
  new MutationObserver(writeAll).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-markup"],
  });

  // List and map choose each other: what shares a place is marked together.
  function mark(place, name) {
    document.querySelectorAll(`.${name}`).forEach((other) => other.classList.remove(name));
    if (!place) return;
    document.querySelectorAll(`[data-place="${CSS.escape(place)}"]`).forEach((same) => same.classList.add(name));
  }
  const placeOf = (event) => event.target.closest?.("[data-place]")?.dataset.place;
  document.addEventListener("mouseover", (event) => mark(placeOf(event), "pointed"));
  document.addEventListener("focusin", (event) => mark(placeOf(event), "pointed"));
  document.addEventListener("click", (event) => {
    const shape = event.target.closest?.(".area-map [data-place], .to-map");
    if (!shape) return;
    event.preventDefault();
    const place = shape.closest("[data-place]").dataset.place;
    mark(place, "chosen");
    const other = shape.closest(".area-map") ? `tr[data-place="${CSS.escape(place)}"]` : `.area-map [data-place="${CSS.escape(place)}"]`;
    const found = document.querySelector(other);
    found?.scrollIntoView({ block: "nearest" });
    (found?.querySelector("a, button") ?? found)?.focus({ preventScroll: true });
  });
})();
