"""Works out again from a series' table what is said of the parts of its total: how many moved, and which way."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.targets.status import change_is_real
from dashboard.reports.report import Cell, Report
from tests.reports.recounts import chosen, dated_changes

COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
Step = tuple[Decimal, Decimal]
Said = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """The newest step of a total, and the step that each of its parts made in that period."""

    way: Decimal
    parts: dict[Cell, Step]

    def steps(self, sign: int) -> list[Step]:
        """The steps of the parts that went with the total, or against it where *sign* is -1."""
        return [(was, now) for was, now in self.parts.values() if (now - was) * self.way * sign > 0]


def newest_move(report: Report) -> Moved:
    found = chosen(report, "series")
    steps = list(dated_changes(found))
    whole = found[0]["area"]
    period, before, now = [(period, was, last) for period, area, was, last in steps if area == whole][-1]
    parts = {area: (was, last) for at, area, was, last in steps if at == period and area != whole}
    return Moved(now - before, parts)


def clear(steps: list[Step], among: Iterable[Step]) -> int:
    """How many of *steps* stand out among all (Benjamini and Hochberg, written again)."""
    every = sorted(change_is_real(now, was)[0] for was, now in among)
    limit = max((p for at, p in enumerate(every, 1) if p <= at * 0.05 / len(every)), default=-1)
    return sum(change_is_real(now, was)[0] <= limit for was, now in steps)


def clearly_against(report: Report) -> tuple[int]:
    """Localities that moved against the total by more than chance."""
    move = newest_move(report)
    return (clear(move.steps(-1), move.parts.values()),)


BY_CHANCE = r"(?:, (?:((?:[a-z]+|[0-9,]+) )?by more than chance))?"
WENT = r"(both|neither|(?:the |all )?\w+)(?: of (\w+))? localit(?:y|ies)(?: that can be compared)? "
WENT += r"(fell|rose|moved|did not (?:fall|rise|move))" + BY_CHANCE


def went(report: Report, said: Said) -> bool:
    """Whether as many localities went the way of the total, out of so many, so many of them clearly, as is *said*."""
    subject, every, verb, clearly = said
    move = newest_move(report)
    same, of = move.steps(1), len(move.parts)
    if verb in ("moved", "did not move"):
        return not same and not move.steps(-1) and counted(subject, of) == (0 if of > 1 else 1)
    told = counted(subject, of), counted(every, of) if every else of
    right_way = (verb in ("fell", "did not fall")) == (move.way < 0)
    expected = 1 if verb in ("did not fall", "did not rise") and not same else len(same)
    return (
        right_way
        and told == (expected, of)
        and (not clearly or counted(clearly, len(same)) == clear(same, move.parts.values()))
    )


def counted(word: str | None, every: int) -> int:
    """The number that a *word* of the sentence says, of *every* one; -1 where it says another number than all."""
    plain = (word or "").strip().casefold().removeprefix("the ").removeprefix("all ")
    fixed = {"both": 2, "all": every, "neither": 0 if every == 2 else -1, "none": 0, "not": 0}
    return fixed[plain] if plain in fixed else COUNTED.index(plain) if plain in COUNTED else int(plain)


def none_against(report: Report) -> bool:
    return not newest_move(report).steps(-1)
