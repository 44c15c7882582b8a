"""Knows the second window: what whoever presents sees beside the projector: this item, the next, notes and the time."""

from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.snapshots.slides import Slide
from dashboard.reports.meeting.deck import Deck, DeckItem
from layouts.components.markup import Child, tag
from layouts.plain.presenting.slide import status_mark
from layouts.plain.presenting.stage import room


@dataclass(frozen=True, slots=True)
class Lectern:
    """What the second window shows of one screen."""

    deck: Deck
    at: int
    slide: Slide | None = None
    notes: tuple[str, ...] = ()
    reason: str = ""  # why it is on the agenda, as its rule finds it today


def presenter_page(lectern: Lectern) -> str:
    """The whole page of the second window."""
    deck = lectern.deck
    known = {"data_deck": "=".join(deck.key), "data_role": "presenter", "data_length": str(deck.length)}
    body = tag(
        "body", tag("a", "Skip to the notes", href="#slide", class_="skip-link"), presenter_parts(lectern), **known
    )
    return room(f"Presenter: {deck.title}", Markup(str(body).replace("<body", '<body class="presenter"', 1)))


def presenter_parts(lectern: Lectern) -> Markup:
    deck, at = lectern.deck, lectern.at
    path = f"{deck.path}er"
    ends = {
        "data_item": str(at),
        "data_next": deck.href(at + 1, path) if deck.within(at + 1) != at else "",
        "data_previous": deck.href(at - 1, path) if deck.within(at - 1) != at else "",
        "data_title": f"Presenter: {deck.title} – Outturn",
    }
    head = tag("header", tag("h1", deck.title), tag("p", _clock(deck), class_="clock"), class_="slide-head")
    main = tag("main", head, _now(lectern), _next(lectern), _ways(lectern), id="slide", tabindex="-1")
    return tag("div", main, id="stage", **ends)


def _clock(deck: Deck) -> list[Child]:
    of = f" of {deck.length} minutes" if deck.length else " minutes"
    return [tag("span", "0", data_shows="minutes"), of, " · ", tag("span", "", data_shows="time")]


def _now(lectern: Lectern) -> Markup:
    item = lectern.deck.item(lectern.at) if lectern.at else None
    if item is None:
        return tag("section", tag("h2", "Agenda"), tag("p", "The agenda is on the screen."))
    slide = lectern.slide
    parts = [tag("h2", f"Now: {lectern.at} of {len(lectern.deck.items)}"), tag("p", item.words, class_="item-words")]
    parts += [tag("p", slide.title)] if slide and slide.title not in ("", item.words) else []
    parts += [tag("p", status_mark(slide.status, slide.status_words))] if slide and slide.status_words else []
    parts += [tag("p", words) for words in _told(item, lectern.reason)]
    parts += [tag("p", slide.lede)] if slide and slide.lede else []
    parts += (
        [tag("h3", "Notes"), *[tag("p", words, class_="note-words") for words in lectern.notes]]
        if lectern.notes
        else []
    )
    return tag("section", *parts)


def _told(item: DeckItem, reason: str = "") -> list[str]:
    minutes = f"{item.minutes} minutes are planned." if item.minutes else ""
    led = f"Led by: {item.presenter}." if item.presenter else ""
    private = "Private: the public leaves first." if item.is_private else ""
    return [words for words in (reason or item.why, f"{led} {minutes}".strip(), private) if words]


def _next(lectern: Lectern) -> Markup:
    deck, at = lectern.deck, lectern.at
    if deck.within(at + 1) == at:
        return tag("section", tag("h2", "Next"), tag("p", "This is the last screen."))
    item = deck.item(at + 1)
    return tag(
        "section", tag("h2", "Next"), tag("p", item.words, class_="item-words"), *[tag("p", w) for w in _told(item)]
    )


def _ways(lectern: Lectern) -> Markup:
    deck, at, path = lectern.deck, lectern.at, f"{lectern.deck.path}er"
    links = [
        tag("a", words, href=deck.href(to, path), class_="step", data_inside=True, rel=rel)
        for words, to, rel in (("Previous", at - 1, "prev"), ("Next", at + 1, "next"))
        if deck.within(to) == to
    ]
    screen = tag("a", "Open the screen", href=deck.href(at), target="_blank")
    return tag("nav", *links, screen, class_="remote", aria_label="Present")
