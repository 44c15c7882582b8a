"""Knows the addresses at which a partnership's rules on small numbers are looked at, tried, set and taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.people import Right
from dashboard.domain.disclosure.deciding import FIELDS, Proposal, in_force, proposed
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.records import Scope
from dashboard.domain.statistics.rebaselines import signed
from dashboard.domain.wording import one_line
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.ruled import Ruled
from dashboard.web.access.asking import person
from dashboard.web.answers import author, html
from dashboard.web.faults.addresses import number_of
from dashboard.web.saying.drafting import about, forms_of
from dashboard.web.ways import Link
from data.incidents.repeats_shown import show_repeats
from data.own.small_numbers.rules import GONE, set_rule, withdraw_rule
from data.store import SqlStore
from layouts.components.fields import Filled
from layouts.components.links import page_path, partnership_href
from layouts.plain.choosing import choosing_page
from layouts.plain.loading import missing_page
from layouts.plain.settings.small_numbers import PAGE, SETTING, form_of, settings_page

KEEP = "keep"  # what the button says that sets a rule; the other one only tries it
#: The endpoints that answer with a page of HTML of their own, and all of them.
OWN_PAGES = frozenset({"settings", "set-rule", "withdraw-rule", "set-repeats"})
Navigation = Callable[[], Sequence[Link]]


class RuleRoutes:
    """One plain page with its forms, for whoever administers the partnership that the address names."""

    def __init__(self, desk: Desk, engine: Engine, navigation: Navigation) -> None:
        self._desk, self._engine, self._navigation = desk, engine, navigation

    def page(self) -> Answer:
        """The rules as they are; an address that names no partnership offers those there are."""
        asked, names = request.args.get("partnership", ""), self._names()
        if not asked and names:
            ways = [(partnership_href(PAGE, slug), name) for slug, name in names.items()]
            before = page_path("data"), "Data"
            return html(choosing_page(self._navigation(), before, "Settings", "Of which partnership?", ways))
        return self._answered(lambda ruled: self._shown(ruled))

    def set(self) -> Answer:
        """Try a rule, or keep it where it was tried."""
        form = _form()

        def answer(ruled: Ruled) -> Answer:
            said = proposed(form, (item.id for item in ruled.indicators), ruled.sources)
            if request.form.get("step") != KEEP:
                return self._shown(self._tried(ruled, said), SETTING, Filled(form))
            seen = number_of(request.form["seen"]) if request.form.get("seen") else None
            set_rule(self._engine, ruled.partnership, said, datetime.now(UTC), seen)
            return self._kept(ruled.partnership)

        return self._answered(answer, SETTING, form)

    def withdraw(self) -> Answer:
        form, number = _form(), request.form.get("rule", "")

        def answer(ruled: Ruled) -> Answer:
            if faults := signed(form):
                raise RefusedDecision(faults)
            if number not in {str(item.number) for item in ruled.rules}:
                raise RefusedDecision((("", GONE),))
            said = (one_line(form["reason"]), form["author"])
            withdraw_rule(self._engine, ruled.partnership, int(number), said, datetime.now(UTC))
            return self._kept(ruled.partnership)

        return self._answered(answer, form_of(number), form)

    def repeats(self) -> Answer:
        """Show the repeats of the partnership, or not any more."""

        def answer(ruled: Ruled) -> Answer:
            shown, now = request.form.get("shown") == "yes", datetime.now(UTC)
            show_repeats(self._engine, ruled.partnership, shown=shown, who=author(person().name), moment=now)
            return redirect(partnership_href(PAGE, ruled.partnership), 303)

        return self._answered(answer)

    def _kept(self, partnership: str) -> Answer:
        """Back to the page, with what the rules cover worked out before the first reader asks for it."""
        SqlStore(self._engine).covers(partnership)
        return redirect(partnership_href(PAGE, partnership), 303)

    def _answered(
        self, answer: Callable[[Ruled], Answer], sent: str = "", form: Mapping[str, str] | None = None
    ) -> Answer:
        """The *answer* for the partnership asked for; the form again, with what is wrong, where it is refused."""
        asked = request.args.get("partnership", "")
        if asked not in self._names():
            return html(missing_page(self._navigation(), "There is no such partnership that you administer."), 404)
        ruled = self._ruled(asked)
        try:
            return answer(ruled)
        except RefusedDecision as fault:
            return self._shown(ruled, sent, Filled(form or {}, fault.faults))

    def _names(self) -> dict[str, str]:
        """The partnerships with own figures that whoever asks administers."""
        scope, store = person().reach(Right.ADMINISTER), SqlStore(self._engine)
        return {item.slug: item.name for item in store.partnerships() if item.slug in scope}

    def _ruled(self, partnership: str) -> Ruled:
        store = SqlStore(self._engine)
        own = tuple(item for item in store.indicators(Scope(partnership)) if not item.crime)
        rules, sources = store.small_number_rules(partnership), store.figure_sources(partnership)
        shows = store.shows_repeats(partnership)
        return Ruled(partnership, self._names()[partnership], rules, own, sources, shows_repeats=shows)

    def _tried(self, ruled: Ruled, said: Proposal) -> Ruled:
        rules = in_force(ruled.rules) | {said.about: said.rule}
        preview = SqlStore(self._engine).preview_rules(ruled.partnership, rules)
        return replace(ruled, proposal=said, preview=preview)

    def _shown(self, ruled: Ruled, sent: str = "", filled: Filled | None = None) -> Response:
        """The page; the form that was *sent* as it was, the others as they were drafted."""
        home, page = ruled.partnership, partnership_href(PAGE, ruled.partnership)
        forms = forms_of(self._engine, about(home, PAGE), page, refused=sent, filled=filled)
        is_wrong = filled is not None and bool(filled.faults)
        return html(settings_page(self._navigation(), ruled, forms), 400 if is_wrong else 200)


def _form() -> dict[str, str]:
    """What was sent; it is signed by whoever sends it."""
    return {name: request.form.get(name, "") for name in FIELDS} | {"author": person().name}


def add_settings(server: Flask, routes: RuleRoutes) -> None:
    server.add_url_rule("/settings", "settings", routes.page)
    server.add_url_rule("/settings/small-numbers", "set-rule", routes.set, methods=["POST"])
    server.add_url_rule("/settings/repeats", "set-repeats", routes.repeats, methods=["POST"])
    server.add_url_rule("/settings/small-numbers/withdraw", "withdraw-rule", routes.withdraw, methods=["POST"])
