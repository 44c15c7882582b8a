"""Knows what is wrong with a form that renames, merges or withdraws an indicator, and what both indicators have."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator
from dashboard.questions.store import Store
from data.own.areas.gazetteer import Gazetteer
from data.own.areas.homes import Home
from data.own.publishing.changes import Both, IndicatorChange, clashes, fixed, name_fault, unlike
from data.own.reading.name_index import NameIndex

Faults = tuple[tuple[str, str], ...]
NEEDED = {
    IndicatorChange.RENAME: ("New name",),
    IndicatorChange.MERGE: ("Into", "Where both"),
    IndicatorChange.WITHDRAW: (),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change as it is asked for: ids of indicators, or nothing."""

    indicator: str
    change: str
    name: str
    into: str
    both: str


@dataclass(frozen=True, slots=True)
class Found:
    """What has to be mended first, what both indicators have, and which headings the change needs."""

    faults: Faults = ()
    clashes: tuple[tuple[str, ...], ...] = ()
    needed: tuple[str, ...] = ()


def editable(engine: Engine, items: Sequence[Indicator]) -> list[Indicator]:
    """Those of a partnership's own tables."""
    with engine.connect() as connection:
        return [item for item in items if not fixed(connection, item)]


def changed(engine: Engine, store: Store, partnership: str, wanted: Wanted) -> Found:
    """What the change of an indicator of *partnership* lacks."""
    if not partnership:
        return Found((("partnership", "Choose the partnership."),))
    with engine.connect() as connection:
        known = NameIndex(store, Gazetteer(connection))
        home = known.home(partnership)
        item = home.by_id.get(wanted.indicator)
        if item is None or fixed(connection, item):
            return Found((("indicator", "Choose the indicator."),))
        if wanted.change == IndicatorChange.RENAME:
            return _named(home, item, wanted)
        if wanted.change == IndicatorChange.MERGE:
            return _merged(connection, known, home, wanted)
    withdrawn = wanted.change == IndicatorChange.WITHDRAW
    return Found() if withdrawn else Found((("change", "Choose what becomes of it."),))


def _named(home: Home, item: Indicator, wanted: Wanted) -> Found:
    why = name_fault(home, item, wanted.name)
    return Found((("name", why),) if why else (), needed=NEEDED[IndicatorChange.RENAME])


def _merged(connection: Connection, known: NameIndex, home: Home, wanted: Wanted) -> Found:
    item, into = home.by_id[wanted.indicator], home.by_id.get(wanted.into)
    if into is None:
        return Found((("into", "Choose the indicator that it is merged into."),))
    if why := unlike(item, into):
        return Found((("into", why),))
    found = clashes(connection, known.published_now(home), item, into)
    rows = tuple(
        (one.what, home.names.get(one.area, one.area), from_slug(one.period).label, one.merged, one.staying)
        for one in found
    )
    unsaid = bool(found) and wanted.both not in frozenset(Both)
    words = "Both have a figure of the same period, and not the same: choose which stands."
    return Found((("both", words),) if unsaid else (), rows, NEEDED[IndicatorChange.MERGE])
