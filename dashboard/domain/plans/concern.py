"""Knows what residents say of a category: its best rank in the newest round of each survey, and how that moved."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from dashboard.domain.documents import SurveyRank
from dashboard.domain.plans.rounds import round_start

YEARS = 3  # what was asked longer ago is no concern of today


@dataclass(frozen=True, slots=True)
class Concern:
    """The best *rank*, None where residents were asked and none of their concerns is of the category.

    *named* is what says so; *asked* are the newest rounds, one concern each; *before* is the rank in the round before.
    """

    rank: int | None
    named: SurveyRank | None
    asked: tuple[SurveyRank, ...]
    before: int | None = None
    has_before: bool = False

    @property
    def movement(self) -> str:
        """'up from 3', 'as before', 'new'; empty without a round before."""
        if not self.has_before or (self.rank is None and self.before is None):
            return ""
        if self.before is None:
            return "new"
        if self.rank is None:
            return f"{self.before} before"
        if self.rank == self.before:
            return "as before"
        return f"{'up' if self.rank < self.before else 'down'} from {self.before}"


def concern_of(
    ranks: Iterable[SurveyRank], categories: Set[str], until: date, undated: date = date.min
) -> Concern | None:
    """Return what the rounds up to *until* say of *categories*; None where nobody was asked in the three years before.

    A round without a date is taken to be of the day *undated*.
    """
    oldest = until.replace(year=until.year - YEARS, day=1)
    every = _rounds(ranks, until, undated)
    rounds = {survey: [items for _, items in found] for survey, found in every.items() if found[-1][0] >= oldest}
    if not rounds:
        return None
    newest = [every[-1] for every in rounds.values()]
    best = min(filter(None, (_best(items, categories) for items in newest)), key=lambda item: item.rank, default=None)
    # Without a rank it is not named now; then only what was named before tells that it moved.
    of = rounds[best.survey] if best else next((every for every in rounds.values() if len(every) > 1), [newest[0]])
    earlier = _best(of[-2], categories) if len(of) > 1 else None
    return Concern(
        rank=best.rank if best else None,
        named=best,
        asked=tuple(items[0] for items in newest),
        before=earlier.rank if earlier else None,
        has_before=len(of) > 1,
    )


def _best(items: Sequence[SurveyRank], categories: Set[str]) -> SurveyRank | None:
    return min((item for item in items if item.category in categories), key=lambda item: item.rank, default=None)


def _rounds(ranks: Iterable[SurveyRank], until: date, undated: date) -> dict[str, list[tuple[date, list[SurveyRank]]]]:
    """The rounds of each survey that had begun by *until*, the oldest first."""
    found: dict[str, dict[date, list[SurveyRank]]] = {}
    for item in ranks:
        start = round_start(item) or undated
        if start <= until:
            found.setdefault(item.survey, {}).setdefault(start, []).append(item)
    return {survey: sorted(every.items(), key=lambda pair: pair[0]) for survey, every in found.items()}
