"""Proves that a cell becomes a figure by the grammar of its indicator, or is rejected with its place and the mend."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from dashboard.domain.values.printed import Marker, Reason
from data.store import SqlStore
from tests.data.own.typed import load, number, observation, refused, text_file, wish

HEADING = "Indicator,Period,Actual,Target,Marker,Covers to,Note"
FILL = "NI 15,2012/13,300,,,,"  # a table of which most cells can be read
NI_15 = "warwickshire/ni-15"


OVER = "Write 0 to 100, or give it a name or unit that may pass 100, such as “% of target”."
UNDER = "Write 0 to 100, or give it a name or unit that may be under zero, such as “% change”."
WHOLE = "is it a rate? Write a whole number, or declare its value type as rate."
COUNTED = "Write what was counted, or give it a name that may be under zero, such as “Net change in …”."


@pytest.mark.parametrize(
    ("line", "rule", "why"),
    [
        ("NI 21,2010/11,101%,,,,", "percentage-impossible", f"field 3: “101%” is no percentage of anything. {OVER}"),
        ("NI 21,2010/11,-1%,,,,", "percentage-impossible", f"field 3: “-1%” is no percentage of anything. {UNDER}"),
        (
            "NI 15,2010/11,3.5,,,,",
            "count-fractional",
            f"field 3: “3.5” is a count with a fraction: {WHOLE}",
        ),
        ("NI 15,2010/11,-3,,,,", "count-negative", f"field 3: “-3” is a count under zero. {COUNTED}"),
        (
            "NI 15,2010/11,5%,,,,",
            "value-unreadable",
            "field 3: “5%” is a percentage where a count is due: give the count.",
        ),
        ("NI 15,2010/11,335,,q,,", "value-unreadable", "field 3: “q” is no marker: use p, r or e."),
        (
            "NI 15,2010/11,335,,,30/11/2010,",
            "covers-unreadable",
            "field 3: “30/11/2010” is no day such as 2026-09-30.",
        ),
        (
            "NI 15,2010/11,335,,,2010-11-29,",
            "covers-unreadable",
            "field 3: “2010-11-29” is not the last day of a month of 2010/11.",
        ),
        (
            "NI 15,2010/11,335,,,2011-04-30,",
            "covers-unreadable",
            "field 3: “2011-04-30” is not the last day of a month of 2010/11.",
        ),
        (
            "NI 15,2010/11,,*,,,",
            "value-unreadable",
            "field 4: “*” hides a figure and is no target: write the target itself.",
        ),
        (
            "NI 15,2010/11,,by \u202e5%,,,",
            "value-unreadable",
            "field 4: “by \ufffd5%” has a hidden character: write it without.",
        ),
    ],
)
def test_what_cannot_be_is_rejected_and_says_why(
    quick_engine: Engine, tmp_path: Path, line: str, rule: str, why: str
) -> None:
    summary = load(quick_engine, text_file(tmp_path, "a.csv", HEADING, line, FILL))
    assert summary.files[0].kept == [{"line": 2, "rule": rule, "text": f"line 2, {why}"}]
    assert (summary.files[0].rules, len(summary.figures.changes)) == ({rule: 1}, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("301 p", (Decimal(301), "p")),
        ("302 [r]", (Decimal(302), "r")),
        ("25 748", (Decimal(25748), "r")),  # another number than the printed one
        ("TBC", (None, "")),
        ("[x]", (None, "x")),
        ("<5", (None, "")),
        ("0", (Decimal(0), "r")),
    ],
)
def test_a_cell_is_read_by_the_grammar(
    quick_engine: Engine, tmp_path: Path, text: str, expected: tuple[Decimal | None, str]
) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, f"NI 15,2010/11,{text},,,,"))
    assert number(quick_engine, NI_15) == expected


def test_a_reason_is_never_zero_and_is_kept_as_it_stands(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, "NI 15,2010/11,to be confirmed,,,,"))
    found = observation(quick_engine, NI_15)
    assert found is not None
    assert (found.value.number, found.value.reason, found.value.raw) == (
        *(None, Reason.TO_BE_CONFIRMED),
        "to be confirmed",
    )


def test_a_marker_a_note_and_a_covered_day_are_kept(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, "NI 15,2012/13,310 (2),300,[p],2012-09-30,7"))
    found = observation(quick_engine, NI_15, "2012-13")
    assert found is not None
    assert (found.value.marker, found.value.notes, str(found.covers_to)) == (
        *(Marker.PROVISIONAL, ("2", "7")),
        "2012-09-30",
    )


def test_spaces_in_a_number_are_said_with_their_cell(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, text_file(tmp_path, "a.csv", HEADING, 'NI 15,2010/11,"1, 335",,,,'))
    assert "line 2, field 3: space inside the number." in summary.files[0].said
    assert summary.figures.changes[0].remark == "space inside the number"


def test_a_table_that_names_nobody_is_refused_until_a_partnership_is_chosen(
    quick_engine: Engine, tmp_path: Path
) -> None:
    path = text_file(tmp_path, "a.csv", HEADING, FILL)
    assert refused(quick_engine, path, wish=wish("")) == (
        "a.csv does not say whose figures it holds: choose the partnership, or give the table a column “Partnership”."
    )
    assert refused(quick_engine, path, wish=wish("…")) == "“…” cannot be the name of a partnership."
    assert load(quick_engine, path, wish=wish("WARWICKSHIRE")).loaded


def test_rows_that_name_their_partnership_go_to_it_whoever_is_chosen(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Partnership,Indicator,Period,Actual", "Derby,Burglary,2012/13,5", ",NI 15,2012/13,300")
    found = load(quick_engine, text_file(tmp_path, "a.csv", *lines)).figures
    assert {(item.partnership, item.indicator) for item in found.changes} == {
        ("Derby", "Burglary"),
        ("Warwickshire", "Most serious violent crime"),
    }


def test_the_notes_of_a_table_are_those_of_its_partnership(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Indicator,2012/13", "Knife crime,5 (1)", "(1) From the hospital")
    load(quick_engine, text_file(tmp_path, "a.csv", *lines), wish=wish("New Forest"))
    store = SqlStore(quick_engine)
    assert [(note.mark, note.text, note.table) for note in store.notes("new-forest")] == [
        ("1", "From the hospital", "a.csv"),
    ]
    (document,) = store.documents("new-forest")
    assert (document.document, document.title) == (store.notes("new-forest")[0].document, "a.csv")
    assert [item.name for item in store.indicators(Scope("new-forest"))] == ["Knife crime"]


def test_the_notes_of_a_table_stand_with_every_partnership_that_its_rows_name(
    quick_engine: Engine, tmp_path: Path
) -> None:
    lines = ("Partnership,Indicator,2012/13", "Derby,Knife crime,5*", "New Forest,Knife crime,7*", "* Under 25s alone")
    other = ("Partnership,Indicator,2012/13", "Shropshire,Knife crime,9 (1)", "(1) From the hospital")
    files = text_file(tmp_path, "a.csv", *lines), text_file(tmp_path, "b.csv", *other)
    load(quick_engine, *files, wish=wish(""))
    store = SqlStore(quick_engine)
    assert {name: [note.text for note in store.notes(name)] for name in ("derby", "new-forest", "shropshire")} == {
        "derby": ["Under 25s alone"],
        "new-forest": ["Under 25s alone"],
        "shropshire": ["From the hospital"],
    }
