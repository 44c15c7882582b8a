"""Proves that rates, percentages and changes give no small count: they are hidden with it, or made of rounded ones."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.disclosure.counts import Figure, Version
from dashboard.domain.disclosure.covers import HIDDEN, Cover, Past
from dashboard.domain.disclosure.equations import Frame
from dashboard.domain.disclosure.plan import plan
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.periods.period import Period, financial_year
from dashboard.domain.values.printed import ValueType
from tests.domain.disclosure.county import THEFT, WHOLE
from tests.domain.made import indicator

SUPPRESS = SmallNumberRule(mode=Mode.SUPPRESS)
ROUND = SmallNumberRule(mode=Mode.ROUND)
NO_PAST = Past()
YEAR = financial_year(2025)
RATE, SHARE, CHANGE = "rutland/rate", "rutland/share", "rutland/change"
KINDS = [
    indicator(THEFT, unit="thefts"),
    indicator(RATE, value_type=ValueType.RATE, multiplier=1000),
    indicator(SHARE, value_type=ValueType.PERCENTAGE),
    indicator(CHANGE, value_type=ValueType.CHANGE),
]
PEOPLE = {WHOLE: 10_000, "rutland/0": 2_500}


def figure(name: str, number: str, rule: SmallNumberRule = SUPPRESS, period: Period = YEAR) -> Figure:
    return Figure(name, "rutland/0", period, Decimal(number), rule)


def named(figure: Figure) -> Figure:
    """*figure* under a rule that speaks of its own indicator."""
    return replace(figure, is_named=True)


def covers(*found: Figure, past: Past = NO_PAST) -> Mapping[str, Cover]:
    """The covers of figures in one area and year, by their indicator."""
    whole = Frame({item.id: item for item in KINDS}, {}, PEOPLE)
    made: dict[Version, Cover] = plan([found], whole, past).covers
    return {version[0]: cover for version, cover in made.items() if version[2] == YEAR.slug}


def test_a_rate_times_the_population_gives_no_small_count() -> None:
    assert covers(figure(THEFT, "3"), figure(RATE, "1.2")) == {THEFT: HIDDEN, RATE: HIDDEN}
    assert covers(figure(RATE, "1.2")) == {RATE: HIDDEN}
    assert covers(figure(RATE, "12")) == {}


def test_a_rate_is_made_of_the_rounded_count() -> None:
    assert covers(figure(RATE, "1.2", ROUND)) == {RATE: Cover(Decimal("2.0"), 5)}
    assert covers(figure(RATE, "0.40", ROUND)) == {RATE: Cover(Decimal("0.00"), 5)}


def test_a_rate_that_was_rounded_before_stays_so() -> None:
    version = figure(RATE, "1.2").version
    past = Past({version}, {version: Cover(Decimal("2.0"), 5)})
    assert covers(figure(RATE, "1.2", ROUND), past=past) == {RATE: Cover(Decimal("2.0"), 5)}


def test_a_percentage_of_few_or_that_leaves_few_out_is_hidden() -> None:
    def share(number: str, of: str, rule: SmallNumberRule = SUPPRESS) -> Mapping[str, Cover]:
        part = str(Decimal(number) * Decimal(of) / 100)
        return covers(replace(figure(SHARE, number, rule), numerator=Decimal(part), denominator=Decimal(of)))

    assert share("25", "12") == {SHARE: HIDDEN}  # 3 of 12
    assert share("75", "12") == {SHARE: HIDDEN}  # 9 of 12: 3 are left
    assert share("100", "4") == {SHARE: HIDDEN}
    assert share("50", "40") == {}
    assert share("50", "24", ROUND) == {SHARE: Cover(Decimal(40), 5)}  # 12 of 24: 10 of 25
    assert share("0", "2", ROUND) == {SHARE: HIDDEN}
    assert share("0", "2", SmallNumberRule(2)) == {SHARE: HIDDEN}  # of what is rounded to nobody


def test_a_percentage_of_nobody_knows_how_many_is_hidden_where_the_rule_names_it() -> None:
    assert covers(named(figure(SHARE, "33.3"))) == {SHARE: HIDDEN}
    assert covers(figure(SHARE, "33.3")) == {}


BEFORE = YEAR.previous()


def test_a_change_from_a_shown_base_gives_no_small_count() -> None:
    then, now, step = figure(THEFT, "10", period=BEFORE), figure(THEFT, "2"), figure(CHANGE, "-80.0")
    assert covers(then, now, step) == {THEFT: HIDDEN, CHANGE: HIDDEN}
    rounded = [figure(THEFT, "10", ROUND, period=BEFORE), figure(THEFT, "3", ROUND), figure(CHANGE, "-70.0", ROUND)]
    assert covers(*rounded) == {THEFT: Cover(Decimal(5), 5), CHANGE: Cover(Decimal("-50.0"), 5)}


def test_a_change_between_counts_that_are_shown_is_shown() -> None:
    assert covers(figure(THEFT, "10", period=BEFORE), figure(THEFT, "20"), figure(CHANGE, "100")) == {}


def test_a_change_of_nobody_knows_what_is_hidden_where_the_rule_names_it() -> None:
    assert covers(named(figure(CHANGE, "5"))) == {CHANGE: HIDDEN}
    assert covers(figure(CHANGE, "5")) == {}
    exact = SmallNumberRule(mode=Mode.EXACT)
    assert covers(named(figure(CHANGE, "5", exact))) == {}


def test_what_was_decided_of_a_change_stays() -> None:
    version = figure(CHANGE, "5").version
    assert covers(figure(CHANGE, "5"), past=Past({version}, {version: HIDDEN})) == {CHANGE: HIDDEN}
    assert covers(named(figure(CHANGE, "5")), past=Past({version})) == {}
