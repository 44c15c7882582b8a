"""Knows the checks on what was published, each one rule: figures against figures; and those of plans."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.checks.plans import (
    identical_targets,
    residual_risk_blank,
    risk_rating,
    target_easier_than_actual,
    target_one_under_actual,
)
from dashboard.domain.records import UNIT_NOT_PRINTED
from dashboard.domain.values.numbers import printed_decimals, round_half_up, show

__all__ = [
    "Finding",
    "Severity",
    "identical_targets",
    "parts_against_total",
    "percentage_of_a_count_possible",
    "printed_against_worked_out",
    "residual_jump",
    "residual_risk_blank",
    "risk_rating",
    "target_easier_than_actual",
    "target_one_under_actual",
    "text_against_table",
    "unit_changed",
    "whole_against_parts",
]

JUMP = 2  # a remainder that doubles or halves ...
SMALLEST_JUMP = 50  # ... and moves by at least as much as a base that bears a percentage


def parts_against_total(subject: str, total: Decimal, parts: Mapping[str, Decimal]) -> Finding:
    """Compare a *total* that is printed or loaded with the sum of its *parts*."""
    summed = sum(parts.values(), Decimal(0))
    terms = " + ".join(show(number) for number in parts.values())
    gap = total - summed
    sentence = f"The parts sum to the total: {terms} = {show(total)}."
    if gap:
        words = f"The total is given as {show(total)}; its parts {terms} sum to {show(summed)}"
        sentence = f"{words}: a difference of {show(abs(gap))}."
    return Finding("parts-against-total", _severity(gap), subject, total, summed, gap, sentence)


def whole_against_parts(subject: str, said: Decimal, made: Decimal, how: str) -> Finding:
    """Compare a year's own figure with what its months or quarters come to, *how* says by which rule."""
    gap = said - round_half_up(made, printed_decimals(said))
    words = how[:1].lower() + how[1:]
    sentence = f"The year’s own figure is {show(said)}, and so is the {words}."
    if gap:
        sentence = (
            f"The year’s own figure is {show(said)}; the {words} is {show(made)}: a difference of {show(abs(gap))}."
        )
    return Finding("year-against-parts", _severity(gap), subject, said, made, gap, sentence)


def printed_against_worked_out(subject: str, printed: Decimal, worked_out: Decimal, *, percent: bool = True) -> Finding:
    """Compare a *printed* figure with ours, rounded half up to the printed number of decimals."""
    rounded = round_half_up(worked_out, printed_decimals(printed))
    gap = printed - rounded
    said, found = (
        show(printed, percent=percent, signed=percent),
        show(rounded, percent=percent, signed=percent),
    )
    sentence = f"Printed as {said}, and worked out it is the same."
    if gap:
        finer = show(worked_out, printed_decimals(printed) + 1, percent, signed=percent)
        size = show(abs(gap)) + (" percentage points" if percent else "")
        sentence = f"Printed as {said}; worked out it is {finer}, which prints as {found}: a difference of {size}."
    return Finding("printed-against-worked-out", _severity(gap), subject, printed, worked_out, gap, sentence)


def text_against_table(
    subject: str,
    said: Decimal,
    found: Decimal,
    *,
    table: str = "the table's localities sum to",
    percent: bool = False,
) -> Finding:
    """Compare a figure in running text with the tables'; *table* says how the tables give theirs."""
    gap = said - found
    text, tabled = show(said, percent=percent), show(found, percent=percent)
    sentence = f"The text says {text}, and {table} the same."
    if gap:
        size = show(abs(gap)) + (" percentage points" if percent else "")
        sentence = f"The text says {text}; {table} {tabled}: a difference of {size}."
    return Finding("text-against-table", _severity(gap), subject, said, found, gap, sentence)


def unit_changed(subject: str, earlier: tuple[str, str], later: tuple[str, str]) -> Finding | None:
    """Flag two printed figures (text, unit) of one indicator whose units differ."""
    if earlier[1] == later[1]:
        return None
    units = f"The unit changes from {earlier[1]} ({earlier[0]}) to {later[1]} ({later[0]})"
    if earlier[1] == UNIT_NOT_PRINTED:
        units = f"{earlier[0]} is printed without a unit, {later[0]} as {later[1]}"
    sentence = f"{units}: the figures are not comparable."
    return Finding("unit-changed", Severity.FLAG, subject, earlier[0], later[0], None, sentence)


def residual_jump(
    subject: str, periods: Sequence[str], parent: Sequence[Decimal], children: Sequence[Sequence[Decimal]]
) -> tuple[Finding, ...]:
    """Flag every period in which the parent less its known children doubles or halves.

    *parent* and each of *children* give one figure a period.
    """
    left = [total - sum(parts) for total, *parts in zip(parent, *children, strict=True)]
    known = ", ".join(f"{show(number)} in {period}" for period, number in zip(periods, left, strict=True))
    return tuple(
        _jump(subject, periods[at], (left[at - 1], left[at]), known)
        for at in range(1, len(left))
        if _jumps(left[at - 1], left[at])
    )


def _jumps(before: Decimal, now: Decimal) -> bool:
    small, large = sorted((abs(before), abs(now)))
    return abs(now - before) >= SMALLEST_JUMP and (large >= JUMP * small or before * now < 0)


def _jump(subject: str, period: str, step: tuple[Decimal, Decimal], known: str) -> Finding:
    before, now = step
    verb = "rises" if now > before else "falls"
    words = f"The total less its known parts is {known}: in {period} it {verb} by {show(abs(now - before))}"
    sentence = f"{words}, so what is counted may have changed."
    return Finding("residual-jump", Severity.FLAG, subject, before, now, before - now, sentence)


def percentage_of_a_count_possible(subject: str, percentage: Decimal, count: int) -> Finding:
    """Say whether any whole number of *count* prints as *percentage* at its decimals."""
    if count < 1:
        raise ValueError(f"{subject}: {percentage}% of nothing")
    below = min(max(int(percentage * count / 100), 0), count - 1)
    shares = {whole: Decimal(whole) / count * 100 for whole in (below, below + 1)}
    said = show(percentage, percent=True)
    decimals = printed_decimals(percentage)
    for whole, share in shares.items():
        if round_half_up(share, decimals) == percentage:
            sentence = f"{said} of {count:,} is {whole:,}."
            return _possible(subject, Severity.AGREES, (percentage, Decimal(whole)), sentence)
    near = " and ".join(f"{whole:,} is {show(share, decimals + 1, True)}" for whole, share in shares.items())
    sentence = f"No whole number of {count:,} prints as {said}: {near}."
    nearest = min(shares.values(), key=lambda share: abs(share - percentage))
    return _possible(subject, Severity.FLAG, (percentage, nearest), sentence)


def _possible(subject: str, severity: Severity, pair: tuple[Decimal, Decimal], sentence: str) -> Finding:
    said, found = pair
    gap = said - found if severity is Severity.FLAG else None
    return Finding("percentage-of-a-count-possible", severity, subject, said, found, gap, sentence)


def _severity(gap: Decimal) -> Severity:
    return Severity.DIFFERS if gap else Severity.AGREES
