"""Proves that a council's long table gives one figure a row, with the quantity that its measure names."""

import csv
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from data.parcels import FigureTable
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import Member, members
from data.sources.publishers import council
from tests.data.sources.crossing import crossed

HEADING = "area_code,area_name,period,value,indicator,measure,unit,group"
ROW = 'E22000999,Testbury,2019/20,12.5,Offence rate,"Rate per 1,000",Offences,Robbery'
TIDY = Path(__file__).parents[5] / "shared" / "realdata" / "council-tidy-indicators"


def grid(*lines: str) -> Grid:
    return of_text(Member("x.csv", "".join(line + "\n" for line in lines).encode()))


def parcel(*lines: str) -> FigureTable:
    """What a table of these lines gives, as the parent gets it."""
    [found] = council.read(grid(*lines))
    read: FigureTable = crossed(found)
    return read


def row(**other: str) -> str:
    """A row of the usual heading with *other* fields."""
    usual = dict(zip(HEADING.split(","), next(csv.reader([ROW])), strict=True))
    return ",".join(f'"{text}"' for text in (usual | other).values())


def rejected(found: FigureTable) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found.rejected]


def test_a_row_is_a_figure_with_its_place() -> None:
    assert parcel(HEADING, ROW).figures == [
        {
            **{"what": "actual", "indicator": "Offence rate: Robbery", "area": "Testbury", "area_code": "E22000999"},
            **{"period": "2019-20", "text": "12.5", "note": "", "marker": "", "covers_to": ""},
            **{"partnership": "", "sheet": "", "cell": "line 2, field 4", "line": 2},
        }
    ]


def test_an_indicator_is_declared_as_far_as_the_file_goes() -> None:
    [declared] = parcel(HEADING, ROW).declared
    assert {name: text for name, text in declared.items() if text} == {
        **{"name": "Offence rate: Robbery", "value_type": "rate", "multiplier": "1000", "unit": "Offences"},
        **{"period_kind": "financial-year"},
    }
    assert declared["polarity"] == declared["category"] == declared["part_of"] == ""


@pytest.mark.parametrize("group", ["Total recorded crime", "Total", "All crime", "all offences", ""])
def test_the_total_goes_by_the_name_of_the_indicator(group: str) -> None:
    assert parcel(HEADING, row(group=group)).declared[0]["name"] == "Offence rate"


@pytest.mark.parametrize("group", ["Total theft offences", "All other theft", "Robbery"])
def test_a_part_goes_by_its_own_name_too(group: str) -> None:
    assert parcel(HEADING, row(group=group)).declared[0]["name"] == f"Offence rate: {group}"


@pytest.mark.parametrize(
    ("measure", "kind", "multiplier"),
    [
        ("Rate per 1,000", "rate", "1000"),
        ("rate per 100,000 people", "rate", "100000"),
        ("Percentage", "percentage", ""),
        ("Count", "count", ""),
        ("Number", "count", ""),
        ("Score", "rate", "1"),
        ("Rate", "rate", ""),
        ("Index", "", ""),
        ("", "", ""),
    ],
)
def test_the_measure_names_the_quantity_or_nothing_is_declared(measure: str, kind: str, multiplier: str) -> None:
    [declared] = parcel(HEADING, row(measure=measure)).declared
    assert (declared["value_type"], declared["multiplier"]) == (kind, multiplier)


def test_an_indicator_of_two_measures_is_two_indicators() -> None:
    found = parcel(HEADING, row(), row(measure="Count", value="7"))
    names = ["Offence rate: Robbery (Rate per 1,000, Offences)", "Offence rate: Robbery (Count, Offences)"]
    assert [declared["name"] for declared in found.declared] == names
    assert {figure["indicator"]: figure["text"] for figure in found.figures} == {names[0]: "12.5", names[1]: "7"}


def test_columns_may_stand_in_any_order_and_be_typed_anew() -> None:
    heading = "AreaCode,Area name,Indicator,Period,Measure,Unit,Value"
    [figure] = parcel(heading, "E05999999,Testward,Burglary,2018,Count,Crimes,20").figures
    assert (figure["indicator"], figure["period"], figure["text"]) == ("Burglary", "2018", "20")
    assert figure["cell"] == "line 2, field 7"


def test_lines_above_the_heading_and_notes_below_are_left_out_and_said() -> None:
    found = parcel("Crime in Testshire,,,,,,,", HEADING, ROW, "Source: invented")
    assert (len(found.figures), found.rows, found.rejected) == (1, 1, [])
    assert found.remarks == ["Lines above the heading, or with one cell alone, are left out: 2."]


def test_columns_that_are_not_read_are_said() -> None:
    found = parcel(f"{HEADING},significance", f"{ROW},Worse")
    assert found.remarks == ["Columns that hold no figure are left out: significance."]


@pytest.mark.parametrize("text", ["", ":", "[c]", "1,234", "<5"])
def test_the_text_of_a_cell_is_kept_for_the_grammar(text: str) -> None:
    assert parcel(HEADING, row(value=text)).figures[0]["text"] == text


def test_months_to_months_are_a_span_and_it_is_said() -> None:
    found = parcel(HEADING, row(period="2017-10 to 2018-11"))
    assert found.figures[0]["period"] == "2017-10--2018-11"
    assert found.declared[0]["period_kind"] == "span"
    assert found.remarks == ["“2017-10 to 2018-11” is read as 14 months: Oct 2017 to Nov 2018."]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"period": "Q1"}, "period-unreadable"),
        ({"period": "2010-11 to 2011-12"}, "period-unreadable"),  # months, or financial years
        ({"period": "2018-11 to 2017-10"}, "period-unreadable"),
        ({"area_name": ""}, "code-blank"),
        ({"indicator": ""}, "code-blank"),
        ({"area_name": "T" * 201}, "words-unreadable"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(fields: dict[str, str], rule: str) -> None:
    found = parcel(HEADING, row(**fields), row(period="2020/21"))
    assert (rejected(found), len(found.figures), found.rows) == ([(2, rule)], 1, 2)


def test_a_short_row_is_rejected_because_its_group_is_lost() -> None:
    found = parcel(HEADING, ROW.removesuffix(",Robbery"), row(period="2020/21"))
    assert rejected(found) == [(2, "row-fields")]


def test_a_row_of_a_workbook_may_end_early_and_have_notes_beside() -> None:
    heading, full = HEADING.split(","), next(csv.reader([ROW]))
    sheet = Grid("x.xlsx", [heading, full[:6], [*full[:2], "2020/21", *full[3:], "a note"]], [3, 4, 5], sheet="Data")
    [found] = council.read(sheet)
    said = [(figure["indicator"], figure["sheet"], figure["cell"]) for figure in found.figures]
    assert said == [
        ("Offence rate", "Data", "D4"),
        ("Offence rate: Robbery", "Data", "D5"),
    ]


def test_a_cell_that_cannot_be_trusted_rejects_its_row_where_it_is_read() -> None:
    table = grid(f"{HEADING},significance", f"{ROW},x", f"{row(period='2020/21')},x")
    table.faults = {(1, 3): "doubled", (2, 8): "doubled"}
    [found] = council.read(table)
    assert (rejected(found), len(found.figures)) == ([(2, "doubled")], 1)


def test_the_same_figure_counts_once_and_another_one_not_at_all() -> None:
    found = parcel(HEADING, ROW, ROW, row(area_code="E22000998", value="1"), row(area_code="E22000998", value="2"))
    assert ([figure["text"] for figure in found.figures], rejected(found)) == (
        ["12.5"],
        [(4, "doubled"), (5, "doubled")],
    )
    assert found.remarks == ["Rows that stand twice with the same values count once: 1."]


@pytest.mark.parametrize(("areas", "national"), [(60, False), (61, True)])
def test_a_table_of_many_areas_covers_the_country(areas: int, national: bool) -> None:
    assert parcel(HEADING, *(row(area_code=f"E{at:08}") for at in range(areas))).national is national


def test_other_tables_are_not_recognised() -> None:
    assert council.recognises(grid(HEADING, ROW))
    assert not council.recognises(grid("indicator,area,period,actual,target", "Burglary,Testbury,2019/20,5,4"))
    assert not council.recognises(grid("LSOA21CD,Total", "E01000001,5"))


def test_a_table_without_figures_or_with_two_values_is_refused() -> None:
    with pytest.raises(RefusedFile, match=r"^x\.csv holds no figure that can be read: "):
        parcel(HEADING)
    with pytest.raises(RefusedFile, match=r"^x\.csv has the column “value” twice: remove one\.$"):
        parcel(f"{HEADING},Value", f"{ROW},5")


@pytest.mark.realdata
@pytest.mark.skipif(not TIDY.is_dir(), reason="the published files of ../shared/realdata are not there")
@pytest.mark.parametrize("name", sorted(path.name for path in TIDY.glob("*.csv")))
def test_every_row_of_a_published_table_is_a_figure(name: str) -> None:
    with (TIDY / name).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    [member] = members(TIDY / name)
    [found] = council.read(of_text(member))
    assert [(figure["area_code"], figure["area"], figure["text"]) for figure in found.figures] == [
        (row["area_code"], row["area_name"], row["value"].replace("NA", ""))
        for row in rows  # NA is R's blank
    ]
    assert len(found.declared) == len({(row["indicator"], row.get("group")) for row in rows})
    assert len({(figure["indicator"], figure["period"]) for figure in found.figures}) == len(
        {(row.get("group"), row["period"]) for row in rows}
    )
    assert (found.rows, found.rejected) == (len(rows), [])
