"""Knows how what a document says of its own numbers is held against the numbers themselves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.checks.figures import (
    percentage_of_a_count_possible,
    printed_against_worked_out,
    text_against_table,
)
from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.checks.statements import (
    WHOLE,
    Saying,
    named_again,
    parts_as_said,
    said_again,
    share_as_said,
    table_awaits,
)
from dashboard.domain.documents import section_of
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator, PrintedFigure
from dashboard.domain.values.numbers import round_half_up, show
from dashboard.domain.wording import sentence
from dashboard.reports.indicators.judged import judged
from dashboard.reports.indicators.ledger import Ledger

Figures = Mapping[str, PrintedFigure]


def printed_findings(ledger: Ledger, printed: tuple[PrintedFigure, ...], area: str) -> Iterator[Finding]:
    """Yield a finding for every printed figure that names what it can be compared with."""
    figures = {item.figure: item for item in printed}
    indicators = {item.id: item for item in ledger.indicators}
    for item in printed:
        rule, _, other = item.compare.partition(":")
        check = RULES.get(rule)
        if check is None or not (rule in IN_WORDS or (item.value and item.value.number is not None)):
            continue
        found = check(_Case(ledger, item, area, indicators, figures), other)
        if found:
            yield replace(found, indicators=(item.indicator,) if item.indicator else ())


class _Case:
    """One printed figure with everything it may be compared with."""

    def __init__(
        self,
        ledger: Ledger,
        item: PrintedFigure,
        area: str,
        indicators: Mapping[str, Indicator],
        figures: Figures,
    ) -> None:
        self.ledger, self.item, self.figures, self.indicators = ledger, item, figures, indicators
        self.area = item.area or area

    @property
    def said(self) -> Decimal:
        number = self.item.value.number if self.item.value else None
        return (number or Decimal(0)) * self.item.sign

    @property
    def subject(self) -> str:
        period = f" {self.item.period.label}" if self.item.period else ""
        if self.in_text or self.item.indicator not in self.indicators:
            return f"{sentence(self.item.quantity)}{period}"
        return f"{self.indicators[self.item.indicator].name}{period}: {self.item.quantity}"

    def actual(self, indicator: str) -> Decimal | None:
        """The table's figure; one that we summed from part of the period says nothing of a text."""
        found = self.ledger.actual(self.indicators[indicator], self.area, self.period())
        return found.value.number if found and not (found.is_part and found.derived) else None

    def share(self, whole: str) -> Decimal | None:
        """The figure in per cent of the *whole* one, where both cover the same months."""
        found = [
            self.ledger.actual(self.indicators[name], self.area, self.period()) for name in (self.item.indicator, whole)
        ]
        part, every = (item.value.number if item else None for item in found)
        if part is None or not every or len({item.months for item in found if item}) > 1:
            return None
        return part / every * 100

    def awaited(self, *, of_target: bool = False) -> Finding | None:
        """What the table prints instead of the number that the text gives."""
        indicator, period = self.indicators[self.item.indicator], self.period()
        target = self.ledger.target(indicator, self.area, period)
        actual = self.ledger.actual(indicator, self.area, period)
        awaited = actual.value.raw if actual and actual.value.number is None else ""
        printed = (target.rule.raw if target else "") if of_target else awaited
        if not printed or (of_target and target and self.ledger.resolved(target, indicator).number is not None):
            return None
        where = "target" if of_target else "actual"
        text = Saying(self.item.source.text, self.section)
        return table_awaits(f"{indicator.name} {period.label}: {where}", text, printed.rstrip("¹²³⁴⁵ "))

    @property
    def section(self) -> str:
        return section_of(self.item.source.table)

    def worked_out(self, kind: str) -> Decimal | None:
        """Our own change or variance in per cent."""
        indicator = self.indicators[self.item.indicator]
        row = judged(self.ledger, indicator, self.ledger.area(self.area), self.period())
        if row.change.small_base and kind == "change" and row.before.value.number and row.now.value.number is not None:
            return (row.now.value.number - row.before.value.number) / row.before.value.number * 100
        return row.change.percent if kind == "change" else row.verdict.variance.percent

    def period(self) -> Period:
        if self.item.period is None:
            raise ValueError(f"{self.item.figure} is compared but not dated")
        return self.item.period

    @property
    def in_text(self) -> bool:
        return self.item.source.in_text


def _actual(case: _Case, _other: str) -> Finding | None:
    if case.item.period is None:
        return None  # the text dates it not: no figure of a table is its match
    found = case.actual(case.item.indicator)
    return case.awaited() if found is None else text_against_table(case.subject, case.said, found)


def _target(case: _Case, _other: str) -> Finding | None:
    """A target of the text that the table still announces; two that are both given need no check of ours."""
    return case.awaited(of_target=True)


def _worked_out(case: _Case, _other: str) -> Finding | None:
    found = case.worked_out(case.item.compare)
    return None if found is None else _percentages(case, found)


def _share(case: _Case, other: str) -> Finding | None:
    share = case.share(other)
    return None if share is None else _percentages(case, share)


def _percentages(case: _Case, found: Decimal) -> Finding:
    """A percentage at its printed decimals; one of running text is set against the table's."""
    plain = printed_against_worked_out(case.subject, case.said, found)
    if plain.severity == Severity.AGREES or not case.in_text:
        return plain
    rounded = round_half_up(found, 1)
    return text_against_table(case.subject, case.said, rounded, table="the table's figures give", percent=True)


def _over_share(case: _Case, other: str) -> Finding | None:
    """'Over 35%': agrees when our share is above it."""
    share = case.share(other)
    if share is None:
        return None
    severity = Severity.AGREES if share > case.said else Severity.DIFFERS
    sentence = f"The text says over {show(case.said)}%; the table's figures give {show(share, 1)}%."
    return Finding("text-against-table", severity, case.subject, case.said, share, case.said - share, sentence)


def _percentage_of(case: _Case, other: str) -> Finding | None:
    base = case.figures[other].value
    if base is None or base.number is None:
        return None
    return percentage_of_a_count_possible(case.subject, case.said, int(base.number))


def _rise(case: _Case, other: str) -> Finding | None:
    """A rise printed both as a number and as a percentage: which whole base fits both?"""
    rise = case.figures[other].value
    if rise is None or rise.number is None:
        return None
    base = round_half_up(rise.number / case.said * 100, 0)
    found = printed_against_worked_out(case.subject, case.said, rise.number / base * 100)
    words = f"A rise of {show(rise.number)} that is {show(case.said)}% means {show(base)} → {show(base + rise.number)}."
    return replace(found, sentence=words)


def _counts(case: _Case, names: str) -> list[Decimal]:
    values = [case.figures[name].value for name in names.split("/")]
    return [value.number for value in values if value is not None and value.number is not None]


def _share_of_figures(case: _Case, names: str) -> Finding | None:
    part, whole = _counts(case, names)
    return share_as_said(case.subject, case.item.source.text, case.said, (part, whole))


def _sum_of(case: _Case, names: str) -> Finding | None:
    return parts_as_said(case.subject, case.said, _counts(case, names))


def _rest_of(case: _Case, name: str) -> Finding | None:
    """Shares that make up the whole."""
    return parts_as_said(case.subject, WHOLE, [*_counts(case, name), case.said], percent=True)


def _same_figure(case: _Case, name: str) -> Finding | None:
    other = case.figures[name].source
    first = Saying(other.text, section_of(other.table))
    under = case.section if case.section != first.under else case.item.source.row
    return said_again(case.subject, first, Saying(case.item.source.text, under))


def _named(case: _Case, indicator: str) -> tuple[Saying, Saying]:
    """The actual as another table prints it, and as this one does, each under the name of its indicator."""
    other, own = case.indicators[indicator], case.indicators[case.item.indicator]
    found = case.ledger.actual(other, case.area, case.period())
    return Saying(found.value.raw if found else "", other.name), Saying(case.item.source.text, own.name)


def _repeats(case: _Case, indicator: str) -> Finding | None:
    return said_again(case.subject, *_named(case, indicator))


def _renamed(case: _Case, indicator: str) -> Finding | None:
    return named_again(case.subject, *_named(case, indicator))


IN_WORDS = frozenset({"same-figure"})  # compared as printed, also where no single number stands
RULES: dict[str, Callable[[_Case, str], Finding | None]] = {
    "actual": _actual,
    "change": _worked_out,
    "variance": _worked_out,
    "share-of": _share,
    "over-share-of": _over_share,
    "percentage-of": _percentage_of,
    "rise-of": _rise,
    "target": _target,
    "share-of-figures": _share_of_figures,
    "sum-of": _sum_of,
    "rest-of": _rest_of,
    "same-figure": _same_figure,
    "repeats": _repeats,
    "renamed": _renamed,
}
