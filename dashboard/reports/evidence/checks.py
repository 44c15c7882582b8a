"""Knows which checks apply to a partnership's published figures, and runs them all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.checks.figures import parts_against_total, residual_jump, unit_changed
from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.checks.plans import (
    identical_targets,
    residual_risk_blank,
    risk_rating,
    target_easier_than_actual,
    target_one_under_actual,
)
from dashboard.domain.checks.statements import targets_short_of_parts
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator, Partnership, Scope, Target
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.evidence.doubted import doubted_months
from dashboard.reports.evidence.printed_checks import printed_findings
from dashboard.reports.evidence.whole_checks import whole_findings
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.store_memory import worked_out

ORDER = {Severity.DIFFERS: 0, Severity.FLAG: 1, Severity.AGREES: 2}


def checks(store: Store, partnership: str) -> tuple[Finding, ...]:
    """Return every finding on *partnership*'s figures: differences first, then flags, then what agrees."""
    return worked_out(store, (checks, partnership), lambda: _checked(store, partnership))


def checks_on(store: Store, partnership: str, about: Indicator) -> tuple[Finding, ...]:
    """Return the findings that concern one indicator, in the same order; of many, the others are not checked."""
    home = _home(store, partnership)
    whole = Ledger(store, Filters(partnership, home.default_period), one_by_one=True)
    if whole.reads_all:
        return tuple(item for item in checks(store, partnership) if about.id in item.indicators)
    found = [
        *printed_findings(whole, store.printed_figures(Scope(partnership)), home.area),
        *_of_indicators(whole.narrowed(_family(whole, about)), home.area),
        *_identical(whole.narrowed(_worded(store, whole, home)), home.area),
    ]
    return _sorted(item for item in found if about.id in item.indicators)


def _worded(store: Store, ledger: Ledger, home: Partnership) -> tuple[Indicator, ...]:
    """The indicators with a target that names the number it starts from."""
    targets = store.targets(Scope(home.slug, areas=frozenset({home.area})))
    ids = {item.indicator for item in targets if item.rule.baseline is not None}
    return tuple(item for item in ledger.indicators if item.id in ids)


def _family(ledger: Ledger, about: Indicator) -> tuple[Indicator, ...]:
    """An indicator, its parts, what it is a part of and the other parts of that."""
    ids = {about.id, about.part_of} - {""}
    return tuple(item for item in ledger.indicators if item.id in ids or item.part_of in ids)


def _home(store: Store, partnership: str) -> Partnership:
    return next(item for item in store.partnerships() if item.slug == partnership)


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda item: ORDER[item.severity]))


def _checked(store: Store, partnership: str) -> tuple[Finding, ...]:
    home = _home(store, partnership)
    ledger = Ledger(store, Filters(partnership, home.default_period))
    ledger.read_all()
    found = [
        *printed_findings(ledger, store.printed_figures(Scope(partnership)), home.area),
        *_of_indicators(ledger, home.area),
        *_identical(ledger, home.area),
        *_risks(store, partnership),
        *doubted_months(store, partnership),
    ]
    return _sorted(found)


def _of_indicators(ledger: Ledger, area: str) -> Iterator[Finding]:
    """What is found on each indicator with its parts, in itself."""
    yield from _parts(ledger, area)
    yield from short_targets(ledger, area)
    yield from whole_findings(ledger, area)
    yield from _units(ledger, area)
    yield from _targets(ledger, area)


def _by_parent(ledger: Ledger) -> Mapping[str, list[Indicator]]:
    """The parts of each indicator that has some: one look at all indicators, not one for each of them."""
    found: dict[str, list[Indicator]] = {}
    for item in ledger.indicators:
        found.setdefault(item.part_of, []).append(item)
    return found


def _number(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> Decimal | None:
    """The whole period's figure; part of it is never held against a total, a target or a year before."""
    found = ledger.actual(indicator, area, period)
    return found.value.number if found and not found.is_part else None


def _parts(ledger: Ledger, area: str) -> Iterator[Finding]:
    """A total against its parts: where the total is printed they must sum; where we sum it, the rest is watched."""
    inside = _by_parent(ledger)
    for parent in ledger.indicators:
        children = inside.get(parent.id, [])
        whole = ledger.series(parent, area)
        if not children or not whole or any(item.value.rounding for item in whole):
            continue
        ids = (parent.id, *(child.id for child in children))
        if whole[-1].derived:
            yield from (replace(item, indicators=ids) for item in _residuals(ledger, parent, children, area))
        for total in (item for item in whole if not item.is_part and not item.derived):
            parts = {child.name: _number(ledger, child, area, total.period) for child in children}
            known = {name: number for name, number in parts.items() if number is not None}
            if total.value.number is not None and len(known) == len(parts):
                subject = f"{parent.name} {total.period.label}"
                yield replace(parts_against_total(subject, total.value.number, known), indicators=ids)


def _residuals(ledger: Ledger, parent: Indicator, children: list[Indicator], area: str) -> tuple[Finding, ...]:
    """What is left of the parent when its known children are taken away, period by period."""
    every = ledger.series(parent, area)
    periods = [item.period for item in every if item.period.kind == every[-1].period.kind]
    series = [[_number(ledger, item, area, period) for period in periods] for item in (parent, *children)]
    known = [[number for number in numbers if number is not None] for numbers in series]
    if any(len(numbers) != len(periods) for numbers in known):
        return ()
    return residual_jump(parent.name, [period.label for period in periods], known[0], known[1:])


def short_targets(ledger: Ledger, area: str) -> Iterator[Finding]:
    """Targets printed against fewer lines than an indicator has parts."""
    inside = _by_parent(ledger)
    for parent in ledger.indicators:
        children = inside.get(parent.id, [])
        for period in sorted({item.period for child in children for item in ledger.target_series(child, area)}):
            targets = [ledger.target(child, area, period) for child in children]
            printed = [item.rule.raw for item in targets if item]
            parts = [child.name for child, item in zip(children, targets, strict=True) if item]
            found = targets_short_of_parts(f"{parent.name} {period.label}", printed, parts)
            if found:
                yield replace(found, indicators=(parent.id, *(child.id for child in children)))


def _units(ledger: Ledger, area: str) -> Iterator[Finding]:
    for indicator in ledger.indicators:
        for item in indicator.breaks:
            if item.kind != "unit":
                continue
            earlier = ledger.target(indicator, area, item.period.previous())
            if earlier is None:
                continue
            before = (earlier.rule.raw, indicator.at(earlier.period).unit)
            found = unit_changed(indicator.name, before, (item.source.text, item.unit))
            if found:
                yield replace(found, indicators=(indicator.id,))


def _numbers(ledger: Ledger, area: str) -> Iterator[tuple[Indicator, Target, Decimal]]:
    """The targets that are numbers as they stand."""
    for indicator in ledger.indicators:
        for target in ledger.target_series(indicator, area):
            number = ledger.resolved(target, indicator).number
            if number is not None and target.rule.percentage is None:
                yield indicator, target, number


def _targets(ledger: Ledger, area: str) -> Iterator[Finding]:
    for indicator, target, number in _numbers(ledger, area):
        yield from _against_last(ledger, indicator, area, (target.period, number))


def _identical(ledger: Ledger, area: str) -> Iterator[Finding]:
    """Different indicators that go from the same number to the same number."""
    numbers = ((indicator, target.rule.baseline, number) for indicator, target, number in _numbers(ledger, area))
    from_to = {item.name: (baseline, number) for item, baseline, number in numbers if baseline is not None}
    ids = {item.name: item.id for item in ledger.indicators}
    for found in identical_targets(from_to):
        pair = from_to[found.subject]
        same = tuple(ids[name] for name, known in from_to.items() if known == pair)
        yield replace(found, indicators=same)


def _against_last(ledger: Ledger, indicator: Indicator, area: str, aim: tuple[Period, Decimal]) -> Iterator[Finding]:
    """The target against the actual a year before, in the same unit."""
    period, number = aim
    last = _number(ledger, indicator, area, period.previous())
    in_force = indicator.at(period)
    if last is None or indicator.broken_between(period.previous(), period) or in_force.value_type == ValueType.CHANGE:
        return
    subject = f"{indicator.name} {period.label}"
    for found in (
        target_easier_than_actual(subject, number, last, in_force.polarity),
        target_one_under_actual(subject, number, last),
    ):
        if found:
            yield replace(found, indicators=(indicator.id,))


def _risks(store: Store, partnership: str) -> Iterator[Finding]:
    for risk in store.risks(Scope(partnership)):
        rating = risk_rating(risk.ref, risk.rating, risk.impact, risk.likelihood)
        blank = residual_risk_blank(risk.ref, risk.residual)
        yield from (found for found in (rating, blank) if found)
