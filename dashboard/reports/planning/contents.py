"""Knows what of a plan lies in a view: its lines as they stand on the day, and what the documents say beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.domain.documents import Meeting, Priority, Responsibility, Statement, SurveyRank
from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator, Scope
from dashboard.questions.store import Store
from dashboard.reports.indicators.judged import Judged, judged
from dashboard.reports.indicators.ledger import Ledger, scope_of
from dashboard.reports.planning.aims import aims_of
from dashboard.reports.planning.calendar import PlanEvent, events
from dashboard.reports.planning.criteria import Criterion, criteria
from dashboard.reports.planning.cycle import ReportLine, Sitting, report_lines, sittings
from dashboard.reports.planning.exceptions import PlanException, exceptions
from dashboard.reports.planning.lines import ActionLine, RiskLine, action_lines, indicators_by_id, risk_lines


@dataclass(frozen=True, slots=True)
class Contents:
    """What of the plan lies in the chosen categories, on a day."""

    day: date
    actions: tuple[ActionLine, ...]
    risks: tuple[RiskLine, ...]
    meetings: tuple[Meeting, ...]
    ranks: tuple[SurveyRank, ...]
    priorities: tuple[Priority, ...]
    responsibilities: tuple[Responsibility, ...]
    statements: tuple[Statement, ...]
    aims: Mapping[str, tuple[Indicator, ...]] = field(default_factory=dict)  # by the key of a campaign
    standings: Mapping[str, Judged] = field(default_factory=dict)  # of the indicators that lines aim at, by their ids
    criteria: tuple[Criterion, ...] = ()

    @property
    def exceptions(self) -> tuple[PlanException, ...]:
        return exceptions(self.actions, self.risks)

    @property
    def events(self) -> tuple[PlanEvent, ...]:
        return events(self.meetings, self.actions, self.risks)

    @property
    def reports(self) -> tuple[ReportLine, ...]:
        return report_lines(self.actions)

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        return sittings(self.meetings, self.actions, self.risks, self.day)

    @property
    def is_recorded(self) -> bool:
        """Whether anybody, or the plan itself, says how its actions stand, or reviewed its risks."""
        return any(line.standing.status for line in self.actions) or any(line.reviews for line in self.risks)


def contents_of(store: Store, filters: Filters) -> Contents:
    """Scrutiny belongs to no category, so it is shown with the whole plan only."""
    scope = Scope(filters.partnership, categories=scope_of(store, filters).categories)
    wanted, name = scope.categories, filters.partnership
    known = indicators_by_id(store, name)
    actions, meetings = action_lines(store, scope), _meetings(store.meetings(name), wanted)
    risks = risk_lines(store, scope)
    aims = {item.key: aims_of(item, known) for meeting in meetings for item in meeting.campaigns}
    lines: list[ActionLine | RiskLine] = [*actions, *risks]
    measured = [item for line in lines for item in line.indicators]
    return Contents(
        day=store.day(),
        actions=actions,
        risks=risks,
        meetings=meetings,
        ranks=tuple(item for item in store.survey_ranks(name) if wanted is None or item.category in wanted),
        priorities=tuple(item for item in store.priorities(name) if wanted is None or wanted & set(item.categories)),
        responsibilities=() if wanted else store.responsibilities(name),
        statements=tuple(item for item in store.statements(name) if wanted is None or wanted & set(item.categories)),
        aims=aims,
        standings=_standings(store, filters, [*measured, *(item for found in aims.values() for item in found)]),
        criteria=criteria(actions, known),
    )


def _meetings(meetings: tuple[Meeting, ...], wanted: frozenset[str] | None) -> tuple[Meeting, ...]:
    """All meetings; within a category those with a campaign in it."""
    if wanted is None:
        return meetings
    return tuple(item for item in meetings if any(campaign.category in wanted for campaign in item.campaigns))


def _standings(store: Store, filters: Filters, wanted: list[Indicator]) -> dict[str, Judged]:
    """How each of the indicators stands in the view's area and period."""
    if not wanted:
        return {}
    ledger = Ledger(store, filters.with_(categories=frozenset(), indicators=frozenset()))
    area = ledger.area(filters.area_slug)
    return {item.id: judged(ledger, item, area, filters.period) for item in dict.fromkeys(wanted)}
