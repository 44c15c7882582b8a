// The projector: keys, touch and clickers go from screen to screen; the next one is fetched before it is asked for.
// Everything is a link or a form that works without this.
(function () {
  "use strict";
  const body = document.body;
  const role = body.dataset.role;
  if (!role) return;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`outturn ${body.dataset.deck}`) : null;
  const FRESH = 60000; // milliseconds that a screen fetched ahead may wait
  const known = new Map(); // address -> a promise of its stage, and when it was asked for
  const typed = new Set(); // items in whose forms something was typed: they are fetched anew
  const stage = () => document.getElementById("stage");
  const here = () => window.location.pathname + window.location.search;
  const isMine = (address) => new URL(address, window.location).pathname === window.location.pathname;

  async function read(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("stage");
    if (!found) throw new Error("no screen");
    return found;
  }

  const itemOf = (address) => new URL(address, window.location).searchParams.get("item");

  function fetched(address) {
    const found = known.get(address);
    if (found && Date.now() - found.at < FRESH && !typed.has(itemOf(address))) return found.asked;
    const asked = fetch(address, { headers: { Accept: "text/html" } }).then(read);
    asked.catch(() => known.delete(address));
    known.set(address, { asked, at: Date.now() });
    return asked;
  }

  // The next two screens and the one before: who presses on quickly waits for none.
  function ahead() {
    const { next, previous } = stage().dataset;
    [next, previous].filter(Boolean).forEach((address) => {
      fetched(address)
        .then((found) => address === next && found.dataset.next && fetched(found.dataset.next))
        .catch(() => {});
    });
  }

  function put(found, address, { push = true, tells = true } = {}) {
    if (typed.has(stage().dataset.item)) window.dispatchEvent(new Event("pagehide")); // assets/drafts.js keeps it
    stage().replaceWith(document.importNode(found, true));
    document.title = stage().dataset.title;
    if (push && address !== here()) history.pushState(null, "", address);
    prepare();
    document.getElementById("slide").focus({ preventScroll: true });
    window.scrollTo(0, 0);
    if (tells && channel) channel.postMessage({ from: role, item: stage().dataset.item, inside: inside(address) });
    ahead();
  }

  const inside = (address) => {
    const asked = new URL(address, window.location).searchParams;
    asked.delete("open");
    return asked.toString();
  };

  async function show(address, options) {
    try {
      put(await fetched(address), address, options);
    } catch {
      window.location.assign(address);
    }
  }

  const go = (which) => stage().dataset[which] && show(stage().dataset[which]);

  // What stands in panels belongs to whoever has it open: a decision may have been kept since.
  function again() {
    known.delete(here());
    return show(here(), { push: false, tells: false });
  }

  function prepare() {
    document.querySelectorAll('[data-does="full"]').forEach((button) => {
      button.hidden = !document.documentElement.requestFullscreen;
      button.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
    });
    document.querySelectorAll('[data-does="letters"]').forEach((box) => {
      box.checked = localStorage.getItem("outturn letters") !== "off";
    });
    tick();
  }

  // Keys
  const LETTERS = { f: "Filters", d: "Decisions", i: "Items" };
  const KEYS = {
    ArrowRight: () => go("next"),
    PageDown: () => go("next"),
    ArrowLeft: () => go("previous"),
    PageUp: () => go("previous"),
    Home: () => ends("first"),
    End: () => ends("last"),
  };

  function ends(which) {
    const links = [...document.querySelectorAll(".slide-agenda a")];
    const link = which === "first" ? links[0] : links[links.length - 1];
    if (link) show(link.getAttribute("href"));
  }

  function open(words) {
    const fold = [...document.querySelectorAll(".hand")].find((item) => item.querySelector("summary").textContent === words);
    if (!fold) return;
    fold.open = !fold.open;
    (fold.open ? fold.querySelector(".panel :is(a, select, textarea, input:not([type=hidden]))") : fold.querySelector("summary"))?.focus();
  }

  function closed(within) {
    const fold = within?.closest?.(".hand[open]") || document.querySelector(".hand[open]");
    if (!fold) return false;
    fold.open = false;
    fold.querySelector("summary").focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && closed(event.target)) return;
    if (event.target.closest("input, select, textarea, .panel, .table-scroll")) return;
    const letters = localStorage.getItem("outturn letters") !== "off";
    const act =
      KEYS[event.key] ||
      (letters && LETTERS[event.key] && (() => open(LETTERS[event.key]))) ||
      (letters && (event.key === "b" || event.key === ".") && (() => body.classList.toggle("blank")));
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Touch: a stroke to the side that is longer than it is high, and not inside what scrolls itself.
  let start = null;
  document.addEventListener("touchstart", (event) => {
    const scrolls = event.target.closest(".table-scroll, .panel");
    start = event.touches.length === 1 && !scrolls ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!start) return;
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    start = null;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) go(across < 0 ? "next" : "previous");
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does]");
    if (button?.dataset.does === "full") return full();
    if (button?.dataset.does === "letters") {
      return localStorage.setItem("outturn letters", button.checked ? "on" : "off");
    }
    if (button?.dataset.does === "presenter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return void window.open(button.href, `presenter ${body.dataset.deck}`, "popup,width=1000,height=640");
    }
    const link = event.target.closest("a[data-inside]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!isMine(link.href)) return;
    event.preventDefault();
    show(link.getAttribute("href"));
  });

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }
  document.addEventListener("fullscreenchange", prepare);

  // Forms: filters are shown here; what is decided is sent, and the screen stays.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("form[data-inside]")) {
      event.preventDefault();
      show(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
    } else if (form.closest(".panel") && form.method === "post") {
      event.preventDefault();
      send(form, event.submitter);
    }
  });

  document.addEventListener("input", (event) => {
    if (event.target.closest("form[method=post]")) typed.add(stage().dataset.item);
  });

  async function send(form, button) {
    if (form.dataset.sent) return;
    form.dataset.sent = "1";
    const fields = new URLSearchParams(new FormData(form, button));
    let words = "";
    try {
      const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
      const answer = await fetch(address, { method: "POST", body: fields });
      if (answer.ok && new URL(answer.url).pathname.startsWith("/meeting")) return kept(form, button);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      words = why(page);
    } catch {
      words = "The server does not answer. What you typed is still here.";
    }
    delete form.dataset.sent;
    said(form, words || "This was not kept. What you typed is still here.", "problem");
  }

  // What a page says is wrong with what was sent.
  function why(page) {
    const faults = [...page.querySelectorAll(".problem li")].map((fault) => fault.textContent);
    if (faults.length) return faults.join(" ");
    return page.querySelector(".meanwhile")?.textContent || page.querySelector("main p:not(.back)")?.textContent || "";
  }

  function said(form, words, look) {
    form.parentElement.querySelectorAll(":scope > .problem, :scope > .kept-words").forEach((old) => old.remove());
    const told = Object.assign(document.createElement("p"), { className: look, textContent: words });
    told.setAttribute("role", "alert");
    form.before(told);
  }

  async function kept(form, button) {
    const words = button?.textContent || "";
    typed.delete(stage().dataset.item);
    await again();
    open("Decisions");
    const fresh = document.querySelector(".panel form[method=post]");
    if (fresh) said(fresh, /draft/i.test(words) ? "Kept as a draft." : "Kept in the minutes of this meeting.", "kept-words");
  }

  // The two windows keep step; what is decided in one is not sent to the other.
  channel?.addEventListener("message", ({ data }) => {
    if (data.ask) {
      if (role === "screen") channel.postMessage({ from: role, item: stage().dataset.item, inside: inside(here()) });
      return;
    }
    if (data.from === role) return;
    const address = `${window.location.pathname}?${data.inside}`;
    if (inside(here()) !== data.inside) show(address, { tells: false });
  });
  window.addEventListener("popstate", () => show(here(), { push: false }));

  // The time since the first screen was shown, and the time of day.
  const began = `outturn began ${body.dataset.deck}`;
  if (!sessionStorage.getItem(began)) sessionStorage.setItem(began, String(Date.now()));
  function tick() {
    const minutes = Math.floor((Date.now() - Number(sessionStorage.getItem(began))) / 60000);
    document.querySelectorAll('[data-shows="minutes"]').forEach((place) => (place.textContent = String(minutes)));
    const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    document.querySelectorAll('[data-shows="time"]').forEach((place) => (place.textContent = now));
  }
  window.setInterval(tick, 10000);

  prepare();
  ahead();
  if (role === "presenter") channel?.postMessage({ ask: true });
})();
