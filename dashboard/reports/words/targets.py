"""Knows what is said beside a target or an actual: how it was typed, that it is easy, how else it can be read."""

from decimal import Decimal

from dashboard.domain.values.quantities import written
from dashboard.reports.indicators.judged import Judged, Standing
from dashboard.reports.words.figures import actual_text, target_text

EASIER = "target easier than its start"


def typed_target(at: Standing) -> str:
    """A bound, a range, money or time as it was typed, where it is shown in another form."""
    return _typed(at.target.rule.raw, target_text(at), at) if at.target else ""


def typed_actual(at: Standing) -> str:
    """Money or time as it was typed, where it is shown in another form."""
    return _typed(at.actual.value.raw, actual_text(at), at) if at.actual and at.actual.value.number is not None else ""


def _typed(raw: str, shown: str, at: Standing) -> str:
    words = raw.strip()
    rule = at.target.rule if at.target else None
    has_form = written(Decimal(0), at.indicator.unit) is not None or (
        rule is not None and words == rule.raw.strip() and bool(rule.side or rule.low is not None)
    )
    return words if has_form and words.replace(" ", "") != shown.replace(" ", "") else ""


def flag_text(item: Judged) -> str:
    """What a reader must know of the target: that it asks for less than there was."""
    return EASIER if item.easier else ""


def readings_text(item: Judged) -> tuple[str, ...]:
    """The readings of a target that disagree, each with its status: '−3% on the 2008/09 target …: met'."""
    return tuple(f"{words}: {status}" for words, status in item.verdict.readings)
