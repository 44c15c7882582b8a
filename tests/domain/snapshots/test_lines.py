"""What became of a decision, an action or a risk between two meetings: one move each, the most telling first."""

from dataclasses import replace

import pytest

from dashboard.domain.disclosure.covers import HIDDEN
from dashboard.domain.disclosure.telling import WITHHELD
from dashboard.domain.snapshots.covering import covered, public
from dashboard.domain.snapshots.lines import LineMove, MovedLine, SeenLine, moves
from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.since import in_order, moved, remarks
from tests.domain.snapshots.test_covering import COVERED
from tests.domain.snapshots.typed import BURGLARY, SEEN

LOCKS = SeenLine("action", "locks", "Fit locks", "Police", "on track", "2026-03-31")
FUNDS = SeenLine("risk", "funds", "Funds end", "Director", "12 after controls", score=12)


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (LOCKS, replace(LOCKS, is_late=True), LineMove.LATE),
        (replace(LOCKS, is_late=True), replace(LOCKS, stands="done", is_done=True), LineMove.DONE),
        (LOCKS, replace(LOCKS, stands="at risk", due="2026-06-30"), LineMove.STANDS),
        (LOCKS, replace(LOCKS, due="2026-06-30"), LineMove.DUE),
        (LOCKS, replace(LOCKS, words="Fit new locks"), LineMove.WORDS),
        (FUNDS, replace(FUNDS, score=16), LineMove.UP),
        (FUNDS, replace(FUNDS, score=6), LineMove.DOWN),
        (replace(FUNDS, score=None, stands="not scored"), FUNDS, LineMove.STANDS),
    ],
)
def test_each_move_of_a_line_is_named(before: SeenLine, after: SeenLine, move: LineMove) -> None:
    assert moves([before], [after]) == (MovedLine(move, before, after),)


def test_what_is_late_comes_before_what_is_new_or_gone_and_what_is_the_same_is_left_out() -> None:
    late = replace(LOCKS, is_late=True)
    found = moves(
        [FUNDS, LOCKS, replace(LOCKS, key="same")], [replace(LOCKS, key="new"), late, replace(LOCKS, key="same")]
    )
    assert [(item.move, item.line.key) for item in found] == [
        (LineMove.LATE, "locks"),
        (LineMove.NEW, "new"),
        (LineMove.GONE, "funds"),
    ]
    assert moves([late], [late]) == ()


def test_meetings_that_kept_no_lines_tell_of_no_move() -> None:
    assert moved(Seen(), Seen(lines=(LOCKS,))) == ()
    assert moved(Seen(lines=(LOCKS,)), Seen()) == ()
    assert moved(Seen(lines=()), Seen(lines=(LOCKS,)))[0].move is LineMove.NEW


def test_what_is_said_anew_of_a_figure_is_a_remark_and_what_stands_is_none() -> None:
    said = replace(BURGLARY, commentary="More sheds")
    assert remarks(Seen(measures=(BURGLARY,)), Seen(measures=(said,))) == (said,)
    assert remarks(Seen(), Seen(measures=(said,))) == (said,)
    assert remarks(Seen(measures=(said,)), Seen(measures=(said,))) == ()
    assert remarks(Seen(measures=(said,)), Seen(measures=(BURGLARY,))) == ()


def test_the_earlier_meeting_comes_first_whichever_is_named_first() -> None:
    early, late, undated = Seen(held="2026-01-01"), Seen(held="2026-04-01"), Seen()
    assert in_order(late, early) == in_order(early, late) == (early, late)
    assert in_order(late, undated) == (late, undated)


def test_private_lines_and_covered_numbers_of_decisions_are_not_told() -> None:
    about = SeenLine("decision", "7", "Only 3 left", indicator="rutland/burglary")
    kept = replace(SEEN, lines=(LOCKS, replace(about, key="8", is_private=True), about))
    told = public(kept).lines
    assert told is not None
    assert [line.key for line in told] == ["locks", "7"]
    hidden = covered(kept, {COVERED: HIDDEN}).lines
    assert hidden is not None
    assert [line.words for line in hidden] == ["Fit locks", WITHHELD, WITHHELD]
    assert public(SEEN).lines is None
