// What stands under every printed page: the address, the day, and which data it was (assets/print.css).
(function () {
  "use strict";
  const PAPER = 760; // CSS pixels between the margins of A4, about
  const inCss = (words) => `"${words.replace(/[\\"\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

  function sayWhatIsPrinted() {
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const data = document.getElementById("version-of-data")?.textContent;
    const root = document.documentElement.style;
    root.setProperty("--printed-address", inCss(window.location.href));
    root.setProperty("--printed-on", inCss(`printed ${day} · `));
    if (data) root.setProperty("--data-version", inCss(`data version ${data} · `));
  }

  // A chart is as wide as the screen: for paper it is drawn anew, and then as wide as the paper without a script.
  const charts = () => (window.Plotly ? document.querySelectorAll(".js-plotly-plot") : []);
  function drawForPaper() {
    for (const chart of charts()) {
      window.Plotly.relayout(chart, { autosize: false, width: PAPER, height: chart.clientHeight });
      chart.querySelectorAll(".main-svg").forEach((drawing) => {
        drawing.setAttribute("viewBox", `0 0 ${PAPER} ${drawing.height.baseVal.value}`);
      });
    }
  }
  function drawForScreen() {
    for (const chart of charts()) {
      chart.querySelectorAll(".main-svg").forEach((drawing) => drawing.removeAttribute("viewBox"));
      window.Plotly.relayout(chart, { autosize: true, width: null, height: null });
    }
  }

  window.addEventListener("beforeprint", () => {
    sayWhatIsPrinted();
    drawForPaper();
  });
  window.addEventListener("afterprint", drawForScreen);

  // A button that prints is there where a script can answer it (assets/outturn.css).
  document.documentElement.dataset.prints = "";
  document.addEventListener("click", (event) => {
    if (event.target.closest(".print-this")) window.print();
  });
})();
