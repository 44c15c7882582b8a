"""Knows how figures are covered that are made of counts unsaid: changes on a count, shares of nobody knows what."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from dashboard.domain.disclosure.counts import Figure, Version
from dashboard.domain.disclosure.covers import HIDDEN, Cover, Past, Plan
from dashboard.domain.disclosure.equations import Frame
from dashboard.domain.disclosure.rule import Mode
from dashboard.domain.values.numbers import printed_decimals, round_half_up
from dashboard.domain.values.printed import ValueType

MADE = (ValueType.CHANGE, ValueType.RATE, ValueType.PERCENTAGE)
NEAR = Decimal("0.5")  # a count that a change leads to is whole


def cover_made(figures: Sequence[Figure], frame: Frame, past: Past, found: Plan) -> None:
    """Add the covers of those of *figures*, which stood beside each other, that are made of counts unsaid."""
    beside = {(item.area, item.period.slug, item.indicator): item for item in figures}
    for figure in figures:
        if figure.version in past.decided:
            found.covers |= {figure.version: past.covers[figure.version]} if figure.version in past.covers else {}
        elif _is_made(figure, frame) and figure.version not in found.covers:
            cover = _cover(figure, frame, beside, found.covers)
            found.covers |= {figure.version: cover} if cover is not None else {}


def _is_made(figure: Figure, frame: Frame) -> bool:
    ruled = figure.rule is not None and figure.rule.mode is not Mode.EXACT
    return ruled and frame.indicators[figure.indicator].at(figure.period).value_type in MADE


def _cover(
    figure: Figure,
    frame: Frame,
    beside: Mapping[tuple[str, str, str], Figure],
    covers: Mapping[Version, Cover],
) -> Cover | None:
    kind = frame.indicators[figure.indicator].at(figure.period).value_type
    if kind is not ValueType.CHANGE:
        return HIDDEN if figure.is_named and figure.numerator is None else None
    pairs = list(_pairs(figure, frame, beside))
    covered = [pair for pair in pairs if any(item.version in covers for item in pair)]
    if covered:
        return _worked_out(figure, covered[0], covers)
    return HIDDEN if figure.is_named and not pairs else None


def _pairs(figure: Figure, frame: Frame, beside: Mapping[tuple[str, str, str], Figure]) -> "Iterable[Pair]":
    """The counts, of now and of the year before, between which *figure* is the change in per cent."""
    before = figure.period.previous().slug
    for name, indicator in frame.indicators.items():
        if indicator.value_type is ValueType.CHANGE:
            continue
        now, then = (beside.get((figure.area, slug, name)) for slug in (figure.period.slug, before))
        if now is not None and then is not None and abs(then.number * (1 + figure.number / 100) - now.number) < NEAR:
            yield now, then


Pair = tuple[Figure, Figure]


def _worked_out(figure: Figure, pair: Pair, covers: Mapping[Version, Cover]) -> Cover:
    """The change between what is shown of both counts, where anything is."""
    shown = [covers[item.version].number if item.version in covers else item.number for item in pair]
    base = max((covers[item.version].base for item in pair if item.version in covers), default=0)
    now, then = shown
    if now is None or not then:
        return HIDDEN
    return Cover(round_half_up((now / then - 1) * 100, printed_decimals(figure.number)), base)
