"""Knows which figures break a rule: impossible for their indicator, in no unit or another, covering no such day."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.domain.values.limits import may_be_negative, may_exceed_hundred
from dashboard.domain.values.printed import Reason, Value, ValueType
from data.own.indicators.kinds import quantities_of
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

MOST_PERCENT = 100
_OVER = "Write 0 to 100, or give it a name or unit that may pass 100, such as “% of target”."
_NEGATIVE = "Write 0 to 100, or give it a name or unit that may be under zero, such as “% change”."
_WHOLE = "Write a whole number, or declare its value type as rate."
_COUNTED = "Write what was counted, or give it a name that may be under zero, such as “Net change in …”."
_SECOND = re.compile(r"[0-9] ?\(([1-9][0-9])\)$")


class Broken(Exception):
    """A figure breaks a rule; *why* is its sentence."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule, self.why = rule, why


def units_typed(parcel: OwnTable, figures: Iterable[SaidFigure]) -> dict[str, str]:
    """The unit that the cells of an indicator name, where one without it would leave the scale open.

    A declared unit says what a bare number is, unless cells write thousands or millions beside it.
    """
    declared = {said["name"] for said in parcel.declared if said["unit"]}
    texts: dict[str, list[str]] = defaultdict(list)
    for said in figures:
        texts[said["indicator"]].append(said["text"])
    typed = {name: quantities_of(every) for name, every in texts.items()}
    open_scale = {
        name: [item for item in found if item.scaled or name not in declared] for name, found in typed.items()
    }
    return {name: found[0].unit for name, found in open_scale.items() if found}


def refuse_bare(said: SaidFigure, value: Value, unit: str) -> None:
    """Raise Broken where a number stands bare among others with a unit."""
    if unit and value.number and not value.unit and not value.percent:
        why = (
            f"“{shown(said['text'])}” has no unit, others of this indicator are in {unit}: write the unit in each cell."
        )
        raise Broken("value-unreadable", why)


def refuse_unit(value: Value, indicator: Indicator) -> None:
    """Raise Broken where a cell names a unit and the indicator, kept before, has none."""
    if value.unit and not indicator.unit:
        why = f"“{shown(value.raw)}” is in {value.unit}, the indicator has no unit yet: give it one in a column Unit."
        raise Broken("value-unreadable", why)


def one_number(said: SaidFigure, value: Value, notes: Mapping[str, str]) -> Value:
    """*value*, unless its bracket is no note mark of the file but a second number: 120 (95)."""
    mark = _SECOND.search(said["text"].strip())
    if mark is None or value.number is None or said["what"] != ACTUAL or mark[1] in notes:
        return value
    return Value(None, Reason.IN_WORDS, value.marker, raw=value.raw)


def refuse_impossible(value: Value, indicator: Indicator, text: str, *, corrections: bool) -> None:
    """Raise Broken where a number is impossible for its kind and for what the indicator's words allow."""
    number, kind, words = value.number, indicator.value_type, (indicator.name, indicator.unit, indicator.definition)
    if number is None or kind in (ValueType.RATE, ValueType.CHANGE):
        return
    if kind is ValueType.PERCENTAGE:
        negative, over = may_be_negative(*words), may_exceed_hundred(*words)
        if number < 0 and not negative:
            raise Broken("percentage-impossible", f"“{shown(text)}” is no percentage of anything. {_NEGATIVE}")
        if number > MOST_PERCENT and not (over or negative):
            raise Broken("percentage-impossible", f"“{shown(text)}” is no percentage of anything. {_OVER}")
    elif number != number.to_integral_value():
        raise Broken("count-fractional", f"“{shown(text)}” is a count with a fraction: is it a rate? {_WHOLE}")
    elif number < 0 and not (corrections or may_be_negative(*words)):
        raise Broken("count-negative", f"“{shown(text)}” is a count under zero. {_COUNTED}")


def day_covered(text: str, period: Period) -> None:
    """Raise Broken unless *text* is empty, a day of the one month of the period, or the last day of one of several."""
    if not text:
        return
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise Broken("covers-unreadable", f"“{shown(text)}” is no day such as 2026-09-30.") from fault
    last = calendar.monthrange(day.year, day.month)[1]
    if period.months == 1 and period.start <= day <= period.end:
        return
    if not period.start <= day <= period.end or day.day != last:
        raise Broken("covers-unreadable", f"“{shown(text)}” is not the last day of a month of {period.label}.")
