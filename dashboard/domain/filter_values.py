"""Knows which values each filter may take of what a partnership offers; every miss is one sentence."""

import re
from collections.abc import Callable
from datetime import date

from dashboard.domain.choices import ComparedWith, Measure, PartnershipChoices
from dashboard.domain.errors import UnknownFilter, UnreadablePeriod
from dashboard.domain.incidents.week import BY_SLUG
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import Period, PeriodKind, from_slug
from dashboard.domain.priorities.weights import read_weight
from dashboard.domain.statistics.control.signals import RUN_LENGTHS
from dashboard.domain.street.outcomes import OutcomeGroup
from dashboard.domain.values.codes import halves

LONGEST_QUOTED = 40


def quoted(text: str) -> str:
    """Foreign text short enough to stand in a sentence."""
    visible = "".join(letter if letter.isprintable() else "?" for letter in text)
    return visible if len(visible) <= LONGEST_QUOTED else f"{visible[:LONGEST_QUOTED]}…"


def partnership(_asked: str, choices: PartnershipChoices) -> str:
    """The offer is found by it before anything else is read."""
    return choices.partnership


def area(asked: str, choices: PartnershipChoices) -> str:
    """The key of an area; empty for the whole partnership."""
    whole = f"{choices.partnership}/"
    key = asked.removeprefix(whole)
    if key in ("", choices.partnership):
        return ""
    if key.startswith(whole) or not key.isprintable() or not choices.can_be(key):
        known = ", ".join(key for key, _ in choices.areas)
        said = (
            f"its areas: {known}"
            if known
            else "its places are found by name or code"
            if choices.street
            else "it has none"
        )
        raise UnknownFilter(f"{choices.name} has no area '{quoted(key)}'; {said}.")
    return key


def compared_area(asked: str, choices: PartnershipChoices) -> str:
    """The key of an area that a view is compared with, here or elsewhere: its code, or that of a partnership on it."""
    key = choices.street.compared_key(asked) if choices.street and asked.isprintable() else None
    if key is None:
        what = "no area that it can be held against has this code" if choices.street else "it has no street-level crime"
        raise UnknownFilter(f"{choices.name} cannot be compared with '{quoted(asked)}': {what}.")
    return key


def category(asked: str, choices: PartnershipChoices) -> str:
    return _one_of(dict(choices.categories), "category", asked, choices)


def crime(asked: str, choices: PartnershipChoices) -> str:
    return _one_of(
        dict(choices.street.crimes) if choices.street else {},
        "crime",
        asked,
        choices,
    )


def indicators(asked: str, choices: PartnershipChoices) -> frozenset[str]:
    """Those that are named by their slug, by their code however it is spelt, or by half of it, in this order.

    A code that several bear finds them all.
    """
    said, words = halves(asked), _words(asked)
    tests: tuple[Callable[[str, str], bool], ...] = (
        lambda slug, _: slug == asked,
        lambda slug, _: bool(words) and _words(slug) == words,
        lambda _, code: bool(words) and _words(code) == words,
        lambda _, code: bool(said) and halves(code) == said,
        lambda _, code: len(said) == 1 and said < halves(code),
    )
    for test in tests:
        if found := frozenset(slug for slug, code, _ in choices.indicators if test(slug, code)):
            return found
    raise UnknownFilter(f"{choices.name} has no indicator '{quoted(asked)}'.")


def _one_of(known: dict[str, str], key: str, asked: str, choices: PartnershipChoices) -> str:
    if asked not in known:
        raise UnknownFilter(f"{choices.name} has no {key} '{quoted(asked)}'.")
    return asked


def _words(code: str) -> list[str]:
    """Its letters and numbers in their order, whatever stands between them."""
    return re.findall(r"[^\W\d_]+|[0-9.]+", code.lower())


def period(asked: str, choices: PartnershipChoices) -> Period:
    try:
        found = from_slug(asked)
    except UnreadablePeriod as fault:
        raise UnknownFilter(f"'{quoted(asked)}' is not a period such as {choices.default_period.slug}.") from fault
    if not choices.has_period(found):
        raise UnknownFilter(f"{choices.name} has nothing for {found.label}; it has {_periods_of(choices) or 'none'}.")
    return found


def _periods_of(choices: PartnershipChoices) -> str:
    """The periods of a partnership's own figures one by one, the months of street-level crime as a span."""
    known = [item.slug for item in choices.periods]
    months = [item for item in choices.street.periods if item.kind is PeriodKind.MONTH] if choices.street else []
    if months:
        known.append(f"crime between {min(months).slug} and {max(months).slug}")
    return ", ".join(known)


def day(asked: str, _partnership_choices: PartnershipChoices | None = None) -> date:
    try:
        return date.fromisoformat(asked)
    except ValueError as fault:
        raise UnknownFilter(f"'{quoted(asked)}' is not a day such as 2026-05-14.") from fault


def by(asked: str, _partnership_choices: PartnershipChoices) -> By:
    if asked not in frozenset(By):
        raise UnknownFilter(f"'{quoted(asked)}' is no length of period; there are {', '.join(By)}.")
    return By(asked)


def against(asked: str, choices: PartnershipChoices) -> Period | ComparedWith:
    """What a period is compared with: the same a year before, or another period that something is known of."""
    if asked == ComparedWith.YEAR_BEFORE:
        return ComparedWith.YEAR_BEFORE
    try:
        found = from_slug(asked)
    except UnreadablePeriod as fault:
        such = f"{ComparedWith.YEAR_BEFORE} nor a period such as {choices.default_period.slug}"
        raise UnknownFilter(f"'{quoted(asked)}' is neither {such}.") from fault
    if not (choices.has_period(found) or (choices.street and choices.street.holds_part_of(found))):
        known = _periods_of(choices) or "none"
        raise UnknownFilter(f"{choices.name} has nothing for {found.label} to compare with; it has {known}.")
    return found


def measure(asked: str, choices: PartnershipChoices) -> Measure:
    """How figures are shown; harm is no measure where no table of weights is loaded."""
    if asked not in frozenset(Measure):
        offered = [item for item in Measure if choices.weights or item is not Measure.HARM]
        raise UnknownFilter(f"'{quoted(asked)}' is not a measure; there are {', '.join(offered)}.")
    if asked == Measure.HARM and not choices.weights:
        raise UnknownFilter(f"Harm is no measure for {choices.name}: no table of harm weights is loaded.")
    return Measure(asked)


def outcome(asked: str, _partnership_choices: PartnershipChoices) -> str:
    if asked not in frozenset(OutcomeGroup):
        raise UnknownFilter(f"'{quoted(asked)}' is no outcome; there are {', '.join(OutcomeGroup)}.")
    return asked


def weight(asked: str, _partnership_choices: PartnershipChoices) -> str:
    return read_weight(asked)


def hours(asked: str, _partnership_choices: PartnershipChoices) -> str:
    """Four hours of the week, such as fri-22."""
    if asked not in BY_SLUG:
        raise UnknownFilter(f"'{quoted(asked)}' names no four hours of the week such as fri-22.")
    return asked


def run(asked: str, _partnership_choices: PartnershipChoices) -> int:
    if asked not in map(str, RUN_LENGTHS):
        known = ", ".join(map(str, RUN_LENGTHS))
        raise UnknownFilter(f"'{quoted(asked)}' is no run length of a control chart; there are {known}.")
    return int(asked)
