"""Proves what of a Home Office table is not taken, and that a published one reconciles."""

import csv
import gzip
from collections import Counter

import pytest

from dashboard.domain.errors import RefusedFile
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import members
from data.sources.crime import home_office
from data.sources.crime.offence_groups import TOTAL
from data.sources.rejections import RULES
from tests.data.sources.offence_rows import (
    HEADING,
    NOWHERE,
    RECORDED,
    grid,
    of_grid,
    of_testshire,
    parcel,
    rejected,
    row,
    sums,
)


@pytest.mark.parametrize("count", ["", "..", "5.5", "[x]", "five", "1e3", "5%", "12 (3)", "005"])
def test_a_count_that_is_no_whole_number_rejects_its_row_and_the_sums_it_belongs_to(count: str) -> None:
    found = parcel(row("Criminal damage"), row(count=count), row("Robbery", "7", group="Robbery"), row(quarter="2"))
    assert rejected(found) == [(3, "count-fractional")]
    assert of_testshire(found) == {"Criminal damage": "5", "Robbery": "7"}
    assert sums(found)["Arson", "Testshire", "2017-18-Q2"] == "5"
    assert found.remarks[-1] == "Rejected rows are in no sum: 1; sums left out for want of their counts: 3."
    assert found.rows == 4


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
    assert found.figures == []
    assert found.sheet == "2017_18"


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
    assert (found.rows, found.rejected, len(found.areas)) == (23_068, [], 43)
    assert "Counts under zero correct earlier quarters and were summed as they are: 34." in found.remarks
