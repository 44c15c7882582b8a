// After signing out, what other tabs still show is not read on: each asks the server for its page anew.
(function () {
  "use strict";
  if (!("BroadcastChannel" in window)) return;
  const tabs = new BroadcastChannel("signed-out");
  tabs.onmessage = () => window.location.reload();
  const leaving = "signing-out";

  document.addEventListener("submit", (event) => {
    if (new URL(event.target.action).pathname.startsWith("/sign-out")) sessionStorage.setItem(leaving, "yes");
  });
  if (!sessionStorage.getItem(leaving)) return;
  sessionStorage.removeItem(leaving);
  tabs.postMessage("out"); // this page came after it: the sign-in has ended
})();
