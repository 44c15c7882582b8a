"""Knows how a figure, target or commentary that somebody typed into a form becomes one of a release."""

from dashboard.domain.entering.entries import LONGEST_COMMENTARY, Entry, What
from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator, Scope
from dashboard.domain.values.printed import Reason, Value
from dashboard.questions.store import Store
from data.own.areas.homes import Home
from data.own.published_now import published_now
from data.own.reading.cells import value_of
from data.own.reading.name_index import NameIndex
from data.own.reading.readings import Read, Reading
from data.own.reading.rules import Broken
from data.own.reading.typed_figures import refuse_unclear, single
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable
from data.sources.figures.parcels import NO_FIGURE
from data.sources.words import shown

WITHDRAWN = "withdrawn"


def read_entries(parcel: OwnTable, arrival: int, known: NameIndex) -> Reading:
    """The typed figures of one parcel; raises RefusedFile for a place that is not there."""
    found = Reading()
    for said in parcel.figures:
        home = known.home(said["partnership"])
        indicator = known.so_called(home, said["indicator"])
        area = said["area"] if said["area"] in home.names else known.area(home, "", said["area"])
        if home.is_new or indicator is None or area is None:
            raise RefusedFile(_missing(parcel.file, said, home, indicator))
        try:
            value = entered_value(said, indicator)
        except Broken as fault:
            found.reject(said, fault.rule, fault.why)
            continue
        period = from_slug(said["period"])
        gone = WITHDRAWN if said["withdrawn"] else ""
        read = Read(home, indicator, said["what"], area, period, value, said, parcel.file, arrival, gone)
        found.figures.append(read)
        found.reasons.append(_why(read))
    return found


def entered_value(said: SaidFigure, indicator: Indicator) -> Value:
    """What was typed, by the grammar of cells; raises Broken with the rule and the mend."""
    if said["withdrawn"]:
        return Value(None, Reason.NOT_AVAILABLE)
    if said["what"] == What.COMMENTARY:
        if len(said["text"]) > LONGEST_COMMENTARY:
            raise Broken("commentary-long", f"it has {len(said['text']):,} characters.")
        return Value(None, Reason.NOT_APPLICABLE, raw=said["text"])
    if said["what"] == What.ACTUAL and indicator.crime:
        raise Broken("counted", f"{indicator.name} is counted from police.uk’s files.")
    period = from_slug(said["period"])
    refuse_unclear(said, indicator.at(period))
    return single(said, value_of(said, indicator.at(period), period, corrections=False))


def entry_fault(store: Store, partnership: str, entry: Entry) -> str:
    """Why an entry that names what is there cannot be taken all the same; empty where it can."""
    indicator = next(item for item in store.indicators(Scope(partnership)) if item.id == entry.indicator)
    said: SaidFigure = {
        **NO_FIGURE,
        "what": entry.what,
        "period": entry.period.slug,
        "text": entry.text,
        "marker": entry.marker,
        "withdrawn": entry.withdrawn,
    }
    try:
        entered_value(said, indicator)
    except Broken as fault:
        return fault.why
    if not entry.withdrawn:
        return ""
    there = published_now(store, [partnership]).get((entry.what, entry.indicator, entry.area, entry.period.slug))
    if there is None:
        return "There is nothing to withdraw: nothing is published there."
    return "" if there.file else f"“{there.text}” is printed in a document: enter the right figure instead."


def _missing(file: str, said: SaidFigure, home: Home, indicator: Indicator | None) -> str:
    """What of a typed figure is not there."""
    if home.is_new:
        return f"{file}: there is no partnership “{shown(said['partnership'])}”."
    if indicator is None:
        return f"{file}: {home.name} has no indicator “{shown(said['indicator'])}”: load it in a table first."
    return f"{file}: {home.name} has no area “{shown(said['area'])}”."


def _why(item: Read) -> tuple[str, str]:
    """What the history says of the release, and the reason that somebody gave."""
    verb = "withdrew" if item.gone else "entered"
    place = f"{item.indicator.name}, {item.home.names[item.area]}, {item.period.label}"
    return f"{verb} {place}: {item.what}", item.said["reason"]
