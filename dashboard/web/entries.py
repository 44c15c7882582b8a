"""Knows the addresses of the forms that need no file; what they say is written into one and goes its way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.entering.entries import NEW, Entry, Offered, entry_of, new_indicator_of
from dashboard.domain.errors import RefusedEntry, UnreadablePeriod
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Scope
from dashboard.domain.statistics.rebaselines import Faults, signed
from dashboard.domain.wording import one_line
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.web.access.asking import person, publishable
from dashboard.web.answers import author, html
from dashboard.web.saying.drafting import about, form_here
from dashboard.web.typed_places import area_of, place_faults
from dashboard.web.uploads.upload_notes import Job
from dashboard.web.uploads.uploads import Uploads
from data.names import slug
from data.own.published_now import published_now
from data.own.publishing.change_faults import Wanted, changed, editable
from data.own.reading.entering import entry_fault
from data.sources.entries import AREAS, ENTRY, INDICATORS, YES, written
from data.sources.first_figures import first_figure
from layouts.components.fields import Filled
from layouts.components.links import upload_href
from layouts.plain.entries import (
    EntryForm,
    IndicatorForm,
    entry_page,
    indicators_page,
    partnership_page,
)

Navigation = Sequence[tuple[str, str]]
#: The endpoints, each with a page and an answer.
FORMS = tuple(f"{verb}{name}" for name in ("enter", "indicators", "partnerships") for verb in ("", "send-"))
ENTRY_FIELDS = (
    *("indicator", "name", "unit", "polarity", "area", "period", "what", "text", "marker"),
    *("withdraw", "reason", "author"),
)
CHANGE_FIELDS = ("indicator", "change", "name", "into", "both", "reason", "author")
PLACE_FIELDS = ("name", "areas", "reason", "author")
SOURCE = "entered in the browser"
PATIENCE = 4.0  # seconds that a form waits for its preview before it says that it is being read


@dataclass(frozen=True, slots=True)
class Typed:
    """A file that a form wrote."""

    filename: str
    body: bytes

    def save(self, dst: Path) -> None:
        dst.write_bytes(self.body)


class EntryRoutes:
    """Three plain pages; each sends what was typed to the preview that every file has."""

    def __init__(self, desk: Desk, store: Store, engine: Engine, uploads: Uploads) -> None:
        self._desk = desk
        self._store = store
        self._engine = engine
        self._uploads = uploads

    def _names_offered(self) -> dict[str, str]:
        """The partnerships for which whoever asks may publish, with their names."""
        return publishable(self._desk.choices().names)

    def entry(self, navigation: Navigation) -> Response:
        asked = {name: request.args.get(name, "") for name in (*ENTRY_FIELDS, "partnership")}
        return html(entry_page(navigation, self._entry_form(asked)))

    def enter(self, navigation: Navigation) -> Answer:
        form, home = _sent(ENTRY_FIELDS), request.args.get("partnership", "")
        try:
            entry = entry_of(form, self._offered(home))
            if entry.indicator == NEW:
                return self._begin(home, entry, form)
            if why := entry_fault(self._store, home, entry):
                raise RefusedEntry((("text", why),))
        except RefusedEntry as fault:
            shown = self._entry_form({"partnership": home})
            filled = self._filled((home, "enter"), form, fault.faults)
            return html(entry_page(navigation, replace(shown, filled=filled)), 400)
        return self._preview(_figure_file(self._names(home, entry), entry), home, entry.author)

    def _begin(self, home: str, entry: Entry, form: Mapping[str, str]) -> Answer:
        """To the preview of an indicator's first figure; raises RefusedEntry."""
        taken = frozenset(item.name.casefold() for item in self._store.indicators(Scope(home)))
        areas = {item.slug: item.name for item in self._store.areas(home)}
        body = first_figure(new_indicator_of(form, taken), entry, (home, areas[entry.area]))
        return self._preview(Typed(_file_name(entry.what, slug(form["name"])), body), home, entry.author, entry.reason)

    def _offered(self, home: str) -> Offered:
        if home not in self._names_offered():
            return Offered(frozenset(), frozenset(), frozenset())
        items = self._store.indicators(Scope(home))
        areas = frozenset(item.slug for item in self._store.areas(home))
        counted = frozenset(item.id for item in items if item.crime)
        return Offered(frozenset({NEW, *(item.id for item in items)}), counted, areas)

    def _entry_form(self, asked: Mapping[str, str]) -> EntryForm:
        """The form, with the indicator, area and period of an address chosen and what is published there."""
        names, home = self._names_offered(), asked["partnership"]
        if home not in names:
            return EntryForm(("", ""), [("", "Choose"), *names.items()])
        items, areas = self._store.indicators(Scope(home)), self._store.areas(home)
        chosen = next((item.id for item in items if item.slug == asked.get("indicator")), "")
        area = f"{home}/{asked['area']}" if asked.get("area") else home
        period = _label(asked.get("period", ""))
        chosen = chosen or ("" if items else NEW)
        typed = {"indicator": chosen, "area": area, "period": period, "what": asked.get("what", "")}
        return EntryForm(
            (home, names[home]),
            [("", "Choose"), *names.items()],
            indicators=[*((item.id, f"{item.code} {item.name}".strip()) for item in items), (NEW, "A new indicator")],
            areas=[(item.slug, item.name) for item in areas],
            now=self._now(home, (asked.get("what", ""), chosen, area, asked.get("period", ""))),
            filled=self._filled((home, "enter"), typed),
        )

    def _now(self, home: str, key: tuple[str, str, str, str]) -> str:
        """What is published at a place, as it stands in its cell."""
        found = published_now(self._store, [home]).get(key) if all(key) else None
        return f"Published now: “{found.text}” ({found.place})." if found else ""

    def _names(self, home: str, entry: Entry) -> dict[str, str]:
        items = {item.id: item.name for item in self._store.indicators(Scope(home))}
        areas = {item.slug: item.name for item in self._store.areas(home)}
        return {"Partnership": home, "Name": items[entry.indicator], "Area name": areas[entry.area]}

    def indicators(self, navigation: Navigation) -> Response:
        asked = {name: request.args.get(name, "") for name in ("partnership", "indicator")}
        return html(indicators_page(navigation, self._indicator_form(asked["partnership"], asked)))

    def change(self, navigation: Navigation) -> Answer:
        form, home = _sent(CHANGE_FIELDS), request.args.get("partnership", "")
        known = home if home in self._names_offered() else ""
        found = changed(self._engine, self._store, known, Wanted(**_wanted(form)))
        faults = found.faults + signed(form)
        if faults:
            page = replace(self._indicator_form(home, form), clashes=found.clashes)
            page = replace(page, filled=self._filled((home, "indicators"), form, faults))
            return html(indicators_page(navigation, page), 400)
        said = {"Change": form["change"], "Partnership": home, "Indicator": form["indicator"], "Into": form["into"]}
        said |= {"New name": one_line(form["name"]), "Where both": form["both"], "Reason": one_line(form["reason"])}
        kept = {name: said[name] for name in ("Change", "Partnership", "Indicator", "Reason", *found.needed)}
        file = Typed(_file_name(form["change"], form["indicator"]), written(INDICATORS, [kept]))
        return self._preview(file, home, one_line(form["author"]))

    def _indicator_form(self, home: str, typed: Mapping[str, str]) -> IndicatorForm:
        names = self._names_offered()
        choosing = EntryForm(("", ""), [("", "Choose"), *names.items()])
        if home not in names:
            return IndicatorForm(choosing, 0)
        items = self._store.indicators(Scope(home))
        own = editable(self._engine, items)
        words = {item.id: f"{item.code} {item.name}".strip() for item in items}
        choosing = replace(
            choosing, partnership=(home, names[home]), indicators=[(item.id, words[item.id]) for item in own]
        )
        others = [(item.id, words[item.id]) for item in items if not item.crime]
        return IndicatorForm(choosing, len(items) - len(own), others, filled=self._filled((home, "indicators"), typed))

    def partnership(self, navigation: Navigation) -> Response:
        return html(partnership_page(navigation, self._filled(("", "partnerships"), {})))

    def found(self, navigation: Navigation) -> Answer:
        form = _sent(PLACE_FIELDS)
        name, areas = one_line(form["name"]), [one_line(line) for line in form["areas"].splitlines() if one_line(line)]
        faults = place_faults(name, areas, self._desk.choices().names) + signed(form)
        if faults:
            return html(partnership_page(navigation, self._filled(("", "partnerships"), form, faults)), 400)
        rows = [{"Partnership": name} | area_of(line) for line in areas] or [{"Partnership": name}]
        file = Typed(_file_name("areas", slug(name)), written(AREAS, rows))
        return self._preview(file, "", one_line(form["author"]), one_line(form["reason"]))

    def _filled(self, place: tuple[str, str], typed: Mapping[str, str], faults: Faults = ()) -> Filled:
        """The form of a partnership and page as it was sent, with its *faults*, else drafted, else as it is offered."""
        return form_here(self._engine, about(*place), typed, faults)

    def _preview(self, file: Typed, home: str, author: str, reason: str = "") -> Answer:
        """To the preview of what was typed; it is read as a file is, and waited for, since one row takes a moment."""
        source = f"{SOURCE}: {reason}" if reason else SOURCE
        token = self._uploads.receive([file], Job(source=source, who=author, owner=person().key, partnership=home))
        self._uploads.wait(token, PATIENCE)
        return redirect(upload_href(token), 303)


def _sent(fields: Sequence[str]) -> dict[str, str]:
    form = {name: request.form.get(name, "") for name in fields}
    return form | {"author": author(form["author"])}


def _wanted(form: Mapping[str, str]) -> dict[str, str]:
    return {name: one_line(form[name]) for name in ("indicator", "change", "name", "into", "both")}


def _label(period: str) -> str:
    """How a period of an address is written; nothing where it is none."""
    try:
        return from_slug(period).label
    except UnreadablePeriod:
        return ""


def _figure_file(names: Mapping[str, str], entry: Entry) -> Typed:
    said = {"Entered": "figure", "Indicator": entry.indicator, "Area": entry.area, "Period": entry.period.label}
    said |= {"What": entry.what, "As typed": entry.text, "Marker": entry.marker, "Reason": entry.reason}
    said["Withdrawn"] = YES if entry.withdrawn else ""
    return Typed(_file_name(entry.what, entry.indicator), written(ENTRY, [{**names, **said}]))


def _file_name(what: str, of: str) -> str:
    """A name that tells one form from the next in the log."""
    moment = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
    return f"{moment}-{what}-{of.rsplit('/', 1)[-1]}"[:80] + ".csv"


def add_forms(server: Flask, entries: EntryRoutes, navigation: Callable[[], Navigation]) -> None:
    """Register the forms."""
    pages = {"enter": entries.entry, "indicators": entries.indicators, "partnerships": entries.partnership}
    answers = {"enter": entries.enter, "indicators": entries.change, "partnerships": entries.found}
    for name, page in pages.items():
        server.add_url_rule(f"/{name}", name, lambda page=page: page(navigation()))
        server.add_url_rule(
            f"/{name}", f"send-{name}", lambda answer=answers[name]: answer(navigation()), methods=["POST"]
        )
