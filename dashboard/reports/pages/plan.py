"""Knows the plan: actions by objective, risks, meetings and campaigns, what residents rank, who scrutinises what."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dashboard.domain.documents import Responsibility, Statement, SurveyRank
from dashboard.domain.filters import Filters
from dashboard.domain.plans.rounds import movements
from dashboard.questions.store import Store
from dashboard.reports.planning.contents import Contents, contents_of
from dashboard.reports.planning.finding import lede_of, title_of
from dashboard.reports.planning.lines import ActionLine
from dashboard.reports.planning.printed_rows import priority_cells, rank_cells
from dashboard.reports.planning.tables import line_tables, living_tables
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.view_context import ViewContext, sources, view_context


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan(Report):
    contents: Contents

    @property
    def sections(self) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
        """What the document says in words, section by section in the order of the print."""
        groups = groupby(self.contents.statements, lambda item: item.section)
        return tuple((name, tuple(items)) for name, items in groups)

    @property
    def objectives(self) -> tuple[tuple[str, tuple[ActionLine, ...]], ...]:
        """The actions under their objectives, in the order of the plan; a name in other letters is the same."""
        found: dict[str, list[ActionLine]] = {}
        for line in self.contents.actions:
            found.setdefault(line.item.objective.casefold(), []).append(line)
        return tuple((lines[0].item.objective, tuple(lines)) for lines in found.values())


RANK_COLUMNS = ("survey", "group", "period", "rank", "concern", "category", "source_cell", "percent", "movement")
RESPONSIBILITY_COLUMNS = ("level", "part_of", "text", "source_cell")
STATEMENT_COLUMNS = ("section", "group", "text", "categories", "source_cell")
PRIORITY_COLUMNS = ("body", "priority", "objective", "categories", "source_cell")


def plan(store: Store, filters: Filters) -> Plan:
    """Return the plan in the view's categories."""
    context = view_context(store, filters)
    contents = contents_of(store, filters)
    printed = [line.item.source for line in contents.actions] + [line.item.source for line in contents.risks]
    return Plan(
        page="plan",
        filters=filters,
        title=title_of(context, contents),
        lede=lede_of(contents),
        place=f"{context.area_name}{context.category_words}",
        tables=(*line_tables(contents), *_tables(contents), *living_tables(contents)),
        sources=sources(store, filters.partnership, printed),
        empty=_empty(context, contents, has_plan=store.has_plan(filters.partnership)),
        contents=contents,
    )


def _empty(context: ViewContext, contents: Contents, *, has_plan: bool) -> str:
    if any((contents.actions, contents.risks, contents.meetings, contents.ranks, contents.priorities)):
        return ""
    if not has_plan:
        return f"{context.partnership.name} has no plan yet: load its actions, risks and meetings as you load figures."
    return f"{context.partnership.name}'s plan holds no actions, risks or meetings{context.category_words}."


def _tables(contents: Contents) -> tuple[Table, ...]:
    ranks, scrutiny = contents.ranks, contents.responsibilities
    priorities, said = contents.priorities, contents.statements
    return (
        Table.asked("survey-ranks", "What residents rank highest", RANK_COLUMNS, lambda: _rank_rows(ranks)),
        Table.asked("scrutiny", "Who scrutinises what", RESPONSIBILITY_COLUMNS, lambda: map(_scrutiny_row, scrutiny)),
        Table.asked("priorities", "Priorities", PRIORITY_COLUMNS, lambda: map(priority_cells, priorities)),
        Table.asked("statements", "In the words of the plan", STATEMENT_COLUMNS, lambda: map(_statement_row, said)),
    )


def _rank_rows(ranks: tuple[SurveyRank, ...]) -> Iterator[dict[str, Cell]]:
    moved = movements(ranks)
    for item in ranks:
        before = moved.get(item.key)
        yield rank_cells(item) | {"movement": before.words(item) if before else None}


def _scrutiny_row(item: Responsibility) -> dict[str, Cell]:
    return {
        "level": item.level,
        "part_of": item.parent or None,
        "text": item.text,
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
