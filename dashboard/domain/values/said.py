"""Knows how to read a figure that stands in a sentence: its number, which way it went, and the word that hedges it."""

import re
from decimal import Decimal

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.digits import NUMBER
from dashboard.domain.values.printed import Value, ValueType, parse_number, quoted, read_value

#: Words that make a figure less exact than it looks; they are printed with it wherever it is shown.
HEDGES = (
    *("almost", "nearly", "just over", "just under", "just", "over", "more than", "less than", "under", "about"),
    *("around", "approximately", "some", "up to", "as many as", "an estimated", "at least"),
)
_NEAR = 5  # per cent of a figure within which "about" and "almost" may be said of it
_ALTERNATIVES = "|".join(sorted(HEDGES, key=len, reverse=True))
_HEDGED = re.compile(
    rf"(?<![\w-])(?P<hedge>{_ALTERNATIVES})\s+(?=[\d£]|half\b|a \w+|one\b|two\b|three\b)", re.IGNORECASE
)
_FALL = re.compile(r"\b(?:fell|fall|down|decreased?|reduced|reductions?|dropped|declined)\b", re.IGNORECASE)
_SCALED = re.compile(r"\b(?:thousand|million|billion)\b")
_NUMBERS = re.compile(rf"(?<![\w.]){NUMBER}%?(?![\w.,]*\w)")


def hedge_of(text: str) -> str:
    """Return the hedging word of a printed figure ("almost 60%"), or nothing."""
    found = _HEDGED.search(text)
    return found["hedge"].lower() if found else ""


def read_said(text: str, value_type: ValueType) -> Value:
    """Return the figure that *text* says: "reduction of 15%" is -15 for a change, "almost 60%" is 60.

    Of several numbers the one percentage counts. Raises UnreadableValue where no single number stands.
    """
    try:
        return read_value(text, value_type)
    except UnreadableValue:
        found = _single_number(text)
    number = parse_number(found.rstrip("%"))
    if value_type is ValueType.CHANGE and _FALL.search(text):
        number = -abs(number)
    return Value(number, percent=found.endswith("%"), raw=text)


def _single_number(text: str) -> str:
    numbers: list[str] = [] if _SCALED.search(text) else _NUMBERS.findall(text)
    found = [number for number in numbers if number.endswith("%")] or numbers
    if len(found) != 1:
        raise UnreadableValue(f"{quoted(text)} holds no single number: it stays words.")
    return found[0]


def hedge_holds(hedge: str, said: Decimal, found: Decimal) -> bool | None:
    """Return whether *found* is what "almost *said*" or "over *said*" may be called; nothing for an unhedged figure."""
    near = abs(found - said) <= abs(said) * _NEAR / 100
    if hedge in ("almost", "nearly", "just under"):
        return found < said and near
    if hedge in ("over", "more than", "at least"):
        return found > said
    if hedge in ("less than", "under", "up to", "as many as"):
        return found <= said
    return near if hedge else None
