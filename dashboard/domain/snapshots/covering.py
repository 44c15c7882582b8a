"""Knows what of a frozen meeting is held back: numbers that a rule on small numbers covers by now, private items."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from dashboard.domain.disclosure.covers import HIDDEN, Covers
from dashboard.domain.meetings.withholding import told
from dashboard.domain.snapshots.lines import SeenLine
from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords
from dashboard.domain.snapshots.slides import Diagram, Measured, Plot, Slide

HELD_BACK = "Held back: a rule on small numbers covers a figure that stood here."
Place = tuple[str, str, str, str]  # indicator, area, period and number, as they are written
Covered = Callable[[Place], bool]
Lines = tuple[SeenLine, ...] | None


def covered(seen: Seen, covers: Covers) -> Seen:
    """*seen* without the numbers that stand in *covers*: a screen with one of them keeps its heading alone."""
    known = _known(covers)
    measures = tuple(_measured(item, known) for item in seen.measures)
    names = frozenset(version[0] for version in covers)
    items = tuple(_item(item, known, names) for item in seen.items)
    return replace(seen, measures=measures, items=items, said=_said(seen.said, names), lines=_lines(seen.lines, names))


def _lines(lines: Lines, names: Set[str]) -> Lines:
    """What was decided on an indicator in *names* tells no number."""
    if lines is None:
        return None
    return tuple(replace(line, words=told(line.words)) if line.indicator in names else line for line in lines)


def _item(item: SeenItem, known: Covered, names: Set[str]) -> SeenItem:
    """An item whose screen is held back, or that speaks of an indicator in *names*, tells no number in words either."""
    slide = _slide(item.slide, known)
    if slide == item.slide and names.isdisjoint(_spoken_of(item.slide)):
        return replace(item, said=_said(item.said, names))
    said = tuple(_told(part) for part in item.said)
    return replace(item, slide=slide, words=told(item.words), why=told(item.why), said=said)


def _spoken_of(slide: Slide) -> set[str]:
    """The indicator that a screen is about; the table of all of them is about none."""
    return {slide.measures[0].indicator} if len(slide.measures) == 1 else set()


def _said(said: tuple[SeenWords, ...], names: Set[str]) -> tuple[SeenWords, ...]:
    return tuple(_told(part) if part.indicator in names else part for part in said)


def _told(part: SeenWords) -> SeenWords:
    return replace(part, words=told(part.words), why=told(part.why))


def public(seen: Seen) -> Seen:
    """*seen* as it is told to everybody: without private items, and without what was said privately."""
    items = tuple(_public(item) for item in seen.items if not item.is_private)
    lines = None if seen.lines is None else tuple(line for line in seen.lines if not line.is_private)
    return replace(seen, items=items, said=tuple(item for item in seen.said if not item.is_private), lines=lines)


def _public(item: SeenItem) -> SeenItem:
    return replace(item, said=tuple(part for part in item.said if not part.is_private))


def _known(covers: Covers) -> Covered:
    """Whether the number of a place is covered; its text may have another number of noughts."""
    places = {(indicator, area, period, number) for indicator, area, period, number in covers}

    def is_covered(place: Place) -> bool:
        try:
            return bool(place[3]) and (*place[:3], Decimal(place[3])) in places
        except InvalidOperation:
            return False

    return is_covered


def _measured(item: Measured, known: Covered) -> Measured:
    if not known(_place(item)):
        return item
    kept = ("indicator", "code", "name", "unit", "area", "area_name", "period", "period_label", "better", "sources")
    return Measured(**{name: getattr(item, name) for name in kept}, text=HIDDEN.text, status_words=HELD_BACK)


def _slide(slide: Slide, known: Covered) -> Slide:
    if not any(map(known, _places(slide))):
        return slide
    measures = tuple(_measured(item, known) for item in slide.measures)
    names = ", ".join(dict.fromkeys(item.name for item in slide.measures))
    return Slide(slide.address, slide.place, names or "Held back", HELD_BACK, measures=measures, sources=slide.sources)


def _places(slide: Slide) -> Iterator[Place]:
    yield from map(_place, slide.measures)
    if slide.diagram is not None:
        yield from _drawn(slide.diagram)


def _drawn(diagram: Diagram) -> Iterator[Place]:
    for stroke in diagram.strokes:
        yield from _points(diagram.indicator, stroke.area, stroke.points)


def _points(indicator: str, area: str, points: Iterable[Plot]) -> Iterator[Place]:
    return ((indicator, area, point.period, point.number) for point in points)


def _place(item: Measured) -> Place:
    return item.indicator, item.area, item.period, item.number
