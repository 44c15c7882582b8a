"""Knows the row of the template that an actual and a target make, and which of them it may hold."""

from dashboard.domain.doors import LoadDoor
from dashboard.domain.records import Observation, Target
from dashboard.domain.values.printed import Marker, Reason, Value

Row = tuple[str, ...]
TYPED_MARKERS = "pre"  # provisional, revised, estimated
COVERED = "[c]"  # what stands where a small number is held back


def is_typed_actual(item: Observation) -> bool:
    """Whether an actual stands in a table as it is shown: neither counted from files, nor worked out, nor covered."""
    return item.held is None and not item.derived and not is_covered(item.value)


def is_covered(value: Value) -> bool:
    """Whether something stands in place of a small number: who loaded that would overwrite the number."""
    is_hidden = value.reason is Reason.SUPPRESSED and value.marker is Marker.CONFIDENTIAL and value.raw == COVERED
    return is_hidden or bool(value.rounding)


def is_typed_target(item: Target) -> bool:
    """Whether a target stands in a table; those on street-level crime have a file of their own."""
    return not isinstance(item.source.target, LoadDoor)


def template_row(names: tuple[str, str, str], actual: Observation | None, target: Target | None) -> Row:
    """The figures of (partnership, indicator, area) in the columns of `FIGURES`, both of one period."""
    period = actual.period if actual else target.period if target else None
    value = actual.value if actual else None
    covers = actual.covers_to.isoformat() if actual and actual.covers_to else ""
    marker = value.marker if value and value.marker and value.marker in TYPED_MARKERS else ""
    note = ", ".join(value.notes) if value else ""
    texts = (value.raw if value else "", target.rule.raw if target else "")
    return (*names, period.label if period else "", *texts, str(marker), covers, note)
