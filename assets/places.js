// The field of street-level pages that shows the same view of another place: a native list of every place of the partnership, fetched when entered.
(function () {
  "use strict";
  let listed = null; // the partnership whose places the list holds
  let keys = new Map(); // of each place by its name

  const field = (event) => (event.target.id === "find-place" ? event.target : null);

  function list() {
    const found = document.getElementById("known-places");
    if (found) return found;
    const made = Object.assign(document.createElement("datalist"), { id: "known-places" });
    document.body.append(made);
    return made;
  }

  async function fill() {
    const partnership = new URLSearchParams(window.location.search).get("partnership") ?? "";
    if (listed === partnership) return;
    listed = partnership;
    try {
      const answer = await fetch(`/places.json?${new URLSearchParams({ partnership })}`);
      const { places } = await answer.json();
      keys = new Map(places.map(({ key, name }) => [name, key]));
    } catch {
      listed = null; // asked again when the field is entered again
      return;
    }
    list().replaceChildren(...[...keys.keys()].map((name) => Object.assign(document.createElement("option"), { value: name })));
  }

  // A name that the list has, or the only one that holds what was typed.
  function keyOf(typed) {
    const fitting = [...keys].filter(([name]) => name.toLowerCase().includes(typed.toLowerCase()));
    return keys.get(typed) ?? (fitting.length === 1 ? fitting[0][1] : undefined);
  }

  function go(input) {
    const typed = input.value.trim();
    if (!typed) return;
    const key = keyOf(typed);
    input.setCustomValidity(key ? "" : "Choose a place from the list.");
    if (!key) return input.reportValidity();
    const query = new URLSearchParams(window.location.search);
    query.set("area", key);
    input.value = "";
    window.dash_clientside.set_props("address", { search: `?${query}` });
  }

  document.addEventListener("focusin", (event) => field(event) && fill());
  document.addEventListener("input", (event) => field(event)?.setCustomValidity(""));
  document.addEventListener("change", (event) => field(event) && go(event.target));
})();
