"""Knows what the page of a month or quarter says of its year: the year to date, and targets judged at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.wording import listed, name_inside, number_word, plural, sentence
from dashboard.reports.indicators.judged import Judged, Standing, standing
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.runs import ToDate, to_date
from dashboard.reports.performance.findings import UNMOVED, count_moved, moved
from dashboard.reports.report import Cell, Table, reason_text
from dashboard.reports.words.figures import actual_text, difference_text, figure, real_text, target_text
from dashboard.reports.words.titles import about, fitting

MOST_NAMED = 3


def title(tiles: Sequence[Judged], period: Period) -> str:
    """What a month or quarter without targets of its own comes to, and what it is compared with."""
    before = period.previous().label
    tested = [item for item in tiles if item.change_real is not None]
    if len(tiles) == 1 or len(tested) == 1:
        return _single((tested or tiles)[0], period)
    if tested:
        return fitting(f"{_movers(tested)}: {period.label} against {before}", f"{_movers(tested)} in {period.label}")
    compared = any(item.change.reason is None for item in tiles)
    beside = f"beside {before}" if compared else f"with no {before} to compare"
    said = f"{plural(len(tiles), 'measure')} in {period.label}"
    return fitting(f"{said}, {beside}", said)


def no_target_sentence(tiles: Sequence[Judged], period: Period) -> str:
    """That nothing is aimed at, in a month or quarter or in the whole of its year; empty where something is."""
    if not tiles or any(item.now.target or item.has_year_target for item in tiles):
        return ""
    return f"No target is published for {period.label} or for {year_of(period).label}."


def _single(item: Judged, period: Period) -> str:
    if item.change.reason is not None or item.now.value.number is None:
        return about(item.indicator.name, f"{actual_text(item.now)} in {period.label}")
    name, against = item.indicator.name, f"on {item.before.period.label}"
    if item.change_real is False and moved(item) != UNMOVED:
        said = f"{actual_text(item.now)} in {period.label}, no clear change"
        return about(name, f"{said} {against}", said)
    said = f"{moved(item)} in {period.label}"
    return fitting(f"{name} {said} {against}", f"{name} {said}", f"{said} {against}", said)


def _movers(tested: Sequence[Judged]) -> str:
    """'Two of three measures clearly fell'; of falls and rises together the paragraph says which."""
    counted = [(count_moved(tested, sign), verb) for sign, verb in ((-1, "fell"), (1, "rose"))]
    moves = [(count, verb) for count, verb in counted if count]
    if not moves:
        return "No measure clearly rose or fell"
    total = sum(count for count, _ in moves)
    verb = moves[0][1] if len(moves) == 1 else "moved"
    return sentence(f"{number_word(total)} of {plural(len(tested), 'measure')} clearly {verb}")


def moves_sentence(tiles: Sequence[Judged]) -> str:
    """How many fell and how many rose, where the title says only that they moved."""
    fell, rose = (count_moved(tiles, sign) for sign in (-1, 1))
    return sentence(f"{number_word(fell)} clearly fell and {number_word(rose)} rose.") if fell and rose else ""


def is_part_of_year(period: Period) -> bool:
    return period.kind in PARTS_OF_A_YEAR


def to_date_sentences(items: Sequence[Judged]) -> list[str]:
    """'Apr 2011 to Sep 2011, against the same months a year before: burglary 1,400 (+2.0%, within chance); …'"""
    known = [(item, item.to_date) for item in items if item.to_date and item.to_date.run != item.now.period]
    if not known:
        return []
    named = [f"{name_inside(item.indicator.name)} {to_date_text(item, found)}" for item, found in known[:MOST_NAMED]]
    against = ", against the same months a year before" if any(found.change for _, found in known[:MOST_NAMED]) else ""
    return [f"{known[0][1].run.label}{against}: {'; '.join(named)}."]


def to_date_text(item: Judged, found: ToDate) -> str:
    """'1,400 (+2.0%, within chance)'; the number alone where the year before is not counted."""
    words = figure(item.indicator, found.now)
    if found.change is None:
        return words
    chance = real_text(found.real, found.change.absolute)
    return f"{words} ({', '.join(filter(None, (difference_text(found.change), chance)))})"


@dataclass(frozen=True, slots=True)
class YearTarget:
    """A target for the whole of a year, beside what is counted of that year up to the end of the view's period."""

    standing: Standing
    to_date: ToDate | None


YEAR_TARGET_COLUMNS = (
    *("indicator_code", "indicator", "period", "target", "target_reason", "target_text"),
    *("to_date_period", "to_date", "in_progress"),
)


@dataclass(frozen=True, slots=True)
class WholeYear:
    """The targets that are printed for the year of a month or quarter; none for any other period."""

    targets: tuple[YearTarget, ...] = ()
    is_over: bool = False

    @property
    def label(self) -> str:
        return self.targets[0].standing.period.label if self.targets else ""


def whole_year(ledger: Ledger, filters: Filters) -> WholeYear:
    """What is aimed at in the year that the view's period lies in."""
    area, year = filters.area_slug, year_of(filters.period)
    if year == filters.period:
        return WholeYear()
    wanted = [item for item in ledger.indicators if not filters.indicators or item.slug in filters.indicators]
    found = [(item, standing(ledger, item, area, year)) for item in wanted]
    targets = (
        YearTarget(at, to_date(ledger, item, area, filters.period))
        for item, at in found
        if at.target and at.target.rule.raw.strip()
    )
    return WholeYear(tuple(targets), ledger.is_over(year))


def whole_year_tables(found: WholeYear) -> tuple[Table, ...]:
    """The one table of a month's or quarter's page more; none on the page of a year."""
    rows = [_row(item, found) for item in found.targets]
    return (Table.of("year-targets", "Targets for the whole year", YEAR_TARGET_COLUMNS, rows),) if rows else ()


def _row(item: YearTarget, found: WholeYear) -> dict[str, Cell]:
    at, so_far = item.standing, item.to_date
    return {
        "indicator_code": at.indicator.code or None,
        "indicator": at.indicator.name,
        "period": at.period.label,
        "target": at.target_value.number,
        "target_reason": reason_text(at.target_value.reason),
        "target_text": at.target.rule.raw if at.target else None,
        "to_date_period": so_far.run.label if so_far else None,
        "to_date": so_far.now if so_far else None,
        "in_progress": not found.is_over,
    }


def year_sentence(found: WholeYear, period: Period) -> str:
    """Which targets are for the whole of a year, which was in progress in *period*; nothing where none is."""
    count = len(found.targets)
    if not count:
        return ""
    subject = f"{plural(count, 'target')} for the whole of {found.label}"
    if found.is_over:
        return sentence(f"{subject} {'stands' if count == 1 else 'stand'} on the page of the year.")
    counted = [item.standing for item in found.targets if item.to_date]
    named = [f"{name_inside(at.indicator.name)} (target {target_text(at)})" for at in counted[:MOST_NAMED]]
    others = [plural(count - len(named), "other")] if count > len(named) else []
    words = f": {listed([*named, *others])}" if named else ""
    was, are = ("was", "is") if count == 1 else ("were", "are")
    return sentence(f"{subject} {was} in progress in {period.label} and {are} not judged here{words}.")
