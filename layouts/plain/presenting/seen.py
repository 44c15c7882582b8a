"""Knows the page on which a closed meeting is shown as it was seen, drawn from what was frozen alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords, Snapshot
from dashboard.domain.snapshots.slides import Diagram, Listing, Measured, Slide
from dashboard.domain.statistics.rebaselines import day_words, moment_words
from dashboard.domain.wording import plural, sentence
from dashboard.reports.meeting.compared import day_of
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, facts, plain_page, table
from layouts.plain.presenting.slide import chart, status_mark

CHART_HEIGHT = 320
Titled = TypeVar("Titled", Diagram, Listing)
MOST_OPEN = 4  # items whose charts and tables stand open
ON_SCREEN = "What else stood on the screen"
AS_NOW = "Look at it as it is now"
CHANGED = "The text that is kept is not the one that was sealed: it was changed behind Outturn's back."


def seen_page(navigation: Sequence[Link], snapshot: Snapshot, seen: Seen, others: Sequence[tuple[str, str]]) -> str:
    """Everything that was seen, item by item; *others* are the meetings that it can be compared with, by address."""
    where = " · ".join(filter(None, (seen.partnership_name, day_of(seen))))
    return plain_page(
        f"{seen.meeting}: as it was seen",
        navigation,
        back(f"/meeting?meeting={snapshot.meeting}", "the meeting"),
        tag("p", where, class_="place"),
        tag("h1", tag("bdi", seen.meeting), ": as it was seen", tabindex="-1"),
        tag("p", _lede(snapshot), class_="lede"),
        "" if snapshot.is_intact else tag("p", CHANGED, class_="problem", role="alert"),
        _compare(others),
        *[_item(item, is_open=len(seen.items) <= MOST_OPEN) for item in seen.items],
        _words("Said of no item", seen.said),
        _figures(seen),
        _seal(snapshot, seen),
        inside="/meeting",
    )


def _lede(snapshot: Snapshot) -> str:
    moment = snapshot.moment
    said = f"Frozen when the meeting closed, on {moment_words(moment)} at {moment[11:16]} UTC. Nothing here moves on."
    if not snapshot.redacted:
        return said
    return f"{said} Words were taken out by an administrator on {moment_words(snapshot.redacted)}."


def _compare(others: Sequence[tuple[str, str]]) -> Child:
    if not others:
        return ""
    links = [tag("li", tag("a", words, href=address)) for address, words in others]
    return tag("nav", tag("p", "Compare it with"), tag("ul", *links), aria_label="Compare", class_="compare")


def _item(item: SeenItem, *, is_open: bool) -> Markup:
    """One item: its finding and what was said; of a long agenda its chart and table are one click away."""
    slide = item.slide
    private = tag("p", tag("b", "Private item")) if item.is_private else ""
    why = tag("p", item.why, class_="sub", dir="auto") if item.why else ""
    now = (
        tag("p", tag("a", AS_NOW, href=slide.address, class_="now", aria_label=f"{AS_NOW}: {item.words}"))
        if slide.address.startswith("/") and not slide.address.startswith("//") and slide.title
        else ""
    )
    heading = f"{item.number}. {item.words}"
    return card(
        heading, private, why, *_shown(slide), _said(item.said), _screen(slide, item.number, is_open=is_open), now
    )


def _shown(slide: Slide) -> list[Child]:
    """The finding that stood on the screen of an item."""
    if not slide.title:
        return []
    parts: list[Child] = [tag("p", slide.place, class_="place"), tag("h3", slide.title)]
    if slide.lede and not slide.diagram and not slide.listing:
        parts.append(tag("p", slide.lede))
    if slide.number:
        parts.append(tag("p", slide.number, " ", tag("span", slide.unit, class_="unit"), class_="big"))
    if slide.status_words:
        parts.append(tag("p", status_mark(slide.status, slide.status_words)))
    return [*parts, *[tag("p", words, class_="note") for words in slide.notes]]


def _screen(slide: Slide, number: str, *, is_open: bool) -> Child:
    """What else stood there; the *number* of its item tells its tables apart from others."""
    parts: list[Child] = [facts(*slide.facts)] if slide.facts else []
    parts.append(chart(_numbered(slide.diagram, number), CHART_HEIGHT) if slide.diagram else "")
    parts.append(_listing(_numbered(slide.listing, number)) if slide.listing else "")
    parts.append(_sources(slide.sources))
    if not any(parts):
        return ""
    return tag("details", tag("summary", ON_SCREEN), *parts, class_="on-screen", open=is_open)


def _numbered(shown: Titled, number: str) -> Titled:
    return replace(shown, title=f"{number}. {shown.title}")


def _listing(listing: Listing) -> Markup:
    rows = [
        [*row.cells[:-1], status_mark(row.status, row.cells[-1]) if row.status else row.cells[-1]]
        for row in listing.rows
        if row.cells
    ]
    return table(listing.title, listing.headings, rows, numbers=frozenset(listing.numbers), look="cards")


def _sources(sources: Sequence[str]) -> Child:
    if not sources:
        return ""
    listed = tag("ul", *[tag("li", words) for words in sources])
    return tag("details", tag("summary", "Source cells"), listed)


def _words(heading: str, said: Sequence[SeenWords]) -> Child:
    return card(heading, _said(said)) if said else ""


def _said(said: Sequence[SeenWords]) -> Child:
    return tag("ul", *[_line(item) for item in said], class_="plain-list") if said else ""


def _line(item: SeenWords) -> Markup:
    """What was minuted, noted or decided, with owner and due date."""
    kind = sentence(item.kind)
    number = f" {item.number}" if item.number else ""
    about = " · ".join(filter(None, (item.owner, f"due {_day(item.due)}" if item.due else "", item.place)))
    private = " (private)" if item.is_private else ""
    parts = [tag("b", f"{kind}{number}{private}: "), tag("span", item.words, dir="auto")]
    parts += [tag("p", item.why, class_="sub", dir="auto")] if item.why else []
    parts += [tag("p", about, class_="sub")] if about else []
    return tag("li", *parts)


def _day(said: str) -> str:
    """A day as it is read; what is none stays as it was kept."""
    try:
        return day_words(date.fromisoformat(said))
    except ValueError:
        return said


def _figures(seen: Seen) -> Child:
    """Every figure of the view, with its source cells."""
    if not seen.measures:
        return ""
    headings = ("Indicator", "Area", "Period", "Actual", "Target", "Change", "Status", "Source")
    rows = [_figure(item) for item in seen.measures]
    numbers = frozenset({3, 4})
    shown = table("Every figure", headings, rows, numbers=numbers, look="cards")
    words = sentence(plural(len(rows), "figure"))
    folded = tag("details", tag("summary", words), shown, class_="on-screen", open=len(rows) <= MOST_OPEN)
    return card("Every figure of the view", folded)


def _figure(item: Measured) -> list[Child]:
    name = f"{item.code} {item.name}".strip()
    mark = status_mark(item.status, item.status_words)
    shown = [name, item.area_name, item.period_label, item.text, item.target_text, item.change, mark]
    return [*shown, "; ".join(item.sources)]


def _seal(snapshot: Snapshot, seen: Seen) -> Markup:
    """What proves that this is what was seen, and under which rules."""
    sealed: list[tuple[str, Child]] = [
        ("Fingerprint (sha256)", tag("code", snapshot.digest)),
        ("Version of the figures", seen.data_version),
        ("Version of Outturn", seen.program_version),
        *((sentence(name), value) for name, value in seen.settings),
    ]
    if snapshot.sealed_before:
        sealed.insert(1, ("Fingerprint before words were taken out", tag("code", snapshot.sealed_before)))
    return card("Seal and settings", tag("details", tag("summary", "Show"), facts(*sealed), class_="on-screen"))
