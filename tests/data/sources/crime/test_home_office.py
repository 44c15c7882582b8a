"""Proves that Home Office recorded crime is summed by group, area and quarter, corrections and all."""

import csv

import pytest

from data.sources.crime.offence_groups import CATEGORIES, OTHER, TOTAL
from tests.data.sources.offence_rows import (
    CATEGORY_FILE,
    HEADING,
    NOWHERE,
    PUBLISHED,
    grid,
    of_grid,
    of_testshire,
    parcel,
    rest,
    row,
    sums,
)


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
    [said] = [words for words in found.remarks if f"“{TOTAL}”" in words]
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
    assert "Counts under zero correct earlier quarters and were summed as they are: 2." in found.remarks


def test_a_figure_says_how_many_rows_it_is_of_and_where_they_begin() -> None:
    first, second = parcel(row(), row("Criminal damage")).figures[:2]
    group = "Criminal damage and arson"
    assert (first["what"], first["indicator"], first["cell"], first["line"]) == ("actual", group, "2 rows", 2)
    assert (second["indicator"], second["cell"]) == ("Arson", "1 row")


def test_what_is_no_area_is_left_out_and_said() -> None:
    found = parcel(row(), *(row(force=name) for name in (*NOWHERE, "CIFAS")))
    assert [area["area"] for area in found.areas] == ["Testshire"]
    assert (of_testshire(found)["Arson"], found.rows) == ("5", 7)
    assert found.remarks[-1] == (
        "Rows of what is no area were left out: Action Fraud (1), British Transport Police (1), CIFAS (2),"
        " Financial Fraud Action UK (1), UK Finance (1)."
    )


def test_a_partnership_goes_by_its_own_name_and_code() -> None:
    line = "2024/25,{quarter},Testshire,{csp},{code},An offence,Robbery,Robbery of personal property,34B,4"
    lines = (line.format(quarter="3", csp="Testbury", code="E22000999"), line.format(quarter="Q4", csp="Ley", code=""))
    found = of_grid(grid(PUBLISHED, *lines, line.format(quarter="3", csp="Unassigned Testshire", code="")))
    assert found.areas == [
        {"area": "Testbury", "code": "E22000999", "level": "csp", "population": ""},
        {"area": "Ley", "code": "", "level": "csp", "population": ""},
    ]
    assert sums(found)["Robbery of personal property", "Ley", "2024-25-Q4"] == "4"
    assert found.figures[0]["area_code"] == "E22000999"
    assert found.remarks[-1] == "Rows of what is no area were left out: Unassigned Testshire (1)."


def test_a_force_has_its_level_and_the_table_covers_the_country() -> None:
    found = parcel(row())
    assert found.areas == [{"area": "Testshire", "code": "", "level": "police force area", "population": ""}]
    assert (found.kind, found.source, found.national) == ("figures", "home-office", True)


def test_an_indicator_is_declared_with_the_group_it_is_part_of() -> None:
    both = (row("Fire"), row("Fire", group="Robbery"))  # a subgroup of two groups is part of neither
    found = parcel(row(), row("Robbery", group="Robbery"), *both, *rest())
    told = {item["name"]: (item["part_of"], item["category"]) for item in found.declared}
    expected = {
        **{TOTAL: ("", "all-crime"), "Criminal damage and arson": ("", "criminal-damage")},
        **{"Arson": ("Criminal damage and arson", "criminal-damage"), "Robbery": ("", "robbery")},
        "Fire": ("", "other-crime"),
    }
    assert {name: told[name] for name in expected} == expected
    for item in found.declared:
        said = (item["value_type"], item["polarity"], item["unit"], item["period_kind"])
        assert said == ("count", "lower", "offences", "quarter")


def test_every_category_is_a_published_one_and_an_unknown_group_is_other_crime() -> None:
    assert {item["category"] for item in parcel(row("New", group="New")).declared} == {"other-crime"}
    with CATEGORY_FILE.open(encoding="utf-8", newline="") as lines:
        assert set(CATEGORIES.values()) | {OTHER} <= {line["category"] for line in csv.DictReader(lines)}
