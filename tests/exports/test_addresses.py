"""How a file is asked for: the page's own query, with one key more."""

import json
from datetime import date

import pytest

from dashboard.domain.errors import OutturnError, UnknownFilter, UnknownPage
from dashboard.exports.addresses import AskedFile, split_table
from dashboard.exports.files import file_of
from dashboard.exports.papers.press import Occasion, Press
from dashboard.pages import OFFERED, PAGES
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS

PARTNERSHIPS = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby", "sampleshire")


def exported(desk: Desk, page: str, query: str, form: str) -> str:
    return file_of(desk, OFFERED, AskedFile(page, query, form), Press(), Occasion(date(2026, 11, 30))).body.decode()


@pytest.mark.parametrize(
    ("query", "rest", "table"),
    [
        ("partnership=derby", "partnership=derby", ""),
        ("table=actions", "", "actions"),
        ("?partnership=derby&table=actions", "partnership=derby", "actions"),
        ("table=a&partnership=derby&table=b", "partnership=derby", "b"),
        ("partnership=derby&table=", "partnership=derby", ""),
        ("area=South+Street&table=a", "area=South+Street", "a"),
        ("stable=1", "stable=1", ""),
    ],
)
def test_the_table_is_taken_out_of_the_query(query: str, rest: str, table: str) -> None:
    assert split_table(query) == (rest, table)


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
@pytest.mark.parametrize("page", OFFERED.builders)
def test_every_page_of_every_partnership_is_a_file_by_the_contract(desk: Desk, page: str, partnership: str) -> None:
    body = json.loads(exported(desk, page, f"partnership={partnership}", "json"))
    assert list(body) == ["page", "filters", "title", "tables", "notes", "sources"]
    assert (body["page"], body["filters"]["partnership"], bool(body["title"])) == (page, partnership, True)
    for table in body["tables"]:
        assert list(table) == ["name", "columns", "rows"]
        assert all(list(row) == table["columns"] for row in table["rows"])
    assert any(table["rows"] for table in body["tables"]) or body["notes"]


@pytest.mark.parametrize(
    ("page", "table", "columns"),
    [
        (
            "year-end",
            "year-end",
            "indicator_code indicator unit previous_target previous_actual target actual change_pct variance_pct"
            " status certainty status_reason note_marks",
        ),
        ("trends", "series", "indicator_code indicator area period value marker reason"),
    ],
)
def test_the_columns_of_the_contract_come_first_and_in_its_order(
    desk: Desk, page: str, table: str, columns: str
) -> None:
    heading = exported(desk, page, f"table={table}", "csv").split("\r\n")[0].split(",")
    assert heading[: len(columns.split())] == columns.split()


@pytest.mark.parametrize("page", OFFERED.builders)
def test_the_first_table_is_the_one_csv_gives_without_a_name(desk: Desk, page: str) -> None:
    query = "partnership=sampleshire" if page in OFFERED.shows_street_places else ""
    first = json.loads(exported(desk, page, query, "json"))["tables"][0]["name"]
    named = exported(desk, page, f"{query}&table={first}", "csv")
    assert exported(desk, page, query, "csv") == named


@pytest.mark.parametrize("page", OFFERED.builders)
def test_every_file_of_the_invented_county_says_that_it_is_invented(desk: Desk, page: str) -> None:
    notes = {name: json.loads(exported(desk, page, f"partnership={name}", "json"))["notes"] for name in PARTNERSHIPS}
    assert notes["sampleshire"][0] == INVENTED_WORDS
    assert [name for name, found in notes.items() if INVENTED_WORDS in found] == ["sampleshire"]


@pytest.mark.parametrize(
    ("address", "error", "words"),
    [
        ("heatmap.csv?", UnknownPage, "There is no page 'heatmap' to export; there are overview, year-end,"),
        ("year-end.exe?", UnknownPage, "'exe' is not an export format; the formats are csv, json"),
        ("year-end.csv?table=none", UnknownPage, "The page year-end has no table 'none'; it has year-end,"),
        ("year-end.csv?partnership=atlantis", UnknownFilter, "There is no partnership 'atlantis'"),
        (
            "year-end.json?area=york&period=1850",
            UnknownFilter,
            "Warwickshire has no area 'york'",
        ),
        ("year-end.csv?crime=burglary", UnknownFilter, "Warwickshire has no crime 'burglary'."),
        ("drill-down.csv?partnership=sampleshire&area=X99", UnknownFilter, "Sampleshire has no area 'X99'"),
        (
            "year-end.csv?compare=derby",
            UnknownFilter,
            "Warwickshire cannot be compared with 'derby': it has",
        ),
    ],
)
def test_what_cannot_be_exported_is_refused_in_a_sentence(
    desk: Desk, address: str, error: type[OutturnError], words: str
) -> None:
    file, _, query = address.partition("?")
    page, _, form = file.rpartition(".")
    with pytest.raises(error) as fault:
        exported(desk, page, query, form)
    assert str(fault.value).startswith(words)


def test_the_report_behind_a_page_is_found_by_its_name() -> None:
    assert [OFFERED.builders[page.name] for page in PAGES] == [page.report for page in PAGES]
    street = {"drill-down", "hotspots", "outcomes", "similar-areas", "stop-and-search", "when", "repeats"}
    assert OFFERED.shows_street_places == street
