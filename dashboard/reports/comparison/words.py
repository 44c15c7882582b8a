"""Knows what a comparison of areas says: its finding in a sentence, and what has to be known to read it."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.domain.statistics.comparison import PER, Against
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, NoFunnel
from dashboard.domain.targets.status import SMALL_BASE, change_is_real
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.reports.comparison.areas import Compared, Comparison
from dashboard.reports.words.figures import WITHIN_CHANCE, figure

MOST_NAMED = 5
NO_POPULATION = "no population is known"


def finding(found: Comparison) -> str:
    """The one sentence to remember."""
    if not found.is_counted:
        return _published(found)
    if isinstance(found.funnel, Funnel):
        return _outside(found, found.funnel)
    return _intervals(found) if found.rated else _largest(found)


def _published(found: Comparison) -> str:
    known = [(item.value, item.area.name) for item in found.areas if item.value is not None]
    high, low = (f"{figure(found.indicator, number)} ({name})" for number, name in (known[0], known[-1]))
    return f"The areas range from {low} to {high} in {found.period.label}."


def _largest(found: Comparison) -> str:
    parts = found.parts
    total = sum((item.value or Decimal(0) for item in parts), Decimal(0))
    if not total:
        return f"Nothing was counted in these areas in {found.period.label}."
    if len(parts) < 2:
        return f"No population is known, so the areas’ counts in {found.period.label} cannot be compared."
    most, share = parts[0], show(parts[0].share, 1, percent=True)
    of_all = f"{show(most.value)} of {show(total)}, {share}"
    return f"{most.area.name} has the largest share in {found.period.label}: {of_all}."


def _outside(found: Comparison, drawn: Funnel) -> str:
    named = [(item.area.name, item.place) for item in found.areas if item.place is not None]
    return outside_words(drawn, named, "areas")


def outside_words(drawn: Funnel, named: Sequence[tuple[str, FunnelPlace]], noun: str) -> str:
    """Which of the *named* lie outside the 99.8% limits, the first five by name."""
    of_all = f"of the {len(drawn.places)} {noun}"
    count = sum(place in (FunnelPlace.ABOVE_998, FunnelPlace.BELOW_998) for _, place in named)
    if not count:
        return f"None {of_all} lies outside the 99.8% limits around the rate of all together."
    verb = "lies" if count == 1 else "lie"
    return f"{sentence(number_word(count))} {of_all} {verb} outside the 99.8% limits: {_sides_words(named, FAR)}."


FAR = ((FunnelPlace.ABOVE_998, "above"), (FunnelPlace.BELOW_998, "below"))
NEAR = ((FunnelPlace.ABOVE_95, "above"), (FunnelPlace.BELOW_95, "below"))


def near_words(named: Sequence[tuple[str, FunnelPlace]]) -> str:
    """Which lie outside the 95% limits only, with what chance alone does; nothing where none does."""
    apart = _sides_words(named, NEAR)
    chance = f"one area in 20, about {number_word(round(len(named) / 20))} of {len(named):,}"
    return f"Outside the 95% limits, where chance alone puts {chance}: {apart}." if apart else ""


def _sides_words(named: Sequence[tuple[str, FunnelPlace]], sides: Sequence[tuple[FunnelPlace, str]]) -> str:
    """'Hill and Mill above; Dale below'."""
    said = [_named([name for name, at in named if at is place], words) for place, words in sides]
    return "; ".join(filter(None, said))


def _named(names: list[str], words: str) -> str:
    """'Hill and Mill above', at most five by name."""
    rest = [plural(len(names) - MOST_NAMED, "other")] if len(names) > MOST_NAMED else []
    return f"{listed([*names[:MOST_NAMED], *rest])} {words}" if names else ""


def _intervals(found: Comparison) -> str:
    """Which 95% intervals lie wholly on one side, as Fingertips says it: higher, lower, similar."""
    benchmark = f"all areas together ({show(found.benchmark, 1)} per 1,000 people)"
    sides = (Against.HIGHER, Against.LOWER)
    apart = {side: [item.area.name for item in found.rated if item.against is side] for side in sides}
    said = [_named(names, f"{'is' if len(names) == 1 else 'are'} {side}") for side, names in apart.items() if names]
    if not said:
        return f"No area’s rate differs from that of {benchmark} by more than chance."
    others = len(found.rated) - sum(map(len, apart.values()))
    rest = f"; {plural(others, 'area is', 'areas are')} similar" if others else ""
    return f"{' and '.join(said)} than {benchmark} by more than chance{rest}."


def details(found: Comparison) -> list[str]:
    """What else has to be known, a sentence each."""
    return [*_change(found), *_on_chance(found), *_on_figures(found), *_on_similar(found)]


def _on_similar(found: Comparison) -> list[str]:
    """Which sets count, how many of them are here, and how the view's own area stands beside them."""
    said = [
        f"Similar areas: “{item.name}” from {item.first.day} {item.first:%B %Y} ({item.file}, {item.place})."
        for item in found.sets
    ]
    if found.missing_similar:
        have = "has" if found.missing_similar == 1 else "have"
        said.append(f"{sentence(plural(found.missing_similar, 'similar area'))} {have} no figures here.")
    own = next((item for item in found.rated if item.area.slug == found.view), None)
    alike = [item for item in found.rated if item.similar]
    if own is not None and own.rate is not None and alike:
        counted = sum((item.value or Decimal(0) for item in alike), Decimal(0))
        together = counted * PER / sum(item.area.population or 0 for item in alike)
        areas = f"{plural(len(alike), 'similar area')} with figures {'has' if len(alike) == 1 else 'have'}"
        rates = f"{show(together, 1)} per 1,000 people; {own.area.name}, at {show(own.rate.number, 1)}"
        said.append(f"The {areas} {rates}, is {BESIDE[own.rate.against(together)]}.")
    return said


BESIDE = {
    Against.HIGHER: "higher by more than chance",
    Against.LOWER: "lower by more than chance",
    Against.SIMILAR: "not apart from them by more than chance",
}


def _change(found: Comparison) -> list[str]:
    """How the areas' sum moved, and who moved against it."""
    moved = [item for item in found.areas if item.move is not None]
    if not moved:
        return []
    before = sum((item.before or Decimal(0) for item in moved), Decimal(0))
    now = sum((item.value or Decimal(0) for item in moved), Decimal(0))
    if before == now:
        return [f"Together they counted {show(now)} in both periods, so no area has a share of a change."]
    chance = "more than chance" if change_is_real(now, before)[1] else WITHIN_CHANCE
    earlier = found.period.previous().label
    said = [f"Together they went from {show(before)} in {earlier} to {show(now)} ({_step(before, now)}), {chance}."]
    against = [_against(item) for item in moved if item.move and item.move.counter]
    return said + ([f"Against the total: {'; '.join(against)}."] if against else [])


def _step(before: Decimal, now: Decimal) -> str:
    if before < SMALL_BASE:
        return show(now - before, signed=True)
    return f"{show(now - before, signed=True)}, {show((now - before) / before * 100, 1, percent=True, signed=True)}"


def _against(item: Compared) -> str:
    before, now = item.before or Decimal(0), item.value or Decimal(0)
    chance = "more than chance" if item.move and item.move.real else WITHIN_CHANCE
    return f"{item.area.name} {show(before)} → {show(now)} ({_step(before, now)}), {chance}"


def _on_chance(found: Comparison) -> list[str]:
    if not found.is_counted:
        return ["No counts stand behind these figures, so nobody can tell which differences chance explains."]
    if isinstance(found.funnel, NoFunnel):
        return [f"No funnel is drawn and no over-dispersion fitted: {found.funnel.words}."]
    if found.funnel is None:
        return [f"Counts are no comparison of risk: {NO_POPULATION} for these areas, and a larger area counts more."]
    named = [(item.area.name, item.place) for item in found.areas if item.place is not None]
    return [*filter(None, [near_words(named)]), spread_words(found.funnel)]


def spread_words(drawn: Funnel) -> str:
    """Whether the areas vary more than chance lets them, and what was done about it."""
    phi = f"φ {drawn.dispersion:.1f}"
    if not drawn.is_over_dispersed:
        return f"The areas vary no more than chance lets them ({phi}), so the limits are those of chance."
    times = f"{drawn.dispersion**0.5:.1f} times as far from the rate of all"
    return f"The areas vary more than chance lets them (over-dispersion, {phi}), so the limits stand {times}."


def _on_figures(found: Comparison) -> list[str]:
    """What is missing, part of a year, or other than the whole area's figure."""
    said = []
    if found.months < found.period.months:
        said.append(f"The figures cover {number_word(found.months)} of the {found.period.months} months.")
    total = sum((item.value or Decimal(0) for item in found.parts), Decimal(0))
    if found.is_counted and found.whole is not None and found.whole != total:
        said.append(f"The areas add up to {show(total)}; the figure of the whole is {show(found.whole)}.")
    if found.without:
        have = "has" if found.without == 1 else "have"
        said.append(f"{sentence(plural(found.without, 'area'))} {have} no figure for {found.period.label}.")
    unrated = [item.area.name for item in found.areas if found.rated and not item.area.population]
    if unrated:
        said.append(f"No rate for {listed(unrated[:MOST_NAMED])}: {NO_POPULATION}.")
    return said
