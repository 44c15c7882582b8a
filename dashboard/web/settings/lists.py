"""Knows the address at which an office withdraws its incident lists, puts them back, and says what offences are."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from flask import Flask, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import RefusedFile
from dashboard.questions.limited import limited
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.web.access.asking import eyes, person, publishable
from dashboard.web.answers import author, html
from dashboard.web.faults.addresses import number_of
from dashboard.web.ways import Link
from data.incidents.layouts import forget_layout, kept_layouts
from data.incidents.standing import move
from data.incidents.typing import NONE, say_types
from data.store import SqlStore
from layouts.components.links import page_path, partnership_href
from layouts.plain.choosing import choosing_page
from layouts.plain.loading import missing_page
from layouts.plain.settings.lists import IS, PAGE, ListsView, lists_page

OWN_PAGES = frozenset({"lists", "move-list", "say-offences", "forget-layout"})
MOST_FIELDS = 5_000  # offences of one partnership
NOT_THERE = "There is no such incident list."
Navigation = Callable[[], Sequence[Link]]


class ListRoutes:
    """One plain page with its forms, for whoever publishes for the partnership that the address names."""

    def __init__(self, desk: Desk, engine: Engine, navigation: Navigation) -> None:
        self._desk, self._engine, self._navigation = desk, engine, navigation

    def page(self) -> Answer:
        """The lists as they are; an address that names no partnership offers those there are."""
        names = publishable(self._desk.choices().names)
        if not request.args.get("partnership", "") and names:
            ways = [(partnership_href(PAGE, slug), name) for slug, name in names.items()]
            before = page_path("load"), "Load"
            return html(choosing_page(self._navigation(), before, "Incident lists", "Of which partnership?", ways))
        return self._answered(self._shown)

    def move(self) -> Answer:
        """Withdraw a list of the partnership, or put it back."""

        def act(slug: str) -> None:
            number, standing = number_of(request.form.get("list", "")), request.form.get("stands") == "yes"
            if number not in {item.number for item in self._store.incident_lists(slug)}:
                raise RefusedFile(NOT_THERE)
            move(self._engine, number, standing=standing, who=author(person().name), moment=datetime.now(UTC))

        return self._answered(lambda slug: self._done(slug, act))

    def say(self) -> Answer:
        """Keep every crime type that is chosen otherwise than it stands."""
        request.max_form_parts = MOST_FIELDS

        def act(slug: str) -> None:
            now = {item.words: item.crime or NONE for item in self._store.offence_types(slug)}
            sent = {name.removeprefix(IS): crime for name, crime in request.form.items() if name.startswith(IS)}
            if changed := {words: crime for words, crime in sent.items() if now.get(words) != crime}:
                say_types(self._engine, slug, changed, author(person().name), datetime.now(UTC))

        return self._answered(lambda slug: self._done(slug, act))

    def forget(self) -> Answer:
        """Keep no longer how the columns of such lists are matched."""

        def act(slug: str) -> None:
            number = number_of(request.form.get("layout", ""))
            forget_layout(self._engine, slug, number, author(person().name), datetime.now(UTC))

        return self._answered(lambda slug: self._done(slug, act))

    @property
    def _store(self) -> Store:
        """The lists as whoever asks may see them."""
        return limited(SqlStore(self._engine), eyes())

    def _answered(self, answer: Callable[[str], Answer]) -> Answer:
        slug = request.args.get("partnership", "")
        if slug not in publishable(self._desk.choices().names):
            return html(missing_page(self._navigation(), "There is no such partnership that you publish for."), 404)
        return answer(slug)

    def _done(self, slug: str, act: Callable[[str], None]) -> Answer:
        try:
            act(slug)
        except RefusedFile as fault:
            return self._shown(slug, [str(fault)])
        return redirect(partnership_href(PAGE, slug), 303)

    def _shown(self, slug: str, faults: Sequence[str] = ()) -> Answer:
        store = self._store
        crimes = [(item.slug, item.name) for item in store.crime_types()]
        name = self._desk.choices().names[slug]
        with self._engine.connect() as connection:
            layouts = [(number, words, columns) for number, words, _, columns in kept_layouts(connection, slug)]
        view = ListsView(slug, name, store.incident_lists(slug), store.offence_types(slug), crimes, layouts, faults)
        return html(lists_page(self._navigation(), view), 400 if faults else 200)


def add_lists(server: Flask, routes: ListRoutes) -> None:
    server.add_url_rule(f"/{PAGE}", "lists", routes.page)
    server.add_url_rule(f"/{PAGE}/move", "move-list", routes.move, methods=["POST"])
    server.add_url_rule(f"/{PAGE}/forget", "forget-layout", routes.forget, methods=["POST"])
    server.add_url_rule(f"/{PAGE}/offences", "say-offences", routes.say, methods=["POST"])
