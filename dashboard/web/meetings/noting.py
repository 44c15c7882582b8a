"""Knows on which figure a note hangs, and how one is kept, corrected and taken back."""

from collections.abc import Mapping
from urllib.parse import urlencode

from sqlalchemy import Engine

from dashboard.domain.errors import RefusedEntry, UnknownFilter
from dashboard.domain.filters import Filters
from dashboard.domain.meetings.notes import notes_on
from dashboard.domain.meetings.typed import paragraphs, words_typed
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.web.faults.addresses import number_of
from dashboard.web.meetings.books import Books, may_do
from data.meetings.keeping import Sent
from data.meetings.noting import correct_note, note
from layouts.components.links import meeting_href, notes_href
from layouts.plain.meetings.notes_page import NotedPlace

KEYS = ("partnership", "indicator", "area", "period")
NO_FIGURE = "Name one indicator, and an area and a period if you like: a note hangs on a figure."
GONE = (("", "This note is not there any more: somebody took it back."),)


class Noting:
    """Notes on figures."""

    def __init__(self, desk: Desk, store: Store, engine: Engine) -> None:
        self._desk, self._store, self._engine = desk, store, engine

    def place(self, asked: Mapping[str, str]) -> NotedPlace:
        """The notes on what is *asked* for; raises UnknownFilter where that is no figure of anybody."""
        filters = self._filters(asked)
        [slug] = filters.indicators
        indicator = next(item for item in self._store.indicators(Scope(filters.partnership)) if item.slug == slug)
        area = next(item for item in self._store.areas(filters.partnership) if item.slug == filters.area_slug)
        found = notes_on(self._store.figure_notes(filters.partnership), indicator.id, area.slug)
        here = filters.period.slug
        return NotedPlace(
            filters,
            slug,
            indicator.name,
            area.name,
            tuple(item for item in found if item.period == here),
            tuple(item for item in found if item.period != here),
            {item.slug: item.label for item in self._store.periods(filters.partnership)},
            may_do(filters.partnership).writes,
        )

    def _filters(self, asked: Mapping[str, str]) -> Filters:
        query = urlencode([(name, asked[name]) for name in KEYS if asked.get(name)])
        filters = self._desk.filters(query)
        if len(filters.indicators) != 1:
            raise UnknownFilter(NO_FIGURE)
        return filters

    def send(self, form: Mapping[str, str], sent: Sent, books: Books) -> str:
        """Keep what a form says; returns where it leads. Raises RefusedEntry, WrittenMeanwhile."""
        noted = self.place(form)
        partnership, meeting = noted.filters.partnership, 0
        if form.get("meeting") and books.of_meeting(form["meeting"]).book.partnership == partnership:
            meeting = number_of(form["meeting"])
        if form.get("note"):
            known = {str(item.number): item.number for item in noted.notes}
            if form["note"] not in known:
                raise RefusedEntry(GONE)
            words = words_typed(form) if paragraphs(form.get("words", "")) else ""
            correct_note(self._engine, known[form["note"]], number_of(form.get("seen", "")), words, sent)
        else:
            place = {"partnership": partnership, "indicator": self._id(noted), "area": noted.filters.area_slug}
            note(self._engine, {**place, "period": noted.filters.period.slug}, words_typed(form), sent, meeting)
        if meeting:
            return meeting_href(meeting, max(number_of(form.get("item", "")), 0))
        return notes_href(partnership, noted.place)

    def _id(self, noted: NotedPlace) -> str:
        every = self._store.indicators(Scope(noted.filters.partnership))
        return next(item.id for item in every if item.slug == noted.indicator)
