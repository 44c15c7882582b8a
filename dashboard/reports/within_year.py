"""Knows what the page of a month or quarter says of its year: the year to date, and targets judged at its end."""

from collections.abc import Sequence

from dashboard.domain.periods import Period
from dashboard.domain.series import PARTS_OF_A_YEAR, year_of
from dashboard.reports.judged import Judged
from dashboard.reports.ledger import Ledger
from dashboard.reports.runs import ToDate
from dashboard.reports.summary import count_moved, moved
from dashboard.reports.words import (
    actual_text,
    difference_text,
    figure,
    listed,
    name_inside,
    number_word,
    plural,
    real_text,
    sentence,
    target_text,
)

MOST_NAMED = 3


def title(tiles: Sequence[Judged], period: Period) -> str:
    """What a month or quarter without targets of its own comes to, and what it is compared with."""
    before, tail = period.previous().label, _tail(tiles, period)
    if len(tiles) == 1:
        return f"{_single(tiles[0], period)}{tail}"
    tested = [item for item in tiles if item.change_real is not None]
    if tested:
        return f"{_movers(tested)} in {period.label}, against {before}{tail}"
    compared = any(item.change.reason is None for item in tiles)
    beside = f"beside {before}" if compared else f"with no {before} to compare"
    return f"{sentence(plural(len(tiles), 'measure'))} in {period.label}, {beside}{tail}"


def _tail(tiles: Sequence[Judged], period: Period) -> str:
    if not any(item.has_year_target for item in tiles):
        return "; no target is published"
    return f"; {'the target is' if len(tiles) == 1 else 'targets are'} for {year_of(period).label}"


def _single(item: Judged, period: Period) -> str:
    if item.change.reason is not None or item.now.value.number is None:
        return f"{item.indicator.name}: {actual_text(item.now)} in {period.label}"
    chance = ", within chance" if item.change_real is False else ""
    return f"{item.indicator.name} {moved(item)} in {period.label} on {item.before.period.label}{chance}"


def _movers(tested: Sequence[Judged]) -> str:
    """'Two of three measures fell and one rose by more than chance'."""
    counted = [(count_moved(tested, sign), verb) for sign, verb in ((-1, "fell"), (1, "rose"))]
    moves = [(count, verb) for count, verb in counted if count]
    if not moves:
        return "No measure moved by more than chance"
    (first, verb), *others = moves
    parts = [f"{number_word(first)} of {plural(len(tested), 'measure')} {verb}"]
    parts += [f"{number_word(count)} {verb}" for count, verb in others]
    return sentence(f"{listed(parts)} by more than chance")


def is_part_of_year(period: Period) -> bool:
    return period.kind in PARTS_OF_A_YEAR


def to_date_sentences(items: Sequence[Judged]) -> list[str]:
    """'Apr 2011 to Sep 2011: burglary 1,400, +2.0% on the same months a year before, within chance.'"""
    known = [(item, item.to_date) for item in items if item.to_date and item.to_date.run != item.now.period]
    if not known:
        return []
    named = [f"{name_inside(item.indicator.name)} {to_date_text(item, found)}" for item, found in known[:MOST_NAMED]]
    return [f"{known[0][1].run.label}: {'; '.join(named)}."]


def to_date_text(item: Judged, found: ToDate) -> str:
    """'1,400, +2.0% on the same months a year before, within chance'."""
    words = figure(item.indicator, found.now)
    if found.change is None or found.before is None:
        return words
    chance = real_text(found.real)
    return f"{words}, {difference_text(found.change)} on the same months a year before{f', {chance}' if chance else ''}"


def year_sentence(items: Sequence[Judged], year: Period, targets: int, *, over: bool) -> str:
    """Which targets are for the whole of *year*, and whether it is in progress; nothing where none is."""
    if not targets:
        return ""
    if over:
        subject = "target is" if targets == 1 else "targets are"
        return f"{sentence(number_word(targets))} {subject} for the whole of {year.label} and judged on its own page."
    counted = [item for item in items if item.has_year_target]
    named = [f"{name_inside(item.indicator.name)} (target {_target(item)})" for item in counted[:MOST_NAMED]]
    others = targets - len(named)
    rest = [f"{plural(others, 'other')}"] if named and others else []
    words = f": {listed([*named, *rest])}" if named else f": {number_word(others)}"
    return f"The targets for the whole of {year.label} are in progress and not judged here{words}."


def _target(item: Judged) -> str:
    return target_text(item.year) if item.year else ""


def year_targets(ledger: Ledger, area: str, period: Period) -> int:
    """How many targets are printed for the year that *period* lies in."""
    found = (ledger.target(indicator, area, year_of(period)) for indicator in ledger.indicators)
    return sum(bool(target.rule.raw.strip()) for target in found if target)
