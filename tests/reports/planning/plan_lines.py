"""Makes lines of a plan to be judged, each with what a test says of it."""

from dataclasses import replace
from datetime import date

from dashboard.domain.documents import Action, Campaign, Meeting, Risk
from dashboard.domain.plans.progress import ActionStatus, ActionUpdate, Planned, standing_of
from dashboard.domain.plans.risks import Registered, RiskReview, Score, risk_standing
from dashboard.domain.records import SourceCell
from dashboard.reports.planning.lines import ActionLine, RiskLine

DAY = date(2026, 7, 10)
CELL = SourceCell(1, "DER", "Objective 1", "1.1", "Action", "Tackle robbery")
ACTION = Action("1.1", "Robbery", "1.1 Tackle robbery", "Lead", "", None, "robbery", "", (), CELL, "1-1")
RISK = Risk("R1", "Financial", "Less money", None, None, None, "", "", None, "Lead", "robbery", CELL, "r1")


def update(status: ActionStatus, day: str = "2026-07-01") -> ActionUpdate:
    return ActionUpdate(1, "1-1", status, "", None, "", "Theme lead", f"{day}T09:00:00+00:00")


def action(ref: str = "1.1", due: date | None = None, *updates: ActionUpdate, **cells: str) -> ActionLine:
    item = replace(ACTION, ref=ref, key=ref.replace(".", "-"), due_date=due, cells=tuple(cells.items()))
    return ActionLine(item, standing_of(Planned(due), updates, DAY), updates)


def review(inherent: Score, residual: Score, again: date | None = None) -> RiskReview:
    return RiskReview(1, "r1", inherent, residual, "", again, "Chair", "2026-07-01T09:00:00+00:00")


def risk(
    inherent: Score, residual: Score, *reviews: RiskReview, ref: str = "R1", again: date | None = None
) -> RiskLine:
    item = replace(RISK, ref=ref, key=ref.lower(), review_date=again)
    return RiskLine(item, risk_standing(Registered(inherent, residual, again), reviews, DAY), reviews)


def meeting(day: date | None, *campaigns: Campaign, name: str = "Strategy group") -> Meeting:
    return Meeting(name, day, "CSP", CELL, campaigns, f"m-{day}")


def campaign(text: str, first: date | None, last: date | None = None) -> Campaign:
    return Campaign("current", text, "robbery", CELL, text.lower(), first, last)
