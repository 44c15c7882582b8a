"""What changed between two meetings."""

from dataclasses import replace

from dashboard.domain.snapshots.seen import Seen, SeenItem
from dashboard.domain.snapshots.since import Shift, Shifted, shifts
from dashboard.domain.snapshots.slides import Measured, Slide
from tests.domain.snapshots.typed import BURGLARY


def of(*measures: Measured) -> Seen:
    return Seen(measures=measures)


def test_each_change_of_a_figure_is_named() -> None:
    cases = [
        (replace(BURGLARY, status="missed", number="9", text="9"), Shift.STATUS),
        (replace(BURGLARY, period="2025-26-Q2", number="4", text="4"), Shift.NEWER),
        (replace(BURGLARY, number="4", text="4"), Shift.REVISED),
        (replace(BURGLARY, number="", text="withdrawn"), Shift.REVISED),
        (replace(BURGLARY, target="6", target_text="6"), Shift.TARGET),
    ]
    for after, shift in cases:
        assert shifts(of(BURGLARY), of(after)) == (Shifted(shift, BURGLARY, after),)


def test_a_figure_that_was_awaited_is_newer_when_it_comes() -> None:
    awaited = replace(BURGLARY, number="", text="awaited")
    assert shifts(of(awaited), of(BURGLARY))[0].shift is Shift.NEWER


def test_what_is_the_same_is_left_out() -> None:
    assert shifts(of(BURGLARY), of(replace(BURGLARY, commentary="said since"))) == ()
    assert shifts(Seen(), Seen()) == ()


def test_what_is_new_or_gone_is_told_after_what_is_judged_otherwise() -> None:
    robbery, theft = replace(BURGLARY, indicator="robbery", name="Robbery"), replace(BURGLARY, indicator="theft")
    found = shifts(of(BURGLARY, theft), of(robbery, replace(BURGLARY, status="missed")))
    assert [item.shift for item in found] == [Shift.STATUS, Shift.NEW, Shift.GONE]
    assert [item.measured.indicator for item in found] == ["rutland/burglary", "robbery", "theft"]


def test_the_same_indicator_of_another_area_is_another_figure() -> None:
    oakham = replace(BURGLARY, area="rutland/oakham")
    assert [item.shift for item in shifts(of(BURGLARY), of(BURGLARY, oakham))] == [Shift.NEW]


def test_a_figure_on_a_screen_alone_counts_and_the_view_counts_first() -> None:
    slide = SeenItem(slide=Slide(measures=(replace(BURGLARY, number="5", text="5"),)))
    assert shifts(of(BURGLARY), Seen(items=(slide,)))[0].shift is Shift.REVISED
    assert shifts(of(BURGLARY), Seen(measures=(BURGLARY,), items=(slide,))) == ()
