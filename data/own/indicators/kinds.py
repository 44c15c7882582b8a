"""Knows which kind of value the cells of an indicator hold: by its unit, its name, or a sign in any of them."""

import re
from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.kinds import worded_kind
from dashboard.domain.targets.bounds import amounts_of
from dashboard.domain.values.printed import Value, ValueType, read_value, without_notes
from dashboard.domain.values.quantities import Quantity, read_quantity, unit_of
from data.parcel_rows import SaidFigure
from data.sources.figures.parcels import ACTUAL

Cells = Sequence[SaidFigure]  # figures as a file says them
HUNDRED = 100  # per cent
_PER = re.compile(r"\bper\b", re.IGNORECASE)
FAR = 3  # times the median: such a target is no level of the same quantity


def kind_by_cells(name: str, unit: str, cells: Cells) -> ValueType:
    """The kind of value of an indicator that declares none."""
    actuals, targets = numbers(cells, of_actuals=True), numbers(cells, of_actuals=False)
    worded = worded_kind(name, unit)
    if worded is ValueType.RATE and not unit and _have_signs(actuals) and not _PER.search(name):
        return ValueType.PERCENTAGE  # “Repeat rate” of 12.5%
    if worded is not None:
        return worded
    if _have_signs(actuals) or _are_levels(targets, actuals):
        return ValueType.PERCENTAGE
    known = [item.number for item in actuals or targets if item.number is not None]
    whole = all(number == number.to_integral_value() for number in known)
    return ValueType.COUNT if whole else ValueType.RATE


def _have_signs(actuals: Sequence[Value]) -> bool:
    """Whether a sign says per cent; one among more numbers without, some over a hundred, is a slip."""
    plain = [item.number for item in actuals if not item.percent and item.number is not None]
    signed = len(actuals) - len(plain)
    return signed > 0 and (signed >= len(plain) or all(abs(number) <= HUNDRED for number in plain))


def measured(kind: ValueType, unit: str) -> ValueType:
    """Money and time are measured, not counted: chance says nothing of their number."""
    return ValueType.RATE if kind is ValueType.COUNT and unit_of(unit) is not None else kind


def quantities_of(texts: Sequence[str]) -> list[Quantity]:
    """The money and the time among *texts*, of bounds and ranges too."""
    found = []
    for text in texts:
        for amount in amounts_of(" ".join(text.split())):
            try:
                found.append(read_quantity(without_notes(amount)[0]))
            except UnreadableValue:
                continue
    return [item for item in found if item is not None]


def numbers(cells: Cells, *, of_actuals: bool) -> list[Value]:
    """The actuals, or else the targets, that are numbers."""
    found = []
    for said in cells:
        for text in amounts_of(said["text"]) if (said["what"] == ACTUAL) is of_actuals else ():
            try:
                found.append(read_value(text, ValueType.PERCENTAGE))
            except UnreadableValue:
                continue
    return [item for item in found if item.number is not None]


def is_signed(item: Value) -> bool:
    """Whether a percentage has a sign: “+2%” is a step and no level."""
    return item.percent and item.raw.strip()[:1] in "+-\u2212"


def _are_levels(targets: Sequence[Value], actuals: Sequence[Value]) -> bool:
    """Whether percentages among the targets are levels of what is measured, and no change that is asked for."""
    levels = [item.number for item in targets if item.percent and not is_signed(item) and item.number is not None]
    if not levels or not actuals:
        return bool(levels)
    usual = Decimal(median(item.number for item in actuals if item.number is not None))
    top = max(item.number for item in actuals if item.number is not None)
    return top <= 100 and all(usual / FAR <= level <= usual * FAR for level in levels)
