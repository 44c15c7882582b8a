"""Knows the page on hotspots: the grid on which Gi* is worked by hand, and the classes of neighbourhoods."""

from collections import Counter
from decimal import Decimal

import numpy as np

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.hotspots import (
    FEWEST_PERIODS,
    LOWEST_MEAN,
    HotspotClass,
    classes,
    classify,
    gi_star,
    hot,
    too_thin,
)
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import invented
from dashboard.reports.methods.method import Example, Formula, Method, Worked, table
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.street.hotspot_words import CLASS_WORDS

#: The grid on which the method is proved by hand.
GRID = ((1, 1, 1, 1, 1), (1, 2, 2, 1, 1), (1, 2, 9, 6, 1), (1, 1, 5, 4, 1), (1, 1, 1, 1, 1))
YEAR_LONG = {  # how many of the last twelve months were hot, the newest last
    HotspotClass.PERSISTENT: "HHHHHHHHHHH-",
    HotspotClass.EMERGING: "---------HHH",
    HotspotClass.FORMER: "HH-H--------",
    HotspotClass.INTERMITTENT: "-H---H-----H",
}


def hotspots_example(store: Store) -> Example:
    z = gi_star(np.array([[number] for row in GRID for number in row], dtype=float), _touching())
    found = hot(z)
    side = len(GRID)
    rows = [
        (f"Row {at + 1}", *(f"{count} ({_signed(z[at * side + column, 0])})" for column, count in enumerate(line)))
        for at, line in enumerate(GRID)
    ]
    worked = table("Counts of a typed grid, and their z", ("Grid", *(f"Cell {at + 1}" for at in range(side))), rows)
    middle = _signed(z[len(z) // 2, 0])
    verdict = "hot" if found[len(z) // 2, 0] else "not hot"
    said = f"The cell in the middle has z = {middle}: with what touches it, it is {verdict}."
    county = _county(store)
    about = "A typed grid on which the sums can be followed: no published document prints places so fine."
    more = " The neighbourhoods are those of Sampleshire, an invented county." if county else ""
    return Example(about + more, (worked, _histories(), *county), (said,))


def _signed(z: float) -> str:
    return show(Decimal(float(z)), 2, signed=True)


def _touching() -> list[list[int]]:
    """The queen neighbours of each cell of the grid."""
    side = len(GRID)
    cells = [(row, column) for row in range(side) for column in range(side)]
    return [
        [at for at, other in enumerate(cells) if max(abs(row - other[0]), abs(column - other[1])) == 1]
        for row, column in cells
    ]


def _histories() -> Worked:
    rows = []
    for months in YEAR_LONG.values():
        hot_months = [mark == "H" for mark in months]
        rows.append((" ".join("hot" if is_hot else "·" for is_hot in hot_months), CLASS_WORDS[classify(hot_months)]))
    return table("Twelve typed months, oldest first", ("Months", "Class"), rows)


def _county(store: Store) -> tuple[Worked, ...]:
    """How many neighbourhoods of the invented county are of each class."""
    county = invented(store)
    report = hotspots(store, county.filters) if county else None
    if county is None or report is None or report.why_no_class:
        return ()
    counted = Counter(spot.kind for spot in report.spots)
    rows = [(CLASS_WORDS[kind], str(counted[kind])) for kind in HotspotClass if counted[kind]]
    return (table(f"{county.name}, all crime types", ("Class", "Neighbourhoods"), rows),)


HOTSPOTS = Method(
    slug="hotspots",
    title="Hotspots and their classes",
    question="Where do incidents cluster more than chance would have it, and does it last?",
    formula=(
        Formula(
            "Gi* = (sum around the place − expected) ÷ standard deviation of such sums",
            "The sum is over the place and all that touch it; a z-score. Nearby places that are all high make a"
            " hotspot, a single high one may not.",
        ),
        Formula(
            "hot: z over 0 and p under the Benjamini–Hochberg limit at 5%",
            "Many places are tested at once. The correction keeps false alarms at about 5% of what is called hot, month"
            " by month.",
        ),
        Formula(
            "persistent: hot in 80% of months · emerging: only in the last fifth · former: in 10%, none lately ·"
            " intermittent: in 10%",
            f"Over the {MONTHS_IN_YEAR} months up to the last one shown; the first that fits.",
        ),
    ),
    source=(
        "Ord and Getis, Local spatial autocorrelation statistics, Geographical Analysis 27(4) (1995).",
        "Benjamini and Hochberg, Controlling the false discovery rate, JRSS B 57 (1995).",
        "The classes are our own, fewer and simpler than those of an emerging hot spot analysis.",
    ),
    example=hotspots_example,
    limits=(
        "Locations are approximate: police.uk moves every incident to a map point near it. It is never an address.",
        f"With under {LOWEST_MEAN} incidents a place and month, or under {FEWEST_PERIODS} periods, nothing is judged.",
        "It compares with the rest of the partnership. In a town centre it mostly finds where people are.",
        "At the edge of the area neighbours are missing: what lies across the border is not seen.",
        "Where the force began to locate more incidents, places seem to rise together.",
    ),
    uses=(gi_star, hot, classify, classes, too_thin),
)
