"""Knows the page on priorities: columns scored from 1 to 5, weighed, ranked, and how sure a rank is."""

from fractions import Fraction

from dashboard.domain.periods.period import financial_year
from dashboard.domain.priorities import certainty, keeping, ranking, scores
from dashboard.domain.priorities.criteria import Criterion
from dashboard.domain.priorities.weights import Weights
from dashboard.domain.statistics.likelihood import percent_of
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import SOUTH_STAFFORDSHIRE, PartnershipFigures
from dashboard.reports.methods.method import Example, Formula, Method, Piece, table
from dashboard.reports.priorities.files import decimal

SLUGS = ("asb", "violent-crime", "serious-acquisitive-crime")
YEARS = tuple(financial_year(year) for year in (2007, 2008, 2009))
ABOUT = (
    "South Staffordshire, three counts of the partnership plan 2011-2012 alone, with the usual weights."
    " Each figure leads to its cell."
)


def priorities_example(store: Store) -> Example:
    found = PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    counts = {slug: tuple(int(found.count(slug, year)) for year in YEARS) for slug in SLUGS}
    total = sum(items[-1] for items in counts.values())
    counted = table(
        "What is counted",
        ("Category", *(year.label for year in YEARS), "Share", "Sure of a rise"),
        [(found.indicator(slug).name, *_counted(found, slug, counts[slug], total)) for slug in SLUGS],
    )
    scored = table(
        "What that scores",
        ("Category", "Volume", "Change", "Three-year trend", "Score", "Whatever is missing", "Rank", "Sure of it"),
        [(found.indicator(slug).name, *row) for slug, row in zip(SLUGS, _rows(counts, total), strict=True)],
    )
    return Example(
        ABOUT, (counted, scored), ("Harm, similar areas, concern and influence are missing: thin evidence.",)
    )


def _rows(counts: dict[str, tuple[int, ...]], total: int) -> list[tuple[Piece, ...]]:
    """Scores, total and rank of each category, and how sure the rank is."""
    cells = [_cells(counts[slug], total) for slug in SLUGS]
    totals = [ranking.total_of(row, Weights()) for row in cells]
    ranks = ranking.ranks_of([item.score for item in totals])
    drawn = [certainty.Drawn(row, counts[slug], total) for slug, row in zip(SLUGS, cells, strict=True)]
    sure = certainty.how_sure(drawn, Weights())
    words = [ranking.rank_words(place) for place in ranking.places_of(ranks)]
    return [_scored(*row) for row in zip(cells, totals, words, sure, strict=True)]


def _cells(counts: tuple[int, ...], total: int) -> ranking.Cells:
    first, before, now = counts
    return {
        Criterion.VOLUME: scores.volume_score(now, total),
        Criterion.CHANGE: scores.change_score(now, before),
        Criterion.TREND: scores.trend_score((first, before, now)),
    }


def _counted(found: PartnershipFigures, slug: str, counts: tuple[int, ...], total: int) -> tuple[Piece, ...]:
    share = show(decimal(Fraction(counts[-1] * 100, total)), 1, percent=True)
    rise = percent_of(scores.chance_of_rise(counts[-1], counts[-2]))
    return *(found.read(slug, year) for year in YEARS), share, rise


def _scored(
    cells: ranking.Cells, total: ranking.ScoreTotal, rank: str, sure: certainty.Sure | None
) -> tuple[Piece, ...]:
    points = [show(decimal(item), 2) if item is not None else "" for item in (total.score, total.low, total.high)]
    chance = percent_of(sure.of(int(rank.removeprefix("=")))) if sure else ""
    return *(str(score) for score in cells.values()), points[0], f"{points[1]} to {points[2]}", rank, chance


PRIORITIES = Method(
    slug="priorities",
    title="Ranking priorities",
    question="Which categories come first, by what, and how sure is that?",
    formula=(
        Formula(
            "score = Σ w s ÷ Σ w over the columns that are there",
            "Scores s from 1 to 5, weights w. Beside it stands what it would be were every missing column 1, or 5.",
        ),
        Formula(
            "P(rise) = the upper tail of Beta(now + ½, before + ½) above ½",
            "From 95% on a change scores 4; 5 where that holds for a rise of more than a tenth. Falls score 2 and 1.",
        ),
        Formula(
            "trend: z = (third − first) ÷ √(⅔ of the sum of three years)",
            "The score test of a Poisson trend; beyond 1.96 it scores 4, from 5% a year on 5. Falls score 2 and 1.",
        ),
        Formula(
            "how sure: λ from Gamma(count + ½), scored and ranked a thousand times",
            "As if λ had been counted. Typed scores and ranks of residents stay as they are.",
        ),
    ),
    source=(
        "Department for Communities and Local Government, Multi-criteria analysis: a manual (2009): weighted scores.",
        "Jeffreys’ prior for a Poisson rate: Gamma(½), as in Gelman and others, Bayesian Data Analysis.",
    ),
    example=priorities_example,
    limits=(
        "A rank over few columns says little: look at how many are there before the rank.",
        "Columns that are missing everywhere change no rank and hide what they would have said.",
        "Categories of one partnership may overlap: what is counted in one is counted in another again.",
        "Weights are a choice, not a measurement: look at the range in which a place stays.",
    ),
    uses=(
        *(ranking.total_of, ranking.ranks_of, ranking.places_of, ranking.settled),
        *(scores.chance_above, scores.chance_of_rise, scores.volume_score, scores.change_score, scores.trend_score),
        *(certainty.how_sure, certainty.evidence_of, keeping.weight_ranges, keeping.tightest),
    ),
)
