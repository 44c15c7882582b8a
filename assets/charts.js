// A chart that can be zoomed into: HTML as the server wrote it; plotly, half of all bytes, is fetched when it is asked for.
(function () {
  "use strict";
  const { createElement, useEffect, useRef, useState } = window.React;
  const address = document.getElementById("scripts").dataset.plotly;
  let fetched = null;

  function plotly() {
    fetched ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.onload = () => done(window.Plotly);
      script.onerror = () => {
        fetched = null;
        failed();
      };
      script.src = address;
      document.head.append(script);
    });
    return fetched;
  }

  const words = { still: "Zoom into this chart", waiting: "Fetching …", zoomed: "Back to the whole chart" };
  const drag = "Drag over a part to draw it large; double-click shows all of it.";

  function ZoomChart({ id, html, figure }) {
    const [state, become] = useState("still");
    const drawn = useRef(null);
    useEffect(() => {
      if (state !== "zoomed") return;
      const { data, layout, config } = structuredClone(figure); // plotly writes into what it is given
      window.Plotly.react(drawn.current, data, layout, config);
    }, [state, figure]);
    async function turn() {
      if (state === "zoomed") return become("still");
      become("waiting");
      const next = await plotly().then(() => "zoomed", () => "still");
      become(next);
    }
    const still = () => createElement("div", { key: "still", dangerouslySetInnerHTML: { __html: html } });
    const box = { key: "zoomed", ref: drawn, className: "chart", role: "img", "aria-label": drag, style: { height: figure.height } };
    const chart = state === "zoomed" ? createElement("div", box) : still();
    const button = { key: "turn", type: "button", className: "quiet zoom", onClick: turn };
    const hint = state === "zoomed" ? createElement("span", { key: "hint", className: "foot" }, drag) : null;
    return createElement("div", { id }, chart, createElement("button", button, words[state]), hint);
  }
  window.outturn = { ...window.outturn, ZoomChart };
})();
