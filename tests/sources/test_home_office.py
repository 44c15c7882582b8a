"""Proves that Home Office recorded crime is summed by group, area and quarter, corrections and all."""

import csv
import gzip
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest

from dashboard.domain.errors import RefusedFile
from data.sources import home_office
from data.sources.grids import Grid, of_text
from data.sources.home_office import usual_name
from data.sources.members import Member, members
from data.sources.offence_groups import CATEGORIES, MISCELLANEOUS, OTHER, PARTS, TOTAL
from data.sources.rejections import RULES

HEADING = ",Financial_Year,Financial_Quarter,Force_Name,Offence_Description,Offence_Group,Offence_Subgroup,"
HEADING += "Offence_Code,Number_of_Offences"
PUBLISHED = "Financial Year,Financial Quarter,Force Name,CSP Name,ONS Code,Offence Description,Offence Group,"
PUBLISHED += "Offence Subgroup,Offence Code,Number of Offences"
RECORDED = Path(__file__).parents[3] / "shared" / "realdata" / "home-office-recorded-crime"
NOWHERE = ("Action Fraud", "CIFAS", "UK Finance", "Financial Fraud Action UK", "British Transport Police")
CATEGORY_FILE = Path(__file__).parents[2] / "data" / "published" / "categories.csv"


def row(subgroup: str = "Arson", count: str = "5", **other: str) -> str:
    """A row of the force table; the group is that of criminal damage unless it is said."""
    usual = {
        "year": "2017/18",
        "quarter": "1",
        "force": "Testshire",
        "group": "Criminal damage and arson",
        "code": "56",
    }
    said = usual | other
    fields = ("0", said["year"], said["quarter"], said["force"], "An offence", said["group"], subgroup, said["code"])
    return ",".join(f'"{field}"' for field in (*fields, count))


def rest(but: tuple[str, ...] = (), **other: str) -> list[str]:
    """A row without an offence of every subgroup of every group, *but* those."""
    groups = {group: [names[0] for names in parts] or [group] for group, parts in PARTS.items()}
    groups[MISCELLANEOUS[1]] = [MISCELLANEOUS[1]]
    pairs = ((group, name) for group, names in groups.items() for name in names if not {group, name} & set(but))
    return [row(name, "0", group=group, **other) for group, name in pairs]


def grid(*lines: str) -> Grid:
    return of_text(Member("prc.csv", "".join(line + "\n" for line in lines).encode()))


def of_grid(table: Grid) -> dict[str, Any]:
    """What the parent gets."""
    assert home_office.recognises(table)
    [found] = home_office.read(table)
    read: dict[str, Any] = orjson.loads(orjson.dumps(found))
    return read


def parcel(*rows: str) -> dict[str, Any]:
    return of_grid(grid(HEADING, *rows))


def sums(found: dict[str, Any]) -> dict[tuple[str, str, str], str]:
    """The text of each figure by indicator, area and period; none stands twice."""
    texts = {(item["indicator"], item["area"], item["period"]): item["text"] for item in found["figures"]}
    assert len(texts) == len(found["figures"])
    return texts


def of_testshire(found: dict[str, Any]) -> dict[str, str]:
    return {key[0]: text for key, text in sums(found).items() if key[1:] == ("Testshire", "2017-18-Q1")}


def rejected(found: dict[str, Any]) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found["rejected"]]


def test_offences_are_summed_by_subgroup_group_and_total() -> None:
    rows = (row("Arson", "5"), row("Criminal damage", "1,200"), row("Criminal damage", "30", code="58A"))
    found = of_testshire(parcel(*rows, row("Robbery", "7", group="Robbery", code="34A"), *rest()))
    assert {name: text for name, text in found.items() if text != "0"} == {
        **{TOTAL: "1242", "Criminal damage and arson": "1235", "Arson": "5", "Criminal damage": "1230"},
        "Robbery": "7",
    }


@pytest.mark.parametrize(
    ("but", "lacks"),
    [
        (("Robbery",), "Robbery"),
        (("Miscellaneous crimes",), "Miscellaneous crimes against society"),
        (("Public order offences",), "Public order offences"),
        (("Theft offences", "Drug offences"), "Theft offences, Drug offences"),
        (("Homicide",), "Violence against the person"),
        (("Shoplifting",), "Theft offences"),
        (("Rape offences", "Arson"), "Sexual offences, Criminal damage and arson"),
    ],
)
def test_a_filtered_table_has_no_total(but: tuple[str, ...], lacks: str) -> None:
    found = parcel(*rest(but), *rest(quarter="2"))
    assert {key[2] for key in sums(found) if key[0] == TOTAL} == {"2017-18-Q2"}
    [said] = [words for words in found["remarks"] if f"“{TOTAL}”" in words]
    assert (
        "is made for one area and quarter, because the file lacks rows that belong to it: Testshire, Q1 2017/18"
        f" has none of {lacks}. Load the table unfiltered for totals." in said
    )


@pytest.mark.parametrize(
    ("group", "held", "made"),
    [
        ("Theft offences", ("Shoplifting", "Bicycle theft"), False),
        ("Sexual offences", ("Rape",), False),
        ("Sexual offences", ("Rape", "Other sexual offences"), True),
        ("Drug offences", ("Possession of drugs",), False),
        ("Robbery", ("Robbery",), True),
        ("Public order offences", ("Public order offences",), True),
        ("A group of tomorrow", ("Anything",), True),
    ],
)
def test_a_group_is_the_sum_of_all_its_subgroups_or_nothing(group: str, held: tuple[str, ...], made: bool) -> None:
    found = of_testshire(parcel(*(row(name, group=group) for name in held)))
    assert (group in found, TOTAL in found) == (made, False)
    assert set(held) <= set(found)


def test_every_force_and_quarter_has_its_own_sums() -> None:
    rows = (row(), row(count="6", quarter="2"), row(count="7", force="Testley"), row(count="8", year="2018/19"))
    found = {key[1:]: text for key, text in sums(parcel(*rows)).items() if key[0] == "Arson"}
    assert found == {
        **{("Testshire", "2017-18-Q1"): "5", ("Testshire", "2017-18-Q2"): "6"},
        **{("Testley", "2017-18-Q1"): "7", ("Testshire", "2018-19-Q1"): "8"},
    }


def test_fraud_is_in_its_group_and_not_in_the_total() -> None:
    found = of_testshire(parcel(row(), row("Fraud: by post", "9", group="Fraud offences", code="53B"), *rest()))
    assert (found[TOTAL], found["Fraud offences"]) == ("5", "9")


def test_rows_that_look_alike_are_all_counted_and_lines_above_the_heading_are_none() -> None:
    titles = ("Police recorded crime", "Updated in July")
    assert of_testshire(of_grid(grid(*titles, HEADING, row(), row(), row())))["Arson"] == "15"


def test_corrections_under_zero_are_summed_and_said() -> None:
    found = parcel(row(count="-8"), row(), row(count="\u22121"))
    assert of_testshire(found)["Arson"] == "-4"
    assert "Counts under zero correct earlier quarters and were summed as they are: 2." in found["remarks"]


def test_a_figure_says_how_many_rows_it_is_of_and_where_they_begin() -> None:
    first, second = parcel(row(), row("Criminal damage"))["figures"][:2]
    group = "Criminal damage and arson"
    assert (first["what"], first["indicator"], first["cell"], first["line"]) == ("actual", group, "2 rows", 2)
    assert (second["indicator"], second["cell"]) == ("Arson", "1 row")


def test_what_is_no_area_is_left_out_and_said() -> None:
    found = parcel(row(), *(row(force=name) for name in (*NOWHERE, "CIFAS")))
    assert [area["area"] for area in found["areas"]] == ["Testshire"]
    assert (of_testshire(found)["Arson"], found["rows"]) == ("5", 7)
    assert found["remarks"][-1] == (
        "Rows of what is no area were left out: Action Fraud (1), British Transport Police (1), CIFAS (2),"
        " Financial Fraud Action UK (1), UK Finance (1)."
    )


def test_a_partnership_goes_by_its_own_name_and_code() -> None:
    line = "2024/25,{quarter},Testshire,{csp},{code},An offence,Robbery,Robbery of personal property,34B,4"
    lines = (line.format(quarter="3", csp="Testbury", code="E22000999"), line.format(quarter="Q4", csp="Ley", code=""))
    found = of_grid(grid(PUBLISHED, *lines, line.format(quarter="3", csp="Unassigned Testshire", code="")))
    assert found["areas"] == [
        {"area": "Testbury", "code": "E22000999", "level": "csp", "population": ""},
        {"area": "Ley", "code": "", "level": "csp", "population": ""},
    ]
    assert sums(found)["Robbery of personal property", "Ley", "2024-25-Q4"] == "4"
    assert found["figures"][0]["area_code"] == "E22000999"
    assert found["remarks"][-1] == "Rows of what is no area were left out: Unassigned Testshire (1)."


def test_a_force_has_its_level_and_the_table_covers_the_country() -> None:
    found = parcel(row())
    assert found["areas"] == [{"area": "Testshire", "code": "", "level": "police force area", "population": ""}]
    assert (found["kind"], found["source"], found["national"]) == ("figures", "home-office", True)


def test_an_indicator_is_declared_with_the_group_it_is_part_of() -> None:
    both = (row("Fire"), row("Fire", group="Robbery"))  # a subgroup of two groups is part of neither
    found = parcel(row(), row("Robbery", group="Robbery"), *both, *rest())
    told = {item["name"]: (item["part_of"], item["category"]) for item in found["declared"]}
    expected = {
        **{TOTAL: ("", "all-crime"), "Criminal damage and arson": ("", "criminal-damage")},
        **{"Arson": ("Criminal damage and arson", "criminal-damage"), "Robbery": ("", "robbery")},
        "Fire": ("", "other-crime"),
    }
    assert {name: told[name] for name in expected} == expected
    for item in found["declared"]:
        said = (item["value_type"], item["polarity"], item["unit"], item["period_kind"])
        assert said == ("count", "lower", "offences", "quarter")


def test_every_category_is_a_published_one_and_an_unknown_group_is_other_crime() -> None:
    assert {item["category"] for item in parcel(row("New", group="New"))["declared"]} == {"other-crime"}
    with CATEGORY_FILE.open(encoding="utf-8", newline="") as lines:
        assert set(CATEGORIES.values()) | {OTHER} <= {line["category"] for line in csv.DictReader(lines)}


@pytest.mark.parametrize("count", ["", "..", "5.5", "[x]", "five", "1e3", "5%", "12 (3)", "005"])
def test_a_count_that_is_no_whole_number_rejects_its_row_and_the_sums_it_belongs_to(count: str) -> None:
    found = parcel(row("Criminal damage"), row(count=count), row("Robbery", "7", group="Robbery"), row(quarter="2"))
    assert rejected(found) == [(3, "count-fractional")]
    assert of_testshire(found) == {"Criminal damage": "5", "Robbery": "7"}
    assert sums(found)["Arson", "Testshire", "2017-18-Q2"] == "5"
    assert found["remarks"][-1] == "Rejected rows are in no sum: 1; sums left out for want of their counts: 3."
    assert found["rows"] == 4


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        (row(year="2017/19"), "period-unreadable"),
        (row(quarter="5"), "period-unreadable"),
        (row(force=""), "code-blank"),
        (row(subgroup=""), "code-blank"),
        (row(force="x" * 201), "words-unreadable"),
        (row() + ",more", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(bad: str, rule: str) -> None:
    found = parcel(row(), bad, row(count="6"))
    assert (rejected(found), of_testshire(found)["Arson"]) == ([(3, rule)], "11")
    assert rule in RULES


def test_a_sheet_of_a_workbook_is_read_with_its_faults() -> None:
    cells = [line.split(",") for line in (HEADING, *(row(count=count).replace('"', "") for count in "567"))]
    rows = [["Police recorded crime, table 1"], [], *cells]
    found = of_grid(
        Grid("prc.xlsx", rows, [1, 2, 3, 4, 5, 6], "2017_18", {(4, 8): "cell-error", (5, 3): "merged-cell"})
    )
    assert rejected(found) == [(5, "cell-error"), (6, "merged-cell")]
    assert found["figures"] == []
    assert found["sheet"] == "2017_18"


def test_a_table_without_its_counts_or_areas_is_refused() -> None:
    for heading, missing in (
        (HEADING.replace("Number_of_Offences", "Outcomes"), "Number of Offences"),
        (HEADING.replace("Force_Name", "Region"), "Force Name"),
        (HEADING.replace("Offence_Subgroup", "Kind"), "Offence Subgroup"),
    ):
        with pytest.raises(RefusedFile, match=f"^prc.csv has no column “{missing}”: take the Home Office's"):
            of_grid(grid(heading, row()))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((HEADING + ",Number_of_Offences", row() + ",6"), "prc.csv has the column “Number_of_Offences” twice: "),
        ((HEADING, row(force="CIFAS"), row(count="..")), "prc.csv holds no count of offences that can be read"),
    ],
)
def test_a_table_that_counts_nothing_for_certain_is_refused(lines: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(RefusedFile, match=f"^{sentence}"):
        of_grid(grid(*lines))


@pytest.mark.parametrize("heading", ["indicator,area,period,actual", "Force Name,Offence Group,2017/18", ""])
def test_other_tables_are_not_recognised(heading: str) -> None:
    assert not home_office.recognises(Grid("x.csv", [heading.split(",")], [1]))


def test_a_name_is_turned_to_how_it_is_spoken() -> None:
    turned = {"London, City of": "City of London", "Herefordshire, County of": "County of Herefordshire"}
    for name in ("Devon and Cornwall", "Bournemouth, Christchurch and Poole"):
        turned[name] = name
    assert {name: usual_name(name) for name in turned} == turned


@pytest.mark.realdata
@pytest.mark.skipif(not RECORDED.is_dir(), reason="the published files of ../shared/realdata are not there")
def test_the_published_force_table_reconciles_with_its_rows() -> None:
    path = RECORDED / "prc-pfa-201718_new.csv.gz"
    expected: Counter[tuple[str, str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = [line for line in csv.DictReader(lines) if line["Force_Name"] not in NOWHERE]
    for line in rows:
        period = f"2017-18-Q{line['Financial_Quarter']}"
        for name in {TOTAL, line["Offence_Group"], line["Offence_Subgroup"]}:
            expected[name, line["Force_Name"], period] += int(line["Number_of_Offences"])
    [member] = members(path)
    found = of_grid(of_text(member))
    assert {key: int(text) for key, text in sums(found).items()} == dict(expected)
    assert sum(expected[key] for key in expected if key[0] == TOTAL) == 4_821_452
    assert (found["rows"], found["rejected"], len(found["areas"])) == (23_068, [], 43)
    assert "Counts under zero correct earlier quarters and were summed as they are: 34." in found["remarks"]
