"""A row of the template holds what stands in a table as it is, never what stands in place of a small number."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.domain.periods.period import read_period
from dashboard.domain.records import Observation, SourceCell
from dashboard.domain.values.printed import ROUNDED_TO, Marker, Reason, Value
from dashboard.reports.packs.template_rows import is_typed_actual, template_row

CELL = SourceCell(1, "WAR", "Table 1", "NI 15", "Actual", "335")
TYPED = Observation(
    indicator="warwickshire/ni-15",
    area="warwickshire",
    period=read_period("2010/11"),
    value=Value(Decimal(335), marker=Marker.PROVISIONAL, notes=("3",), raw="335 ³"),
    sources=(CELL,),
    covers_to=date(2010, 11, 30),
)


def test_what_is_counted_worked_out_or_covered_is_no_typed_figure() -> None:
    rounded = Value(Decimal(335), remarks=(f"{ROUNDED_TO}5",), raw="335 (rounded to 5)")
    hidden = Value(None, Reason.SUPPRESSED, Marker.CONFIDENTIAL, raw="[c]")
    others = (
        replace(TYPED, held=12),
        replace(TYPED, derived="Sum of 5 locality figures"),
        replace(TYPED, value=rounded),
        replace(TYPED, value=hidden),
    )
    assert [is_typed_actual(item) for item in (TYPED, *others)] == [True, False, False, False, False]


def test_a_figure_is_written_as_it_is_typed_with_its_marker_day_and_notes() -> None:
    names = ("Warwickshire", "NI 15", "")
    assert template_row(names, TYPED, None) == (*names, "2010/11", "335 ³", "", "p", "2010-11-30", "3")
    assert template_row(names, None, None)[3:] == ("", "", "", "", "", "")
