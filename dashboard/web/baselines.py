"""Knows the addresses at which somebody decides to work out control limits anew, or takes such a decision back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from flask import Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import RefusedDecision, UnknownFilter
from dashboard.domain.statistics.rebaselines import signed
from dashboard.domain.wording import one_line
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.baselines import Baselines, baselines
from dashboard.reports.indicators.offered import code_words
from dashboard.web.access.asking import publishable
from dashboard.web.answers import author, html
from dashboard.web.saying.drafting import about, forms_of
from data.own.rebaselining import GONE, decide, withdraw
from layouts.components.fields import Filled
from layouts.components.links import of_indicator_href, page_href, page_path
from layouts.plain.baselines import PAGE, Asked, baselines_page, form_of
from layouts.plain.choosing import choosing_page
from layouts.plain.denied import denied_page
from layouts.plain.loading import missing_page

Navigation = Sequence[tuple[str, str]]
FIELDS = ("first", "reason", "author", "decision")
NOT_YOURS = "You may not decide limits for this partnership: ask whoever administers Outturn for it."


class BaselineRoutes:
    """One plain page with its forms; the address names partnership, indicator and area."""

    def __init__(self, desk: Desk, engine: Engine) -> None:
        self._desk = desk
        self._engine = engine

    def page(self, navigation: Navigation, *, opened: bool = True) -> Response:
        """What was decided; the forms where they are *opened*. An address that names no indicator offers them."""
        if not request.args.get("indicator") and (listed := self._offered()):
            title, before = "Work control limits out anew", (page_path("indicator"), "Indicator")
            page = choosing_page(navigation, before, title, "Of which indicator?", listed)
            return html(page)
        try:
            report = self._report()
            may = opened and bool(publishable({report.filters.partnership: ""}))
            return self._shown(navigation, Asked(report, opened=may))
        except UnknownFilter as fault:
            return html(missing_page(navigation, str(fault)), 404)

    def decide(self, navigation: Navigation) -> Answer:
        def keep(report: Baselines, form: Mapping[str, str]) -> None:
            decide(self._engine, report.place, report.decided(form), datetime.now(UTC))

        return self._answer(navigation, keep)

    def withdraw(self, navigation: Navigation) -> Answer:
        def keep(report: Baselines, form: Mapping[str, str]) -> None:
            number = form["decision"]
            known = {str(item.number) for item in report.decisions}
            if faults := signed(form):
                raise RefusedDecision(faults)
            if number not in known:
                raise RefusedDecision((("", GONE),))
            said = (one_line(form["reason"]), one_line(form["author"]))
            withdraw(self._engine, report.filters.partnership, int(number), said, datetime.now(UTC))

        return self._answer(navigation, keep)

    def _answer(self, navigation: Navigation, keep: Callable[[Baselines, Mapping[str, str]], None]) -> Answer:
        """Back to the page when the form of a request is kept; otherwise the form again with what is wrong."""
        form = {name: request.form.get(name, "") for name in FIELDS}
        form["author"] = author(form["author"])
        try:
            report = self._report()
            if not publishable({report.filters.partnership: ""}):
                return html(denied_page(navigation, NOT_YOURS), 403)
            keep(report, form)
        except UnknownFilter as fault:
            return html(missing_page(navigation, str(fault)), 404)
        except RefusedDecision as fault:
            return self._shown(navigation, Asked(report), Filled(form, fault.faults))
        return redirect(page_href(PAGE, report.filters), 303)

    def _shown(self, navigation: Navigation, asked: Asked, sent: Filled | None = None) -> Response:
        """The page; its forms as they were *sent*, else as they were drafted."""
        home, indicator, area = asked.report.place
        page = page_href(PAGE, asked.report.filters)
        refused = form_of(sent.of("decision")) if sent else ""
        forms = forms_of(self._engine, about(home, PAGE, indicator, area), page, refused=refused, filled=sent)
        return html(baselines_page(navigation, replace(asked, forms=forms)), 400 if sent else 200)

    def _offered(self) -> list[tuple[str, str]]:
        """The indicators of the partnership asked for; those of every one where none is, or it has no indicator."""
        asked, known = request.args.get("partnership", ""), self._desk.choices().partnerships
        found = self._listed(asked)
        return found if found or asked not in {item.partnership for item in known} else self._listed("")

    def _listed(self, asked: str) -> list[tuple[str, str]]:
        found = [item for item in self._desk.choices().partnerships if asked in ("", item.partnership)]
        return [
            (of_indicator_href(PAGE, item.partnership, slug), words if asked else f"{item.name}: {words}")
            for item in found
            for slug, code, name in item.indicators
            for words in [f"{code_words(code)} {name}".strip()]
        ]

    def _report(self) -> Baselines:
        """The limits that the address names, as they are now; raises UnknownFilter."""
        filters = self._desk.filters(request.query_string.decode("utf-8", "replace"))
        return self._desk.report(baselines, filters.with_(as_at=None))
