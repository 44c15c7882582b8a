// The search field in the head of every page: "/" goes to it, arrows choose among what fits, Enter opens it.
(function () {
  "use strict";
  const KEY = "outturn-find-key";
  let isAsking = false;
  let chosen = -1;

  const field = () => document.getElementById("find");
  const list = () => document.getElementById("find-list");
  const options = () => [...(list()?.children ?? [])];
  const isOff = () => window.localStorage.getItem(KEY) === "off";

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  // With this script the field is a combobox; without it, it is the field of a form.
  function enhance(input) {
    if (list()) return;
    const found = make("ul", { id: "find-list", hidden: true });
    found.setAttribute("role", "listbox");
    found.setAttribute("aria-label", "What fits");
    const said = make("p", { id: "find-said", className: "visually-hidden" });
    said.setAttribute("role", "status");
    input.after(found, said);
    const states = { role: "combobox", "aria-expanded": "false", "aria-controls": "find-list", "aria-autocomplete": "list" };
    Object.entries(states).forEach(([name, value]) => input.setAttribute(name, value));
    if (!isOff()) input.setAttribute("aria-keyshortcuts", "/");
  }

  function close() {
    choose(-1);
    list()?.replaceChildren();
    show(false);
  }

  function show(open) {
    if (list()) list().hidden = !open;
    field()?.setAttribute("aria-expanded", String(open));
  }

  function choose(at) {
    chosen = at;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    if (at < 0) field()?.removeAttribute("aria-activedescendant");
    else field().setAttribute("aria-activedescendant", options()[at].id);
    options()[at]?.scrollIntoView({ block: "nearest" });
  }

  function option({ kind, name, code, beside, href }, at) {
    const first = make("span", { className: "name", textContent: code ? `${name} (${code})` : name });
    const second = make("span", { className: "beside", textContent: [kind, beside].filter(Boolean).join(" · ") });
    const item = make("li", { id: `find-${at}` }, first, second);
    item.setAttribute("role", "option");
    item.dataset.href = href;
    return item;
  }

  // One question at a time: what is typed meanwhile is asked when the answer is there.
  async function look() {
    const wanted = field().value.trim();
    if (!wanted) return close();
    if (isAsking) return;
    isAsking = true;
    try {
      const query = new URLSearchParams(window.location.search);
      query.set("q", wanted);
      const answer = await fetch(`/find.json?${query}`);
      if (answer.ok && document.activeElement === field() && field().value.trim()) listed(await answer.json());
    } catch {
      close(); // the server is gone: Enter sends the form, which says so
    }
    isAsking = false;
    if (document.activeElement === field() && field().value.trim() !== wanted) look();
  }

  function listed({ found, count }) {
    list().replaceChildren(...found.map(option));
    choose(found.length ? 0 : -1);
    show(found.length > 0);
    const more = count > found.length ? `, the first ${found.length} are listed` : "";
    document.getElementById("find-said").textContent = count ? `${count} found${more}` : "Nothing found";
  }

  // The link is followed like any other of the page: assets/address.js opens pages without loading them again.
  function open(item) {
    const link = make("a", { href: item.dataset.href, hidden: true });
    field().value = "";
    field().blur();
    close();
    document.body.append(link);
    link.click();
    link.remove();
  }

  function move(event) {
    const count = options().length;
    if (event.key === "Escape") return close();
    if (!count) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose((chosen + step + count) % count);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      open(options()[chosen]);
    }
  }

  const writes = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "find") return move(event);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isOff() || writes(event.target)) return;
    if (!field()) return;
    event.preventDefault();
    field().focus();
    field().select();
  });
  document.addEventListener("focusin", (event) => event.target.id === "find" && enhance(event.target));
  document.addEventListener("input", (event) => event.target.id === "find" && look());
  document.addEventListener("focusout", (event) => event.target.id === "find" && close());
  // The press, not the click: by then the field has lost its focus and the list is gone.
  document.addEventListener("mousedown", (event) => {
    const item = event.target.closest?.("#find-list [role=option]");
    if (!item) return;
    event.preventDefault();
    open(item);
  });

  // Who speaks to the computer may need the key for something else.
  function say(button) {
    button.setAttribute("aria-pressed", String(isOff()));
    button.textContent = isOff() ? "Switch it on" : "Switch it off";
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#find-key");
    if (!button) return;
    window.localStorage.setItem(KEY, isOff() ? "on" : "off");
    say(button);
  });
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("find-key");
    if (!button) return;
    say(button);
    field().value = new URLSearchParams(window.location.search).get("q") ?? "";
  });
})();
