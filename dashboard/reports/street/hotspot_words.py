"""Knows the sentences of the hotspots page."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.street.crime import Level, Place
from dashboard.domain.targets.status import change_is_real
from dashboard.domain.values.numbers import show
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.words.figures import real_text

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


def title(context: StreetContext, span: Period, spots: Sequence[Ranked], total: int) -> str:
    """How few places hold how much; or where a hotspot emerges."""
    subject = "incidents" if not context.narrowed else context.crime_words[:1].lower() + context.crime_words[1:]
    if not total:
        return f"No incident of this kind in {context.place.name} in {span.label}"
    emerging = [item for item in spots if item.kind == HotspotClass.EMERGING]
    if context.narrowed and emerging:
        return f"{emerging[0].place.name} is an emerging hotspot of {subject}"
    few = min(len(spots), max(1, round(len(spots) / 10)))
    share = Decimal(sum(item.now for item in spots[:few]) * 100) / total
    noun = "map point" if context.place.level in (Level.LSOA, Level.POINT) else "neighbourhood"
    who = f"One {noun} holds" if few == 1 else f"{few:,} of {len(spots):,} {noun}s hold"
    return f"{who} {show(share, 0, percent=True)} of {subject} in {context.place.name}"


def lede(context: StreetContext, span: Period, spots: Sequence[Ranked], total: int, before: int | None) -> str:
    said = [f"{total:,} located {'incident' if total == 1 else 'incidents'} in {span.label}"]
    if before is not None:
        real = change_is_real(Decimal(total), Decimal(before))[1]
        said[0] += f", {before:,} in the same months a year before, {real_text(real)}"
    said[0] += "."
    for kind in (HotspotClass.PERSISTENT, HotspotClass.EMERGING):
        names = [item.place.name for item in spots if item.kind == kind]
        if names:
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            said.append(f"{CLASS_WORDS[kind]}: {', '.join(names[:3])}{more}.")
    return " ".join(said)
