// Plotly is fetched where the first chart is drawn: dcc.Graph asks for it at this address, and at no other.
(function () {
  "use strict";
  const address = document.getElementById("scripts").dataset.plotly;
  // Dash writes the address of its own bundle here, which is three times as large.
  Object.defineProperty(window, "_dashPlotlyJSURL", { get: () => address, set: () => {} });
})();
