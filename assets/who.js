// Who is signed in, written into a page that is the same for many; and what to do when the sign-in has ended.
(function () {
  "use strict";
  const here = () => encodeURIComponent(window.location.pathname + window.location.search);
  let said = "";
  const show = () => {
    const place = document.getElementById("who-asks");
    if (place && place.innerHTML !== said) place.innerHTML = said;
  };

  async function ask() {
    if (!document.getElementById("who-asks")) return;
    try {
      const answer = await fetch(`/me?next=${here()}`);
      if (answer.ok) said = await answer.text();
    } catch {
      return; // the page says by itself that nothing is answered
    }
    show();
  }

  function offerSignIn() {
    if (document.getElementById("ended")) return;
    const box = document.createElement("div");
    box.id = "ended";
    box.setAttribute("role", "alert");
    const link = document.createElement("a");
    link.href = `/sign-in?next=${here()}`;
    link.textContent = "Sign in again";
    box.append("Your sign-in has ended, and this page shows nothing new. ", link, " and you come back here.");
    document.body.prepend(box);
    link.focus();
  }

  // A page that stands open asks for its figures by itself: what comes back tells that nobody is signed in any more.
  const ordinary = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await ordinary(...asked);
    if (answer.status !== 401 || !answer.url.startsWith(window.location.origin)) return answer;
    offerSignIn();
    return new Response(null, { status: 204 }); // for Dash: nothing changes
  };

  document.addEventListener("taken-over", show);
  document.addEventListener("DOMContentLoaded", ask);
  if (document.readyState !== "loading") ask();
})();
