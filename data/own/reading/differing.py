"""Knows whether a figure says something else than the one that is published, and how that is told."""

from datetime import date

from dashboard.domain.checks.changes import Change, ChangeKind
from dashboard.domain.values.printed import without_notes
from data.own.published_now import Key, PublishedFigure
from data.own.reading.name_index import NameIndex
from data.own.reading.readings import Read
from data.sources.figures.parcels import ACTUAL

COMMENTARY = "commentary"


def differs(item: Read, before: PublishedFigure | None) -> bool:
    """Whether a figure says something else than the one that is published; a note mark alone is nothing else."""
    if item.gone:
        return before is not None and bool(before.file)
    if before is None or item.what == COMMENTARY:
        return before is None or str(item.said["text"]) != before.text
    number, covers = item.value.number, item.said["covers_to"] if item.what == ACTUAL else ""
    if covers and covers != before.covers_to and not _is_as_far(item, before):
        return True
    if item.value.marker is not None and item.value.marker != before.marker:
        return True
    if _adds_counts(item, before) or _adds_days(item, before):
        return True
    same_words = _words(item.said["text"]) == _words(before.text)
    return not same_words and (number is None or number != before.number)


def _is_as_far(item: Read, before: PublishedFigure) -> bool:
    """Whether the same number of a period in progress is published, up to the day that was known then."""
    return item.is_at_most and bool(before.covers_to) and item.value.number == before.number


def still_part(item: Read, before: PublishedFigure | None, today: date) -> str:
    """A sentence for the same figure of a part of its period that is loaded again when the period has ended."""
    if before is None or not before.covers_to or item.said["covers_to"] or item.period.end >= today:
        return ""
    last, end = date.fromisoformat(before.covers_to), item.period.end
    return (
        f"{item.indicator.name}, {item.home.names[item.area]}, {item.period.label}: the same {item.said['text']} is "
        f"published up to {last.day} {last:%B %Y} and still counts a part of the period. If it is of the whole, say so "
        f"in a column “Covers to”: {end.isoformat()}."
    )


def _adds_counts(item: Read, before: PublishedFigure) -> bool:
    """Whether a file gives other counts or limits behind a figure; one that gives none takes none away."""
    given = any(count is not None for count in item.counts)
    return given and item.counts != before.counts


def _adds_days(item: Read, before: PublishedFigure) -> bool:
    """Whether a file tells other days of events; one that tells none takes none away."""
    return item.event_days not in ("", before.event_days)


def _words(text: str) -> str:
    return " ".join(without_notes(text.strip().replace("\u2212", "-"))[0].casefold().split())


def change_of(item: Read, before: PublishedFigure | None) -> Change:
    return Change(
        kind=ChangeKind.NEW if before is None else ChangeKind.CHANGED,
        partnership=item.home.name,
        indicator=item.indicator.name,
        what=item.what,
        area=item.home.names[item.area],
        period=item.period.label,
        before=before.text if before else "",
        now=item.gone or item.said["text"],
        place=item.place,
        remark="; ".join((*item.value.remarks, *_with_counts(item, before))),
        loses_number=before is not None and before.number is not None and item.value.number is None,
        at=(item.home.slug, item.indicator.id, item.area, item.period.slug),
    )


def _with_counts(item: Read, before: PublishedFigure | None) -> tuple[str, ...]:
    """What is new of a figure that says the same as before."""
    same = before is not None and _words(item.said["text"]) == _words(before.text)
    if not same or before is None:
        return ()
    counts = ("with its count and limits",) if _adds_counts(item, before) else ()
    return (*counts, *(("with the days of its events",) if _adds_days(item, before) else ()))


def left_out(known: NameIndex, key: Key, item: PublishedFigure) -> Change:
    what, indicator, area, _ = key
    home = known.home(item.partnership)
    name = home.by_id[indicator].name if indicator in home.by_id else indicator
    where = home.names.get(area, area)
    return Change(ChangeKind.GONE, home.name, name, what, where, item.label, item.text, "", item.place)
