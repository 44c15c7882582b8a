// The component that shows the HTML a server wrote for a region: one React element, however many cells.
(function () {
  "use strict";
  const { createElement, useLayoutEffect, useRef } = window.React;

  // Where the reader was inside a region that is written anew, or the page's heading.
  function focusAgain(region, key) {
    const same = key && region.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (same || document.querySelector("#page h1"))?.focus({ preventScroll: true });
  }

  function Markup({ id, className, html }) {
    const region = useRef(null);
    const written = useRef(html);
    const active = document.activeElement;
    const held = written.current !== html && active !== region.current && region.current?.contains(active);
    const key = held ? active.dataset.key : null;
    useLayoutEffect(() => {
      written.current = html;
      if (held) focusAgain(region.current, key);
    }, [html]);
    return createElement("div", { id, className, ref: region, dangerouslySetInnerHTML: { __html: html } });
  }
  window.outturn = { Markup };

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
