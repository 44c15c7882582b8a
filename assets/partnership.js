// A link to a page of ours that names no partnership keeps the one that is shown; addresses that name one stay as they are.
(function () {
  "use strict";
  const OURS = /^\/(data|method|load|enter|indicators|partnerships|checks|baselines)(\/[a-z-]+)?$/;

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[href]");
      const partnership = new URLSearchParams(window.location.search).get("partnership");
      if (!link || !partnership || link.origin !== window.location.origin) return;
      if (OURS.test(link.pathname) && !link.search) link.search = `?${new URLSearchParams({ partnership })}`;
    },
    true, // before assets/address.js follows the link
  );
})();
