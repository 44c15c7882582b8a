"""Knows how a file declares an indicator: polarity, unit, kind of value, tolerance and category, never guessed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dashboard.domain.categories import UNSORTED
from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import PeriodKind
from dashboard.domain.records import Indicator, SourceCell
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import parse_number
from dashboard.domain.values.quantities import common_unit, unit_of
from data.names import slug
from data.own.indicators.declared_words import combine_of, kind_of, polarity_of
from data.own.indicators.kinds import Cells, kind_by_cells, measured, quantities_of
from data.sources.words import shown

USUAL_TOLERANCE = Decimal(5)
NOWHERE = SourceCell(0, "", "", "", "", "")
RULE = "declaration-unreadable"
#: What is left open where its words cannot be read: figures are not lost for it, and what is left open is shown.
OPEN = frozenset({"polarity", "value_type", "combines"})
MENDS = {
    "polarity": "write lower, higher or neutral",
    "category": "name one of the categories that pages show, such as Violent crime",
    "value_type": "write count, rate, percentage or change",
    "multiplier": "write a whole number such as 1,000",
    "tolerance": "write a percentage such as 5",
    "period_kind": "write one of " + ", ".join(PeriodKind),
    "combines": "write sum, last, average or none",
}
NAMES = {"combines": "way to make a year"}


class Undeclared(ValueError):
    """Words that declare nothing, and in which column they stand."""

    def __init__(self, column: str, text: str) -> None:
        named = NAMES.get(column, column.replace("_", " "))
        super().__init__(f"“{shown(text)}” is no {named}: {MENDS[column]}.")
        self.column = column


def declared_indicator(
    partnership: str, said: Mapping[str, str], cells: Cells, categories: Mapping[str, str]
) -> Indicator:
    """A new indicator as its file declares it, with its figures' *cells*; raises ValueError with a sentence."""
    given = _read(said, categories)
    unit = said["unit"] or common_unit(quantities_of([item["text"] for item in cells]))
    if not slug(said["name"]):
        raise ValueError("an indicator needs a name of letters or digits.")
    return Indicator(
        id=f"{partnership}/{slug(said['code']) if code_key(said['code']) else slug(said['name'])}",
        code=said["code"],
        name=said["name"],
        category=given.get("category", UNSORTED),
        polarity=given.get("polarity", Polarity.UNDECLARED),
        value_type=measured(given.get("value_type") or kind_by_cells(said["name"], unit, cells), unit),
        multiplier=given.get("multiplier", 1),
        unit=unit,
        period_kind=given.get("period_kind", PeriodKind.FINANCIAL_YEAR),
        tolerance=given.get("tolerance", USUAL_TOLERANCE),
        frequency="",
        definition=said["definition"],
        part_of="",
        source=NOWHERE,
        combines=given.get("combines"),
    )


def redeclared(found: Indicator, said: Mapping[str, str], categories: Mapping[str, str]) -> tuple[Indicator, list[str]]:
    """*found* with what is declared otherwise, and a sentence for each change; the kind of value never changes."""
    given = _read(said, categories) | {name: said[name] for name in ("unit", "definition") if said[name]}
    given.pop("value_type", None)
    given.pop("period_kind", None)
    _refuse_other_size(found, given.get("unit", ""))
    before = {name: _before(found, name) for name in given}
    other = {name: value for name, value in given.items() if before[name] != value}
    return replace(found, **other), [
        f"{found.name}: {NAMES.get(name, name)} becomes “{value}”, was “{before[name]}”."
        for name, value in other.items()
    ]


def _refuse_other_size(found: Indicator, unit: str) -> None:
    own, wanted = unit_of(found.unit), unit_of(unit)
    if own is not None and wanted is not None and own != wanted:
        raise ValueError(f"its figures are kept in {found.unit}, which cannot become {unit}: write {found.unit}.")


def _before(found: Indicator, name: str) -> Any:  # noqa: ANN401 - of whatever kind the field is
    return found.combining if name == "combines" else getattr(found, name)


def unread(said: Mapping[str, str]) -> list[Undeclared]:
    """What is left open because its words cannot be read."""
    found = []
    for name in filter(said.get, sorted(OPEN)):
        try:
            _readers({})[name](said[name])
        except KeyError:
            if not (name == "value_type" and _is_combine(said[name])):
                found.append(Undeclared(name, said[name]))
    return found


def _readers(categories: Mapping[str, str]) -> dict[str, Callable[[str], Any]]:
    return {
        "polarity": polarity_of,
        "category": lambda text: categories[slug(text)],
        "value_type": kind_of,
        "multiplier": _multiplier,
        "tolerance": lambda text: _percentage(text.removesuffix("%")),
        "period_kind": PeriodKind,
        "combines": combine_of,
    }


def _read(said: Mapping[str, str], categories: Mapping[str, str]) -> dict[str, Any]:
    """What is declared, each by its kind; what is not said, or is left open, is not there."""
    given = {}
    readers = _readers(categories)
    for name in filter(said.get, readers):
        try:
            given[name] = readers[name](said[name])
        except (KeyError, ValueError, UnreadableValue) as fault:
            if name not in OPEN:
                raise Undeclared(name, said[name]) from fault
    if "combines" not in given and _is_combine(said["value_type"]):
        given["combines"] = combine_of(said["value_type"])  # Type: cumulative
    return given


def _is_combine(text: str) -> bool:
    """Whether the words of a column “Type” say how a year is made; “count” and “average” are kinds there."""
    try:
        return combine_of(text) in Combine and not _is_kind(text)
    except KeyError:
        return False


def _is_kind(text: str) -> bool:
    try:
        return bool(kind_of(text))
    except KeyError:
        return False


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
