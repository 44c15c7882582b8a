// The figures of a still chart are read off it: under the pointer or a finger, and by the arrow keys while it has the focus.
(function () {
  "use strict";
  const NEAR = 60; // pixels from a point within which it is meant
  const THOUSAND = 1000; // parts of a side, in which points are written (layouts/figures/still/points.py)
  const known = new WeakMap();
  let shown = null; // the chart, the point and the words that stand beside it

  function pointsOf(chart) {
    const written = chart.dataset.points;
    if (known.get(chart)?.written !== written) {
      const points = written.split("\n").map((line) => {
        const [x, y, ...words] = line.split(" ");
        return { x: Number(x), y: Number(y), words: words.join(" ") };
      });
      known.set(chart, { written, points });
    }
    return known.get(chart).points;
  }
  const plotOf = (chart) => chart.querySelector(".still-plot") ?? chart;

  function nearest(chart, across, down) {
    const box = plotOf(chart).getBoundingClientRect();
    const far = (point) =>
      Math.hypot(box.left + (point.x / THOUSAND) * box.width - across, box.top + (point.y / THOUSAND) * box.height - down);
    const found = pointsOf(chart).reduce((best, point) => (far(point) < far(best) ? point : best));
    return far(found) <= NEAR ? found : null;
  }

  function hide() {
    shown?.beside.remove();
    shown = null;
  }
  function show(chart, point) {
    if (shown?.point === point && shown.beside.isConnected) return;
    hide();
    const beside = document.createElement("span");
    beside.className = "read-off";
    beside.setAttribute("aria-hidden", "true");
    const words = document.createElement("b");
    words.textContent = point.words;
    beside.append(words);
    beside.style.left = `${point.x / 10}%`;
    beside.style.top = `${point.y / 10}%`;
    plotOf(chart).append(beside);
    shown = { chart, point, beside };
    keepInSight(words);
  }
  // Beside the point on the side that has room for the words.
  function keepInSight(words) {
    const room = document.documentElement.clientWidth;
    const { left, right, top, width } = words.getBoundingClientRect();
    if (right > room - 8) words.style.translate = `${Math.max(room - 8 - right, 8 - left)}px 0`;
    if (left < 8 && width < room) words.style.translate = `${8 - left}px 0`;
    if (top < 0) words.classList.add("under");
  }
  function say(words) {
    const spoken = document.getElementById("spoken");
    if (spoken) spoken.textContent = words;
  }

  const chartAt = (event) => event.target.closest?.("[data-points]");
  function pointed(event) {
    const chart = chartAt(event);
    const point = chart && nearest(chart, event.clientX, event.clientY);
    if (point) show(chart, point);
    else hide();
  }
  document.addEventListener("pointermove", pointed);
  document.addEventListener("pointerdown", pointed);
  document.addEventListener("focusout", (event) => shown?.chart === event.target && hide());
  document.addEventListener("focusin", (event) => {
    const chart = event.target.matches?.("[data-points]:focus-visible") && event.target;
    if (chart) read(chart, newest(pointsOf(chart)));
  });

  const newest = (points) => points.reduce((last, point) => (point.x > last.x ? point : last));
  // Points of one place along the chart, from the highest to the lowest.
  const above = (points, point) => points.filter(({ x }) => x === point.x).sort((one, other) => one.y - other.y);
  const step = (list, point, by) => list[Math.min(Math.max(list.indexOf(point) + by, 0), list.length - 1)];
  const MOVES = {
    ArrowRight: (points, point) => step(points, point, 1),
    ArrowLeft: (points, point) => step(points, point, -1),
    ArrowUp: (points, point) => step(above(points, point), point, -1),
    ArrowDown: (points, point) => step(above(points, point), point, 1),
    Home: (points) => points[0],
    End: (points) => points[points.length - 1],
  };
  function read(chart, point) {
    show(chart, point);
    shown.beside.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(point.words);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const chart = event.target.matches?.("[data-points]") && event.target;
    const move = chart && !event.altKey && !event.ctrlKey && !event.metaKey && MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const points = pointsOf(chart);
    const from = shown?.chart === chart ? shown.point : newest(points);
    read(chart, shown?.chart === chart ? move(points, from) : from);
  });
})();
