"""Knows the plan: actions by objective, risks, meetings and campaigns, what residents rank, who scrutinises what."""

from dataclasses import dataclass
from itertools import groupby

from dashboard.domain.documents import Action, Meeting, Priority, Responsibility, Risk, Statement, SurveyRank
from dashboard.domain.filters import Filters
from dashboard.domain.wording import listed, plural
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import scope_of
from dashboard.reports.performance.objectives import due_sentence, objectives_of
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.view_context import ViewContext, sources, view_context
from dashboard.reports.words.titles import fitting


@dataclass(frozen=True, slots=True)
class Contents:
    """What of the plan lies in the chosen categories."""

    actions: tuple[Action, ...]
    risks: tuple[Risk, ...]
    meetings: tuple[Meeting, ...]
    ranks: tuple[SurveyRank, ...]
    priorities: tuple[Priority, ...]
    responsibilities: tuple[Responsibility, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan(Report):
    contents: Contents

    @property
    def sections(self) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
        """What the document says in words, section by section in the order of the print."""
        groups = groupby(self.contents.statements, lambda item: item.section)
        return tuple((name, tuple(items)) for name, items in groups)

    @property
    def objectives(self) -> tuple[tuple[str, tuple[Action, ...]], ...]:
        """The actions under their objectives, in the order of the print."""
        groups = groupby(self.contents.actions, lambda item: item.objective)
        return tuple((name, tuple(items)) for name, items in groups)


ACTION_COLUMNS = (
    *("ref", "objective", "action", "lead", "due", "due_date", "resources", "partners", "framework"),
    *("measure", "progress", "changes", "outcome", "monitoring", "national_indicators", "category"),
    "source_cell",
)
RISK_COLUMNS = (
    *("ref", "kind", "risk", "rating", "impact", "likelihood", "controls", "further_actions"),
    *("residual", "residual_reason", "lead", "source_cell"),
)
MEETING_COLUMNS = ("meeting", "date", "kind", "text", "lead", "source_cell")
RANK_COLUMNS = ("survey", "group", "period", "rank", "concern", "category", "source_cell")
RESPONSIBILITY_COLUMNS = ("level", "part_of", "text", "source_cell")
STATEMENT_COLUMNS = ("section", "group", "text", "categories", "source_cell")
PRIORITY_COLUMNS = ("body", "priority", "objective", "categories", "source_cell")


def plan(store: Store, filters: Filters) -> Plan:
    """Return the plan in the view's categories."""
    context = view_context(store, filters)
    contents = _contents(store, filters)
    printed = [item.source for item in contents.actions] + [item.source for item in contents.risks]
    return Plan(
        page="plan",
        filters=filters,
        title=_title(context, contents),
        lede=due_sentence(objectives_of(contents.actions)),
        place=f"{context.area_name}{context.category_words}",
        tables=_tables(contents),
        sources=sources(store, filters.partnership, printed),
        empty=_empty(context, contents, has_document=bool(store.cells(filters.partnership))),
        contents=contents,
    )


def _contents(store: Store, filters: Filters) -> Contents:
    """Scrutiny belongs to no category, so it is shown with the whole plan only."""
    scope = scope_of(store, filters)
    wanted = scope.categories
    name = filters.partnership
    return Contents(
        actions=store.actions(scope),
        risks=store.risks(scope),
        meetings=_meetings(store.meetings(name), wanted),
        ranks=tuple(item for item in store.survey_ranks(name) if wanted is None or item.category in wanted),
        priorities=tuple(item for item in store.priorities(name) if wanted is None or wanted & set(item.categories)),
        responsibilities=() if wanted else store.responsibilities(name),
        statements=tuple(item for item in store.statements(name) if wanted is None or wanted & set(item.categories)),
    )


def _meetings(meetings: tuple[Meeting, ...], wanted: frozenset[str] | None) -> tuple[Meeting, ...]:
    """All meetings; within a category those with a campaign in it."""
    if wanted is None:
        return meetings
    return tuple(item for item in meetings if any(campaign.category in wanted for campaign in item.campaigns))


def _title(context: ViewContext, contents: Contents) -> str:
    counted = (("action", len(contents.actions)), ("risk", len(contents.risks)), ("meeting", len(contents.meetings)))
    parts = [plural(count, noun) for noun, count in counted if count]
    if not parts:
        parts = ["what residents rank highest"] if contents.ranks else ["no actions published"]
    said, within = listed(parts), context.category_words
    return fitting(f"{said} for {context.partnership.name}{within}", f"{said}{within}", said)


def _empty(context: ViewContext, contents: Contents, *, has_document: bool) -> str:
    if any((contents.actions, contents.risks, contents.meetings, contents.ranks, contents.priorities)):
        return ""
    if not has_document:
        return f"{context.partnership.name} has no published document, so there is no plan to show."
    return f"{context.partnership.name}'s document prints no actions, risks or meetings{context.category_words}."


def _tables(contents: Contents) -> tuple[Table, ...]:
    scrutiny = map(_scrutiny_row, contents.responsibilities)
    return (
        Table.of("actions", "Actions", ACTION_COLUMNS, map(_action_row, contents.actions)),
        Table.of("risks", "Risks", RISK_COLUMNS, map(_risk_row, contents.risks)),
        Table.of("meetings", "Meetings and campaigns", MEETING_COLUMNS, _meeting_rows(contents.meetings)),
        Table.of("survey-ranks", "What residents rank highest", RANK_COLUMNS, map(_rank_row, contents.ranks)),
        Table.of("scrutiny", "Who scrutinises what", RESPONSIBILITY_COLUMNS, scrutiny),
        Table.of("priorities", "Priorities", PRIORITY_COLUMNS, map(_priority_row, contents.priorities)),
        Table.of("statements", "In the words of the plan", STATEMENT_COLUMNS, map(_statement_row, contents.statements)),
    )


def _action_row(item: Action) -> dict[str, Cell]:
    cells = {name: text or None for name, text in item.cells}
    return {
        **cells,
        "ref": item.ref,
        "objective": item.objective or None,
        "due_date": item.due_date.isoformat() if item.due_date else None,
        "category": item.category or None,
        "source_cell": item.source.place,
    }


def _risk_row(item: Risk) -> dict[str, Cell]:
    return {
        "ref": item.ref,
        "kind": item.kind,
        "risk": item.risk,
        "rating": item.rating,
        "impact": item.impact,
        "likelihood": item.likelihood,
        "controls": item.controls or None,
        "further_actions": item.further_actions or None,
        "residual": item.residual,
        "residual_reason": "not printed" if item.residual is None else None,
        "lead": item.lead,
        "source_cell": item.source.place,
    }


def _meeting_rows(meetings: tuple[Meeting, ...]) -> list[dict[str, Cell]]:
    rows: list[dict[str, Cell]] = []
    for item in meetings:
        day = item.date.isoformat() if item.date else None
        head: dict[str, Cell] = {"meeting": item.meeting, "date": day, "lead": item.lead or None}
        rows.append(head | {"kind": "meeting", "text": None, "source_cell": item.source.place})
        rows += [
            head | {"kind": campaign.kind, "text": campaign.text, "source_cell": campaign.source.place}
            for campaign in item.campaigns
        ]
    return rows


def _rank_row(item: SurveyRank) -> dict[str, Cell]:
    return {
        "survey": item.survey,
        "group": item.group,
        "period": item.period or None,
        "rank": item.rank,
        "concern": item.source.text,
        "category": item.category or None,
        "source_cell": item.source.place,
    }


def _scrutiny_row(item: Responsibility) -> dict[str, Cell]:
    return {
        "level": item.level,
        "part_of": item.parent or None,
        "text": item.text,
        "source_cell": item.source.place,
    }


def _priority_row(item: Priority) -> dict[str, Cell]:
    return {
        "body": item.body,
        "priority": item.text,
        "objective": item.objective or None,
        "categories": ", ".join(item.categories) or None,
        "source_cell": item.source.place,
    }


def _statement_row(item: Statement) -> dict[str, Cell]:
    return {
        "section": item.section,
        "group": item.group or None,
        "text": item.text,
        "categories": ", ".join(item.categories) or None,
        "source_cell": item.source.place,
    }
