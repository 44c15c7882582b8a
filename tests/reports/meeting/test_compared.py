"""Two meetings are compared in words, the most telling change first."""

from dataclasses import replace

from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.slides import Measured
from dashboard.reports.meeting.compared import TwoMeetings, change_cells, since_slide
from tests.domain.snapshots.typed import BURGLARY, SEEN

NEXT = replace(BURGLARY, period="2025-26-Q2", period_label="Q2 2025/26", number="9", text="9", status="missed")


def compared(*after: Measured) -> TwoMeetings:
    return TwoMeetings(replace(SEEN, items=()), Seen(measures=after))


def test_the_finding_counts_each_kind_of_change() -> None:
    theft = replace(BURGLARY, indicator="theft", name="Theft")
    assert compared(NEXT, theft).title == "Since 20 January 2026: one target judged otherwise and one figure new"
    assert compared(BURGLARY).title == "Since 20 January 2026: nothing changed"
    assert compared().title == "Since 20 January 2026: one figure gone"


def test_a_meeting_without_a_day_is_named() -> None:
    assert TwoMeetings(replace(SEEN, held=""), SEEN).title == "Since Strategy group: nothing changed"


def test_each_change_says_then_and_now() -> None:
    [item] = compared(NEXT).shifted
    assert change_cells(item) == (
        "Burglary",
        "3 in Q1 2025/26, target 5: met",
        "9 in Q2 2025/26, target 5: missed",
        "Met → missed",
    )
    oakham = replace(BURGLARY, area="rutland/oakham", area_name="Oakham", target_text="–", status="not judged")
    [_, gone] = compared(oakham).shifted
    assert change_cells(gone) == ("Burglary", "3 in Q1 2025/26, target 5: met", "–", "No longer shown")
    assert change_cells(compared(oakham).shifted[0])[:3] == ("Burglary (Oakham)", "–", "3 in Q1 2025/26")


def test_the_screen_has_a_row_for_each_change_or_says_that_there_is_none() -> None:
    slide = since_slide(compared(NEXT), "/meeting/since?meeting=1")
    assert slide.listing is not None
    assert [row.status for row in slide.listing.rows] == ["missed"]
    assert set(slide.measures) == {BURGLARY, NEXT}  # so that a rule on small numbers finds them
    assert since_slide(compared(BURGLARY), "").lede == "Every figure, target and status is as it was."
