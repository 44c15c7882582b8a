"""Knows the addresses of an assessment: weights from sliders, each category with its forms, saved weights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import RefusedEntry, UnknownFilter
from dashboard.domain.filters import KEYS
from dashboard.domain.priorities.recorded import WordKind
from dashboard.domain.priorities.saying import FIELDS, said_choice, said_score, said_weights
from dashboard.domain.priorities.weights import chosen_weights
from dashboard.reports.desk import Desk
from dashboard.reports.pages.priorities import CategoryLine, PrioritiesPage, category_line, priorities
from dashboard.web.access.asking import publishable
from dashboard.web.answers import author, html
from dashboard.web.saying.drafting import FORM, about, forms_of
from dashboard.web.ways import Link
from data.plans.priorities import write_priority
from layouts.components.fields import Filled, PageForms
from layouts.components.links import page_href, priority_href, weights_href
from layouts.plain.denied import denied_page
from layouts.plain.loading import missing_page
from layouts.plain.plans.priority import KINDS, category_page, named, offered_of
from layouts.plain.plans.weights import WEIGHT_FIELDS, weights_page

OWN_PAGES = frozenset({"priority", "write-priority", "weights", "save-weights"})
NOT_YOURS = "You may not write into this partnership's assessment: ask whoever administers Outturn for it."
NOTHING = "This partnership has no such category: look for it on the Priorities page."
Navigation = Callable[[], Sequence[Link]]


class PriorityRoutes:
    """Plain pages of an assessment; their forms stand there once they are *opened*."""

    def __init__(self, desk: Desk, engine: Engine, navigation: Navigation) -> None:
        self._desk, self._engine, self._navigation = desk, engine, navigation
        self.opened = False

    def weigh(self) -> Answer:
        """From the form of sliders to the ranking with its weights."""
        asked = [(key, value) for key, value in request.args.items(multi=True) if key in KEYS]
        try:
            weights = chosen_weights(request.args).asked
            view = self._desk.nearest(urlencode(asked))[0]
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 400)
        return redirect(page_href("priorities", view.with_(weights=weights)), 303)

    def category(self, category: str) -> Answer:
        return self._answered(category, lambda line: self._page(line, None))

    def write(self, category: str) -> Answer:
        """Back to the page when a form is kept; otherwise the form again with what is wrong, and what is new."""
        kind = next((item for item in KINDS if item == request.form.get("kind", "")), None)
        if kind is None:
            return html(missing_page(self._navigation(), NOTHING), 404)
        form = {name: request.form.get(named(kind, name), "") for name in FIELDS}
        form["author"] = author(form["author"])

        def keep(line: CategoryLine) -> Answer:
            if not self._may(line.report):
                return html(denied_page(self._navigation(), NOT_YOURS), 403)
            said = said_choice(form, line.placed) if kind is WordKind.CHOICE else said_score(form)
            home = line.report.filters.partnership
            write_priority(self._engine, home, (kind, category), said, datetime.now(UTC))
            return redirect(f"{priority_href(line.report.filters, category)}#{kind}", 303)

        def answer(line: CategoryLine) -> Answer:
            try:
                return keep(line)
            except RefusedEntry as fault:
                refused = Filled(_named(kind, form), tuple((named(kind, at), said) for at, said in fault.faults))
                return self._answered(category, lambda anew: self._page(anew, (kind, refused)))

        return self._answered(category, answer)

    def weights(self) -> Answer:
        return self._shown_weights(None)

    def save(self) -> Answer:
        form = {name: request.form.get(name, "") for name in WEIGHT_FIELDS}
        form["author"] = author(form["author"])
        try:
            report = self._report()
            if not self._may(report):
                return html(denied_page(self._navigation(), NOT_YOURS), 403)
            name, said = said_weights(form | {"seen": "0"}, report.weights)
            newest = max((item.number for item in report.saved if item.about == name), default=0)
            place = report.filters.partnership, (WordKind.WEIGHTS, name)
            write_priority(self._engine, *place, replace(said, seen=newest), datetime.now(UTC))
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)
        except RefusedEntry as fault:
            return self._shown_weights(Filled(form, fault.faults))
        return redirect(weights_href(report.filters), 303)

    def _shown_weights(self, sent: Filled | None) -> Response:
        try:
            report = self._report()
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)
        filled = None
        if self._may(report):
            key = about(report.filters.partnership, "priorities", "weights")
            page = weights_href(report.filters)
            filled = forms_of(self._engine, key, page, refused=FORM if sent else "", filled=sent or Filled()).of(FORM)
        return html(weights_page(self._navigation(), report, filled), 400 if sent else 200)

    def _answered(self, category: str, answer: Callable[[CategoryLine], Answer]) -> Answer:
        try:
            report = self._report()
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)
        words = self._desk.ask(lambda store, _: store.priority_words(report.filters.partnership))
        line = category_line(report, category, words)
        return html(missing_page(self._navigation(), NOTHING), 404) if line is None else answer(line)

    def _page(self, line: CategoryLine, sent: tuple[WordKind, Filled] | None) -> Response:
        forms = self._forms(line, sent) if self._may(line.report) else None
        return html(category_page(self._navigation(), line, forms), 400 if sent else 200)

    def _forms(self, line: CategoryLine, sent: tuple[WordKind, Filled] | None) -> dict[WordKind, Filled]:
        """Each form as it was sent, drafted or is offered; what was written last is always the newest."""
        home, category = line.report.filters.partnership, line.row.own.category
        kind, filled = sent or ("", Filled())
        page = priority_href(line.report.filters, category)
        forms: PageForms = forms_of(self._engine, about(home, "priorities", category), page, str(kind), filled)
        found = {}
        for item in KINDS:
            offered = _named(item, offered_of(line, item))
            shown = forms.of(item, **offered)
            seen = {named(item, "seen"): offered[named(item, "seen")]}
            found[item] = replace(shown, typed={**shown.typed, **seen})
        return found

    def _may(self, report: PrioritiesPage) -> bool:
        return self.opened and bool(publishable({report.filters.partnership: ""}))

    def _report(self) -> PrioritiesPage:
        """The assessment that the address names, as it is now; raises UnknownFilter."""
        filters = self._desk.filters(request.query_string.decode("utf-8", "replace"))
        return self._desk.report(priorities, filters.with_(as_at=None))


def _named(kind: WordKind, form: Mapping[str, str]) -> dict[str, str]:
    return {named(kind, name): value for name, value in form.items()}


def add_priorities(server: Flask, routes: PriorityRoutes, *, uploads: bool) -> None:
    """Register every address; without *uploads* nothing can be sent."""
    add = server.add_url_rule
    routes.opened = uploads
    add("/priorities/weigh", "weigh", routes.weigh)
    add("/priorities/weights", "weights", routes.weights)
    add("/priorities/<category>", "priority", routes.category)
    if uploads:
        add("/priorities/weights", "save-weights", routes.save, methods=["POST"])
        add("/priorities/<category>", "write-priority", routes.write, methods=["POST"])
