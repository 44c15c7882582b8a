"""Proves what a typed figure, target or commentary needs, field by field."""

import pytest

from dashboard.domain.entering.entries import LONGEST_COMMENTARY, Entry, Offered, What, entry_of
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.periods.period import financial_year

OFFERED = Offered(frozenset({"t/fires", "t/burglary"}), frozenset({"t/burglary"}), frozenset({"t", "t/north"}))
FORM = {
    **{
        "indicator": "t/fires",
        "area": "t/north",
        "period": "2024/25",
        "what": "actual",
        "text": " 1,128 ",
        "marker": "p",
    },
    **{"withdraw": "", "reason": " Late\n returns ", "author": "Jo"},
}


def test_what_is_typed_is_kept_as_it_is() -> None:
    assert entry_of(FORM, OFFERED) == Entry(
        indicator="t/fires",
        area="t/north",
        period=financial_year(2024),
        what=What.ACTUAL,
        text="1,128",
        marker="p",
        reason="Late returns",
        author="Jo",
        withdrawn=False,
    )


def test_commentary_is_one_line_without_hidden_characters() -> None:
    form = FORM | {"what": "commentary", "marker": "", "text": "Fewer \u202efires,\r\n said the brigade"}
    assert entry_of(form, OFFERED).text == "Fewer fires, said the brigade"


def test_a_withdrawal_needs_no_figure() -> None:
    found = entry_of(FORM | {"withdraw": "yes", "text": "x" * 900}, OFFERED)
    assert (found.withdrawn, found.text, found.marker) == (True, "", "")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"indicator": "t/none"}, "indicator"),
        ({"area": ""}, "area"),
        ({"period": "soon"}, "period"),
        ({"period": " "}, "period"),
        ({"what": "guess"}, "what"),
        ({"indicator": "t/burglary"}, "what"),
        ({"text": ""}, "text"),
        ({"text": "1" * 201}, "text"),
        ({"what": "commentary", "marker": "", "text": "y" * (LONGEST_COMMENTARY + 1)}, "text"),
        ({"marker": "z"}, "marker"),
        ({"what": "target"}, "marker"),
        ({"reason": "r" * 501}, "reason"),
        ({"author": " "}, "author"),
    ],
)
def test_each_fault_names_its_field(change: dict[str, str], field: str) -> None:
    with pytest.raises(RefusedEntry) as caught:
        entry_of(FORM | change, OFFERED)
    assert [name for name, _ in caught.value.faults] == [field]


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(RefusedEntry) as caught:
        entry_of(dict.fromkeys(FORM, ""), OFFERED)
    told = [name for name, _ in caught.value.faults]
    assert told == ["indicator", "area", "what", "period", "text", "reason", "author"]
