"""Knows the address at which administrators of a partnership say how its papers look."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime

from flask import Flask, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.people import Right
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.papers.look import read_look
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand
from dashboard.web.access.asking import person
from dashboard.web.answers import author, html
from dashboard.web.ways import Link
from data.papers.logos import read_logo
from data.papers.looks import KeptLook, look_of, set_look
from layouts.components.fields import Filled
from layouts.components.links import partnership_href
from layouts.plain.loading import missing_page
from layouts.plain.settings.papers import PAGE, LookView, look_page

OWN_PAGES = frozenset({"paper-look", "set-paper-look"})
FIELDS = ("name", "accent", "logo_alt", "committees")
Navigation = Callable[[], Sequence[Link]]


def brand_of(engine: Engine, partnership: str) -> Brand:
    """How the papers of a partnership look."""
    kept = look_of(engine, partnership)
    look = kept.look
    return Brand(look.name, kept.logo, look.logo_alt, look.accent, look.committees)


class LookRoutes:
    """One plain page with its form, for whoever administers the partnership that the address names."""

    def __init__(self, desk: Desk, engine: Engine, navigation: Navigation) -> None:
        self._desk, self._engine, self._navigation = desk, engine, navigation

    def page(self) -> Answer:
        return self._answered(lambda slug, kept: self._shown(slug, kept, Filled(_typed(kept))))

    def set(self) -> Answer:
        """Keep the look that the form says; the form again, with what is wrong, where it is refused."""
        form = {name: request.form.get(name, "") for name in FIELDS}

        def answer(slug: str, kept: KeptLook) -> Answer:
            try:
                logo = _logo(kept)
                look = read_look(form, has_logo=bool(logo))
            except RefusedDecision as fault:
                return self._shown(slug, kept, Filled(form, fault.faults), 400)
            set_look(self._engine, slug, KeptLook(look, logo, author(person().name)), datetime.now(UTC))
            return redirect(partnership_href(PAGE, slug), 303)

        return self._answered(answer)

    def _answered(self, answer: Callable[[str, KeptLook], Answer]) -> Answer:
        slug, scope = request.args.get("partnership", ""), person().reach(Right.ADMINISTER)
        if slug not in self._desk.choices().names or slug not in scope:
            return html(missing_page(self._navigation(), "There is no such partnership that you administer."), 404)
        return answer(slug, look_of(self._engine, slug))

    def _shown(self, slug: str, kept: KeptLook, filled: Filled, status: int = 200) -> Answer:
        name, signed = self._desk.choices().names[slug], (kept.author, kept.moment)
        return html(look_page(self._navigation(), LookView(slug, name, kept.look, kept.logo, signed, filled)), status)


def _typed(kept: KeptLook) -> Mapping[str, str]:
    look = kept.look
    committees = "\n".join(look.committees)
    return {"name": look.name, "accent": look.accent, "logo_alt": look.logo_alt, "committees": committees}


def _logo(kept: KeptLook) -> bytes:
    """The logo that is sent, else the one that stands unless it is taken away; raises RefusedDecision."""
    if (sent := request.files.get("logo")) is not None:
        with closing(sent):
            body = sent.read()
        if body:
            return read_logo(body)
    return b"" if request.form.get("no_logo") else kept.logo


def add_paper_look(server: Flask, routes: LookRoutes) -> None:
    server.add_url_rule(f"/{PAGE}", "paper-look", routes.page)
    server.add_url_rule(f"/{PAGE}", "set-paper-look", routes.set, methods=["POST"])
