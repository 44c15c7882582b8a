"""Knows the page of the notes on an indicator, in an area and a period: what was noted, by whom, and the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.meetings.typed import LONGEST_WORDS
from dashboard.domain.wording import plural, sentence
from layouts.components.drafts import keeping
from layouts.components.links import indicator_href, meeting_href, notes_href, page_path
from layouts.components.markup import Child, joined, tag
from layouts.plain.meetings.book_page import CLOSED
from layouts.plain.meetings.boxes import (
    Sheet,
    buttons,
    deed_form,
    folded,
    problem_links,
    told,
    words_box,
)
from layouts.plain.meetings.words import signed
from layouts.plain.page import Link, back, card, plain_page, problem


@dataclass(frozen=True, slots=True)
class NotedPlace:
    """What the notes hang on, in ids and in words; *notes* are those on it, *others* those on its other periods."""

    filters: Filters  # with the one indicator
    indicator: str  # its slug
    indicator_name: str
    area_name: str
    notes: tuple[FigureNote, ...]
    others: tuple[FigureNote, ...]
    labels: dict[str, str]  # of periods
    writes: bool = False

    @property
    def place(self) -> tuple[str, str, str]:
        return self.indicator, self.filters.area, self.filters.period.slug


def notes_page(navigation: Sequence[Link], noted: NotedPlace, sheet: Sheet) -> str:
    """The notes on one place, and the form for another."""
    label = noted.filters.period.label
    return plain_page(
        f"Notes on {noted.indicator_name}",
        navigation,
        back(indicator_href(noted.filters, noted.indicator), noted.indicator_name),
        problem(problem_links(sheet)),
        tag("p", f"{noted.area_name} · {label}", class_="place"),
        tag("h1", f"{noted.indicator_name}: {_counted(len(noted.notes))}", tabindex="-1"),
        _notes(noted, sheet),
        _form(noted, sheet) if noted.writes and sheet.is_open else "",
        tag("p", CLOSED) if noted.writes and not sheet.is_open else "",
        _others(noted),
        keeping() if sheet.is_open else "",
        fault=bool(sheet.filled.faults),
        inside=page_path("indicator"),
    )


def _counted(count: int) -> str:
    return plural(count, "note") if count else "no notes yet"


def _notes(noted: NotedPlace, sheet: Sheet) -> Markup:
    if not noted.notes:
        return Markup("")
    return card(sentence(_counted(len(noted.notes))), *[_note(noted, item, sheet) for item in noted.notes])


def _note(noted: NotedPlace, item: FigureNote, sheet: Sheet) -> Markup:
    parts: list[Child] = [told(item.words), tag("p", signed(item.who, item.moment), _in_meeting(item), class_="sub")]
    if item.earlier:
        earlier = [
            tag("li", told(words), tag("p", signed(who, when), class_="sub")) for words, who, when in item.earlier
        ]
        parts.append(folded(f"Corrected {plural(len(item.earlier), 'time')}", tag("ul", *earlier, class_="plain-list")))
    if noted.writes and sheet.is_open:
        parts.append(_correction(noted, item, sheet))
    return tag("div", *parts, class_="minute", id=f"note-{item.number}")


def _in_meeting(item: FigureNote) -> Markup:
    return joined([", ", tag("a", "in a meeting", href=meeting_href(item.meeting))]) if item.meeting else Markup("")


def _correction(noted: NotedPlace, item: FigureNote, sheet: Sheet) -> Markup:
    box = sheet.box(f"note-{item.number}", words=item.words)
    hint = "The words before stay readable underneath; without any words the note is taken back."
    about = {"note": item.number, "seen": item.version, **_about(noted)}
    field = words_box(box, "words", "Note", hint)
    form = deed_form(sheet, box, "note", about, field, buttons("Correct"))
    return folded("Correct or take back", form, is_open=box.is_mended, about=item.words[:40])


def _form(noted: NotedPlace, sheet: Sheet) -> Markup:
    box = sheet.box(note_key(noted.place))
    hint = f"Seen by whoever looks at this figure; up to {LONGEST_WORDS:,} characters."
    field = words_box(box, "words", "Note", hint)
    form = deed_form(sheet, box, "note", _about(noted), field, buttons("Keep this note", box))
    return card("Another note" if noted.notes else "A note", form)


def note_key(place: tuple[str, str, str]) -> str:
    """The key of the form for a note on an indicator, an area and a period."""
    return "-".join(("note", *filter(None, place))).replace("/", "-")


def _about(noted: NotedPlace) -> dict[str, str]:
    indicator, area, period = noted.place
    return {"partnership": noted.filters.partnership, "indicator": indicator, "area": area, "period": period}


def _others(noted: NotedPlace) -> Markup:
    if not noted.others:
        return Markup("")
    rows = []
    for item in noted.others:
        way = notes_href(noted.filters.partnership, (noted.indicator, noted.filters.area, item.period))
        link = tag("a", noted.labels.get(item.period, item.period), href=way)
        rows.append(tag("li", link, told(item.words), tag("p", signed(item.who, item.moment), class_="sub")))
    return card("On other periods", tag("ul", *rows, class_="plain-list"))
