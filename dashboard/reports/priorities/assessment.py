"""Knows the table of an assessment: every category with its cells, score, rank, how sure that is, what was chosen."""

from dataclasses import dataclass, field

from dashboard.domain.priorities.certainty import Drawn, Evidence, Sure, evidence_of, how_sure
from dashboard.domain.priorities.criteria import CRITERIA, Criterion
from dashboard.domain.priorities.keeping import WeightRange, tightest, weight_ranges
from dashboard.domain.priorities.ranking import (
    Cells,
    Rank,
    ScoreTotal,
    Spans,
    places_of,
    rank_words,
    ranks_of,
    settled,
    total_of,
)
from dashboard.domain.priorities.recorded import PriorityWord, WordKind
from dashboard.domain.priorities.weights import Weights
from dashboard.domain.records import LensCategory
from dashboard.reports.priorities.cells import AssessedCell, CategoryInputs, cells_of
from dashboard.reports.priorities.counted import CountedCategory, counted_categories
from dashboard.reports.priorities.elsewhere import Beside, beside_of
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.store_memory import worked_out


@dataclass(frozen=True, slots=True)
class AssessedRow:
    """One category; *before* is its rank a year before, *settled* whether no missing cell can move it."""

    own: LensCategory
    cells: tuple[AssessedCell, ...]
    counted: CountedCategory
    total: ScoreTotal
    place: Rank | None
    sharing: int
    sure: Sure | None
    evidence: Evidence
    ranges: tuple[WeightRange, ...]
    settled: bool
    before: Rank | None
    choice: PriorityWord | None = None
    beside: Beside = field(default_factory=Beside)

    @property
    def rank(self) -> int | None:
        return self.place.number if self.place else None

    @property
    def rank_words(self) -> str:
        return rank_words(self.place)

    @property
    def last(self) -> str:
        """Its rank a year before, in words."""
        return rank_words(self.before)

    @property
    def keeps(self) -> WeightRange | None:
        """The column whose weight matters most to its place."""
        return tightest(self.ranges)

    def cell(self, criterion: Criterion) -> AssessedCell:
        return next(item for item in self.cells if item.criterion is criterion)

    @property
    def departs(self) -> bool:
        """Whether the group chose another place than the ranking gives now."""
        if self.choice is None:
            return False
        place = self.choice.value
        in_rank = self.rank is not None and place.isdigit() and self.rank <= int(place) < self.rank + self.sharing
        return not in_rank


@dataclass(frozen=True, slots=True)
class ScoredColumns:
    """The columns of every category in the order of the lens, whatever they weigh."""

    lens: tuple[LensCategory, ...]
    counted: tuple[CountedCategory, ...]
    cells: tuple[tuple[AssessedCell, ...], ...]

    @property
    def scores(self) -> tuple[Cells, ...]:
        return tuple({cell.criterion: cell.score for cell in row} for row in self.cells)

    @property
    def spans(self) -> tuple[Spans, ...]:
        """Of scores that are estimates, how far they may go."""
        return tuple({cell.criterion: cell.span for cell in row if cell.span} for row in self.cells)

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """What is drawn again to tell how sure the ranks are."""
        pairs = zip(self.scores, self.counted, strict=True)
        return tuple(Drawn(cells, item.counts, item.total) for cells, item in pairs)

    def totals(self, weights: Weights) -> tuple[ScoreTotal, ...]:
        pairs = zip(self.scores, self.spans, strict=True)
        return tuple(total_of(row, weights, spans) for row, spans in pairs)

    def places(self, weights: Weights) -> tuple[Rank | None, ...]:
        return places_of(ranks_of([item.score for item in self.totals(weights)]))


@dataclass(frozen=True, slots=True)
class RankedColumns:
    """The same weighed: score, rank and its certainty of each category, and the ranges of weights by column."""

    totals: tuple[ScoreTotal, ...]
    places: tuple[Rank | None, ...]
    before: tuple[Rank | None, ...]  # a year before
    sure: tuple[Sure | None, ...]
    ranges: tuple[tuple[WeightRange, ...], ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a view's table is made of before anything is weighed; it is the same whatever the weights are."""

    now: ScoredColumns
    last: ScoredColumns  # of the 12 months before
    beside: tuple[Beside, ...]


def scored_columns(setting: AssessmentSetting) -> ScoredColumns:
    """Every column of every category."""
    found = counted_categories(setting)
    counted = tuple(found[own.category] for own in setting.lens)
    pairs = zip(setting.lens, counted, strict=True)
    cells = tuple(cells_of(CategoryInputs(setting, own.category, item)) for own, item in pairs)
    return ScoredColumns(setting.lens, counted, cells)


def assessment(setting: AssessmentSetting) -> Assessment:
    """What the table is made of, worked out once for all weights."""

    def make() -> Assessment:
        now, last = scored_columns(setting), scored_columns(setting.a_year_before)
        beside = beside_of(setting)
        return Assessment(now, last, tuple(beside[own.category] for own in setting.lens))

    return worked_out(setting.store, (Assessment, setting.key), make)


def assessed_rows(setting: AssessmentSetting) -> tuple[AssessedRow, ...]:
    """The categories by rank; those without a score last, as the partnership lists them."""
    found, weights = assessment(setting), setting.weights
    now = found.now
    ranked = RankedColumns(
        totals=now.totals(weights),
        places=now.places(weights),
        before=found.last.places(weights),
        sure=how_sure(now.drawn, weights),
        ranges=_ranges(now, weights),
    )
    rows = [_row(setting, found, ranked, at) for at in range(len(setting.lens))]
    return tuple(sorted(rows, key=lambda row: row.rank or len(rows) + 1))


def _row(setting: AssessmentSetting, found: Assessment, ranked: RankedColumns, at: int) -> AssessedRow:
    own, now, place = setting.lens[at], found.now, ranked.places[at]
    return AssessedRow(
        own=own,
        cells=now.cells[at],
        counted=now.counted[at],
        total=ranked.totals[at],
        place=place,
        sharing=ranked.places.count(place),
        sure=ranked.sure[at],
        evidence=evidence_of(float(ranked.totals[at].there), now.counted[at].counts),
        ranges=tuple(of[at] for of in ranked.ranges) if place is not None else (),
        settled=settled(ranked.totals, at),
        before=ranked.before[at],
        choice=setting.said.get((WordKind.CHOICE, own.category)),
        beside=found.beside[at],
    )


def _ranges(now: ScoredColumns, weights: Weights) -> tuple[tuple[WeightRange, ...], ...]:
    """Of each column how far its weight may go before a category changes places."""
    return tuple(weight_ranges(now.scores, weights, item.criterion) for item in CRITERIA)
