"""Shows how far from 80% a good range may come out on one force: forces drawn from London's boroughs.

A force is a few boroughs in a few years, drawn a thousand times from the years that nothing unforeseeable lies in. What
one of them comes to beside all of them together is what two years of one force can tell: its series move together.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random
from statistics import fmean, stdev
from typing import NamedTuple

from benchmarks import forecast_series as series
from dashboard.domain.statistics.backtest import Trial, trials

EVERY_SERIES = 2
DRAWN, SEED = 1_000, 16
LEAST, MOST = 75, 85  # percent of the time that a range of 80% is to hold
SIZES = ((1, 2), (8, 2), (8, 4))  # boroughs and years: the City's 15 series, a county's hundred, and twice its years


class Cell(NamedTuple):
    """Trials of one borough, year and number of months known: how many, how many held, and their errors added up."""

    trials: int
    held: int
    off: float
    flat_off: float


class Drawn(NamedTuple):
    """What the cells of one drawn force came to, one for each number of months known."""

    held: tuple[float, ...]  # percent
    ratios: tuple[float, ...]  # the forecast's error over that of all months alike

    @property
    def within(self) -> int:
        """In how many cells the range held as often as it is to."""
        return sum(LEAST <= held <= MOST for held in self.held)


Cells = dict[tuple[str, int, int], Cell]  # by borough, first month and months known


def cells() -> Cells:
    """Every forecast of the boroughs that somebody could have made."""
    found: defaultdict[tuple[str, int, int], list[Trial]] = defaultdict(list)
    for (borough, _), counts in series.borough_series(EVERY_SERIES).items():
        for trial in filter(series.is_foreseeable, trials(counts, series.APRIL)):
            found[borough, trial.span.first, trial.steps].append(trial)
    return {key: _cell(tried) for key, tried in found.items()}


def _cell(tried: Sequence[Trial]) -> Cell:
    ours, alike = ([each.expected for each in tried], [each.flat_share for each in tried])
    offs = (
        sum(abs(number - trial.outturn) / max(trial.outturn, 1) for number, trial in zip(made, tried, strict=True))
        for made in (ours, alike)
    )
    return Cell(len(tried), sum(trial.held for trial in tried), *offs)


def drawn(found: Cells, boroughs: int, years: int) -> Iterator[Drawn]:
    """Yield forces of so many boroughs in the same so many years."""
    luck = Random(SEED)
    places, firsts, steps = (
        sorted({place for place, _, _ in found}),
        sorted({first for _, first, _ in found}),
        sorted({step for _, _, step in found}),
    )
    for _ in range(DRAWN):
        of = list(product(luck.sample(places, boroughs), luck.sample(firsts, years)))
        sums = [
            [sum(column) for column in zip(*(found[place, first, step] for place, first in of), strict=True)]
            for step in steps
        ]
        held = tuple(100 * each / tried for tried, each, _, _ in sums)
        yield Drawn(held, tuple(off / flat for _, _, off, flat in sums))


def show() -> None:
    found = cells()
    every, held = (sum(cell[at] for cell in found.values()) for at in range(2))
    print(f"{every:,} forecasts of London boroughs, held {100 * held / every:.1f}%")
    for boroughs, years in SIZES:
        forces = list(drawn(found, boroughs, years))
        steps = len(forces[0].held)
        apart = fmean(stdev(force.held[at] for force in forces) for at in range(steps))
        whole = stdev(fmean(force.held) for force in forces)
        print(
            f"{boroughs} boroughs, {years} years: a cell lies {apart:.1f} points off, all months together {whole:.1f};"
            f" within {LEAST}-{MOST}%: {fmean(force.within for force in forces):.1f} of {steps} cells,"
            f" every cell in {100 * fmean(force.within == steps for force in forces):.1f}% of the forces; no cell errs"
            f" more than all months alike in {100 * fmean(max(force.ratios) <= 1 for force in forces):.1f}%"
        )
