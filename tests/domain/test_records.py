"""What is kept: places of source cells, keys of areas, definitions that change at a break."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import Period, calendar_year, financial_year
from dashboard.domain.records import Area, Break, Indicator, Observation, SourceCell
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import Value, ValueType
from tests.domain.made import indicator

CELL = SourceCell(7, "WAR", "Table 1", "NI30", "2010/11 Target", "29%")


def broken(period: Period, kind: str, value_type: ValueType | None = None, unit: str = "") -> Break:
    polarity = Polarity.HIGHER if value_type else None
    return Break(period, kind, "as the note says", value_type, unit, polarity, CELL)


def reoffending(*breaks: Break) -> Indicator:
    return indicator("warwickshire/ni-30", code="NI 30", unit="offenders", source=CELL, breaks=breaks)


UNIT = broken(financial_year(2010), "unit", ValueType.PERCENTAGE, "% reduction")
ENDED = broken(financial_year(2011), "discontinued")


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        (CELL, "Table 1 · NI30 · 2010/11 Target"),
        (SourceCell(1, "WAR", "Text: Vision", "19 families", "text", "19"), "Text: Vision · 19 families"),
        (SourceCell(2, "STA", "8.2", "", "Baseline", ""), "8.2 · Baseline"),
    ],
)
def test_a_cells_place_names_table_row_and_column_and_leaves_out_what_says_nothing(
    cell: SourceCell, place: str
) -> None:
    assert cell.place == place


@pytest.mark.parametrize(
    ("slug", "key"), [("south-staffordshire/locality-5", "locality-5"), ("derby", "derby"), ("a/b/c", "c")]
)
def test_an_areas_key_is_the_last_part_of_its_address(slug: str, key: str) -> None:
    assert Area(slug, "Any", "locality", "").key == key


def test_an_indicators_slug_is_the_last_part_of_its_id() -> None:
    assert reoffending().slug == "ni-30"


@pytest.mark.parametrize(
    ("starts", "value_type", "unit", "polarity"),
    [
        (2009, ValueType.COUNT, "offenders", Polarity.LOWER),
        (2010, ValueType.PERCENTAGE, "% reduction", Polarity.HIGHER),
        (2012, ValueType.PERCENTAGE, "% reduction", Polarity.HIGHER),
    ],
)
def test_the_definition_in_force_is_that_of_the_last_break_by_then(
    starts: int, value_type: ValueType, unit: str, polarity: Polarity
) -> None:
    found = reoffending(ENDED, UNIT).at(financial_year(starts))
    assert (found.value_type, found.unit, found.polarity) == (value_type, unit, polarity)


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        (2009, 2010, UNIT),
        (2008, 2012, UNIT),
        (2008, 2009, None),
        (2010, 2011, None),
        (2010, 2010, None),
    ],
)
def test_periods_on_both_sides_of_a_change_of_unit_are_not_comparable(
    earlier: int, later: int, found: Break | None
) -> None:
    assert reoffending(UNIT, ENDED).broken_between(financial_year(earlier), financial_year(later)) == found


@pytest.mark.parametrize(("period", "found"), [(financial_year(2010), None), (financial_year(2011), ENDED)])
def test_an_indicator_is_discontinued_from_its_break_on(period: Period, found: Break | None) -> None:
    assert reoffending(UNIT, ENDED).discontinued(period) == found


def test_an_indicator_without_breaks_never_changes() -> None:
    assert reoffending().at(calendar_year(1999)) == reoffending()
    assert reoffending().discontinued(calendar_year(2030)) is None


def test_an_actual_to_november_covers_eight_months_and_is_part_of_its_year() -> None:
    year = financial_year(2010)
    whole = Observation("i", "a", year, Value(Decimal(1140)), ())
    part = Observation("i", "a", year, Value(Decimal(1128)), (), covers_to=date(2010, 11, 30))
    assert (whole.months, whole.is_part) == (12, False)
    assert (part.months, part.is_part) == (8, True)


def test_an_actual_counted_from_files_covers_the_months_that_are_held_wherever_they_lie() -> None:
    counted = Observation(
        "sampleshire/burglary", "sampleshire", financial_year(2013), Value(Decimal(9)), (CELL,), held=3
    )
    assert (counted.months, counted.is_part) == (3, True)


@pytest.mark.parametrize(
    ("name", "unit", "kind"),
    [
        ("Re-offending", "offenders", ValueType.COUNT),
        ("Net change in officers", "officers", ValueType.RATE),
        ("Officers", "net change", ValueType.RATE),
    ],
)
def test_a_net_change_is_no_count_for_a_test_of_chance(name: str, unit: str, kind: ValueType) -> None:
    assert replace(reoffending(), name=name, unit=unit).tested_as is kind


@pytest.mark.parametrize(
    ("combines", "name", "expected"),
    [
        (None, "Re-offending", (Combine.SUM, False, True)),
        (None, "Offenders on the caseload", (Combine.LAST, False, True)),
        (None, "Re-offending (cumulative)", (Combine.LAST, True, True)),
        (Combine.LAST, "Re-offending", (Combine.LAST, True, True)),
        (Combine.NONE, "Re-offending", (Combine.NONE, False, False)),
        (Combine.AVERAGE, "Re-offending", (Combine.AVERAGE, False, False)),
    ],
)
def test_a_declared_way_to_make_a_year_goes_before_the_words(
    combines: Combine | None, name: str, expected: tuple[object, ...]
) -> None:
    found = replace(reoffending(), combines=combines, name=name)
    assert (found.combining, found.is_running, found.adds_over_areas) == expected
