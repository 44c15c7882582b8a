// Keeps what is typed into a form on the server, so that Back, a refresh or a fault lose a field at most.
(function () {
  "use strict";
  const PAUSE = 1200; // milliseconds without a key
  const state = new WeakMap(); // of a form: what was kept last, and what waits
  const fields = (form) => {
    const data = new URLSearchParams(new FormData(form));
    data.delete("once");
    return data;
  };
  const keep = (form, leaving) => {
    const known = state.get(form);
    if (!known || known.sent) return;
    window.clearTimeout(known.timer);
    const body = fields(form);
    if (body.toString() === known.kept) return;
    known.kept = body.toString();
    const said = form.querySelector("[data-kept]");
    fetch("/draft", { method: "POST", body, keepalive: leaving, headers: { Accept: "application/json" } })
      .then((answer) => { if (said) said.textContent = answer.ok ? "Kept as a draft." : "Not kept: send it soon."; })
      .catch(() => { if (said) said.textContent = "Not kept: the server does not answer."; });
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form) return;
    const known = state.get(form) || { kept: "" };
    window.clearTimeout(known.timer);
    known.sent = false; // what was refused is typed on
    known.timer = window.setTimeout(() => keep(form, false), PAUSE);
    state.set(form, known);
  });
  document.addEventListener("submit", (event) => {
    const known = state.get(event.target);
    if (!known) return;
    known.sent = true;
    window.clearTimeout(known.timer);
  });
  window.addEventListener("pagehide", () => document.querySelectorAll("form[data-draft]").forEach((form) => keep(form, true)));
})();
