"""Knows the page that fills the projector: one screen, and under it the ways on with everything at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.snapshots.slides import Slide
from dashboard.domain.wording import plural
from dashboard.reports.meeting.deck import FIRST, Deck, DeckItem
from layouts.assets import asset_href
from layouts.components.markup import Child, tag
from layouts.plain.presenting.slide import slide_parts

MOST_IN_A_COLUMN = 10  # items of an agenda
PRIVATE = "This item is private. Members of the public and press leave before it is opened."


@dataclass(frozen=True, slots=True)
class Stage:
    """One screen of a deck as it is asked for."""

    deck: Deck
    at: int  # 0: the agenda
    slide: Slide | None = None
    is_inside: bool = False  # a page that the screen led to, or another view of its own
    is_covered: bool = False  # a private item that is not opened yet
    filters: Child = ""
    decide: Child = ""

    @property
    def item(self) -> DeckItem | None:
        return self.deck.item(self.at) if self.at else None

    @property
    def heading(self) -> str:
        """What the screen says first."""
        if self.item is None:
            return self.deck.title
        if self.is_covered:
            return f"Item {self.at} is private"
        if self.is_of_several:
            return self.item.words
        return (self.slide.title if self.slide else "") or self.item.words

    @property
    def is_of_several(self) -> bool:
        """Whether the words of the item say more than the title of the page that it shows."""
        return self.item is not None and self.item.is_of_several and not self.is_inside


def stage_page(stage: Stage) -> str:
    """The whole page of one screen."""
    body = tag(
        "body",
        tag("a", "Skip to the screen", href="#slide", class_="skip-link"),
        stage_parts(stage),
        tag("div", class_="visually-hidden", aria_live="polite", id="told"),
        class_="stage",
        **_known(stage),
    )
    return room(stage.heading, body)


def room(title: str, body: Markup) -> str:
    """A page without the navigation of the others."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – Outturn"),
        tag("link", rel="icon", href=asset_href("icon.svg"), type="image/svg+xml"),
        tag("link", rel="stylesheet", href=asset_href("outturn.css")),
        tag("link", rel="stylesheet", href=asset_href("present.css")),
        tag("script", src=asset_href("present.js"), defer=True),
        tag("script", src=asset_href("drafts.js"), defer=True),
    )
    return Markup("<!DOCTYPE html>\n") + tag("html", head, body, lang="en-GB")


def _known(stage: Stage) -> dict[str, str]:
    """What the script has to know of the deck."""
    return {"data_deck": "=".join(stage.deck.key), "data_role": "screen"}


def stage_parts(stage: Stage) -> Markup:
    """What is exchanged when another screen is shown."""
    deck, at = stage.deck, stage.at
    ends = {
        "data_item": str(at),
        "data_next": _href(deck, at + 1),
        "data_previous": _href(deck, at - 1),
        "data_title": f"{stage.heading} – Outturn",
        "data_presenter": deck.href(at, f"{deck.path}er"),
    }
    return tag("div", _screen(stage), _remote(stage), id="stage", **ends)


def _href(deck: Deck, at: int) -> str:
    return deck.href(at) if deck.within(at) == at else ""


def _screen(stage: Stage) -> Markup:
    place = (stage.slide.place if stage.slide and not stage.is_covered else "") or stage.deck.place
    head = tag("header", tag("p", place, class_="slide-place"), tag("h1", stage.heading), class_="slide-head")
    return tag("main", head, *_content(stage), id="slide", tabindex="-1", class_="slide")


def _content(stage: Stage) -> list[Child]:
    if stage.item is None:
        return [_agenda(stage)]
    if stage.is_covered:
        return [_cover(stage)]
    deck, at = stage.deck, stage.at
    why = tag("p", stage.item.why, class_="slide-lede") if stage.item.why and not stage.is_inside else ""
    back = tag("p", tag("a", "Back to the item", href=deck.href(at), data_inside=True), class_="slide-back")
    shown = slide_parts(stage.slide, lambda address: deck.inside(at, address)) if stage.slide else []
    return [
        back if stage.is_inside else "",
        "" if stage.slide and stage.slide.title else why,
        *shown,
    ]


def _cover(stage: Stage) -> Markup:
    open_it = tag("a", "Open the item", href=stage.deck.href(stage.at, open="1"), data_inside=True, class_="slide-open")
    return tag("div", tag("p", PRIVATE, class_="slide-lede"), tag("p", open_it))


def _agenda(stage: Stage) -> Markup:
    deck = stage.deck
    if not deck.items:
        return tag("p", "Nothing is on the agenda yet. Prepare the meeting first.", class_="slide-lede")
    rows = [_agenda_line(deck, at, item) for at, item in enumerate(deck.items, FIRST)]
    return tag("ol", *rows, class_="slide-agenda long" if len(rows) > MOST_IN_A_COLUMN else "slide-agenda")


def _agenda_line(deck: Deck, at: int, item: DeckItem) -> Markup:
    words = f"Item {at} is private" if item.is_private else item.words
    minutes = tag("span", f" {item.minutes} min", class_="slide-minutes") if item.minutes else ""
    return tag("li", tag("a", words, href=deck.href(at), data_inside=True), minutes)


def _remote(stage: Stage) -> Markup:
    """What stands at hand under every screen."""
    deck, at = stage.deck, stage.at
    where = f"{at} of {len(deck.items)}" if at else plural(len(deck.items), "item")
    parts: Sequence[Child] = (
        _step(deck, at - 1, "Previous", "prev"),
        tag("span", where, class_="where"),
        _step(deck, at + 1, "Next", "next"),
        _fold("Items", _agenda(stage)) if at else "",
        _fold("Filters", stage.filters) if stage.filters else "",
        _fold("Decisions", stage.decide) if stage.decide else "",
        tag("button", "Full screen", type="button", data_does="full", hidden=True),
        tag("a", "Presenter’s window", href=deck.href(at, f"{deck.path}er"), target="_blank", data_does="presenter"),
        _fold("Keys", _keys()),
        tag("a", "End", href=deck.home, class_="end"),
    )
    return tag("nav", *parts, class_="remote", aria_label="Present")


def _step(deck: Deck, at: int, words: str, name: str) -> Markup:
    href = _href(deck, at)
    if not href:
        return tag("span", words, class_=f"step {name} none", aria_hidden="true")
    return tag("a", words, href=href, rel=name, class_=f"step {name}", data_inside=True)


def _fold(words: str, content: Child) -> Markup:
    return tag("details", tag("summary", words), tag("div", content, class_="panel"), class_="hand")


def _keys() -> Markup:
    said = (
        ("Next", "→, Page Down, or swipe to the left"),
        ("Previous", "←, Page Up, or swipe to the right"),
        ("First, last", "Home, End"),
        ("Close a panel", "Escape"),
        ("With letter keys", "F filters, D decisions, I items, B blank screen"),
    )
    listed = tag("dl", *[part for term, words in said for part in (tag("dt", term), tag("dd", words))])
    box = tag("input", type="checkbox", id="letters", data_does="letters", checked=True)
    return tag("div", listed, tag("p", box, " ", tag("label", "Letter keys work", for_="letters")))
