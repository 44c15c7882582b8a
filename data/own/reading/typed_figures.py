"""Knows which figures that somebody types into a form may mean two things, and what to type instead."""

from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator
from dashboard.domain.values.printed import Value, ValueType
from data.own.indicators.percentages import is_bare_fraction, is_step
from data.own.reading.glued_markers import GLUED, MEANINGS
from data.own.reading.rules import Broken, one_number
from data.parcel_rows import SaidFigure
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

RULE = "value-unreadable"


def refuse_unclear(said: SaidFigure, indicator: Indicator) -> None:
    """Raise Broken for a marker glued on, for what may be a fraction, and for a target that may be a step."""
    text = said["text"].strip()
    glued = GLUED.search(text)
    if said["what"] == ACTUAL and glued is not None:
        meaning = MEANINGS[glued[1].casefold()]
        raise Broken(
            RULE, f"“{shown(text)}” ends in a letter: write {text[:-1].strip()} [{glued[1]}] if it is {meaning}."
        )
    if indicator.value_type is not ValueType.PERCENTAGE:
        return
    if is_bare_fraction(text) and "." in text:
        raise Broken(RULE, f"“{shown(text)}” may be a fraction or per cent: write it with its sign, 26.3% or 0.263%.")
    if said["what"] != ACTUAL and is_step(text):
        before = from_slug(said["period"]).previous().label
        size = text.rstrip("% ")
        raise Broken(
            RULE,
            f"“{shown(text)}” may be a step or the level itself: write {size} percentage points on {before}, or the"
            " level without a plus.",
        )


def single(said: SaidFigure, value: Value) -> Value:
    """*value*, unless two numbers stand in it: 120 (95)."""
    return one_number(said, value, {})
