"""Proves that nobody works out a small count from all that is shown: not from totals, releases, rates or changes."""

import os
from collections.abc import Iterable
from decimal import Decimal
from random import Random

import pytest

from dashboard.domain.disclosure import partners as search
from dashboard.domain.disclosure.counts import Figure
from dashboard.domain.disclosure.covers import HIDDEN, Cover, Past, Plan
from dashboard.domain.disclosure.plan import plan
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.periods.period import Period, financial_quarter, financial_year
from tests.domain.disclosure.county import (
    THEFT,
    WHOLE,
    Table,
    figures,
    frame,
    month,
    some_months,
    with_totals,
    worked_out,
)

SUPPRESS = SmallNumberRule(mode=Mode.SUPPRESS)
ROUND = SmallNumberRule(mode=Mode.ROUND)
NO_PAST = Past()
Q1, YEAR = financial_quarter(2025, 1), financial_year(2025)
ATTEMPTS = int(os.environ.get("OUTTURN_ATTEMPTS", "6"))  # of each kind; docs/small-numbers.md says what 500 found
MONTHS = [[6, 6, 2], [9, 12, 15], [30, 20, 8]]


def planned(tables: Iterable[Table], rule: SmallNumberRule | None, past: Past = NO_PAST, wards: int = 3) -> Plan:
    return plan([figures(table, rule) for table in tables], frame(wards), past)


def shown(found: Plan, place: tuple[str, Period], number: int) -> Decimal | str | None:
    area, period = place
    cover = found.covers.get((THEFT, area, period.slug, Decimal(number)))
    return "as it is" if cover is None else cover.number


def changed(table: Table, area: str, at: int, step: int) -> Table:
    """*table* with one month of a ward corrected, and whatever it is a part of with it."""
    touched = month(at)
    return {
        (name, period): number + step * (name in (area, WHOLE) and period.start <= touched.start <= period.end)
        for (name, period), number in table.items()
    }


def test_without_a_rule_everything_is_shown_as_it_is() -> None:
    assert planned([with_totals(MONTHS)], None).covers == {}
    assert planned([with_totals(MONTHS)], SmallNumberRule(mode=Mode.EXACT)).covers == {}


def test_a_small_count_is_hidden_with_others_so_that_the_quarter_less_two_months_gives_nothing() -> None:
    table = with_totals(MONTHS)
    found = planned([table], SUPPRESS)
    assert shown(found, (f"{WHOLE}/0", month(2)), 2) is None
    assert 3 <= len(found.covers) < len(table) / 2
    assert worked_out([table], found.covers, SUPPRESS) == []


def test_hiding_the_small_count_alone_is_what_the_adversary_sees_through() -> None:
    """The adversary of these tests is one: they find what a plan without partners gives away."""
    table = with_totals(MONTHS)
    alone = planned([table], SmallNumberRule(mode=Mode.SUPPRESS, secondary=False))
    assert list(alone.covers.values()) == [HIDDEN]
    assert worked_out([table], alone.covers, SUPPRESS) == [(f"{WHOLE}/0", month(2))]
    assert worked_out([table], {}, SUPPRESS) == [(f"{WHOLE}/0", month(2))]


def test_every_count_is_rounded_and_totals_that_would_tell_give_way() -> None:
    twos = with_totals([[2, 2, 2]] * 4)
    found = planned([twos], ROUND, wards=4)
    assert shown(found, (f"{WHOLE}/0", month(0)), 2) == 0
    assert worked_out([twos], found.covers, ROUND) == []
    plain = {version: Cover(Decimal(ROUND.rounded(version[3])), 5) for version in found.covers}
    assert worked_out([twos], plain, ROUND), "rounded each by itself, they tell"


@pytest.mark.parametrize("seed", range(ATTEMPTS))
@pytest.mark.parametrize("mode", [Mode.SUPPRESS, Mode.ROUND])
def test_no_mixture_of_two_releases_gives_a_small_count_back(mode: Mode, seed: int) -> None:
    random = Random(seed)
    rule = SmallNumberRule(random.choice((3, 5)), mode, show_zero=random.random() < 0.5)
    wards = random.randint(2, 3)
    first = with_totals(some_months(random, wards, random.choice((3, 6)), 20))
    second = changed(first, f"{WHOLE}/{random.randrange(wards)}", random.randrange(3), random.choice((1, 2, 5)))
    if seed % 3 == 0:
        for place in random.sample(sorted(first), len(first) // 5):
            del first[place], second[place]
    found = planned([first, second], rule, wards=wards)
    assert found.covers or not any(rule.is_small(number) for number in (first | second).values())
    assert worked_out([first, second], found.covers, rule) == []


def test_a_count_that_did_not_change_is_covered_alike_before_and_after_a_correction() -> None:
    first = with_totals(MONTHS)
    second = changed(first, f"{WHOLE}/1", 1, 5)
    found = planned([first, second], SUPPRESS)
    assert shown(found, (f"{WHOLE}/0", month(2)), 2) is None
    assert worked_out([first, second], found.covers, SUPPRESS) == []
    apart = planned([first], SUPPRESS).covers | planned([second], SUPPRESS).covers
    assert set(apart) - set(found.covers) or set(found.covers) - set(apart) or apart == found.covers


def test_what_was_shown_once_is_hidden_for_no_other_and_what_was_hidden_stays_so() -> None:
    first = {
        place: number for place, number in with_totals(MONTHS).items() if place[1].months == 1 and place[1] != month(2)
    }
    before = planned([first], SUPPRESS)
    assert before.covers == {}
    table = with_totals(MONTHS)
    decided = {figure.version for figure in figures(first, SUPPRESS)}
    after = planned([first, table], SUPPRESS, Past(decided))
    assert not decided & set(after.covers)
    assert shown(after, (f"{WHOLE}/0", Q1), 14) is None
    assert worked_out([first, table], after.covers, SUPPRESS) == []
    past = Past({figure.version for figure in figures(table, SUPPRESS)}, after.covers)
    third = changed(table, f"{WHOLE}/2", 0, 4)
    again = planned([first, table, third], SUPPRESS, past)
    assert again.covers.items() >= after.covers.items()
    assert worked_out([first, table, third], again.covers, SUPPRESS) == []


def test_what_was_rounded_stays_as_it_was_rounded() -> None:
    table = with_totals(MONTHS)
    first = planned([table], ROUND)
    second = changed(table, f"{WHOLE}/0", 0, 1)
    past = Past({figure.version for figure in figures(table, ROUND)}, first.covers)
    found = planned([table, second], ROUND, past)
    assert found.covers.items() >= first.covers.items()
    assert worked_out([table, second], found.covers, ROUND) == []


def test_a_small_count_that_was_given_away_before_is_named() -> None:
    table = with_totals(MONTHS)
    small = (THEFT, f"{WHOLE}/0", month(2).slug, Decimal(2))
    decided = {figure.version for figure in figures(table, SUPPRESS)} - {small}
    assert planned([table], SUPPRESS, Past(decided)).given_back == [small]


def test_where_the_search_would_take_too_long_the_table_is_rounded_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "MOST_WORK", 0)
    table = with_totals(MONTHS)
    found = planned([table], SUPPRESS)
    assert len(found.instead) == len(found.covers) == len(table)
    assert shown(found, (f"{WHOLE}/0", month(2)), 2) == 0
    assert shown(found, (f"{WHOLE}/2", month(0)), 30) == 30


def test_a_small_count_that_was_hidden_stays_hidden_where_the_table_is_rounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_WORK", 0)
    table = with_totals(MONTHS)
    small = (THEFT, f"{WHOLE}/0", month(2).slug, Decimal(2))
    found = planned([table], SUPPRESS, Past({small}, {small: HIDDEN}))
    assert found.covers[small] == HIDDEN


def test_counts_under_two_rules_that_hang_together_follow_the_stricter_one() -> None:
    strict = SmallNumberRule(10, Mode.SUPPRESS)
    parts = [Figure(THEFT, "rutland/0", YEAR, Decimal(7), strict), Figure(THEFT, WHOLE, YEAR, Decimal(20), ROUND)]
    found = plan([parts], frame(2), NO_PAST).covers
    assert {version[1]: cover for version, cover in found.items()} == {
        "rutland/0": HIDDEN,
        WHOLE: Cover(Decimal(20), 5),
    }


def test_a_cover_says_what_it_is() -> None:
    assert (HIDDEN.text, HIDDEN.words) == ("[c]", "suppressed so that no small number can be worked out")
    assert (Cover(Decimal("2.0"), 5).text, Cover(Decimal(5), 5).words) == ("2.0", "rounded to 5")
