"""Knows the address at which somebody says of a finding that it is explained or accepted."""

from collections.abc import Sequence
from datetime import UTC, datetime

from flask import Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.people import Right
from dashboard.domain.checks.findings import Severity, Standing
from dashboard.domain.errors import RefusedFile
from dashboard.domain.wording import one_line
from dashboard.questions.store import Store
from dashboard.questions.street import DoubtfulMonth
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.checks import checks
from dashboard.reports.evidence.doubted import doubted_months
from dashboard.web.access.asking import person, publishable
from dashboard.web.answers import author, html
from dashboard.web.saying.drafting import about, forms_of
from data.own.judging import Said, say
from data.street import doubting
from layouts.components.fields import Filled
from layouts.components.links import page_path, partnership_href
from layouts.plain.checks import checks_page
from layouts.plain.choosing import choosing_page
from layouts.plain.loading import missing_page

Navigation = Sequence[tuple[str, str]]
FIELDS = ("partnership", "finding", "standing", "words", "who")
OF_A_FORCE = (
    "A month of a police force counts for every partnership of it: only somebody who may publish for every partnership "
    "can accept it."
)


class CheckRoutes:
    """One plain page with a form a finding; a month that looks incomplete counts as soon as it is accepted."""

    def __init__(self, desk: Desk, store: Store, engine: Engine) -> None:
        self._desk = desk
        self._store = store
        self._engine = engine

    def page(self, navigation: Navigation, sent: Filled | None = None, *, opened: bool = True) -> Response:
        slug, partnerships = request.values.get("partnership", ""), self._desk.choices().names
        if not slug:
            listed = [(partnership_href("checks", key), name) for key, name in partnerships.items()]
            title, before = "Explain or accept a finding", (page_path("data"), "Data")
            page = choosing_page(navigation, before, title, "Whose findings?", listed)
            return html(page)
        if slug not in partnerships:
            missing = missing_page(navigation, "There is no such partnership.")
            return html(missing, 404)
        said = {item.finding: item for item in self._store.judgements(slug)}
        found = [(item, said) for item in checks(self._store, slug) if item.severity != Severity.AGREES]
        may = opened and bool(publishable({slug: ""}))
        refused, address = sent.of("finding") if sent else "", partnership_href("checks", slug)
        forms = forms_of(self._engine, about(slug, "checks"), address, refused=refused, filled=sent)
        page = checks_page(navigation, (slug, partnerships[slug]), found, forms, opened=may)
        return html(page, 400 if sent else 200)

    def judge(self, navigation: Navigation) -> Answer:
        form = {name: request.form.get(name, "") for name in FIELDS}
        slug, finding = form["partnership"], form["finding"]
        said = (form["standing"], one_line(form["words"]), one_line(author(form["who"])))
        try:
            names = publishable(self._desk.choices().names)
            known = {item.key for item in checks(self._store, slug)} if slug in names else set()
            if finding not in known:
                raise RefusedFile("This finding is not there any more: the figures have changed.")
            month = self._accepted_month(slug, finding, said)
            say(self._engine, (slug, finding), said, datetime.now(UTC), request.form.get("seen"))
            if month is not None:
                doubting.say(self._engine, month, doubting.Said(True, *said[1:]), datetime.now(UTC))
        except RefusedFile as fault:
            return self.page(navigation, Filled(form, (("", str(fault)),)))
        return redirect(partnership_href("checks", slug), 303)

    def _accepted_month(self, slug: str, finding: str, said: Said) -> DoubtfulMonth | None:
        """The month that looks incomplete and counts from now on, where the finding that is accepted is one."""
        months = doubted_months(self._store, slug).items()
        month = next((item for found, item in months if found.key == finding), None)
        if month is None or said[0] != Standing.ACCEPTED:
            return None
        if not person().may(Right.PUBLISH):
            raise RefusedFile(OF_A_FORCE)
        return month
