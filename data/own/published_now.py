"""Knows which figures stand before a load: of the documents, or of a partnership's own files."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.commentary import Commentary
from dashboard.domain.records import Observation, Scope, SourceCell, Target
from dashboard.domain.values.printed import Marker, Reason
from dashboard.questions.store import Store

Key = tuple[str, str, str, str]  # what, indicator, area, period


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A published figure, as far as a new one is compared with it."""

    partnership: str
    label: str  # of its period
    text: str
    number: Decimal | None
    reason: Reason | None
    marker: Marker | None
    covers_to: str
    file: str  # of the user's, or nothing
    place: str
    counts: tuple[Decimal | None, ...] = (None,) * 4  # of COUNTS
    event_days: str = ""


def published_now(store: Store, partnerships: Iterable[str]) -> dict[Key, PublishedFigure]:
    """Everything that is published of *partnerships*; what street-level files are counted to is not for a table."""
    known = {item.slug for item in store.partnerships()}
    found: dict[Key, PublishedFigure] = {}
    for partnership in partnerships:
        actuals = store.observations(Scope(partnership)) if partnership in known else ()
        for actual in actuals:
            found["actual", actual.indicator, actual.area, actual.period.slug] = _actual(partnership, actual)
        for target in store.targets(Scope(partnership)):
            found["target", target.indicator, target.area, target.period.slug] = _target(partnership, target)
        for item in store.commentaries(Scope(partnership)):
            found["commentary", item.indicator, item.area, item.period.slug] = _said(partnership, item)
    return found


def _said(partnership: str, item: Commentary) -> PublishedFigure:
    said = (item.text, None, None, None, "")
    return PublishedFigure(partnership, item.period.label, *said, file=_file(item.source), place=item.source.place)


def _actual(partnership: str, item: Observation) -> PublishedFigure:
    value, cell = item.value, item.sources[0]
    covers = item.covers_to.isoformat() if item.covers_to else ""
    said = (cell.text, value.number, value.reason, value.marker, covers)
    counts = (item.numerator, item.denominator, item.low, item.high)
    days = ",".join(str(day.day) for day in item.event_days)
    return PublishedFigure(partnership, item.period.label, *said, _file(cell), cell.place, counts, days)


def _target(partnership: str, item: Target) -> PublishedFigure:
    said = (item.source.text, item.rule.number, item.rule.reason, None, "")
    return PublishedFigure(partnership, item.period.label, *said, _file(item.source), item.source.place)


def _file(cell: SourceCell) -> str:
    """The file of a user's own figure; its source cell names it as the table."""
    return cell.table if cell.document.startswith("file-") else ""
