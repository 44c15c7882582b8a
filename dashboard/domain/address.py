"""Knows how to read an address: everything in it is held against what the data holds, and every miss is said."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl

from dashboard.domain.codes import halves
from dashboard.domain.control_chart import RUN_LENGTH, RUN_LENGTHS
from dashboard.domain.errors import UnknownFilter, UnreadablePeriod
from dashboard.domain.filters import Filters
from dashboard.domain.offers import Choices, Measure, Offer
from dashboard.domain.periods import Period, PeriodKind, from_slug
from dashboard.domain.street import By

LONGEST_ADDRESS = 2_000
MOST_KEYS = 100  # every category, indicator and crime type at once is about 70

#: Keys of the stable address contract that need what this installation does not do.
NOT_YET = {
    "compare": "comparison areas have to be loaded first",
}


def filters_from(search: str, choices: Choices) -> Filters:
    """Return the view that *search* names; raises UnknownFilter with one sentence per unknown value."""
    filters, problems = nearest(search, choices)
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
    return _day(_read(search))


def nearest(search: str, choices: Choices) -> tuple[Filters, tuple[str, ...]]:
    """Return the valid view closest to *search*, and a sentence for everything that had to be left out."""
    reading = _read(search)
    offer = _offer(reading, choices)
    start, end = (_period(reading, key, offer) for key in ("from", "to"))
    if start and end and end.end < start.start:
        reading.problems.append("'from' lies after 'to'; both are left out.")
        start = end = None
    filters = Filters(
        partnership=offer.partnership,
        period=_period(reading, "period", offer) or offer.default_period,
        area=_area(reading, offer),
        categories=_set(reading, "category", _category_of(offer), offer.name),
        indicators=_set(reading, "indicator", _indicator_of(offer), offer.name),
        crimes=_set(reading, "crime", _crime_of(offer), offer.name),
        start=start,
        end=end,
        by=_by(reading),
        measure=_measure(reading),
        run=_run(reading),
        since=_day(reading, "since"),
        as_at=_day(reading),
    )
    return filters, tuple(reading.problems)


KEYS = (
    *("partnership", "area", "category", "indicator", "crime", "period"),
    *("from", "to", "by", "measure", "run", "since", "as-at"),
)


def _read(search: str) -> _Reading:
    reading = _Reading()
    if len(search) > LONGEST_ADDRESS:
        reading.problems.append(f"The address is longer than {LONGEST_ADDRESS} characters.")
        return reading
    try:
        pairs = parse_qsl(search.removeprefix("?"), keep_blank_values=True, errors="strict", max_num_fields=MOST_KEYS)
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
    if key in NOT_YET:
        return f"'{key}' cannot be used yet: {NOT_YET[key]}."
    return f"'{_quoted(key)}' is not a filter; the filters are {', '.join(KEYS)}."


def _quoted(text: str) -> str:
    """Foreign text short enough to stand in a sentence."""
    visible = "".join(letter if letter.isprintable() else "?" for letter in text)
    return visible if len(visible) <= 40 else f"{visible[:40]}…"


def _offer(reading: _Reading, choices: Choices) -> Offer:
    slug = reading.first("partnership")
    for offer in choices.offers:
        if offer.partnership == slug:
            return offer
    if slug:
        known = ", ".join(offer.partnership for offer in choices.offers)
        reading.problems.append(f"There is no partnership '{_quoted(slug)}'; there are {known}.")
        reading.asked = {}  # what was asked of a partnership that is not there means nothing elsewhere
    return choices.offers[0]


def _area(reading: _Reading, offer: Offer) -> str:
    whole = f"{offer.partnership}/"
    asked = reading.first("area").removeprefix(whole)
    if asked in ("", offer.partnership):
        return ""
    if asked.startswith(whole) or not asked.isprintable() or not offer.can_be(asked):
        known = ", ".join(key for key, _ in offer.areas) or "none"
        reading.problems.append(f"{offer.name} has no area '{_quoted(asked)}'; its areas: {known}.")
        return ""
    return asked


def _period(reading: _Reading, key: str, offer: Offer) -> Period | None:
    asked = reading.first(key)
    if not asked:
        return None
    try:
        period = from_slug(asked)
    except UnreadablePeriod:
        reading.problems.append(f"'{_quoted(asked)}' is not a period such as {offer.default_period.slug}.")
        return None
    if not offer.has_period(period):
        known = _periods_of(offer)
        reading.problems.append(f"{offer.name} has nothing for {period.label}; it has {known or 'none'}.")
        return None
    return period


def _periods_of(offer: Offer) -> str:
    """The periods of a partnership's own figures one by one, the months of street-level crime as a span."""
    known = [item.slug for item in offer.periods]
    months = [item for item in offer.street.periods if item.kind is PeriodKind.MONTH] if offer.street else []
    if months:
        known.append(f"crime between {min(months).slug} and {max(months).slug}")
    return ", ".join(known)


def _category_of(offer: Offer) -> Callable[[str], str]:
    known = dict(offer.categories)
    return lambda asked: asked if asked in known else ""


def _crime_of(offer: Offer) -> Callable[[str], str]:
    known = dict(offer.street.crimes) if offer.street else {}
    return lambda asked: asked if asked in known else ""


def _day(reading: _Reading, key: str = "as-at") -> date | None:
    asked = reading.first(key)
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        reading.problems.append(f"'{_quoted(asked)}' is not a day such as 2026-05-14.")
        return None


def _by(reading: _Reading) -> By | None:
    asked = reading.first("by")
    if asked and asked not in frozenset(By):
        reading.problems.append(f"'{_quoted(asked)}' is no length of period; there are {', '.join(By)}.")
        return None
    return By(asked) if asked else None


def _indicator_of(offer: Offer) -> Callable[[str], str]:
    """An indicator may be named by its slug, by its code with or without a space, or by half of it, in this order."""
    coded = [(code, slug) for slug, code, _ in reversed(offer.indicators) if code]
    known = {half: slug for code, slug in coded for half in halves(code)}
    known |= {_plain(code): slug for code, slug in coded}
    known |= {slug: slug for slug, _, _ in offer.indicators}
    return lambda asked: known.get(asked) or known.get(_plain(asked), "")


def _plain(code: str) -> str:
    return code.lower().replace(" ", "").replace("-", "")


def _set(reading: _Reading, key: str, known: Callable[[str], str], owner: str) -> frozenset[str]:
    found = set()
    for asked in reading.asked.get(key, []):
        if name := known(asked):
            found.add(name)
        else:
            reading.problems.append(f"{owner} has no {key} '{_quoted(asked)}'.")
    return frozenset(found)


def _measure(reading: _Reading) -> Measure:
    asked = reading.first("measure")
    if asked and asked not in frozenset(Measure):
        reading.problems.append(f"'{_quoted(asked)}' is not a measure; there are {', '.join(Measure)}.")
        return Measure.COUNT
    return Measure(asked) if asked else Measure.COUNT


def _run(reading: _Reading) -> int:
    asked = reading.first("run")
    if asked and asked not in map(str, RUN_LENGTHS):
        known = ", ".join(map(str, RUN_LENGTHS))
        reading.problems.append(f"'{_quoted(asked)}' is no run length of a control chart; there are {known}.")
        return RUN_LENGTH
    return int(asked) if asked else RUN_LENGTH
