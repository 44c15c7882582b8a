"""Knows the strategic assessment: which categories come first, by which columns, how sure, and what the group chose."""

from dataclasses import dataclass
from typing import Any

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By, period_with
from dashboard.domain.periods.period import Period
from dashboard.domain.priorities.certainty import DRAWS, Evidence
from dashboard.domain.priorities.criteria import CRITERIA
from dashboard.domain.priorities.recorded import PriorityWord, WordKind, saved_weights
from dashboard.domain.priorities.saying import Placed
from dashboard.domain.priorities.weights import Weights, weight_words
from dashboard.domain.records import SourceCell
from dashboard.domain.statistics.likelihood import percent_of
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.questions.store import Store
from dashboard.reports.priorities.assessment import AssessedRow, assessed_rows
from dashboard.reports.priorities.districts import CountyTable, county_table
from dashboard.reports.priorities.files import (
    CELL_COLUMNS,
    COUNTY_COLUMNS,
    DISTRICT_COLUMNS,
    RANKING_COLUMNS,
    SAVED_COLUMNS,
    WEIGHT_COLUMNS,
    cell_rows,
    county_rows,
    decimal,
    district_rows,
    ranking_row,
    saved_row,
    weight_rows,
)
from dashboard.reports.priorities.setting import AssessmentSetting, assessment_setting
from dashboard.reports.priorities.weighed import harm_notes
from dashboard.reports.report import Report, Table
from dashboard.reports.street.spans import has_street
from dashboard.reports.view_context import sources, view_context
from dashboard.reports.words.titles import fitting

CLEAR = 0.9  # chance from which a first place is claimed without saying how sure it is
HALF = 0.5
MISSING = (
    "A missing column takes no part in a score: the range says what it would be if all that is missing were 1, or 5."
)
SURE = (
    f"How sure: each count is drawn {DRAWS:,} times as chance lets it fall, scored and ranked again; typed scores and"
    " ranks of residents stay. The interval holds nine ranks in ten."
)
OF_COUNTED = "Shares of all counted are of the incidents that the figures of these categories count in the same year."
YEAR_BEFORE = "A year before: the same columns of the 12 months before, with the weights and typed scores of now."
NO_CATEGORY = "Its document or files name no category: load a table of categories first."


@dataclass(frozen=True, kw_only=True, slots=True)
class PrioritiesPage(Report):
    """*rows* by rank; *county* is what the tables of districts come to; *saved* are weights under a name."""

    rows: tuple[AssessedRow, ...] = ()
    span: Period
    weights: Weights
    saved: tuple[PriorityWord, ...] = ()
    county: CountyTable

    @property
    def scored(self) -> tuple[AssessedRow, ...]:
        return tuple(row for row in self.rows if row.rank is not None)


def priorities(store: Store, filters: Filters) -> PrioritiesPage:
    """Return the assessment of the view's area, with its weights."""
    context, setting = view_context(store, filters), assessment_setting(store, filters)
    rows, county, saved = assessed_rows(setting), county_table(setting), saved_weights(setting.said)
    return PrioritiesPage(
        page="priorities",
        filters=filters,
        title=_title(context.area_name, rows),
        lede=_lede(setting, rows, county),
        place=f"{context.area_name} · {setting.span.label}",
        tables=_tables(setting, rows, county, saved),
        notes=_notes(setting, rows),
        sources=sources(store, filters.partnership, _cells(rows)),
        empty="" if rows else NO_CATEGORY,
        **_onward(store, filters),
        rows=rows,
        span=setting.span,
        weights=setting.weights,
        saved=saved,
        county=county,
    )


def _title(area: str, rows: tuple[AssessedRow, ...]) -> str:
    """Which category ranks first, said as surely as it is; of thin evidence how many can be scored at all."""
    scored = [row for row in rows if row.rank is not None]
    if not scored:
        return fitting(f"No category of {area} can be scored yet", "No category can be scored yet")
    if all(row.evidence is Evidence.THIN for row in scored):
        said = f"{sentence(_many_words(len(scored), len(rows)))} can be scored"
        return fitting(f"{said}, on thin evidence", said)
    first = [row for row in scored if row.rank == 1]
    of = f"of {plural(len(rows), 'category', 'categories')}"
    names = listed([row.own.wording for row in first])
    if len(first) > 1:
        many = sentence(number_word(len(first)))
        return fitting(f"{names} share first place {of}", f"{names} share first place", f"{many} share first place")
    chance = first[0].sure.of(1) if first[0].sure else 0.0
    if chance < HALF:
        return fitting(f"No category clearly ranks first {of}")
    sure = "" if chance >= CLEAR else f", {percent_of(chance)} sure"
    return fitting(f"{names} ranks first {of}{sure}", f"{names} ranks first{sure}", f"{names}: first")


def _many_words(some: int, every: int) -> str:
    """'four of 14 categories', 'all nine categories'."""
    of = plural(every, "category", "categories")
    return f"{number_word(some)} of {of}" if some < every else f"the {of}" if every == 1 else f"all {of}"


def _lede(setting: AssessmentSetting, rows: tuple[AssessedRow, ...], county: CountyTable) -> str:
    said = [_scored_words(rows), _weight_sentence(setting.weights), _departing(rows), _before_words(rows)]
    if county.districts:
        names = listed([item.name for item in county.districts])
        tables = "table" if len(county.districts) == 1 else "tables"
        said.append(f"The {tables} of {names} {'is' if tables == 'table' else 'are'} put together below.")
    return " ".join(filter(None, said))


def _scored_words(rows: tuple[AssessedRow, ...]) -> str:
    """How many are scored, by how many columns, and whether what is missing could still change the first place."""
    scored = [row for row in rows if row.rank is not None]
    if not scored:
        return "No column that counts is there: score what can be typed, or load figures that count its categories."
    counts = sorted({row.total.counted for row in scored})
    by = str(counts[0]) if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
    columns = f"{scored[0].total.of} column{'' if scored[0].total.of == 1 else 's'}"
    of = "1 category" if len(rows) == 1 else f"{len(rows)} categories"
    all_of = f"The {of}" if len(rows) == 1 else f"All {of}"
    many = all_of if len(scored) == len(rows) else f"{len(scored)} of {of}"
    said = f"{many} {'is' if len(scored) == 1 else 'are'} scored, by {by} of {columns}."
    if scored[0].settled:
        return f"{said} What is missing cannot change the first place."
    return f"{said} What is missing could still change the order." if counts[0] < scored[0].total.of else said


def _weight_sentence(weights: Weights) -> str:
    other = [item for item in CRITERIA if weights.of(item.criterion) != item.usual]
    if not other:
        return ""
    named = listed([f"{item.heading.lower()} {weight_words(weights.of(item.criterion))}" for item in other])
    return f"Weights other than usual: {named}."


def _departing(rows: tuple[AssessedRow, ...]) -> str:
    chosen = [row for row in rows if row.choice is not None]
    if not chosen:
        return ""
    other = [row.own.wording for row in chosen if row.departs]
    if not other:
        return "The group chose as the ranking says."
    return f"The group chose otherwise for {listed(other)}."


def _before_words(rows: tuple[AssessedRow, ...]) -> str:
    first = [row.own.wording for row in rows if row.before and row.before.number == 1]
    return f"A year before, {listed(first)} ranked first." if first else ""


def _onward(store: Store, filters: Filters) -> dict[str, Any]:
    """The way to the newest 12 months of street-level crime, where the period is before any of it."""
    root = store.street_root(filters.partnership)
    held = store.held_months(root.force) if root else ()
    if not held or has_street(filters.period, held):
        return {}
    newest = held[-1].month
    counted_to = period_with(newest, By.MONTH).label
    return {"going_on": period_with(newest, By.YEAR), "counted_to": counted_to, "onward": "the newest 12 months"}


def by_parts(county: CountyTable) -> str:
    """'District by district', in the word that they all are."""
    levels = {item.level for item in county.districts}
    word = levels.pop() if len(levels) == 1 else "place"
    return f"{sentence(word)} by {word}"


def _tables(
    setting: AssessmentSetting, rows: tuple[AssessedRow, ...], county: CountyTable, saved: tuple[PriorityWord, ...]
) -> tuple[Table, ...]:
    return (
        Table.of("priorities", "Priorities by rank", RANKING_COLUMNS, map(ranking_row, rows)),
        Table.of("priority-cells", "What each column says", CELL_COLUMNS, cell_rows(rows, setting.weights)),
        Table.of("priority-weights", "Columns, weights and rules", WEIGHT_COLUMNS, weight_rows(setting.weights)),
        Table.of("county", "What the tables of districts come to", COUNTY_COLUMNS, county_rows(county)),
        Table.of("districts", "District by district", DISTRICT_COLUMNS, district_rows(county)),
        Table.of("saved-weights", "Saved weights", SAVED_COLUMNS, map(saved_row, saved)),
    )


def _notes(setting: AssessmentSetting, rows: tuple[AssessedRow, ...]) -> tuple[str, ...]:
    if not any(row.rank for row in rows):
        return ()
    said = [MISSING, SURE, YEAR_BEFORE, *harm_notes(setting)]
    return (*said, OF_COUNTED) if any(row.counted.what and row.counted.total for row in rows) else tuple(said)


def _cells(rows: tuple[AssessedRow, ...]) -> list[SourceCell]:
    """Every cell that is read; words of a partnership that no document made have none."""
    found = [cell for row in rows for cell in (*(cell for item in row.cells for cell in item.cells), row.own.source)]
    return [cell for cell in found if cell.document]


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category with everything that was ever written of it, the oldest first."""

    report: PrioritiesPage
    row: AssessedRow
    words: tuple[PriorityWord, ...]

    def of(self, kind: WordKind) -> tuple[PriorityWord, ...]:
        return tuple(item for item in self.words if item.kind is kind)

    def standing(self, kind: WordKind) -> PriorityWord | None:
        """The newest line of a kind, unless it took back what stood."""
        found = self.of(kind)
        return found[-1] if found and found[-1].value else None

    def seen(self, kind: WordKind) -> int:
        found = self.of(kind)
        return found[-1].number if found else 0

    @property
    def placed(self) -> Placed:
        """Where the ranking places it now."""
        row = self.row
        score = f", score {show(decimal(row.total.score), 2)}" if row.total.score is not None else ""
        words = f"{row.rank_words}{score}" if row.rank else "not scored"
        return Placed(row.rank, row.sharing, words, len(self.report.rows))


def category_line(report: PrioritiesPage, category: str, words: tuple[PriorityWord, ...]) -> CategoryLine | None:
    """The line of a category; None where the partnership has none of that name."""
    row = next((row for row in report.rows if row.own.category == category), None)
    mine = tuple(item for item in words if item.about == category and item.kind is not WordKind.WEIGHTS)
    return CategoryLine(report, row, mine) if row else None
