// The address is the only filter state: controls and links write it, callbacks read it.
(function () {
  "use strict";
  const WHOLE = "whole";
  // What the server writes whole: pages without a script, and downloads.
  const SERVED = /^\/(export|load|checks|baselines|method|figures|files|template)(\/|$)/;
  const setAddress = (parts) => window.dash_clientside.set_props("address", parts);
  const valueOf = (id) => document.getElementById(id)?.value ?? "";
  const chosenCategories = () =>
    [...document.querySelectorAll("#filter-category input:checked")].map((box) => box.value);

  // What a control change keeps: the indicator and the range, unless the partnership is another one.
  function queryFromControls(changed) {
    const query = new URLSearchParams();
    query.set("partnership", valueOf("filter-partnership"));
    if (changed !== "filter-partnership") {
      const area = valueOf("filter-area");
      if (area && area !== WHOLE) query.set("area", area);
      chosenCategories().sort().forEach((name) => query.append("category", name));
      const before = new URLSearchParams(window.location.search);
      // A crime type lies in one category: choosing a category asks for all of its types.
      const crime = valueOf("filter-crime");
      if (changed !== "filter-category") {
        const chosen = crime === "several" ? before.getAll("crime") : [crime].filter((name) => name && name !== WHOLE);
        chosen.forEach((name) => query.append("crime", name));
      }
      if (before.get("by") && changed !== "filter-period") query.set("by", before.get("by"));
      if (changed !== "filter-category") {
        before.getAll("indicator").forEach((name) => query.append("indicator", name));
      }
      query.set("period", valueOf("filter-period"));
      // Another period is asked for afresh, not inside the old range.
      if (changed !== "filter-period") ["from", "to"].forEach((key) => before.get(key) && query.set(key, before.get(key)));
    }
    const kept = new URLSearchParams(window.location.search);
    ["run", "as-at"].forEach((key) => kept.get(key) && query.set(key, kept.get(key)));
    const measure = valueOf("filter-measure");
    if (measure && measure !== "count") query.set("measure", measure);
    return "?" + query.toString();
  }

  document.addEventListener("change", (event) => {
    const control = event.target.closest("#filters select, #filters input");
    if (!control) return;
    const name = control.matches("#filter-category input") ? "filter-category" : control.id;
    // After this event the control's own component has taken the value in.
    window.setTimeout(() => setAddress({ search: queryFromControls(name) }), 0);
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id === "filters") event.preventDefault();
  });

  function clearCategories() {
    document.querySelectorAll("#filter-category input:checked").forEach((box) => (box.checked = false));
    setAddress({ search: queryFromControls("filter-category") });
  }

  // Links inside the product change the address without loading the page again.
  function follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target) return;
    const url = new URL(link.href, window.location.href);
    if (url.origin !== window.location.origin || SERVED.test(url.pathname)) return;
    if (url.pathname === window.location.pathname && url.search === window.location.search && url.hash) return;
    event.preventDefault();
    const moved = url.pathname !== window.location.pathname;
    // A path that is set again, even the same, would build the whole page afresh.
    setAddress({ ...(moved && { pathname: url.pathname }), search: url.search, hash: url.hash });
    if (moved) {
      window.scrollTo(0, 0);
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  }
  document.addEventListener("click", follow);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "all-categories") clearCategories();
    if (button.id === "more-categories") toggleCategories(button);
    if (button.id === "copy-link") copyLink(button);
    if (button.id === "present") present(button);
  });

  function toggleCategories(button) {
    const open = document.body.classList.toggle("all-categories-shown");
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Fewer" : "More";
  }

  async function copyLink(button) {
    let words = "Copied";
    try {
      await navigator.clipboard.writeText(window.location.href);
    } catch {
      words = "Copy it from the address bar";
    }
    button.textContent = words;
    window.setTimeout(() => (button.textContent = "Copy link"), 2500);
  }

  function present(button) {
    const on = document.body.classList.toggle("presenting");
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "End presenting" : "Present";
    window.dispatchEvent(new Event("resize"));
  }
  document.addEventListener("keydown", (event) => {
    const button = document.getElementById("present");
    if (event.key === "Escape" && document.body.classList.contains("presenting")) present(button);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    outturn: {
      // Navigation keeps partnership, area, category and period; an indicator belongs to its own pages.
      carryView: function (pathname, search) {
        const links = [...document.querySelectorAll("#nav a")];
        const query = new URLSearchParams(search);
        const without = new URLSearchParams([...query].filter(([key]) => key !== "indicator"));
        const paths = links.map((link) => new URL(link.href).pathname);
        const keepsIndicator = (path) => path === "/trends" || path === "/indicator";
        const endings = paths.map((path) => (keepsIndicator(path) ? query : without).toString());
        return [
          paths.map((path, at) => (endings[at] ? `${path}?${endings[at]}` : path)),
          paths.map((path) => (path === pathname ? "page" : undefined)),
        ];
      },
    },
  });
})();
