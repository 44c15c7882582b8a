"""Proves which rows of a Fingertips download are not taken, and that a published one is read whole."""

import csv
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from data.sources.containers.grids import of_text
from data.sources.containers.members import members
from data.sources.publishers import fingertips
from tests.data.sources.fingertips_rows import DOWNLOADS, grid, parcel, rejected, row


@pytest.mark.parametrize(
    ("period", "slug"),
    [
        ("2015", "2015"),
        ("2015 - 17", "2015-01--2017-12"),
        ("2015 - 16", "2015-01--2016-12"),
        ("1999 - 00", "1999-01--2000-12"),
        ("2015/16", "2015-16"),
        ("2015/16 Q1", "2015-16-Q1"),
        ("2015/16 - 17/18", "2015-04--2018-03"),
    ],
)
def test_periods_are_read_as_fingertips_prints_them(period: str, slug: str) -> None:
    assert parcel(row(Time_period=period)).figures[0]["period"] == slug


def test_a_blank_value_stays_blank_with_its_note() -> None:
    [figure] = parcel(row(Value="", Value_note="Too few, so not\nshown")).figures
    assert (figure["text"], figure["note"]) == ("", "Too few, so not shown")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"Time_period": "2015 Q1"}, "period-unreadable"),
        ({"Area_Code": ""}, "code-blank"),
        ({"Indicator_ID": ""}, "code-blank"),
        ({"Indicator_Name": "B" * 201}, "words-unreadable"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(fields: dict[str, str], rule: str) -> None:
    found = parcel(row(**fields), row(Time_period="2018"))
    assert (rejected(found), len(found.figures), found.rows) == ([(2, rule)], 1, 2)


def test_an_area_in_two_lists_counts_once_and_with_two_values_not_at_all() -> None:
    found = parcel(row(), row(Area_Type="UA"), row(Time_period="2018"), row(Time_period="2018", Value="1"))
    assert ([figure["period"] for figure in found.figures], rejected(found)) == (
        ["2019"],
        [(4, "doubled"), (5, "doubled")],
    )


def test_a_download_of_deciles_alone_is_refused() -> None:
    with pytest.raises(RefusedFile, match=r"^x\.csv holds no figure that can be read: "):
        parcel(row(Category_Type="Deciles"))


def test_other_tables_are_not_recognised() -> None:
    assert fingertips.recognises(grid(row()))
    assert not fingertips.recognises(grid(heading="area_code,area_name,period,value,indicator,measure"))


@pytest.mark.realdata
@pytest.mark.skipif(not DOWNLOADS.is_dir(), reason="the published files of ../shared/realdata are not there")
@pytest.mark.parametrize("path", sorted(DOWNLOADS.glob("*.csv")), ids=lambda path: path.stem[:6])
def test_every_area_of_a_published_download_has_its_value(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        every = list(csv.reader(lines))[1:]
    areas = [fields for fields in every if not fields[9]]  # Category Type
    [member] = members(path)
    [found] = fingertips.read(of_text(member))
    assert [(figure["area_code"], figure["text"], figure["note"]) for figure in found.figures] == [
        (fields[4], fields[12], fields[19]) for fields in areas
    ]
    assert len(found.declared) == len({(fields[0], fields[7], fields[8]) for fields in areas})
    assert len({figure["period"] for figure in found.figures}) == len({fields[11] for fields in areas})
    assert (found.rows, found.rejected) == (len(every), [])
    assert len(found.areas) == len({fields[4] for fields in areas})
