"""Two meetings are compared in words, the most telling change first."""

from dataclasses import replace

from dashboard.domain.snapshots.lines import SeenLine
from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.slides import Measured
from dashboard.reports.meeting.compared import TwoMeetings, change_cells, since_slide
from dashboard.reports.meeting.moved import move_cells
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


LOCKS = SeenLine("action", "locks", "1.2 Fit locks", "Police", "on track", "2026-03-31")
FUNDS = SeenLine("risk", "funds", "R1 Funds end", stands="12 after controls", score=12)
DECIDED = SeenLine("decision", "7", "Write to the council", "Director", "open", "2026-05-01")


def with_lines(*after: SeenLine) -> TwoMeetings:
    before = replace(SEEN, items=(), lines=(LOCKS, FUNDS))
    return TwoMeetings(before, Seen(measures=(NEXT,), lines=after))


def test_decisions_actions_and_risks_are_told_beside_the_figures_and_the_most_telling_first() -> None:
    late, up = replace(LOCKS, is_late=True), replace(FUNDS, score=16, stands="16 after controls")
    found = with_lines(late, up, DECIDED)
    assert found.title == (
        "Since 20 January 2026: one target judged otherwise, one action newly overdue and one risk up"
    )
    slide = since_slide(found, "")
    assert slide.listing is not None
    assert [(row.cells, row.status) for row in slide.listing.rows[1:]] == [
        (
            (
                "1.2 Fit locks (Police)",
                "on track, due 31 March 2026",
                "on track, due 31 March 2026, overdue",
                "Overdue now",
            ),
            "missed",
        ),
        (("R1 Funds end", "12 after controls", "16 after controls", "Up from 12 to 16"), "missed"),
        (("Write to the council (Director)", "–", "open, due 1 May 2026", "New"), ""),
    ]


def test_what_is_done_says_what_it_was() -> None:
    done = replace(LOCKS, stands="done", is_done=True)
    assert move_cells(with_lines(done, FUNDS).moved[0])[3] == "On track → done"


def test_a_change_that_no_kind_counts_and_a_comment_are_not_nothing() -> None:
    before = replace(SEEN, items=(), lines=(LOCKS,))
    moved = replace(before, lines=(replace(LOCKS, due="2026-09-30"),))
    assert TwoMeetings(before, moved).title == "Since 20 January 2026: one change in the plan"
    said = replace(before, measures=(replace(BURGLARY, commentary="More sheds"),))
    assert TwoMeetings(before, said).title == "Since 20 January 2026: one new comment"
