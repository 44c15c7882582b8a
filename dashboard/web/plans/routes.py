"""Knows the addresses of a plan's actions and risks: their lists, the page of each with its form, the calendar file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import RefusedEntry, UnknownFilter
from dashboard.domain.plans.updates import ACTION_FIELDS, RISK_FIELDS, said_of_action, said_of_risk
from dashboard.exports.calendar import MIME, calendar_file
from dashboard.reports.desk import Desk
from dashboard.reports.planning.lists import PlanLists, plan_lists
from dashboard.web.access.asking import publishable
from dashboard.web.answers import attached, author, html
from dashboard.web.faults.addresses import number_of
from dashboard.web.plans.priorities import OWN_PAGES as PRIORITIES
from dashboard.web.plans.priorities import PriorityRoutes, add_priorities
from dashboard.web.saying.drafting import FORM, about, forms_of
from dashboard.web.ways import Link
from data.plans.reviews import review_risk
from data.plans.updates import update_action
from layouts.components.fields import Filled
from layouts.components.links import line_href, page_path
from layouts.plain.choosing import choosing_page
from layouts.plain.denied import denied_page
from layouts.plain.loading import missing_page
from layouts.plain.plans.action import action_page, offered_of_action
from layouts.plain.plans.lists import list_page
from layouts.plain.plans.risk import offered_of_risk, risk_page

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"actions", "action", "update-action", "risks", "risk", "review-risk"}) | PRIORITIES
NOT_YOURS = "You may not update this partnership's plan: ask whoever administers Outturn for it."
Navigation = Callable[[], Sequence[Link]]


class PlanRoutes:
    """Plain pages of a plan; their forms stand there once they are *opened*."""

    def __init__(self, desk: Desk, engine: Engine, navigation: Navigation) -> None:
        self._desk, self._engine, self._navigation = desk, engine, navigation
        self.opened = False
        self.priorities = PriorityRoutes(desk, engine, navigation)

    def listed(self, of: str) -> Response:
        """All *actions* or *risks*; an address that names no partnership offers those with a plan."""
        if not request.args.get("partnership"):
            known = [(line_href(of, slug), name) for slug, name in self._desk.choices().names.items()]
            before = page_path("plan"), "Plan"
            return html(choosing_page(self._navigation(), before, of.capitalize(), "Of which partnership?", known))
        try:
            begin = number_of(request.args.get("from", "1"))
            return html(list_page(self._navigation(), self._lists(), of, begin))
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)

    def action(self, key: str) -> Answer:
        def page(lists: PlanLists) -> Response:
            return self._action(lists, key, None)

        return self._answered(page)

    def risk(self, key: str) -> Answer:
        def page(lists: PlanLists) -> Response:
            return self._risk(lists, key, None)

        return self._answered(page)

    def update(self, key: str) -> Answer:
        form = _form(ACTION_FIELDS)

        def keep(lists: PlanLists) -> Answer:
            line = lists.action(key)
            if line is None:
                return self._nothing()
            place = (lists.filters.partnership, key)
            update_action(self._engine, place, said_of_action(form, line.standing.due), datetime.now(UTC))
            return redirect(line_href("actions", *place), 303)

        return self._kept(keep, lambda lists, faults: self._action(lists, key, Filled(form, faults)))

    def review(self, key: str) -> Answer:
        form = _form(RISK_FIELDS)

        def keep(lists: PlanLists) -> Answer:
            if lists.risk(key) is None:
                return self._nothing()
            now, place = datetime.now(UTC), (lists.filters.partnership, key)
            review_risk(self._engine, place, said_of_risk(form, now.date()), now)
            return redirect(line_href("risks", *place), 303)

        return self._kept(keep, lambda lists, faults: self._risk(lists, key, Filled(form, faults)))

    def calendar(self) -> Answer:
        def answer(lists: PlanLists) -> Answer:
            slug = lists.filters.partnership
            written = calendar_file((slug, lists.name), lists.events, datetime.now(UTC).date())
            return attached(written, f"{slug}-plan.ics", MIME)

        return self._answered(answer)

    def _kept(
        self, keep: Callable[[PlanLists], Answer], again: Callable[[PlanLists, tuple[tuple[str, str], ...]], Response]
    ) -> Answer:
        """Back to the page when a form is kept; otherwise the form *again* with what is wrong, and what is new."""

        def answer(lists: PlanLists) -> Answer:
            if not publishable({lists.filters.partnership: ""}):
                return html(denied_page(self._navigation(), NOT_YOURS), 403)
            try:
                return keep(lists)
            except RefusedEntry as fault:
                return again(self._lists(), fault.faults)

        return self._answered(answer)

    def _answered(self, answer: Callable[[PlanLists], Answer]) -> Answer:
        try:
            return answer(self._lists())
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)

    def _lists(self) -> PlanLists:
        """The lists of the partnership that the address names, as they are now; raises UnknownFilter."""
        filters = self._desk.filters(urlencode({"partnership": request.args.get("partnership", "")}))
        return self._desk.report(plan_lists, filters)

    def _action(self, lists: PlanLists, key: str, sent: Filled | None) -> Response:
        line = lists.action(key)
        if line is None:
            return self._nothing()
        filled = self._filled(lists, ("actions", key), sent, offered_of_action(line))
        return html(action_page(self._navigation(), lists, line, filled), 400 if sent else 200)

    def _risk(self, lists: PlanLists, key: str, sent: Filled | None) -> Response:
        line = lists.risk(key)
        if line is None:
            return self._nothing()
        filled = self._filled(lists, ("risks", key), sent, offered_of_risk(line))
        return html(risk_page(self._navigation(), lists, line, filled), 400 if sent else 200)

    def _filled(
        self, lists: PlanLists, place: tuple[str, str], sent: Filled | None, offered: Mapping[str, str]
    ) -> Filled | None:
        """The form of a *place* as it was sent, drafted or is offered; None where whoever asks may send none."""
        (of, key), home = place, lists.filters.partnership
        if not self.opened or not publishable({home: ""}):
            return None
        page = line_href(of, home, key)
        forms = forms_of(self._engine, about(home, of, key), page, refused=FORM if sent else "", filled=sent)
        filled = forms.of(FORM, **offered)
        return replace(filled, typed={**filled.typed, "seen": offered["seen"]})

    def _nothing(self) -> Response:
        words = "The plan has no such line now: its reference may have changed. Look for it on the Plan page."
        return html(missing_page(self._navigation(), words), 404)


def _form(fields: Sequence[str]) -> dict[str, str]:
    form = {name: request.form.get(name, "") for name in fields}
    return form | {"author": author(form["author"])}


def add_plans(server: Flask, routes: PlanRoutes, *, uploads: bool) -> None:
    """Register every address; without *uploads* nothing can be sent."""
    add = server.add_url_rule
    add("/actions", "actions", lambda: routes.listed("actions"))
    add("/actions/<key>", "action", routes.action)
    add("/risks", "risks", lambda: routes.listed("risks"))
    add("/risks/<key>", "risk", routes.risk)
    add("/plan.ics", "calendar", routes.calendar)
    routes.opened = uploads
    add_priorities(server, routes.priorities, uploads=uploads)
    if uploads:
        add("/actions/<key>", "update-action", routes.update, methods=["POST"])
        add("/risks/<key>", "review-risk", routes.review, methods=["POST"])
