"""Each line is chained to the one before, so that a line removed, changed, put in or cut off shows, and which."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dashboard.domain.access.audit import EMPTY, Head, TrailLine, chained, digest_of, verify
from dashboard.domain.access.deeds import Actor, Deed, DeedKind, Way

SOMEBODY = Actor("u7", "A. Jones", Way.PAGE, "192.0.2.7")
Break = Callable[[list[TrailLine]], list[TrailLine]]


def trail(count: int) -> tuple[list[TrailLine], Head]:
    lines: list[TrailLine] = []
    head = EMPTY
    for at in range(count):
        line = chained(Deed(DeedKind.FIGURE_ENTERED, f"figure {at}"), SOMEBODY, f"2026-11-30T06:0{at}", head)
        lines.append(line)
        head = Head(line.number, line.digest)
    return lines, head


def rewritten(line: TrailLine, **said: object) -> TrailLine:
    """*line* as somebody leaves it who works its own fingerprint out anew."""
    changed = replace(line, **said)  # type: ignore[arg-type]
    return replace(changed, digest=digest_of(changed))


def renumbered(lines: list[TrailLine], by: int) -> list[TrailLine]:
    return [replace(line, number=line.number + by) for line in lines]


def test_the_fingerprint_is_that_of_a_json_list_worked_out_by_hand() -> None:
    [line], _ = trail(1)
    said = [1, "2026-11-30T06:00", "u7", "A. Jones", "page", "192.0.2.7", "figure entered", "", "figure 0", "", ""]
    text = json.dumps([*said, "done", ""], separators=(",", ":"))
    assert line.digest == hashlib.sha256(text.encode()).hexdigest()


def test_words_that_move_from_one_field_to_the_next_are_another_line() -> None:
    first = chained(Deed(DeedKind.FIGURE_ENTERED, "ab", "c"), SOMEBODY, "now", EMPTY)
    second = chained(Deed(DeedKind.FIGURE_ENTERED, "a", "bc"), SOMEBODY, "now", EMPTY)
    quoted = chained(Deed(DeedKind.FIGURE_ENTERED, 'ab","c', ""), SOMEBODY, "now", EMPTY)
    assert len({first.digest, second.digest, quoted.digest}) == 3


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_trail_as_it_was_written_is_whole(count: int) -> None:
    lines, head = trail(count)
    found = verify(lines, head)
    assert (found.is_whole, found.line) == (True, 0)
    assert found.sentence.startswith("The trail is whole: ")


def test_a_walk_may_begin_in_the_middle() -> None:
    lines, head = trail(5)
    assert verify(lines[3:], head, Head(3, lines[2].digest)).is_whole


@pytest.mark.parametrize(
    ("break_it", "sentence", "at"),
    [
        (lambda all: [*all[:2], *all[3:]], "Line 3 was removed.", 3),
        (lambda all: all[2:], "Lines 1 to 2 were removed.", 1),
        (lambda all: all[:4], "Line 5 was cut off at the end.", 5),
        (lambda all: [], "Lines 1 to 5 were cut off at the end.", 1),
        (lambda all: [*all[:2], replace(all[2], after="7"), *all[3:]], "Line 3 was changed.", 3),
        (
            lambda all: [*all[:2], rewritten(all[2], after="7"), *all[3:]],
            "Line 3 was changed or put in: line 4 was written after another.",
            3,
        ),
        (
            lambda all: [*all[:4], rewritten(all[4], name="B. Smith")],
            "Line 5, the last, was changed or put in.",
            5,
        ),
        (
            lambda all: [*all[:2], *renumbered(all[3:], -1)],
            "A line before line 3 was removed, and those after it were renumbered.",
            3,
        ),
        (
            lambda all: [*all[:2], rewritten(all[2], subject="x"), *renumbered(all[2:], 1)],
            "A line before line 4 was put in, and those after it were renumbered.",
            4,
        ),
        (
            lambda all: [*all, rewritten(all[4], number=6, previous=all[4].digest)],
            "Line 6 was put in at the end.",
            6,
        ),
        (lambda all: [*all[:3], *all[2:]], "Line 3 was put in: there is another of its number.", 3),
        (
            lambda all: [rewritten(all[0], previous="abc"), *all[1:]],
            "What stood before line 1 was removed.",
            1,
        ),
    ],
)
def test_what_was_done_to_a_trail_is_said_in_a_sentence_with_its_line(break_it: Break, sentence: str, at: int) -> None:
    lines, head = trail(5)
    found = verify(break_it(lines), head)
    assert (found.sentence, found.line, found.is_whole) == (sentence, at, False)


def test_a_trail_without_the_note_of_its_end_is_not_whole() -> None:
    assert verify(trail(2)[0], None).line == 2
    assert verify([], None).line == 1


def test_an_empty_trail_with_a_fingerprint_at_its_end_is_not_whole() -> None:
    assert not verify([], Head(0, "abc")).is_whole


@pytest.mark.parametrize("at", range(5))
@pytest.mark.parametrize("field", ["moment", "account", "name", "origin", "deed", "before", "outcome", "previous"])
def test_no_field_of_any_line_can_be_changed_unseen(at: int, field: str) -> None:
    lines, head = trail(5)
    changed: dict[str, Any] = {field: "changed"}
    lines[at] = replace(lines[at], **changed)
    assert verify(lines, head).line == at + 1


def test_the_head_is_shown_by_its_first_characters() -> None:
    assert trail(1)[1].shown == trail(1)[0][0].digest[:12]
