"""Knows how what residents rank moved since the round before: of one survey, in one area, by the same words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.documents import SurveyRank
from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import from_slug


@dataclass(frozen=True, slots=True)
class RankBefore:
    """Where a concern stood in the round before; no rank where it was not among those ranked."""

    rank: int | None
    percent: Decimal | None = None

    def words(self, now: SurveyRank) -> str:
        if self.rank is None:
            return "new"
        if self.rank == now.rank:
            return "as before"
        return f"{'up' if now.rank < self.rank else 'down'} from {self.rank}"


def movements(ranks: Iterable[SurveyRank]) -> dict[str, RankBefore]:
    """The movement of each concern by its key; nothing for those of a first round, or of no round."""
    ranks = tuple(ranks)
    rounds: dict[tuple[str, str], dict[date, dict[str, SurveyRank]]] = {}
    for item in ranks:
        if (start := round_start(item)) is not None:
            of = rounds.setdefault((item.survey, item.area), {})
            of.setdefault(start, {}).setdefault(_words(item), item)
    found: dict[str, RankBefore] = {}
    for item in ranks:
        earlier = _earlier(rounds.get((item.survey, item.area), {}), round_start(item))
        if earlier is not None:
            before = earlier.get(_words(item))
            found[item.key] = RankBefore(before.rank, before.percent) if before else RankBefore(None)
    return found


def _earlier(rounds: dict[date, dict[str, SurveyRank]], start: date | None) -> dict[str, SurveyRank] | None:
    """The last round that began before *start*."""
    before = [day for day in rounds if start is not None and day < start]
    return rounds[max(before)] if before else None


def round_start(item: SurveyRank) -> date | None:
    """The first day of the round; None where its words name none."""
    try:
        return from_slug(item.period).start if item.period else None
    except UnreadablePeriod:
        return None


def _words(item: SurveyRank) -> str:
    return " ".join(item.source.text.casefold().split())
