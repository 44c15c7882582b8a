"""Knows the order of the tiles: what needs a word first, what went well last."""

from dashboard.domain.targets.status import Status
from dashboard.domain.values.printed import Reason
from dashboard.reports.indicators.forecast import Prospect
from dashboard.reports.indicators.judged import Judged

ORDER = {Status.MISSED: 1, Status.NEAR: 6, Status.MET: 7}
PROSPECTS = {Prospect.MISSED: 2, Prospect.BALANCE: 3, Prospect.MET: 5}
AWAITED = frozenset({Reason.TO_BE_CONFIRMED, Reason.PART_YEAR, Reason.BASELINE_TO_BE_SET, Reason.UNRESOLVED})


def exception_rank(item: Judged) -> int:
    """Where a tile stands: missed and worsening, missed, unlikely, in the balance, not judged, likely, near, met."""
    if item.verdict.status == Status.MISSED:
        return 0 if item.worsening else 1
    if item.outlook and item.outlook.prospect:
        return PROSPECTS[item.outlook.prospect]
    if item.verdict.status == Status.NOT_JUDGED:
        return 3 if item.reason in AWAITED else 4
    return ORDER[item.verdict.status]
