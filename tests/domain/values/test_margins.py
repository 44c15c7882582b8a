"""Proves what may stand around a figure, and that other words are refused with what to type."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.grammar import TargetKind, read_target
from dashboard.domain.values.printed import Marker, Reason, ValueType, read_value

COUNT, PERCENTAGE = ValueType.COUNT, ValueType.PERCENTAGE

AROUND = (  # text, number, marker, notes, remarks
    ("124 (p)", "124", Marker.PROVISIONAL, (), ()),
    ("1,310 (R)", "1310", Marker.REVISED, (), ()),
    ("88(e)", "88", Marker.ESTIMATED, (), ()),
    ("88 (provisional)", "88", Marker.PROVISIONAL, (), ()),
    ("88 prov.", "88", Marker.PROVISIONAL, (), ()),
    ("88 [revised]", "88", Marker.REVISED, (), ()),
    ("88 est.", "88", Marker.ESTIMATED, (), ()),
    ("88 (p) (2)", "88", Marker.PROVISIONAL, ("2",), ()),
    ("1,200 [1]", "1200", None, ("1",), ()),
    ("1,200[note 12]", "1200", None, ("12",), ()),
    ("1200*", "1200", None, ("*",), ()),
    ("0 **", "0", None, ("**",), ()),
    ("77†", "77", None, ("†",), ()),
    ("77 # ‡", "77", None, ("#", "‡"), ()),
    ("~100", "100", Marker.ESTIMATED, (), ("“~” kept as estimated",)),
    ("c. 300", "300", Marker.ESTIMATED, (), ("“c.” kept as estimated",)),
    ("c300", "300", Marker.ESTIMATED, (), ("“c” kept as estimated",)),
    ("ca 1,300", "1300", Marker.ESTIMATED, (), ("“ca” kept as estimated",)),
    ("est. 45", "45", Marker.ESTIMATED, (), ("“est.” kept as estimated",)),
    ("About 45 (1)", "45", Marker.ESTIMATED, ("1",), ("“About” kept as estimated",)),
    ("\u201345", "-45", None, (), ()),
    ("\u201145", "-45", None, (), ()),
    ("Zero", "0", None, (), ("“Zero” read as 0",)),
)
REFUSED = (
    ("45 incidents", "write the number alone"),
    ("45 (a)", "a note as 45 [1]"),
    ("over 100", "write the number itself"),
    ("≥ 100", "write the number itself"),
    ("45+", "write the number itself"),
    ("almost 60", "write the number itself"),
    ("10-20", "write the one number that was counted"),
    ("12k", "write it in full, such as 12,000"),
    ("1'200", "1,200 or 1200"),
    ("1.234,5", "for decimals use a point"),
    ("(£45)", "for a negative number write a minus"),
    ("£(45)", "for a negative number write a minus"),
    ("45-", "write it before the number"),
    ("none", "write 0, or N/A"),
)
REASONS = (
    ("less than 5", Reason.SUPPRESSED),
    ("Fewer than 10", Reason.SUPPRESSED),
    ("TBD", Reason.TO_BE_CONFIRMED),
    ("Data not yet available", Reason.DELAYED),
    ("*", Reason.SUPPRESSED),
    ("[c]", Reason.SUPPRESSED),
)


@pytest.mark.parametrize(("text", "number", "marker", "notes", "remarks"), AROUND)
def test_what_stands_around_a_figure_is_kept_beside_it(
    text: str, number: str, marker: Marker | None, notes: tuple[str, ...], remarks: tuple[str, ...]
) -> None:
    value = read_value(text, COUNT)
    assert (value.number, value.marker, value.notes, value.remarks) == (Decimal(number), marker, notes, remarks)
    assert value.raw == text


@pytest.mark.parametrize(("text", "mend"), REFUSED)
def test_other_words_beside_a_figure_are_refused_with_what_to_type(text: str, mend: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        read_value(text, COUNT)
    assert mend in str(caught.value)


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_words_that_hide_or_postpone_a_figure_are_reasons(text: str, reason: Reason) -> None:
    assert read_value(text, COUNT).reason is reason


def test_a_percentage_may_bear_them_too_and_a_remark() -> None:
    assert read_value("45% (p)", PERCENTAGE).marker is Marker.PROVISIONAL
    assert read_value("c. 45%", PERCENTAGE).percent
    assert read_value("45% (was 44%)", PERCENTAGE).remarks == ("was 44%",)


@pytest.mark.parametrize("text", ["~100", "c. 300", "est. 45", "about 12%"])
def test_an_estimate_is_no_target(text: str) -> None:
    with pytest.raises(UnreadableValue, match="is no exact target: write the number"):
        read_target(text, PERCENTAGE)


@pytest.mark.parametrize("text", ["124 (p)", "124*", "124 [1]"])
def test_a_target_may_bear_a_marker_or_a_note(text: str) -> None:
    rule = read_target(text, COUNT)
    assert (rule.kind, rule.number) == (TargetKind.ABSOLUTE, Decimal(124))
