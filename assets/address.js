// The address is the only filter state: controls and links write it, callbacks read it.
(function () {
  "use strict";
  const WHOLE = "whole";
  // What the server writes whole: pages without a script, and downloads.
  const SERVED = /^\/(export|load|enter|indicators|partnerships|checks|baselines|find|data\/tables|method|figures|files|template|account|users|password|sign-in|sign-out|audit|priorities\/[^/]+)(\/|$)/;
  const isDrawn = () => !document.getElementById("first"); // before that the browser follows addresses by itself
  const setAddress = (parts) => {
    if (isDrawn()) window.dash_clientside.set_props("address", parts);
    else window.location.search = parts.search;
  };
  const rules = () => JSON.parse(document.getElementById("filters").dataset.filters);

  // What a control says, as the address writes it; nothing for all, undefined where a filter has no control.
  function chosen({ key, unasked }, before) {
    const control = document.getElementById(`filter-${key}`);
    if (!control) return undefined;
    if (control.tagName !== "SELECT") return [...control.querySelectorAll("input:checked")].map((box) => box.value).sort();
    if (control.value === "several") return before.getAll(key);
    return [control.value].filter((value) => value && value !== WHOLE && value !== unasked);
  }

  // The address after a change of one control: the filters whose meaning hung on it are dropped.
  function queryFromControls(changed) {
    const before = new URLSearchParams(window.location.search);
    const query = new URLSearchParams();
    for (const rule of rules()) {
      if (rule.lostWith.includes("*") || rule.lostWith.includes(changed)) continue;
      (chosen(rule, before) ?? before.getAll(rule.key)).forEach((value) => query.append(rule.key, value));
    }
    return "?" + query.toString();
  }

  document.addEventListener("change", (event) => {
    const control = event.target.closest("#filters select, #filters input");
    if (!control) return;
    const name = (control.closest("[id^=filter-]") ?? control).id.replace("filter-", "");
    // After this event the control's own component has taken the value in.
    window.setTimeout(() => setAddress({ search: queryFromControls(name) }), 0);
  });

  // A slider says its value beside it.
  document.addEventListener("input", (event) => {
    const shown = event.target.type === "range" && event.target.nextElementSibling;
    if (shown && shown.tagName === "OUTPUT") shown.value = event.target.value;
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id === "filters") event.preventDefault();
  });

  function clearCategories() {
    document.querySelectorAll("#filter-category input:checked").forEach((box) => (box.checked = false));
    setAddress({ search: queryFromControls("category") });
  }

  // Links inside the product change the address without loading the page again.
  function follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || !isDrawn() || event.defaultPrevented || event.button !== 0) return;
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
    if (button.id === "present") present();
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

  // The view that is shown, one screen at a time; "End" leads back to it.
  function present() {
    const view = window.location.pathname + window.location.search;
    window.location.assign(`/present?${new URLSearchParams({ deck: view, item: "1" })}`);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    outturn: {
      // Navigation keeps the view, but for what belongs to other pages than the one it leads to.
      carryView: function (pathname, search) {
        const links = [...document.querySelectorAll("#nav a")];
        const paths = links.map((link) => new URL(link.href).pathname);
        const endings = links.map((link) => {
          const dropped = link.dataset.drops.split(" ");
          return new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => !dropped.includes(key))).toString();
        });
        return [
          paths.map((path, at) => (endings[at] ? `${path}?${endings[at]}` : path)),
          paths.map((path) => (path === pathname ? "page" : undefined)),
        ];
      },
    },
  });
})();
