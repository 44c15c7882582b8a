// The component that shows the HTML a server wrote for a region: one React element, however many cells.
(function () {
  "use strict";
  const { createElement, useLayoutEffect, useRef } = window.React;
  const asWritten = new WeakMap(); // whether the server wrote a fold open
  const words = (part) => (part.ariaLabel || part.textContent).replace(/\d+/g, "").trim();

  // A part of a region by what a reader takes it for: its key, or its kind, its words and which of those alike it is.
  function likenesses(region, kind, part) {
    if (part?.dataset.key) return region.querySelectorAll(`[data-key="${CSS.escape(part.dataset.key)}"]`);
    return [...region.querySelectorAll(kind)].filter((other) => words(other) === words(part));
  }
  function remembered(region, part) {
    const kind = part.localName;
    const at = [...likenesses(region, kind, part)].indexOf(part);
    return { kind, at, copy: part.cloneNode(true) };
  }
  const again = (region, { kind, at, copy }) => likenesses(region, kind, copy)[at];

  // What the reader did to a region that is about to be written anew: where the focus is, which folds were turned.
  function before(region) {
    const active = document.activeElement;
    const focus = active !== region && region.contains(active) ? remembered(region, active) : null;
    const turned = [...region.querySelectorAll("details")].filter((fold) => fold.open !== asWritten.get(fold));
    const folds = turned.map((fold) => ({ ...remembered(region, fold.querySelector("summary")), open: fold.open }));
    return { focus, folds };
  }
  function restore(region, { focus, folds }) {
    for (const fold of folds) {
      const summary = again(region, fold);
      if (summary) summary.parentElement.open = fold.open;
    }
    if (focus) (again(region, focus) || document.querySelector("#page h1"))?.focus({ preventScroll: true });
  }

  function Markup({ id, className, html }) {
    const region = useRef(null);
    const written = useRef(html);
    const kept = region.current && written.current !== html ? before(region.current) : null;
    useLayoutEffect(() => {
      written.current = html;
      region.current.querySelectorAll("details").forEach((fold) => asWritten.set(fold, fold.open));
      if (kept) restore(region.current, kept);
    }, [html]);
    return createElement("div", { id, className, ref: region, dangerouslySetInnerHTML: { __html: html } });
  }
  window.outturn = { ...window.outturn, Markup };

  // List and map choose each other: what shares a place is marked together.
  function mark(place, name) {
    document.querySelectorAll(`.${name}`).forEach((other) => other.classList.remove(name));
    if (!place) return;
    document.querySelectorAll(`[data-place="${CSS.escape(place)}"]`).forEach((same) => same.classList.add(name));
  }
  const placeOf = (event) => event.target.closest?.("[data-place]")?.dataset.place;
  // What a shape of the map holds, in words under it, and the way in where it has one.
  function say(shape) {
    const said = document.querySelector(".map-said");
    if (!said || !shape) return;
    said.querySelector("span").textContent = shape.querySelector("title")?.textContent ?? "";
    const door = said.querySelector("a");
    door.hidden = !shape.dataset.area;
    door.href = door.dataset.href.replace("area=CLICKED", `area=${encodeURIComponent(shape.dataset.area ?? "")}`);
  }
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
    say(shape.closest(".area-map") ? shape : found);
    found?.scrollIntoView({ block: "nearest" });
    (found?.querySelector("a, button") ?? found)?.focus({ preventScroll: true });
  });
})();
