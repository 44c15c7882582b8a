"""A data package holds every table with a description that its cells obey, by both sets of rules."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any
from zipfile import ZipFile

import pytest

from dashboard.exports.papers.package.resources import machine_name
from dashboard.exports.papers.package.zipped import write
from dashboard.exports.papers.words import printable
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.pack import Pack
from dashboard.reports.packs.view import Made, pack_of_view
from dashboard.reports.report import Table
from tests.exports.papers.typed_pack import HOSTILE, PACK, SECTION, hostile_pack

CASTS: dict[str, Callable[[str], object]] = {
    "string": str,
    "any": str,
    "number": Decimal,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}


def unpacked(pack: Pack) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(write(pack))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def described(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["datapackage.json"])
    return found


def rows_of(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode(), newline="")))


def broken_rules(files: dict[str, bytes]) -> list[tuple[str, object]]:
    """What is not as its description says."""
    found: list[tuple[str, object]] = []
    for resource in described(files)["resources"]:
        body, fields = files[resource["path"]], resource["schema"]["fields"]
        heading, *rows = rows_of(body)
        if (resource["bytes"], resource["hash"]) != (len(body), f"sha256:{sha256(body).hexdigest()}"):
            found.append((resource["name"], "hash"))
        if heading != [field["name"] for field in fields]:
            found.append((resource["name"], heading))
        for row in rows:
            for cell, field in zip(row, fields, strict=True):
                try:
                    CASTS[field["type"]](cell) if cell else None
                except (ValueError, ArithmeticError, KeyError):
                    found.append((f"{resource['name']}.{field['name']}", cell))
    return found


def test_the_description_names_every_table_and_column_its_kind_its_unit_and_its_source() -> None:
    files = unpacked(PACK)
    found = described(files)
    assert list(files) == ["datapackage.json", "csv-metadata.json", "data/findings.csv", "data/year-end.csv"]
    assert (found["name"], found["version"], found["title"]) == (PACK.name, PACK.data_version, PACK.title)
    assert found["sources"] == [{"title": SECTION.sources[0]}]
    assert found["markers"]["p"] == "provisional"
    year_end = next(item for item in found["resources"] if item["name"] == "year-end")
    fields = {field["name"]: field for field in year_end["schema"]["fields"]}
    assert (fields["actual"]["type"], fields["actual"]["unit"]) == ("number", "the indicator's unit")
    assert fields["actual_reason"]["description"] == "Why no figure stands as a number."
    assert year_end["schema"]["missingValues"] == [""]


def test_both_descriptions_are_of_the_same_tables_and_columns() -> None:
    files = unpacked(PACK)
    web = json.loads(files["csv-metadata.json"])
    one = [
        (item["path"], [field["name"] for field in item["schema"]["fields"]]) for item in described(files)["resources"]
    ]
    other = [(item["url"], [column["name"] for column in item["tableSchema"]["columns"]]) for item in web["tables"]]
    assert one == other
    assert web["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}]


def test_findings_stand_in_a_table_of_their_own() -> None:
    heading, *rows = rows_of(unpacked(PACK)["data/findings.csv"])
    found = [dict(zip(heading, row, strict=True)) for row in rows]
    assert [row["title"] for row in found] == [section.title for section in PACK.sections]
    assert (found[0]["number"], found[0]["status"]) == ("335", "Missed: 16.3% above target")
    assert found[0]["notes"] == "\n".join(SECTION.notes)


def test_tables_of_one_kind_are_one_each_row_once_with_its_finding_and_others_are_told_apart() -> None:
    [data] = SECTION.data
    other = replace(data, rows=tuple(data.rows)[:1])
    odd = Table.of("Odd Name/é", "Odd", ("indicator",), [{"indicator": "x"}])
    narrow = Table.of("year-end", "Narrow", ("indicator",), [{"indicator": "x"}])
    sections = (SECTION, replace(SECTION, key="b"), replace(SECTION, key="c", data=(other, odd, narrow)))
    files = unpacked(replace(PACK, sections=sections))
    assert [item["name"] for item in described(files)["resources"]] == [
        "findings",
        "year-end",
        "odd-name",
        "year-end-3",
    ]
    heading, *rows = rows_of(files["data/year-end.csv"])
    assert (heading[0], [row[0] for row in rows]) == ("finding", ["1", "1", "3"])
    assert broken_rules(files) == []
    assert machine_name("???") == "table"


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("year-end", "partnership=warwickshire&period=2010-11"),
        ("indicator", "partnership=sampleshire"),
        ("drill-down", "partnership=sampleshire"),
        ("plan", "partnership=sampleshire"),
        ("data", "partnership=sampleshire"),
    ],
)
def test_every_cell_of_a_page_s_package_is_what_its_description_says(desk: Desk, page: str, query: str) -> None:
    filters = desk.filters(query, shows_street_places=page in OFFERED.shows_street_places)
    made = Made(filters.partnership.capitalize(), "30 November 2026", "ab12cd3", Brand())
    files = unpacked(pack_of_view(desk.report(OFFERED.builders[page], filters), made, "outturn-test"))
    assert broken_rules(files) == []


def test_street_level_crime_bears_its_licence_and_made_up_figures_none() -> None:
    counts = Table.of("counts", "Incidents", ("area", "count"), [{"area": "Northtown", "count": 3}])
    pack = replace(PACK, sections=(replace(SECTION, data=(counts,)),))
    licences = [item.get("licenses", [{}])[0].get("name") for item in described(unpacked(pack))["resources"]]
    assert licences == [None, "OGL-UK-3.0"]
    invented = described(unpacked(replace(pack, is_made_up=True)))
    assert "invented" in invented["rights"]
    assert not any("licenses" in item for item in invented["resources"])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_text_and_no_formula(text: str) -> None:
    files = unpacked(hostile_pack(text))
    heading, row = rows_of(files["data/findings.csv"])
    said = dict(zip(heading, row, strict=True))["title"]
    assert said.removeprefix("'") == printable(text)
    assert not said.startswith(("=", "+", "-", "@"))
    assert broken_rules(files) == []


def test_the_same_papers_are_the_same_bytes_and_papers_of_nothing_are_a_package_too() -> None:
    assert write(PACK) == write(PACK)
    nothing = unpacked(replace(PACK, sections=()))
    assert [item["name"] for item in described(nothing)["resources"]] == ["findings"]
    assert described(nothing)["sources"] == [{"title": "Outturn, data version ab12cd3"}]
