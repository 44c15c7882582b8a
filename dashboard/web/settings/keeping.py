"""Knows the address at which it is looked at and decided how long loaded files are kept."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.retention import KeptBy, read_rule
from dashboard.domain.errors import RefusedDecision
from dashboard.web.access.asking import person
from dashboard.web.answers import html
from dashboard.web.saying.drafting import FORM, about, forms_of
from dashboard.web.ways import Link
from data.keeping.erasing import ERASABLE
from data.keeping.retention import decide, due_files, files, rules
from data.sources.first_look import name_of
from layouts.components.fields import Filled
from layouts.plain.keeping import HERE, MONTHS, OF, REASON, KeepingView, keeping_page

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"files-kept", "set-retention"})
YEAR = timedelta(days=366)
Navigation = Callable[[], Sequence[Link]]


class KeepingRoutes:
    """One plain page with its form, beside that of small numbers; for administrators of the whole product."""

    def __init__(self, engine: Engine, navigation: Navigation) -> None:
        self._engine = engine
        self._navigation = navigation

    def page(self) -> Response:
        return self._shown()

    def decide(self) -> Answer:
        """Keep the rule that the form says; the form again, with what is wrong, where it is refused."""
        form = {name: request.form.get(name, "") for name in (OF, MONTHS, REASON)}
        known = [key for key, _ in self._choices()]
        try:
            rule = read_rule(form[OF], form[MONTHS].strip(), form[REASON], person().name, known)
            decide(self._engine, rule, datetime.now(UTC), request.form.get("seen"))
        except RefusedDecision as fault:
            return self._shown(Filled(form, fault.faults))
        return redirect(HERE, 303)

    def _shown(self, sent: Filled | None = None) -> Response:
        today = datetime.now(UTC).date()
        listed = due_files(self._engine, today + YEAR)
        view = KeepingView(
            today,
            due=[pair for pair in listed if pair[0] <= today],
            coming=[pair for pair in listed if pair[0] > today],
            rules=rules(self._engine),
            choices=self._choices(),
            filled=forms_of(self._engine, about("", "files"), HERE, FORM if sent else "", sent).of(FORM),
        )
        return html(keeping_page(self._navigation(), view), 400 if sent else 200)

    def _choices(self) -> list[tuple[str, str]]:
        """What a rule can be about: each kind of file that can be erased, each source that files are from."""
        sources = {file.source for file in files(self._engine)} | {
            rule.name for rule in rules(self._engine) if rule.about is KeptBy.SOURCE
        }
        kinds = [(f"{KeptBy.KIND} {kind}", f"Kind: {name_of(kind, kind)}") for kind in sorted(filter(None, ERASABLE))]
        return [*kinds, *((f"{KeptBy.SOURCE} {name}", f"Source: {name}") for name in sorted(filter(None, sources)))]


def add_keeping(server: Flask, routes: KeepingRoutes) -> None:
    server.add_url_rule(HERE, "files-kept", routes.page)
    server.add_url_rule(HERE, "set-retention", routes.decide, methods=["POST"])
