"""Knows which indicator a file means by a code, half of one or a name; where two fit, it asks and never guesses."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.values.codes import halves
from dashboard.domain.wording import listed_or, number_word
from data.names import slug
from data.sources.typed.column_roles import coded
from data.sources.words import shown

SPLIT_CODE = re.compile(r"\b([a-z]{1,5})-([0-9])")  # of a key: ni-16 is ni16


def candidates(indicators: Collection[Indicator], code: str, name: str) -> tuple[Indicator, ...]:
    """Those that *code* and *name* may mean; a name may begin with the code: "NI 16 - Vehicle crime rate"."""
    found = _fitting(indicators, code, name)
    return found if found or code else _fitting(indicators, *coded(name))


def _fitting(indicators: Collection[Indicator], code: str, name: str) -> tuple[Indicator, ...]:
    """By the first of these that leads to any.

    The address, code and name together, the whole code, half of a code, the name, the last part of the address.
    """
    said, key = halves(code or name), slug(name)
    tests: tuple[Callable[[Indicator], bool], ...] = (
        lambda item: bool(key) and key == slug(item.id),
        lambda item: bool(code) and halves(code) == halves(item.code) and _named(item, key),
        lambda item: bool(said) and said == halves(item.code),
        lambda item: len(said) == 1 and said < halves(item.code),
        lambda item: _named(item, key),
        lambda item: bool(key) and key == slug(item.slug),
    )
    found = (tuple(item for item in indicators if test(item)) for test in tests)
    return next(filter(None, found), ())


def _named(item: Indicator, key: str) -> bool:
    """Whether *key* is its name, with or without the words that tell it from a namesake, or its code beside it."""
    return bool(key) and not _spellings(item).isdisjoint((key, SPLIT_CODE.sub(r"\1\2", key)))


def _spellings(item: Indicator) -> set[str]:
    """The keys of its name alone and with its code: "NI 16 Vehicle crime", "Vehicle crime (NI 16)"."""
    names = {slug(item.own_name), slug(item.name)}
    codes = halves(item.code) | ({slug(item.code)} if item.code else set())
    return names | {key for name in names for code in codes for key in (f"{code}-{name}", f"{name}-{code}")}


def meant(
    found: Sequence[Indicator], periods: Collection[Period], said: Mapping[str, str], every: Collection[Indicator]
) -> Indicator | None:
    """The one of *found* that its figures' *periods* leave; raises RefusedFile where they leave several."""
    if len(found) < 2:
        return next(iter(found), None)
    left = {period: [item for item in found if _can_have(item, period)] for period in periods}
    ids = {tuple(item.id for item in items) for items in left.values()}
    if len(ids) == 1 and len(next(iter(ids))) == 1:
        return next(iter(left.values()))[0]
    raise RefusedFile(_asked(found, said, every))


def _can_have(item: Indicator, period: Period) -> bool:
    """Whether the indicator goes on in *period*, and is counted by such years."""
    if item.discontinued(period):
        return False
    return period.months != MONTHS_IN_YEAR or item.period_kind in (period.kind, *PARTS_OF_A_YEAR)


def _asked(found: Sequence[Indicator], said: Mapping[str, str], every: Collection[Indicator]) -> str:
    words = said["code"] or coded(said["name"])[0] or said["name"]
    what = "code" if halves(words) and any(halves(words) <= halves(item.code) for item in found) else "name"
    ways = [f"“{_handle(item, every)}” for {_described(item)}" for item in found]
    owned = f"“{shown(words)}” is the {what} of {number_word(len(found))} indicators"
    return f"{owned}: write {listed_or(ways)} in its place."


def _described(item: Indicator) -> str:
    words = f"{item.code} {item.name}".strip()
    return f"{words} ({item.unit})" if item.unit else words


def _handle(item: Indicator, every: Collection[Indicator]) -> str:
    """The shortest text that leads to *item* alone."""
    return next(text for text in _handles(item) if candidates(every, "", text) == (item,))


def _handles(item: Indicator) -> Iterator[str]:
    yield from filter(None, (item.code, item.name, item.id))


def numbered(items: Iterable[Indicator], number: str) -> Indicator | None:
    """The indicator of a publisher's *number*; that of everybody was once coded with these words."""
    if not number[:1].isdigit():
        return None
    codes = (number, f"{number} Persons, All ages")
    return next((item for item in items if item.code in codes), None)
