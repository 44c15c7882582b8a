"""Knows how a line of one's own plan becomes an action, a risk, a meeting, a campaign, a priority or a rank."""

from decimal import Decimal, InvalidOperation

from dashboard.domain.documents import Action, Campaign, Meeting, Priority, Risk, SurveyRank
from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import read_period
from dashboard.domain.plans.days import exact_day, first_day, last_day
from dashboard.domain.plans.scores import whole_number
from data.documents.plan_records import ACTION_CELLS
from data.own.plan_rows import PlanRow
from data.own.plans.plan_names import PlanNames
from data.sources.plans.cell_words import campaign_kind


def action(row: PlanRow, names: PlanNames) -> Action:
    linked = names.indicators_of(row["indicators"], row["national_indicators"], row["measure"])
    return Action(
        ref=row["ref"],
        objective=row["objective"],
        action=row["action"],
        lead=row["lead"],
        due=row["due"],
        due_date=last_day(row["due"]),
        category=names.category_of(row["category"], row["objective"], indicators=linked),
        indicator=linked[0] if linked else "",
        cells=tuple((name, row[name]) for name in ACTION_CELLS),
        source=row.cell("action"),
        key=row.key,
        indicators=linked,
        status=row["status"],
        starts=first_day(row["starts"]),
        area=names.area_of(row["area"]),
    )


def risk(row: PlanRow, names: PlanNames) -> Risk:
    linked = names.indicators_of(row["indicators"])
    return Risk(
        ref=row["ref"],
        kind=row["kind"],
        risk=row["risk"],
        rating=whole_number(row["rating"]),
        impact=whole_number(row["impact"]),
        likelihood=whole_number(row["likelihood"]),
        controls=row["controls"],
        further_actions=row["further_actions"],
        residual=whole_number(row["residual"]),
        lead=row["lead"],
        category=names.category_of(row["category"], row["kind"], indicators=linked),
        source=row.cell("risk"),
        key=row.key,
        indicators=linked,
        residual_impact=whole_number(row["residual_impact"]),
        residual_likelihood=whole_number(row["residual_likelihood"]),
        review=row["review"],
        review_date=last_day(row["review"]),
        status=row["status"],
        area=names.area_of(row["area"]),
        cells=tuple(row.fields.items()),
    )


def meeting(row: PlanRow, names: PlanNames, campaigns: tuple[Campaign, ...]) -> Meeting:
    """A meeting; a day that is no exact one stays in its words."""
    held = exact_day(row["date"])
    words = (row["meeting"],) if held and row["meeting"] else (row["meeting"], row["date"])
    return Meeting(
        meeting=", ".join(filter(None, words)),
        date=held,
        lead=row["lead"],
        source=row.cell("meeting" if row["meeting"] else "date"),
        campaigns=campaigns,
        key=row.key,
        time=row["time"],
        place=row["place"],
        area=names.area_of(row["area"]),
    )


def campaign(row: PlanRow, names: PlanNames, held_at: str) -> Campaign:
    """A campaign, listed for the meeting with the key *held_at*."""
    linked = names.indicators_of(row["indicators"])
    return Campaign(
        kind=campaign_kind(row["kind"]),
        text=row["campaign"],
        category=names.category_of(row["category"], indicators=linked),
        source=row.cell("campaign"),
        key=row.key,
        starts=first_day(row["starts"]),
        ends=last_day(row["ends"]),
        lead=row["lead"],
        indicators=linked,
        area=names.area_of(row["area"]),
        meeting=held_at,
    )


def priority(row: PlanRow, names: PlanNames, whole: str) -> Priority:
    said = (part.strip() for part in row["categories"].split(";"))
    found = [names.category_of(part) for part in said] or [""]
    categories = tuple(filter(None, found)) or tuple(filter(None, [names.category_of(row["priority"])]))
    return Priority(
        area=names.area_of(row["area"]) or whole,
        body=row["body"],
        text=row["priority"],
        objective=row["objective"],
        categories=categories,
        source=row.cell("priority"),
        key=row.key,
    )


def survey_rank(row: PlanRow, names: PlanNames, whole: str) -> SurveyRank:
    return SurveyRank(
        survey=row["survey"],
        group=", ".join(filter(None, (row["group"], row["period"]))),
        area=names.area_of(row["group"]) or whole,
        period=_period(row["period"]),
        rank=whole_number(row["rank"]) or 0,
        category=names.category_of(row["category"], row["concern"]),
        source=row.cell("concern"),
        key=row.key,
        percent=_percent(row["percent"]),
    )


def _period(words: str) -> str:
    try:
        return read_period(words).slug
    except UnreadablePeriod:
        return ""


def _percent(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip(" %")) if text.strip(" %") else None
    except InvalidOperation:
        return None
