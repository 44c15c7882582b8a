"""Knows how a series moved lately: the total, its parts, and the parts that went the other way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation
from dashboard.domain.statistics.series import counter_movers
from dashboard.domain.targets.status import Difference, chance_of_change, change
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed, number_word, sentence
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.words.figures import real_text, size_text

MOST_NAMED = 3  # localities in a title


@dataclass(frozen=True, slots=True)
class Part:
    area: Area
    before: Decimal
    now: Decimal
    change: Difference
    real: bool | None


@dataclass(frozen=True, slots=True)
class Movement:
    """The newest change of an area and of each part of it."""

    indicator: Indicator
    area: Area
    period: Period
    previous: Period
    total: Part
    first: tuple[Period, Decimal]  # the oldest comparable point
    parts: tuple[Part, ...]
    against: tuple[Part, ...]  # parts that moved against the total

    @property
    def change(self) -> Difference:
        return self.total.change


def movement(ledger: Ledger, indicator: Indicator, area: Area, within: Callable[[Period], bool]) -> Movement | None:
    """Return the newest change *within* the view, or None where no two comparable periods follow one another."""
    series = _whole(ledger.series(indicator, area.slug), within)
    if len(series) < 2:
        return None
    now = series[-1]
    before = next((item for item in series if item.period == now.period.previous()), series[-2])
    total = _part(indicator, area, before, now)
    if total is None:
        return None
    parts = _parts(ledger, indicator, area, now.period)
    moved = {part.area.slug: (part.before, part.now) for part in parts}
    movers = counter_movers(moved | {"": _rest(total, parts)})
    first = next(item for item in series if not indicator.broken_between(item.period, now.period))
    return Movement(
        indicator=indicator,
        area=area,
        period=now.period,
        previous=before.period,
        total=total,
        first=(first.period, first.value.number or Decimal(0)),
        parts=parts,
        against=tuple(part for part in parts if part.area.slug in movers),
    )


def _whole(series: Sequence[Observation], within: Callable[[Period], bool]) -> list[Observation]:
    """The numbers *within* the view that cover their periods, of the newest one's kind."""
    known = [item for item in series if item.value.number is not None and within(item.period) and not item.is_part]
    return [item for item in known if item.period.kind == known[-1].period.kind]


def _rest(total: Part, parts: tuple[Part, ...]) -> tuple[Decimal, Decimal]:
    """What the *total* holds beside its parts: incidents without a location, what no locality is listed for."""
    before, now = (part.before for part in parts), (part.now for part in parts)
    return total.before - sum(before), total.now - sum(now)


def _part(indicator: Indicator, area: Area, before: Observation, now: Observation) -> Part | None:
    if now.is_part or before.is_part:
        return None
    if now.period.previous() != before.period or indicator.broken_between(before.period, now.period):
        return None
    value_type = indicator.at(now.period).value_type
    difference = change(now.value, before.value, value_type)
    if before.value.number is None or now.value.number is None or difference.reason:
        return None
    _, real = chance_of_change(now.value.number, before.value.number, value_type)
    return Part(area, before.value.number, now.value.number, difference, real)


def _parts(ledger: Ledger, indicator: Indicator, area: Area, period: Period) -> tuple[Part, ...]:
    found = []
    for child in ledger.children(area.slug):
        now = ledger.actual(indicator, child.slug, period)
        before = ledger.actual(indicator, child.slug, period.previous())
        if now and before and (part := _part(indicator, child, before, now)):
            found.append(part)
    return tuple(found)


def title(moved: Movement, indicator: Indicator) -> str:
    """'Anti-social behaviour fell 15.1% in 2009/10; Locality 5 rose 6.6%, within chance'."""
    words = f"{indicator.name} {said(moved.total)} in {moved.period.label}"
    if moved.total.real is False and moved.total.now != moved.total.before:
        words += ", within chance"
    if len(moved.against) == 1:
        part = moved.against[0]
        return f"{words}; {part.area.name} {said(part)}{_by_chance([part])}"
    if moved.against:
        return f"{words}; {_against_words(moved.against)}"
    return words


def _against_words(parts: tuple[Part, ...]) -> str:
    """'A and B moved against it, within chance'; those that moved by more than chance come first."""
    beyond = [part for part in parts if part.real is not False]
    within = [part for part in parts if part.real is False]
    if not beyond and len(within) > MOST_NAMED:
        return f"{number_word(len(within))} localities moved against it, within chance"
    names = listed([part.area.name for part in beyond or within])
    others = listed([part.area.name for part in within]) if len(within) <= MOST_NAMED else number_word(len(within))
    tail = f", {others} within chance" if beyond and within else ""
    return f"{names} moved against it{tail or _by_chance(beyond or within)}"


def _by_chance(parts: list[Part]) -> str:
    return ", within chance" if all(part.real is False for part in parts) else ""


def said(part: Part) -> str:
    """'fell 15.1%', 'rose from 24 to 41', 'did not change'."""
    number = part.change.absolute if part.change.absolute is not None else part.change.points
    if not number:
        return "did not change"
    verb = "fell" if number < 0 else "rose"
    if part.change.small_base:
        return f"{verb} from {show(part.before)} to {show(part.now)}"
    return f"{verb} {size_text(part.change)}"


def lede(moved: Movement) -> str:
    """The total in figures, what chance could explain, and the parts that drove it."""
    total = moved.total
    words = [
        f"{moved.area.name}: {show(total.before)} in {moved.previous.label}, {show(total.now)} in {moved.period.label}"
    ]
    if total.real is not None:
        words[0] += ", more than chance would explain" if total.real else ", a change that chance could explain"
    sentences = [f"{words[0]}."]
    if moved.parts:
        sentences.append(_parts_sentence(moved))
    return " ".join(sentences)


def _parts_sentence(moved: Movement) -> str:
    falling = [part for part in moved.parts if (part.change.absolute or 0) < 0]
    count = f"{number_word(len(falling)) if falling else 'none'} of {number_word(len(moved.parts))} localities fell"
    if any(part.real is not None for part in falling):
        real = sum(bool(part.real) for part in falling)
        all_of_them = real == len(falling) > 1
        count += f", {'all' if all_of_them else number_word(real) if real else 'none'} by more than chance"
    against = [f"{part.area.name} ({show(part.before)} → {show(part.now)}{_chance(part)})" for part in moved.against]
    if not against:
        return sentence(f"{count}; none moved against the total.")
    return sentence(f"{count}; against the total: {listed(against)}.")


def _chance(part: Part) -> str:
    return f", {words}" if (words := real_text(part.real)) else ""
