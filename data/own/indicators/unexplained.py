"""Knows that a code alone says nothing: what its figures are is asked before any of them counts."""

import re
from collections.abc import Mapping

from dashboard.domain.entering.questions import Choice, Question
from dashboard.domain.kinds import worded_kind
from dashboard.domain.values.printed import ValueType
from data.own.indicators.asking import FRACTIONS, SCALE
from data.own.indicators.kinds import Cells, quantities_of
from data.parcels import OwnTable
from data.sources.publishers.benchmarks import SOURCE
from data.sources.words import shown

VALUE_TYPE = "value_type"
_COUNTED = re.compile(
    r"^(?:total )?(?:number|count|no\.?) of\b|\b(?:offences|incidents|people|victims)\b", re.IGNORECASE
)
CHOICES = (
    Choice(ValueType.PERCENTAGE.value, "A percentage"),
    Choice(ValueType.RATE.value, "A rate, score or amount"),
    Choice(ValueType.COUNT.value, "A count"),
)


def kind_question(parcel: OwnTable, told: Mapping[str, str], cells: Cells, *, known: bool) -> Question | None:
    """What the figures of a benchmarking download's code are, unless it is *known* or declared."""
    if parcel.source != SOURCE or known or told[VALUE_TYPE] or not cells:
        return None
    code, first = shown(told["code"]), cells[0]
    text = shown(first["text"], 20)
    of = f" ({text} is {first['numerator']} of {first['denominator']})" if "numerator" in first else ""
    mend = (
        "load a declarations file in the same call, a table with the headings Indicator, Code, Polarity, Value type"
        f" and a row such as “Invoices paid within 30 days, {code}, higher, percentage”"
    )
    words = f"What is “{code}”? {parcel.file} gives its figures{of} and not what they are."
    return Question(told["name"], VALUE_TYPE, words, mend, CHOICES)


def with_scale(told: Mapping[str, str], cells: Cells) -> dict[str, str]:
    """*told*, with the scale that the counts of its cells prove: 0.98 is 2985 of 3035."""
    proven = FRACTIONS if any(said.get("share") for said in cells) else ""
    return {**told, SCALE: told.get(SCALE) or proven}


def with_unit(told: Mapping[str, str], cells: Cells, beside: str) -> Mapping[str, str]:
    """*told*, with the unit that words *beside* the table give to amounts without one of their own."""
    own = told["unit"] or _COUNTED.search(told["name"]) or worded_kind(told["name"], "") or told[VALUE_TYPE]
    texts = [said["text"] for said in cells]
    if not beside or own or quantities_of(texts) or any("%" in text for text in texts):
        return told
    return {**told, "unit": beside}
