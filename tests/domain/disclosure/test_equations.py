"""Proves which counts are taken to be sums of others: areas, months, running totals, parts of indicators, rates."""

from decimal import Decimal

from dashboard.domain.disclosure.counts import Count
from dashboard.domain.disclosure.equations import Found, Frame, find_equations
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.disclosure.sums import State, Tally
from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import Period, calendar_year, financial_quarter, financial_year, month
from dashboard.domain.records import Area
from dashboard.domain.values.printed import ValueType
from tests.domain.made import indicator

RULE = SmallNumberRule(mode=Mode.SUPPRESS)
Q1, YEAR = financial_quarter(2025, 1), financial_year(2025)
APRIL, MAY, JUNE = (month(2025, number) for number in (4, 5, 6))
AREAS = (
    Area("r", "Rutland", "csp", ""),
    *(Area(f"r/{name}", name, "ward", "r") for name in "ab"),
    *(Area(f"r/{name}", name, "district", "r") for name in "xyz"),
)


def count(value: int, area: str, period: Period, name: str = "i", of: Decimal | None = None) -> Count:
    version = (name, area, period.slug, Decimal(value))
    return Count(version, first_month(period), period.months, value, RULE, of)


def found(*counts: Count, **declared: object) -> Found:
    items = [
        indicator("i", unit="incidents", **declared),
        indicator("part", part_of="i"),
        indicator("other", part_of="i"),
    ]
    items.append(indicator("rate", value_type=ValueType.RATE))
    made = Found()
    find_equations(counts, Frame.of(items, AREAS), made)
    return made


def sums(made: Found) -> set[tuple[int, tuple[int, ...]]]:
    """Every equation by its numbers, with what is left over as a negative one."""
    names = {key: -entry.value for key, entry in made.rests.items()}
    return {
        (int(item.total[3]), tuple(names.get(key, int(key[-1]) if key not in names else 0) for key in item.parts))  # type: ignore[index]
        for item in made.equations
    }


def test_an_area_is_the_sum_of_its_parts_of_each_kind() -> None:
    wards, districts = (
        [count(3, "r/a", YEAR), count(7, "r/b", YEAR)],
        [count(n, f"r/{a}", YEAR) for n, a in ((1, "x"), (2, "y"), (7, "z"))],
    )
    assert sums(found(count(10, "r", YEAR), *wards, *districts)) == {(10, (3, 7)), (10, (1, 2, 7))}


def test_what_is_left_beside_the_parts_that_are_there_is_a_count_too() -> None:
    made = found(count(14, "r", YEAR), count(6, "r/x", YEAR), count(6, "r/y", YEAR))
    assert sums(made) == {(14, (6, 6, -2))}
    assert list(made.rests.values()) == [Tally(2, State.HIDDEN, small=True)]


def test_parts_that_come_to_more_than_the_whole_say_nothing() -> None:
    assert sums(found(count(9, "r", YEAR), count(6, "r/a", YEAR), count(6, "r/b", YEAR))) == set()


def test_a_quarter_is_its_months_and_a_year_what_is_there_of_it() -> None:
    months = [count(number, "r", period) for number, period in ((6, APRIL), (7, MAY), (2, JUNE))]
    assert sums(found(count(15, "r", Q1), *months)) == {(15, (6, 7, 2))}
    assert sums(found(count(15, "r", Q1), count(40, "r", YEAR), *months)) == {
        (15, (6, 7, 2)),
        (40, (15, -25)),
        (40, (6, 7, 2, -25)),
    }


def test_years_that_overlap_are_no_sums_of_each_other() -> None:
    assert sums(found(count(15, "r", YEAR), count(9, "r", calendar_year(2025)))) == set()


def test_a_running_total_holds_what_came_before_in_its_year() -> None:
    running = [count(6, "r", APRIL), count(8, "r", MAY), count(8, "r", JUNE), count(8, "r", Q1)]
    made = found(*running, count(5, "r", month(2026, 4)), combines=Combine.LAST)
    assert sums(made) == {(8, (6, -2)), (8, (8, 0)), (8, (8,))}


def test_averages_and_positions_add_up_over_no_time() -> None:
    assert sums(found(count(15, "r", Q1), count(6, "r", APRIL), combines=Combine.AVERAGE)) == set()
    months = [count(number, "r", period) for number, period in ((6, APRIL), (7, MAY), (2, JUNE))]
    assert sums(found(count(14, "r", Q1), *months[:2], combines=Combine.NONE)) == set()
    assert sums(found(count(15, "r", Q1), *months, combines=Combine.NONE)) == {(15, (6, 7, 2))}


def test_averages_of_areas_are_no_sum() -> None:
    parts = (count(3, "r/a", YEAR), count(7, "r/b", YEAR))
    assert sums(found(count(10, "r", YEAR), *parts, combines=Combine.AVERAGE)) == set()


def test_an_indicator_is_what_its_parts_come_to_or_more() -> None:
    parts = [count(3, "r", YEAR, "part"), count(7, "r", YEAR, "other")]
    assert sums(found(count(10, "r", YEAR), *parts)) == {(10, (3, 7))}
    assert sums(found(count(12, "r", YEAR), parts[0])) == {(12, (3, -9))}


def test_a_rate_of_a_count_that_is_a_figure_itself_tells_that_count() -> None:
    rate = Count(("rate", "r", YEAR.slug, Decimal("1.2")), first_month(YEAR), 12, 3, RULE, Decimal(2500))
    made = found(count(3, "r", YEAR), rate)
    assert [(item.total, item.parts) for item in made.equations] == [(count(3, "r", YEAR).version, (rate.version,))]
    alike = Count(("share", "r", YEAR.slug, Decimal(30)), first_month(YEAR), 12, 3, RULE, Decimal(10))
    both = Found()
    shares = [indicator("rate", value_type=ValueType.RATE), indicator("share", value_type=ValueType.PERCENTAGE)]
    find_equations([rate, alike], Frame.of(shares, AREAS), both)
    assert [(item.total, item.parts) for item in both.equations] == [(rate.version, (alike.version,))]
