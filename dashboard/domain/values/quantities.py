"""Knows amounts of money and of time: how people write them, in which unit they are kept, how they are shown again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.digits import parse_number, quoted
from dashboard.domain.values.numbers import MINUS, printed_decimals, show


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as *kind* ("£", "time", "months") and how many of that kind's smallest unit it is."""

    kind: str
    size: Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of *unit*, the smallest unit that its text names; *scaled* by thousands or millions in the text."""

    number: Decimal
    unit: str
    scaled: bool = False


_SIGNS = "£€$"
_SCALES = {
    **dict.fromkeys(("k", "thousand", "000", "000s", "'000", "\u2019000", "000's"), 3),
    **dict.fromkeys(("m", "mn", "million", "millions"), 6),
    **dict.fromkeys(("bn", "b", "billion", "billions"), 9),
}
_LENGTHS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}
_SPELLED = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "seconds"),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "minutes"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "hours"),
    **dict.fromkeys(("d", "day", "days"), "days"),
    **dict.fromkeys(("wk", "wks", "week", "weeks"), "weeks"),
}
_ALONE = {  # never turned into other units
    **dict.fromkeys(("month", "months", "mths", "mth"), "months"),
    **dict.fromkeys(("year", "years", "yrs", "yr"), "years"),
    **dict.fromkeys(("working day", "working days"), "working days"),
}
_AMOUNT = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SCALE = "|".join(sorted((re.escape(word) for word in _SCALES), key=len, reverse=True))
_MONEY = re.compile(
    rf"(?P<minus>[-\u2212+])?(?P<sign>[{_SIGNS}])\s?(?P<inner>[-\u2212+])?(?P<amount>{_AMOUNT})"
    rf"(?:\s?(?P<scale>{_SCALE}))?",
    re.IGNORECASE | re.ASCII,
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,4}):(?P<minutes>[0-9]{2}):(?P<seconds>[0-9]{2}(?:\.[0-9]+)?)", re.ASCII)
_HALF_CLOCK = re.compile(r"[0-9]{1,3}:[0-5][0-9]", re.ASCII)
_WORDS = "|".join(sorted((*_SPELLED, *_ALONE), key=len, reverse=True))
_PART = re.compile(
    rf"(?P<amount>{_AMOUNT})\s?(?P<unit>{_WORDS})\.?(?:,?\s(?:and\s)?|(?=[0-9])|$)", re.IGNORECASE | re.ASCII
)
_NAMED_UNIT = re.compile(
    rf"(?P<sign>[{_SIGNS}])\s?(?P<scale>{_SCALE})?(?![a-z0-9])"
    rf"|(?<![a-z])(?P<word>h{{1,2}}:mm:ss|{_WORDS}|pounds?|gbp)(?![a-z])",
    re.IGNORECASE | re.ASCII,
)
_SIXTY = 60
_SHORT = (("h", 3600), ("m", 60), ("s", 1))


def read_quantity(cell: str) -> Quantity | None:
    """Return the money or time that *cell* writes, or None; raises UnreadableValue where it may be two things."""
    if (money := _MONEY.fullmatch(cell)) is not None:
        return _money(cell, money)
    if (clock := _CLOCK.fullmatch(cell)) is not None:
        return _clock(cell, clock)
    if may_be_time(cell):
        first, second = cell.split(":")
        raise UnreadableValue(
            f"{quoted(cell)} may be hours and minutes, minutes and seconds, or a ratio: "
            f"write {first}h {second}m, {first}m {second}s or {first} in {second}."
        )
    return _spelled(cell)


def may_be_time(cell: str) -> bool:
    """Return whether *cell* is written like a time of which nobody says the unit: 12:30."""
    return _HALF_CLOCK.fullmatch(cell) is not None


def _money(cell: str, found: re.Match[str]) -> Quantity:
    signs = {sign for sign in (found["minus"], found["inner"]) if sign}
    if len(signs) > 1 or (found["minus"] and found["inner"]):
        raise UnreadableValue(f"{quoted(cell)} has two signs: write one minus.")
    number = parse_number(found["amount"]).scaleb(_SCALES[found["scale"].casefold()] if found["scale"] else 0)
    number = Decimal(f"{number:f}")
    return Quantity(number if signs <= {"+"} else -number, found["sign"], bool(found["scale"]))


def _clock(cell: str, found: re.Match[str]) -> Quantity:
    minutes, seconds = int(found["minutes"]), Decimal(found["seconds"])
    if minutes >= _SIXTY or seconds >= _SIXTY:
        raise UnreadableValue(f"{quoted(cell)} has 60 or more minutes or seconds: write hours, minutes and seconds.")
    return Quantity(int(found["hours"]) * 3600 + minutes * _SIXTY + seconds, "seconds")


def _spelled(cell: str) -> Quantity | None:
    """Read "12m 30s", "2 hours 5 minutes", "3 days": from the long unit to the short, each once."""
    parts, at = [], 0
    while (part := _PART.match(cell, at)) is not None:
        parts.append((parse_number(part["amount"]), part["unit"].casefold()))
        at = part.end()
    if not parts or at != len(cell):
        return None
    if len(parts) == 1 and (alone := _ALONE.get(parts[0][1])):
        return Quantity(parts[0][0], alone)
    lengths = [_LENGTHS[_SPELLED[unit]] if unit in _SPELLED else 0 for _, unit in parts]
    if 0 in lengths or lengths != sorted(set(lengths), reverse=True):
        raise UnreadableValue(f"{quoted(cell)} is no length of time: write days, hours, minutes and seconds in order.")
    whole = sum((number * length for (number, _), length in zip(parts, lengths, strict=True)), Decimal(0))
    return Quantity(whole / lengths[-1], _SPELLED[parts[-1][1]])


def unit_of(words: str) -> Unit | None:
    """Return the money or time that an indicator's unit *words* name ("£m", "average minutes"); None for others."""
    named = _NAMED_UNIT.search(re.split(r"\bper\b", words.strip(), maxsplit=1)[0])
    if named is None:
        return None
    if named["sign"]:
        return Unit(named["sign"], Decimal(10) ** (_SCALES[named["scale"].casefold()] if named["scale"] else 0))
    word = named["word"].casefold()
    if word in _ALONE:
        return Unit(_ALONE[word], Decimal(1))
    if word in _SPELLED:
        return Unit("time", Decimal(_LENGTHS[_SPELLED[word]]))
    return Unit("time", Decimal(1)) if ":" in word else Unit("£", Decimal(1))


def in_unit(quantity: Quantity, words: str) -> Decimal | None:
    """Return how many of the unit *words* a quantity is; None where it is of another kind."""
    own, wanted = unit_of(quantity.unit), unit_of(words)
    if own is None or wanted is None or own.kind != wanted.kind:
        return None
    return quantity.number if own == wanted else quantity.number * own.size / wanted.size


def common_unit(quantities: Iterable[Quantity]) -> str:
    """Return the smallest unit among *quantities* of the first one's kind; "" where there is none."""
    units = [(found, item.unit) for item in quantities if (found := unit_of(item.unit)) is not None]
    same = [(found.size, words) for found, words in units if found.kind == units[0][0].kind]
    return min(same)[1] if same else ""


def written(number: Decimal, words: str) -> str | None:
    """Return *number* of the unit *words* as a reader writes it ("£1,234", "12m 30s"); None for other units."""
    unit = words.strip()
    if unit[:1] in tuple(_SIGNS) and unit[1:].casefold().strip() in ("", *(_SCALES)):
        return _money_text(number, unit)
    if unit not in ("seconds", "minutes", "hours"):
        return None
    return _time_text(number * _LENGTHS[unit])


def _money_text(number: Decimal, unit: str) -> str:
    scale = unit[1:].strip()
    if scale and not scale[0].isalpha():  # "£000"
        number, scale = number * 1000, ""
    pence = 2 if printed_decimals(number) and not scale else None
    return f"{MINUS if number < 0 else ''}{unit[0]}{show(abs(number), pence)}{scale}"


def _time_text(seconds: Decimal) -> str:
    """Return a length of time in hours, minutes and seconds; under a minute with the printed decimals."""
    if abs(seconds) < _SIXTY:
        return f"{show(seconds.normalize() if seconds else seconds)}s"
    left, parts = int(abs(seconds).to_integral_value()), []
    for name, length in _SHORT:
        count, left = divmod(left, length)
        parts += [f"{count:,}{name}"] if count else []
    return (MINUS if seconds < 0 else "") + " ".join(parts)
