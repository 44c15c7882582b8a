"""Knows the order of the tiles: what needs a word first, what went well last."""

from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.targets.status import Status
from dashboard.domain.values.printed import Reason
from dashboard.reports.indicators.judged import Judged

ORDER = {Status.MISSED: 1, Status.NEAR: 6, Status.MET: 7}
LIKELY_OUTCOMES = {LikelyOutcome.MISSED: 2, LikelyOutcome.BALANCE: 3, LikelyOutcome.MET: 5}
AWAITED = frozenset({Reason.TO_BE_CONFIRMED, Reason.PART_YEAR, Reason.BASELINE_TO_BE_SET, Reason.UNRESOLVED})


def exception_rank(item: Judged) -> int:
    """Where a tile stands: missed and worsening, missed, unlikely, in the balance, not judged, likely, near, met."""
    if item.verdict.status == Status.MISSED:
        return 0 if item.worsening else 1
    if item.year_forecast and item.year_forecast.likely_outcome:
        return LIKELY_OUTCOMES[item.year_forecast.likely_outcome]
    if item.verdict.status == Status.NOT_JUDGED:
        return 3 if item.reason in AWAITED else 4
    return ORDER[item.verdict.status]
