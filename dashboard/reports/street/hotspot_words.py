"""Knows the sentences of the hotspots page."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.street.crime import Level, Place
from dashboard.domain.values.numbers import show
from dashboard.reports.street.drill_down_words import step_words
from dashboard.reports.street.place_context import StreetContext, asked_in_vain
from dashboard.reports.street.spans import before_words, season_words
from dashboard.reports.street.standing import StreetChange
from dashboard.reports.words.titles import fitting

CLASS_WORDS = {
    HotspotClass.PERSISTENT: "Persistent",
    HotspotClass.EMERGING: "Emerging",
    HotspotClass.FORMER: "Former",
    HotspotClass.INTERMITTENT: "Intermittent",
    HotspotClass.NOT_HOT: "Not a hotspot",
    HotspotClass.NOT_JUDGED: "Not judged",
}


class Ranked(Protocol):
    """What the sentences need of a ranked place."""

    @property
    def place(self) -> Place: ...
    @property
    def now(self) -> int: ...
    @property
    def kind(self) -> HotspotClass: ...


def title(context: StreetContext, span: Period, spots: Sequence[Ranked], found: tuple[int, int]) -> str:
    """How few of all places hold how much; or where a hotspot emerges. *found*: incidents, places with none or some."""
    total, everyone = found
    subject = "incidents" if not context.narrowed else context.crime_words[:1].lower() + context.crime_words[1:]
    if not total:
        said = "No incident of this kind in"
        return fitting(*(f"{said} {name} in {span.label}" for name in (context.place.in_words, context.place.name)))
    emerging = [item for item in spots if item.kind == HotspotClass.EMERGING]
    if context.narrowed and emerging:
        here, code = f"{emerging[0].place.in_words} is", f"{emerging[0].place.name} is"
        end = "an emerging hotspot"
        return fitting(f"{here} {end} of {subject}", f"{code} {end} of {subject}", f"{code} {end}")
    few = min(len(spots), max(1, round(everyone / 10)))
    share = Decimal(sum(item.now for item in spots[:few]) * 100) / total
    noun = "map point" if context.place.level in (Level.LSOA, Level.POINT) else "neighbourhood"
    who = f"One {noun} holds" if few == 1 else f"{few:,} of {everyone:,} {noun}s hold"
    said = f"{who} {show(share, 0, percent=True)} of {subject}"
    return fitting(f"{said} in {context.place.in_words}", f"{said} in {context.place.name}", said)


def compared_with(span: Period, against: Period) -> str:
    """What the months are compared with, and what that is called in the file."""
    words = before_words(span, against)
    named = against.label if words == against.label else f"{against.label}, {words}"
    return f"Compared with {named}; in files, previous_count is of those months."


def lede(
    context: StreetContext,
    filters: Filters,
    spots: Sequence[Ranked],
    looked_at: tuple[Period, int],
    compared: tuple[Period, int | None],
) -> str:
    """The incidents *looked_at* (months and how many), those they are *compared* with, and what is hot."""
    (span, total), (against, before) = looked_at, compared
    noun = "located incident" if total == 1 else "located incidents"
    said = [asked_in_vain(context, filters)]
    said.append(step_words(StreetChange(span, total, against, before), noun))
    said.append(season_words(span, against) if before is not None else "")
    for kind in (HotspotClass.PERSISTENT, HotspotClass.EMERGING):
        names = [item.place.in_words for item in spots if item.kind == kind]
        if names:
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            said.append(f"{CLASS_WORDS[kind]}: {', '.join(names[:3])}{more}.")
    return " ".join(filter(None, said))
