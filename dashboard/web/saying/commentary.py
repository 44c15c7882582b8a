"""Knows the address at which somebody says why a figure is as it is, and where that is read with what stood before."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from flask import Flask, Response, g, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.commentary import Commentary, said_of
from dashboard.domain.errors import RefusedEntry, UnknownFilter
from dashboard.domain.records import Scope
from dashboard.reports.desk import Desk
from dashboard.reports.performance.commenting import Commenting, commenting
from dashboard.web.access.asking import publishable
from dashboard.web.answers import author, html
from dashboard.web.saying.drafting import FORM, about, add_drafts, forms_of
from data.own.commentaries import Place, say
from data.store import SqlStore
from layouts.components.fields import Filled
from layouts.components.links import page_href
from layouts.plain.denied import denied_page
from layouts.plain.loading import missing_page
from layouts.plain.saying.commentary import PAGE, CommentaryForm, commentary_page

Navigation = Sequence[tuple[str, str]]
FIELDS = ("text", "author", "withdraw", "seen")
NOT_YOURS = "You may not write commentary for this partnership: ask whoever administers Outturn for it."
OWN_PAGES = frozenset({"commentary", "send-commentary"})


class CommentaryRoutes:
    """One plain page with its form; the address names partnership, indicator, area and period."""

    def __init__(self, desk: Desk, engine: Engine) -> None:
        self._desk = desk
        self.engine = engine

    def page(self, navigation: Navigation, *, opened: bool) -> Response:
        try:
            return self._shown(navigation, self._report(), opened=opened)
        except UnknownFilter as fault:
            return html(missing_page(navigation, str(fault)), 404)

    def send(self, navigation: Navigation) -> Answer:
        """Back to the page when the form is kept; otherwise the form again, with what stands there now."""
        form = {name: request.form.get(name, "") for name in FIELDS}
        form["author"] = author(form["author"])
        try:
            report = self._report()
            if not publishable({report.filters.partnership: ""}):
                return html(denied_page(navigation, NOT_YOURS), 403)
            self._keep(report.place, form)
        except UnknownFilter as fault:
            return html(missing_page(navigation, str(fault)), 404)
        except RefusedEntry as fault:
            g.pop("data_version", None)  # somebody may have written since this request began
            return self._shown(navigation, self._report(), Filled(form, fault.faults))
        return redirect(page_href(PAGE, report.filters), 303)

    def _keep(self, place: Place, form: Mapping[str, str]) -> None:
        say(self.engine, place, said_of(form), lambda: self._standing(place), datetime.now(UTC))

    def _standing(self, place: Place) -> Commentary | None:
        """What stands there at this moment, whoever wrote it."""
        partnership, indicator, area, period = place
        scope = Scope(partnership, indicators=frozenset({indicator}), areas=frozenset({area}))
        found = SqlStore(self.engine).commentaries(scope)
        return next((item for item in found if (item.area, item.period) == (area, period)), None)

    def _shown(
        self, navigation: Navigation, report: Commenting, filled: Filled | None = None, *, opened: bool = True
    ) -> Response:
        may = opened and bool(publishable({report.filters.partnership: ""}))
        form = CommentaryForm(report, may, self._form(report, filled) if may and report.item else Filled())
        return html(commentary_page(navigation, form), 400 if filled else 200)

    def _form(self, report: Commenting, sent: Filled | None) -> Filled:
        """The form as it was sent, else as it was drafted, else with what stands."""
        home, indicator, area, period = report.place
        key, page = about(home, PAGE, indicator, area, period.slug), page_href(PAGE, report.filters)
        forms = forms_of(self.engine, key, page, refused=FORM if sent else "", filled=sent)
        return forms.of(FORM, text=report.standing.text if report.standing else "")

    def _report(self) -> Commenting:
        """What is said of the figure that the address names, as it is now; raises UnknownFilter."""
        filters = self._desk.filters(request.query_string.decode("utf-8", "replace"))
        return self._desk.report(commenting, filters.with_(as_at=None))


def add_commentary(
    server: Flask, routes: CommentaryRoutes, navigation: Callable[[], Navigation], *, opened: bool
) -> None:
    """Register the page, and its form where something can be written at all; then forms keep drafts."""
    server.add_url_rule("/commentary", "commentary", lambda: routes.page(navigation(), opened=opened))
    if opened:
        add_drafts(server, routes.engine)
        server.add_url_rule("/commentary", "send-commentary", lambda: routes.send(navigation()), methods=["POST"])
