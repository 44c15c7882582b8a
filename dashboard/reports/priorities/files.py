"""Knows the rows of an assessment's files: the ranking, every cell of it, the weights, and what districts say."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.priorities.criteria import CRITERIA, Criterion
from dashboard.domain.priorities.ranking import Rank
from dashboard.domain.priorities.recorded import PriorityWord, place_words
from dashboard.domain.priorities.weights import Weights
from dashboard.reports.priorities.assessment import AssessedRow
from dashboard.reports.priorities.cells import AssessedCell
from dashboard.reports.priorities.districts import CountyTable
from dashboard.reports.report import Cell

Row = dict[str, Cell]
RANKING_COLUMNS = (
    *(
        "rank",
        "rank_shared",
        "category",
        "score",
        "score_reason",
        "score_low",
        "score_high",
        "columns_counted",
        "columns_of",
    ),
    *("evidence", "rank_chance", "rank_low", "rank_high", "settled", "keeps_column", "keeps_from", "keeps_to"),
    *(
        "rank_year_before",
        "rank_year_before_shared",
        "chosen",
        "chosen_why",
        "chosen_by",
        "chosen_on",
        "ranked_then",
        "category_slug",
    ),
    *("target", "forecast_outcome", "hotspot_share_pct", "hotspot_reason", "source_cell"),
)
CELL_COLUMNS = (
    *("category", "column", "weight", "score", "score_low", "score_high", "adds", "what", "detail", "score_reason"),
    *("count", "count_before", "category_slug", "source_cell"),
)
WEIGHT_COLUMNS = ("column", "weight", "usual_weight", "rule")
DISTRICT_COLUMNS = ("category", "district", "score", "rank", "rank_shared", "people", "category_slug")
COUNTY_COLUMNS = (
    *("category", "rank", "rank_shared", "score", "districts_counted", "districts_of", "by_people", "category_slug"),
)
SAVED_COLUMNS = ("name", "weights", "said_by", "said_on")
NOTHING_COUNTS = "none of the columns that count is there"


def number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def decimal(value: Fraction) -> Decimal:
    """To be rounded as people round."""
    return Decimal(value.numerator) / value.denominator


def ranking_row(row: AssessedRow) -> Row:
    return {
        **_rank("rank", row.place),
        "category": row.own.wording,
        **_score(row),
        **_sure(row),
        **_rank("rank_year_before", row.before),
        **_chosen(row.choice),
        "category_slug": row.own.category,
        "target": row.beside.target,
        "forecast_outcome": row.beside.forecast,
        "hotspot_share_pct": row.beside.hotspot_share,
        "hotspot_reason": None if row.beside.hotspot_share is not None else row.beside.hotspots,
        "source_cell": row.own.source.place or None,
    }


def _rank(name: str, place: Rank | None) -> Row:
    """A rank as a number with whether others share it: as "=2" it would be a formula."""
    return {name: place.number if place else None, f"{name}_shared": place.shared if place else None}


def _score(row: AssessedRow) -> Row:
    total = row.total
    return {
        "score": number(total.score),
        "score_reason": None if total.score is not None else NOTHING_COUNTS,
        "score_low": number(total.low),
        "score_high": number(total.high),
        "columns_counted": total.counted,
        "columns_of": total.of,
    }


def _sure(row: AssessedRow) -> Row:
    sure, keeps = row.sure, row.keeps
    return {
        "evidence": str(row.evidence),
        "rank_chance": sure.of(row.rank) if sure and row.rank else None,
        "rank_low": sure.low if sure else None,
        "rank_high": sure.high if sure else None,
        "settled": row.settled,
        "keeps_column": str(keeps.criterion) if keeps else None,
        "keeps_from": keeps.low if keeps else None,
        "keeps_to": keeps.high if keeps else None,
    }


def _chosen(said: PriorityWord | None) -> Row:
    return {
        "chosen": place_words(said.value) if said else None,
        "chosen_why": (said.words or None) if said else None,
        "chosen_by": said.author if said else None,
        "chosen_on": said.day.isoformat() if said else None,
        "ranked_then": f"rank {said.stood}" if said and said.stood else None,
    }


def cell_rows(rows: Iterable[AssessedRow], weights: Weights) -> Iterator[Row]:
    for row in rows:
        adds = dict(row.total.parts)
        for cell in row.cells:
            yield _cell_row(row, cell) | {
                "weight": float(weights.of(cell.criterion)),
                "adds": number(adds.get(cell.criterion)),
            }


def _cell_row(row: AssessedRow, cell: AssessedCell) -> Row:
    counts = cell.criterion in (Criterion.VOLUME, Criterion.CHANGE)
    return {
        "category": row.own.wording,
        "column": str(cell.criterion),
        "score": cell.score,
        "score_low": cell.span[0] if cell.span else cell.score,
        "score_high": cell.span[1] if cell.span else cell.score,
        "what": cell.text or None,
        "detail": cell.detail or None,
        "score_reason": cell.why or None,
        "count": row.counted.now if counts else None,
        "count_before": row.counted.before if cell.criterion is Criterion.CHANGE else None,
        "category_slug": row.own.category,
        "source_cell": cell.cells[0].place if cell.cells else None,
    }


def weight_rows(weights: Weights) -> Iterator[Row]:
    for item in CRITERIA:
        weight = float(weights.of(item.criterion))
        yield {"column": str(item.criterion), "weight": weight, "usual_weight": item.usual, "rule": item.rule}


def district_rows(found: CountyTable) -> Iterator[Row]:
    for row in found.rows:
        for item in found.districts:
            score, rank = item.of(row.own.category)
            if score is not None:
                yield {
                    "category": row.own.wording,
                    "district": item.name,
                    "score": number(score),
                    **_rank("rank", rank),
                    "people": item.people,
                    "category_slug": row.own.category,
                }


def county_rows(found: CountyTable) -> Iterator[Row]:
    for row in found.rows:
        yield {
            "category": row.own.wording,
            **_rank("rank", row.place),
            "score": number(row.made.score),
            "districts_counted": row.made.counted,
            "districts_of": row.made.of,
            "by_people": row.made.by_people,
            "category_slug": row.own.category,
        }


def saved_row(said: PriorityWord) -> Row:
    return {"name": said.words, "weights": said.value, "said_by": said.author, "said_on": said.day.isoformat()}
