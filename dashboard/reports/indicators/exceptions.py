"""Knows the order of the tiles: what needs a word first and the worst of it before the rest, what went well last."""

from collections.abc import Iterable

from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.targets.status import Status
from dashboard.domain.values.printed import Reason
from dashboard.reports.indicators.judged import Judged, adverse

ORDER = {Status.MISSED: 1, Status.NEAR: 6, Status.MET: 7}
LIKELY_OUTCOMES = {LikelyOutcome.MISSED: 2, LikelyOutcome.BALANCE: 3, LikelyOutcome.MET: 5}
AWAITED = frozenset({Reason.TO_BE_CONFIRMED, Reason.PART_YEAR, Reason.BASELINE_TO_BE_SET, Reason.UNRESOLVED})
FEWEST_DRAWN = 2  # points of a line


def exception_order(item: Judged) -> tuple[int, float]:
    """Where a tile stands: by its kind, then a forecast by its chance, the smallest first, a miss by how far it is."""
    return exception_rank(item), _within(item)


def exception_rank(item: Judged) -> int:
    """The kinds: missed and worsening, missed, unlikely, in the balance, not judged, likely, near, met."""
    if item.verdict.status == Status.MISSED:
        return 0 if item.worsening else 1
    if item.year_forecast and item.year_forecast.likely_outcome:
        return LIKELY_OUTCOMES[item.year_forecast.likely_outcome]
    if item.verdict.status == Status.NOT_JUDGED:
        return 3 if item.reason in AWAITED else 4
    return ORDER[item.verdict.status]


def _within(item: Judged) -> float:
    percent = item.verdict.variance.percent
    if item.verdict.status in (Status.MISSED, Status.NEAR) and percent is not None:
        return -float(adverse(percent, item.better))
    if item.year_forecast and item.year_forecast.chance is not None:
        return item.year_forecast.chance
    return 0.0


def is_free(item: Judged) -> bool:
    """Whether there is no target at all that it could be held against, of the period or of its year."""
    return item.now.target is None and not item.has_year_target


def move_order(item: Judged) -> tuple[int, float]:
    """Where a measure without a target stands: clearly worse, clearly better, not tested, then what chance explains."""
    percent = item.change.percent
    size = -abs(float(percent)) if percent is not None else 0.0
    if item.change_real is None:
        return 2, size
    return (3 if not item.change_real else 0 if item.worsening else 1), size


def worst(items: Iterable[Judged]) -> Judged | None:
    """The item furthest from its target that has a line to draw, or None where all that can be told is good."""
    bad = [item for item in items if _is_bad(item) and len(item.series) >= FEWEST_DRAWN]
    return min(bad, key=exception_order, default=None)


def unexplained(items: Iterable[Judged]) -> tuple[Judged, ...]:
    """The targets that were missed and of which nobody said why."""
    return tuple(item for item in items if item.verdict.status is Status.MISSED and item.commentary is None)


def _is_bad(item: Judged) -> bool:
    forecast = item.year_forecast.likely_outcome if item.year_forecast else None
    missed = item.verdict.status in (Status.MISSED, Status.NEAR)
    return missed or forecast in (LikelyOutcome.MISSED, LikelyOutcome.BALANCE)
