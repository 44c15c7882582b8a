"""Knows the rules on small numbers that somebody set: whom each speaks of, why, and which one a figure is under."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.statistics.rebaselines import Withdrawal, signed
from dashboard.domain.wording import one_line

FIELDS = ("about", "mode", "threshold", "base", "noughts", "reason")
WHOLE = "all"  # what *about* says of a whole partnership
OF_SOURCE, OF_INDICATOR = "source:", "indicator:"
LONGEST_NUMBER = 3
THERE_ALREADY = "This rule is in force already: withdraw it first."


@dataclass(frozen=True, slots=True)
class About:
    """Whom a rule speaks of: one indicator, one source, or (neither) everything of the partnership."""

    indicator: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule as it was set, and when (ISO, UTC); nothing is ever deleted."""

    number: int
    about: About
    rule: SmallNumberRule
    reason: str
    author: str
    moment: str
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule that somebody proposes."""

    about: About
    rule: SmallNumberRule
    reason: str = ""
    author: str = ""


def in_force(rules: Iterable[KeptRule]) -> dict[About, SmallNumberRule]:
    """The newest of those that nobody took back, for whomever they speak of."""
    return {item.about: item.rule for item in rules if item.withdrawn is None}


def rule_of(rules: Mapping[About, SmallNumberRule], indicator: str, source: str) -> tuple[SmallNumberRule | None, bool]:
    """The rule that a figure is under, the closest one, and whether it names its indicator or source."""
    for about in (About(indicator=indicator), About(source=source)):
        if about != About() and (rule := rules.get(about)) is not None:
            return rule, True
    return rules.get(About()), False


def proposed(form: Mapping[str, str], indicators: Iterable[str], sources: Iterable[str]) -> Proposal:
    """The rule that *form* proposes for one of *indicators* or *sources*, or all; raises RefusedDecision."""
    faults: list[tuple[str, str]] = []
    about = _about(form["about"], frozenset(indicators), frozenset(sources))
    if about is None:
        faults.append(("about", "Choose what the rule is about."))
    if form["mode"] not in frozenset(Mode):
        faults.append(("mode", "Choose what becomes of the counts."))
    numbers = {name: _whole(form[name]) for name in ("threshold", "base")}
    faults += [(name, "Enter a whole number.") for name, number in numbers.items() if number is None]
    faults += signed(form)
    if faults or about is None:
        raise RefusedDecision(tuple(faults))
    threshold, base = (number or 0 for number in numbers.values())
    rule = SmallNumberRule(threshold, Mode(form["mode"]), base, show_zero=form["noughts"] != "hidden")
    return Proposal(about, rule, one_line(form["reason"]), one_line(form["author"]))


def _about(about: str, indicators: frozenset[str], sources: frozenset[str]) -> About | None:
    if about == WHOLE:
        return About()
    if (source := about.removeprefix(OF_SOURCE)) != about:
        return About(source=source) if source in sources else None
    indicator = about.removeprefix(OF_INDICATOR)
    return About(indicator=indicator) if indicator != about and indicator in indicators else None


def named(about: About) -> str:
    """What a rule is about, as it is kept apart from others."""
    return about.indicator or about.source or WHOLE


def _whole(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def taken_back(rule: KeptRule, said: Withdrawal) -> KeptRule:
    return replace(rule, withdrawn=said)


def newest_of(rules: Iterable[KeptRule]) -> int:
    """The number of the newest rule; nought where there is none."""
    return max((item.number for item in rules), default=0)
