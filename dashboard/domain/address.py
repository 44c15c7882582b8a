"""Knows how to read an address: everything in it is held against what the data holds, and every miss is said."""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from dashboard.domain import filter_values
from dashboard.domain.choices import Choices, ComparedWith, PartnershipChoices
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.filter_values import quoted
from dashboard.domain.filters import FILTERS, KEYS, PARTNERSHIP, Filter, Filters

LONGEST_ADDRESS = 2_000
MOST_KEYS = 100  # every category, indicator and crime type at once is about 70

#: "indicator=NI 40 & 115", typed as it is printed: its "&" parts no filters.
_BLANK = r"(?:\s|\+|%20)*"
_CODE_APART = re.compile(rf"((?:^|&)indicator=[^&]*)&(?={_BLANK}(?:[A-Za-z]{{1,5}}{_BLANK}-?)?[0-9][^&=]*(?:&|$))")


def filters_from(search: str, choices: Choices, *, street: bool = False) -> Filters:
    """Return the view that *search* names; raises UnknownFilter with one sentence per unknown value."""
    filters, problems = nearest(search, choices, street=street)
    if problems:
        raise UnknownFilter(" ".join(problems))
    return filters


@dataclass(slots=True)
class _Reading:
    """The state of reading one address: what was asked, and what could not be had."""

    asked: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def first(self, key: str) -> str:
        values = self.asked.get(key, [])
        if len(values) > 1:
            self.problems.append(f"'{key}' is given {len(values)} times; the first is used.")
        return values[0] if values else ""


def day_asked(search: str) -> date | None:
    """The day whose state of the figures *search* asks for: what can be chosen depends on it."""
    asked = _read(search).first("as-at")
    with suppress(UnknownFilter):
        return filter_values.day(asked) if asked else None
    return None


def nearest(search: str, choices: Choices, *, street: bool = False) -> tuple[Filters, tuple[str, ...]]:
    """Return the valid view closest to *search*, and a sentence for everything that had to be left out.

    On a page of *street*-level crime it opens on the newest quarter, and is compared with what is as long.
    """
    reading = _read(search)
    partnership = _partnership_choices(reading, choices)
    found = {item.field: _asked(reading, item, partnership) for item in FILTERS}
    start, end = found["start"], found["end"]
    if start and end and end.end < start.start:
        reading.problems.append("'from' lies after 'to'; both are left out.")
        found |= {"start": None, "end": None}
    given = {name: value for name, value in found.items() if value is not None}
    filters = Filters(**({"period": partnership.opens_on(street=street)} | given))
    if street and (problem := _incomparable(filters)):
        reading.problems.append(f"{problem} The same months a year before are taken instead.")
        filters = filters.with_(against=ComparedWith.YEAR_BEFORE)
    return filters, tuple(reading.problems)


def _incomparable(filters: Filters) -> str:
    """Why the months of a view cannot be compared with the period that its address names; empty where they can."""
    span, against = filters.span, filters.against
    if isinstance(against, ComparedWith) or span is None:
        return ""
    if span.months != against.months:
        return f"{span.label} cannot be compared with {against.label}, which is not as long."
    return "" if against.end < span.start else f"{span.label} can be compared with months before it only."


def _asked(reading: _Reading, item: Filter, partnership: PartnershipChoices) -> Any:  # noqa: ANN401 - of the field's own type
    """What was asked of one filter; None where nothing was, or nothing that is there."""
    if not item.many:
        asked = reading.first(item.key)
        return _value(reading, item, asked, partnership) if asked or item.key == PARTNERSHIP else None
    values = [_value(reading, item, asked, partnership) for asked in reading.asked.get(item.key, [])]
    return frozenset().union(*(_each(value) for value in values))


def _each(value: Any) -> frozenset[str]:  # noqa: ANN401 - of the field's own type
    """What one value of a filter stands for: a code may stand for several indicators, an unknown value for none."""
    return value if isinstance(value, frozenset) else frozenset(filter(None, [value]))


def _value(reading: _Reading, item: Filter, asked: str, partnership: PartnershipChoices) -> Any:  # noqa: ANN401 - of the field's own type
    try:
        return item.read(asked, partnership)
    except UnknownFilter as fault:
        reading.problems.append(str(fault))
        return None


def _read(search: str) -> _Reading:
    reading = _Reading()
    if len(search) > LONGEST_ADDRESS:
        reading.problems.append(f"The address is longer than {LONGEST_ADDRESS} characters.")
        return reading
    try:
        pairs = parse_qsl(
            _CODE_APART.sub(r"\1%26", search.removeprefix("?")),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_KEYS,
        )
    except (ValueError, UnicodeDecodeError):
        reading.problems.append("The address is not a list of filters such as partnership=warwickshire.")
        return reading
    for key, value in pairs:
        if key in KEYS and not value:
            continue  # a control without a choice
        if key in KEYS:
            reading.asked.setdefault(key, []).append(value)
        else:
            reading.problems.append(_unknown_key(key))
    return reading


def _unknown_key(key: str) -> str:
    return f"'{quoted(key)}' is not a filter; the filters are {', '.join(KEYS)}."


def _partnership_choices(reading: _Reading, choices: Choices) -> PartnershipChoices:
    slug = reading.first("partnership")
    if slug in choices.names:
        return choices.of(slug)
    if slug:
        known = ", ".join(choices.names)
        reading.problems.append(f"There is no partnership '{quoted(slug)}'; there are {known}.")
        reading.asked = {}  # what was asked of a partnership that is not there means nothing elsewhere
    return choices.first
