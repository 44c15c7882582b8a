// While the database or the server does not answer, a page says so in place, asks again by itself, and goes on as it was.
(function () {
  "use strict";
  const AWAY = 503;
  const LONGEST = 60; // seconds between two tries
  const plainFetch = window.fetch;
  let back = null; // kept once all is well again
  let isLeaving = false;
  window.addEventListener("pagehide", () => (isLeaving = true));
  window.addEventListener("pageshow", () => (isLeaving = false));

  const pause = (seconds) => new Promise((go) => window.setTimeout(go, seconds * 1000));

  // What was answered, or how it is with who should: what they say of it, and when to ask again.
  async function once(asked, how) {
    try {
      const answer = await plainFetch(asked, how);
      if (answer.status !== AWAY) return { answer };
      const words = (await answer.text()).split(/(?<=\.)\s/)[0];
      return { words, seconds: Number(answer.headers.get("Retry-After")) || 5 };
    } catch (fault) {
      if (isLeaving) throw fault;
      return { words: "Outturn does not answer.", seconds: 3 };
    }
  }

  function say(words) {
    const place = document.getElementById("waiting");
    if (!place) return;
    place.replaceChildren();
    if (words) place.append(Object.assign(document.createElement("p"), { textContent: `${words} ${GOES_ON}` }));
  }
  const GOES_ON = "What you see is from before. This page asks again by itself and goes on as soon as it can.";

  // One request asks again and again; the others wait for it.
  async function askAgain(asked, how, found) {
    let allIsWell;
    back = new Promise((go) => (allIsWell = go));
    try {
      let seconds = found.seconds;
      while (!found.answer) {
        say(found.words);
        await pause(seconds);
        found = await once(asked, how);
        seconds = Math.min(Math.max(seconds * 1.5, found.seconds ?? 0), LONGEST);
      }
      return found.answer;
    } finally {
      back = null;
      say("");
      allIsWell();
    }
  }

  window.fetch = async function (asked, how) {
    if (!String(asked).includes("/_dash-")) return plainFetch(asked, how);
    while (back) await back;
    const found = await once(asked, how);
    if (found.answer) return found.answer;
    return back ? window.fetch(asked, how) : askAgain(asked, how, found);
  };
})();
