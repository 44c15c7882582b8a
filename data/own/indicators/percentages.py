"""Knows how the percentages of an indicator are written: as they are, as fractions, or as steps on the year before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from dashboard.domain.entering.questions import Question
from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import ValueType, percent_format, read_value
from data.own.indicators.asking import AS_WRITTEN, FRACTIONS, LEVEL, POINTS, SCALE, STEPS, question
from data.own.indicators.kinds import Cells, is_signed
from data.parcel_rows import SaidFigure
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

NEAR = 3  # times or a third of the others: what a fraction would be as a percentage
APART = 5  # times smaller than every other percentage


@dataclass(frozen=True, slots=True)
class Scaled:
    """One percentage of an indicator: its number as written, whether it says per cent, and where it stands."""

    number: Decimal
    percent: bool
    text: str
    place: str

    @property
    def may_be_fraction(self) -> bool:
        return not self.percent and 0 < abs(self.number) <= 1


def scaled(cells: Cells) -> list[Scaled]:
    """The percentages among the cells, without steps."""
    found = []
    for said in cells:
        try:
            value = read_value(said["text"], ValueType.PERCENTAGE)
        except UnreadableValue:
            continue
        if value.number is not None and not (said["what"] != ACTUAL and is_step(said["text"])):
            place = ", ".join(filter(None, (said.get("file", ""), said["sheet"], str(said["cell"]))))
            found.append(Scaled(value.number, value.percent, said["text"], place))
    return found


def scale_question(about: str, found: Sequence[Scaled], published: Sequence[Decimal]) -> Question | None:
    """Whether fractions may be percentages: all of them are, or what is published is a hundred times as large."""
    fractions = [item for item in found if item.may_be_fraction]
    if not fractions or not any(item.number != item.number.to_integral_value() for item in fractions):
        return None
    first = fractions[0]
    where = f"“{shown(first.text)}” ({first.place})"
    if all(item.may_be_fraction or not item.number for item in found) and not published:
        return question(about, SCALE, f"“{shown(about)}” is a percentage and holds {where}: is it a fraction?")
    if (odd := _odd(fractions, published)) is not None:
        before = show(max(published), percent=True)
        words = f"“{shown(about)}” holds “{shown(odd.text)}” ({odd.place}), and {before} is published"
        return question(about, SCALE, f"{words}: is it a fraction?")
    return None


def remembered(scale: str, found: Sequence[Scaled], published: Sequence[Decimal]) -> str:
    """The *scale* that was answered before, where all these cells can be of it; else nothing."""
    fractions = [item for item in found if item.may_be_fraction]
    if not scale or not fractions or any(not item.percent and abs(item.number) > 1 for item in found):
        return ""
    return "" if scale == AS_WRITTEN and _odd(fractions, published) is not None else scale


def scale_of(item: Indicator, said: Mapping[str, str]) -> str:
    """How its percentages are written, as it is answered now or was before."""
    return said.get(SCALE) or item.scale if item.value_type is ValueType.PERCENTAGE else ""


def mixed(about: str, found: Sequence[Scaled]) -> str:
    """Why the percentages of an indicator cannot be of one scale, with both places; nothing where they are."""
    others = [item for item in found if not item.may_be_fraction and item.number]
    odd = _odd([item for item in found if item.may_be_fraction], [item.number for item in others])
    if odd is None:
        return ""
    other = others[0]
    return (
        f"“{shown(about)}” is a percentage written in two ways: “{shown(odd.text)}” ({odd.place}) and"
        f" “{shown(other.text)}” ({other.place}). Write both as per cent: {_as_percent(odd.text)} or"
        f" {odd.text.strip()}%."
    )


def _odd(fractions: Sequence[Scaled], others: Sequence[Decimal]) -> Scaled | None:
    """The first fraction that would be like the others if it were a hundred times as large."""
    sizes = [abs(number) for number in others if number]
    if not sizes:
        return None
    usual, least = Decimal(median(sizes)), min(sizes)
    for item in fractions:
        size = abs(item.number)
        if size * APART < least and usual / NEAR <= size * 100 <= usual * NEAR:
            return item
    return None


def is_step(text: str) -> bool:
    """Whether a target is a signed number: “+2%” of a percentage says how far it should move."""
    try:
        value = read_value(text, ValueType.PERCENTAGE)
    except UnreadableValue:
        return False
    return value.number is not None and (is_signed(value) or value.raw.strip().startswith(("+", "-", "\u2212")))


def step_question(about: str, cells: Cells) -> Question | None:
    """What a signed target of a percentage asks for."""
    said = next((item for item in cells if item["what"] != ACTUAL and is_step(item["text"])), None)
    if said is None:
        return None
    where = ", ".join(filter(None, (said["sheet"], str(said["cell"]))))
    words = f"“{shown(about)}” is a percentage with the target “{shown(said['text'])}” ({where})"
    return question(about, STEPS, f"{words}: what does its sign mean?")


def as_answered(said: SaidFigure, indicator: Indicator, declared: Mapping[str, str]) -> SaidFigure:
    """A figure as the answers to the two questions have it: fractions as per cent, steps in words."""
    if indicator.value_type is not ValueType.PERCENTAGE:
        return said
    text = said["text"]
    if said["what"] != ACTUAL and is_step(text):
        return {**said, "text": _stepped(said, declared[STEPS])} if declared.get(STEPS) else said
    if declared.get(SCALE) == FRACTIONS and is_bare_fraction(text):
        return {**said, "text": _as_percent(text)}
    return said


def is_bare_fraction(text: str) -> bool:
    """Whether *text* is a number of 1 or less without a sign for per cent; 0 and 1 themselves too."""
    try:
        value = read_value(text, ValueType.PERCENTAGE)
    except UnreadableValue:
        return False
    return value.number is not None and not value.percent and abs(value.number) <= 1


def _as_percent(text: str) -> str:
    number = read_value(text, ValueType.PERCENTAGE).number
    return text if number is None else percent_format(f"{number:f}")


def _stepped(said: SaidFigure, answer: str) -> str:
    """The target in words that say of what it is a step."""
    number = read_value(said["text"], ValueType.PERCENTAGE).number or Decimal(0)
    if answer == LEVEL:
        return f"{abs(number) if number > 0 else number:f}%"
    verb = "reduce" if number < 0 else "increase"
    before = from_slug(said["period"]).previous().label
    unit = " percentage points" if answer == POINTS else "% of its value"
    return f"{verb} by {abs(number):f}{unit} on {before} performance"


__all__ = [
    *("AS_WRITTEN", "as_answered", "is_bare_fraction", "is_step", "mixed", "remembered", "scale_of"),
    *("scale_question", "scaled", "step_question"),
]
