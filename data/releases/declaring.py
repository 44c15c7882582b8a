"""Knows how a file declares an indicator: polarity, unit, kind of value, tolerance and category, never guessed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dashboard.domain.bounds import amounts_of
from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods import PeriodKind
from dashboard.domain.quantities import Quantity, common_unit, read_quantity, unit_of
from dashboard.domain.records import Indicator, SourceCell
from dashboard.domain.status import Polarity
from dashboard.domain.values import ValueType, parse_number, read_value, without_notes
from data.load.names import slug
from data.sources.words import shown

UNSORTED = "not-categorised"
USUAL_TOLERANCE = Decimal(5)
NOWHERE = SourceCell(0, "", "", "", "", "")
RULE = "declaration-unreadable"
MENDS = {
    "polarity": "write lower, higher or neutral",
    "category": "name one of the categories that pages show, such as Violent crime",
    "value_type": "write count, rate, percentage or change",
    "multiplier": "write a whole number such as 1,000",
    "tolerance": "write a percentage such as 5",
    "period_kind": "write one of " + ", ".join(PeriodKind),
}
POLARITIES = {
    **{"lower": Polarity.LOWER, "lower is better": Polarity.LOWER, "low": Polarity.LOWER, "decrease": Polarity.LOWER},
    **{"higher": Polarity.HIGHER, "higher is better": Polarity.HIGHER, "high": Polarity.HIGHER},
    **{"increase": Polarity.HIGHER, "neutral": Polarity.NEUTRAL, "neither": Polarity.NEUTRAL},
}


def declared_indicator(
    partnership: str, said: Mapping[str, str], texts: Sequence[str], categories: Mapping[str, str]
) -> Indicator:
    """A new indicator as its file declares it, its figures being *texts*; raises ValueError with a sentence."""
    given, unit = _read(said, categories), said["unit"] or common_unit(quantities_of(texts))
    if not slug(said["name"]):
        raise ValueError("an indicator needs a name of letters or digits.")
    return Indicator(
        id=f"{partnership}/{slug(said['code']) if code_key(said['code']) else slug(said['name'])}",
        code=said["code"],
        name=said["name"],
        category=given.get("category", UNSORTED),
        polarity=given.get("polarity", Polarity.UNDECLARED),
        value_type=_measured(given.get("value_type") or value_type_of(texts), unit),
        multiplier=given.get("multiplier", 1),
        unit=unit,
        period_kind=given.get("period_kind", PeriodKind.FINANCIAL_YEAR),
        tolerance=given.get("tolerance", USUAL_TOLERANCE),
        frequency="",
        definition=said["definition"],
        part_of="",
        source=NOWHERE,
    )


def redeclared(found: Indicator, said: Mapping[str, str], categories: Mapping[str, str]) -> tuple[Indicator, list[str]]:
    """*found* with what is declared otherwise, and a sentence for each change; the kind of value never changes."""
    given = _read(said, categories) | {name: said[name] for name in ("unit", "definition") if said[name]}
    given.pop("value_type", None)
    given.pop("period_kind", None)
    _refuse_other_size(found, given.get("unit", ""))
    other = {name: value for name, value in given.items() if getattr(found, name) != value}
    return replace(found, **other), [
        f"{found.name}: {name} becomes “{value}”, was “{getattr(found, name)}”." for name, value in other.items()
    ]


def _measured(kind: ValueType, unit: str) -> ValueType:
    """Money and time are measured, not counted: chance says nothing of their number."""
    return ValueType.RATE if kind is ValueType.COUNT and unit_of(unit) is not None else kind


def _refuse_other_size(found: Indicator, unit: str) -> None:
    own, wanted = unit_of(found.unit), unit_of(unit)
    if own is not None and wanted is not None and own != wanted:
        raise ValueError(f"its figures are kept in {found.unit}, which cannot become {unit}: write {found.unit}.")


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


def value_type_of(texts: Sequence[str]) -> ValueType:
    """What the figures themselves say: all per cent, all whole numbers, or else a rate."""
    numbers = []
    for text in (amount for words in texts for amount in amounts_of(words)):
        try:
            numbers.append(read_value(text, ValueType.PERCENTAGE))
        except UnreadableValue:
            continue
    known = [item for item in numbers if item.number is not None]
    if known and all(item.percent for item in known):
        return ValueType.PERCENTAGE
    whole = all(item.number is not None and item.number == item.number.to_integral_value() for item in known)
    return ValueType.COUNT if whole else ValueType.RATE


def _read(said: Mapping[str, str], categories: Mapping[str, str]) -> dict[str, Any]:
    """What is declared, each by its kind; what is not said is not there."""
    readers: dict[str, Callable[[str], Any]] = {
        "polarity": lambda text: POLARITIES[text.casefold()],
        "category": lambda text: categories[slug(text)],
        "value_type": lambda text: ValueType(text.casefold().removesuffix("s")),
        "multiplier": _multiplier,
        "tolerance": lambda text: _percentage(text.removesuffix("%")),
        "period_kind": PeriodKind,
    }
    given = {}
    for name in filter(said.get, readers):
        try:
            given[name] = readers[name](said[name])
        except (KeyError, ValueError, UnreadableValue) as fault:
            raise ValueError(f"“{shown(said[name])}” is no {name.replace('_', ' ')}: {MENDS[name]}.") from fault
    return given


def _percentage(text: str) -> Decimal:
    found = parse_number(text)
    if not 0 <= found <= 100:
        raise ValueError(text)
    return found


def _multiplier(text: str) -> int:
    found = parse_number(text)
    if found < 1 or found != int(found):
        raise ValueError(text)
    return int(found)


def code_key(code: str) -> str:
    """What an indicator is found by; a number alone (1, 2, 3) counts rows and is nobody's code."""
    key = slug(code).replace("-", "")
    return "" if key.isdigit() else key
