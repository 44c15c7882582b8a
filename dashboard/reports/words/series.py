"""Knows how a series moved lately: the total, its parts, and the parts that went the other way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation
from dashboard.domain.statistics.many import among_many
from dashboard.domain.statistics.series import counter_movers
from dashboard.domain.targets.status import Difference, chance_of_change, change
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed, number_word, sentence
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.words.figures import size_text
from dashboard.reports.words.titles import about, fitting

MOST_NAMED = 3  # localities in a title
PLAIN = {"fell": "fall", "rose": "rise", "moved": "move"}


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
    is_partial: bool = False  # whether the area has parts that cannot be compared

    @property
    def change(self) -> Difference:
        return self.total.change

    @property
    def counter_movers(self) -> tuple[Part, ...]:
        """The parts that moved against the total by more than chance could explain."""
        return tuple(part for part in self.against if part.real is not False)

    @property
    def driver(self) -> Part | None:
        """The part with the largest clear change the way that the total clearly went; None where one is as large."""
        way = self.total.now - self.total.before
        same = [part for part in self.parts if part.real and (part.now - part.before) * way > 0]
        sizes = sorted((abs(part.now - part.before) for part in same), reverse=True)
        if not self.total.real or not sizes or sizes[:1] == sizes[1:2]:
            return None
        return max(same, key=lambda part: abs(part.now - part.before))


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
        is_partial=len(parts) < len(ledger.children(area.slug)),
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
    return _judged(found)


def _judged(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Those of *parts* that are tested, judged among each other."""
    counts = [None if part.real is None else (int(part.now), int(part.before)) for part in parts]
    tested = among_many(counts)
    return tuple(replace(part, real=item.real if item else None) for part, item in zip(parts, tested, strict=True))


def title(moved: Movement, indicator: Indicator) -> str:
    """'Anti-social behaviour fell 15.1% in 2009/10; Rugby rose 50.0%': what chance could explain is no title."""
    label, now = moved.period.label, show(moved.total.now)
    if moved.total.real is False and moved.total.now != moved.total.before:
        return about(indicator.name, f"{now} in {label}, no clear change", f"{now} in {label}")
    words = f"{said(moved.total)} in {label}"
    with_name = f"{indicator.name} {words}"
    return fitting(*(f"{with_name}; {others}" for others in _against_words(moved)), with_name, words)


def _against_words(moved: Movement) -> list[str]:
    """The parts that clearly moved against the total, in full and shorter; nothing where there are none."""
    parts = moved.counter_movers
    if not parts:
        return []
    one = [f"{parts[0].area.name} {said(parts[0])}"] if len(parts) == 1 else []
    names = [f"{listed([part.area.name for part in parts])} moved against it"] if len(parts) <= MOST_NAMED else []
    count = f"{number_word(len(parts))} {'locality' if len(parts) == 1 else 'localities'} moved against it"
    return [*one, *names, count]


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
    """The total in figures, what could be chance, and the parts that drove it."""
    total = moved.total
    before, now = f"{show(total.before)} in {moved.previous.label}", f"{show(total.now)} in {moved.period.label}"
    words = f"{moved.area.name}: {before}, {now}"
    if total.real is False and total.now != total.before:
        words += "; a difference of this size could be chance"
    sentences = [f"{words}."]
    if moved.parts:
        sentences += _parts_sentences(moved)
    return " ".join(sentences)


def _parts_sentences(moved: Movement) -> list[str]:
    """How many parts went the way of the total, and which went the other; nothing where the total stood still."""
    way = moved.total.now - moved.total.before
    if not way:
        return []
    same = [part for part in moved.parts if (part.now - part.before) * way > 0]
    if not same and not moved.against:
        return [sentence(f"{_of_parts(moved, [], 'moved')}.")]
    count = f"{_of_parts(moved, same, 'fell' if way < 0 else 'rose')}{_by_chance(same)}{_most(moved, same)}"
    if not moved.against:
        none = "; none moved the other way" if len(same) < len(moved.parts) else ""
        return [sentence(f"{count}{none}.")]
    against = [f"{_from_to(part)[:-1]}{_chance(part)})" for part in moved.against]
    return [sentence(f"{count}."), f"The other way went {listed(against)}."]


def _of_parts(moved: Movement, same: list[Part], verb: str) -> str:
    """'all five localities rose', 'neither of two localities fell'; says so where some cannot be compared."""
    every = len(moved.parts)
    noun = f"{'locality' if every == 1 else 'localities'}{' that can be compared' if moved.is_partial else ''}"
    if every == 1:
        return f"the one {noun} {verb}" if same else f"the one {noun} did not {PLAIN[verb]}"
    if len(same) == every:
        return f"both {noun} {verb}" if every == 2 else f"all {number_word(every)} {noun} {verb}"
    some = number_word(len(same)) if same else "neither" if every == 2 else "none"
    return f"{some} of {number_word(every)} {noun} {verb}"


def _by_chance(same: list[Part]) -> str:
    """How many of the parts moved by more than chance; nothing where none of them is tested."""
    if all(part.real is None for part in same):
        return ""
    real, every = sum(bool(part.real) for part in same), len(same)
    if every == 1:
        return f", {'' if real else 'not '}by more than chance"
    none, full = ("neither", "both") if every == 2 else ("none", "all")
    return f", {none if not real else full if real == every else number_word(real)} by more than chance"


def _most(moved: Movement, same: list[Part]) -> str:
    """The part that went furthest the way of the total; where only one went, that one."""
    most = moved.driver
    if most is None or moved.counter_movers or len(moved.parts) == 1:
        return ""
    if len(same) == 1:
        return f": {_from_to(most)}"
    return f"; the largest clear {'fall' if most.now < most.before else 'rise'} was in {_from_to(most)}"


def _from_to(part: Part) -> str:
    return f"{part.area.name} ({show(part.before)} → {show(part.now)})"


def _chance(part: Part) -> str:
    return ", which could be chance" if part.real is False else ""
