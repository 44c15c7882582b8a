// Looks again while files are read, and says on the button that something happens.
(function () {
  "use strict";
  const progress = document.querySelector("[data-look-again]");
  if (progress) {
    const ask = () => fetch(progress.dataset.lookAgain, { headers: { Accept: "application/json" } });
    const look = async () => {
      const answer = await ask().catch(() => null);
      if (!answer || answer.status === 503) return window.setTimeout(look, 3000); // the load goes on meanwhile
      if (!answer.ok) return window.location.reload();
      const job = await answer.json();
      if (!["reading", "making"].includes(job.state)) return window.location.reload();
      progress.textContent = job.words;
      window.setTimeout(look, 700);
    };
    window.setTimeout(look, 400);
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.querySelector("button.go")) return;
    const pressed = event.submitter || form.querySelector("button.go");
    // Only once the browser has gathered what is sent: of a button out of use it sends nothing.
    window.setTimeout(() => {
      form.querySelectorAll("button").forEach((button) => { button.disabled = true; });
      pressed.textContent = "Working…";
    });
  });
})();
