"""Proves that a reader who gathers every page, file, figure and day cannot work out what a rule covers."""

import json
from collections.abc import Iterator
from itertools import product as product_of
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, select

from dashboard.domain.disclosure.guessing import UNBOUNDED, Bounds, Guess
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.disclosure.sums import Equation
from data.store import SqlStore
from data.tables.own import figure
from tests.data.own.conftest import reader
from tests.data.own.rutland import COUNTS, HOME, LATER, MONTHS, WARDS, said, under, with_counts
from tests.web.access.askers import Product, product

__all__ = ["reader"]
WHOLE, QUARTER = "Rutland", "Q1 2024/25"
CORRECTED = ((6, 6, 2), (9, 14, 15), (30, 20, 8))
AREAS = ("", *(ward.lower() for ward in WARDS))
MEASURES = ("count", "rate", "change", "index", "rolling")
THEN = "as-at=2026-03-02"
Place = tuple[str, str]


@pytest.fixture(params=[Mode.SUPPRESS, Mode.ROUND])
def mode(request: pytest.FixtureRequest) -> Mode:
    found: Mode = request.param
    return found


@pytest.fixture
def running(quick_engine: Engine, tmp_path: Path, mode: Mode) -> Product:
    """A county under a rule, whose counts were corrected a week later; its officer says the number in words."""
    with_counts(quick_engine, tmp_path)
    with_counts(quick_engine, tmp_path, CORRECTED, LATER)
    said(quick_engine, "2024-M06", "Only two incidents came in.")
    under(quick_engine, mode)
    return product(quick_engine, tmp_path)


def files(client: FlaskClient) -> Iterator[str]:
    """Every file that there is of the county: each page, area, measure and day."""
    plain = ("overview", "year-end", "trends", "indicator", "data")
    ways = [(page, "count") for page in plain] + [(page, at) for page in ("trends", "indicator") for at in MEASURES]
    for area, more in product_of(AREAS, ("", f"&{THEN}", "&since=2026-03-02")):
        view = f"partnership={HOME}&area={area}&period=2024-25-Q1&indicator=hate-crimes{more}"
        for page, measure in ways:
            answer = client.get(f"/export/{page}.json?{view}&measure={measure}")
            assert answer.status_code == 200, answer.text
            yield answer.text


def shown(text: str) -> dict[Place, float | None]:
    """What a file says of each area and period."""
    found: dict[Place, float | None] = {}
    for table in json.loads(text)["tables"]:
        for row in table["rows"]:
            number = row.get("value", row.get("actual"))
            if row.get("area") in (WHOLE, *WARDS) and row.get("period") in (*MONTHS, QUARTER) and "period" in row:
                found[row["area"], row["period"]] = number
    return found


def counts(rows: tuple[tuple[int, ...], ...]) -> dict[Place, int]:
    found: dict[Place, int] = {}
    every = (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))
    for area, row in zip((*WARDS, WHOLE), every, strict=True):
        found |= {(area, month): number for month, number in zip(MONTHS, row, strict=True)}
        found[area, QUARTER] = sum(row)
    return found


def equations(true: dict[Place, int]) -> list[Equation]:
    """What anybody knows; a count that was corrected is another one on the other day."""
    at = {place: (place, number) for place, number in true.items()}
    found = [Equation(at[area, QUARTER], tuple(at[area, month] for month in MONTHS)) for area in (*WARDS, WHOLE)]
    times = (*MONTHS, QUARTER)
    return found + [Equation(at[WHOLE, time], tuple(at[ward, time] for ward in WARDS)) for time in times]


def test_no_mixture_of_files_and_days_gives_the_small_count_back(running: Product, mode: Mode) -> None:
    rule, client = SmallNumberRule(mode=mode), running.as_("reader")
    bounds: dict[object, Bounds] = {}
    found: list[Equation] = []
    for more, rows in ((f"&{THEN}", COUNTS), ("", CORRECTED)):
        true = counts(rows)
        found += equations(true)
        seen: dict[Place, float | None] = {}
        for area in AREAS:
            for by in ("month", "quarter"):
                view = f"partnership={HOME}&area={area}&indicator=hate-crimes&by={by}{more}"
                seen |= shown(client.get(f"/export/trends.json?{view}").text)
        assert seen.keys() == true.keys()
        for place, number in seen.items():
            limits: Bounds = (rule.smallest if mode is Mode.SUPPRESS else 0, UNBOUNDED)
            if number is not None:
                limits = rule.behind(int(number)) if mode is Mode.ROUND else (number, number)
            bounds[place, true[place]] = limits
    small = (("Oakham", "Jun 2024"), 2)
    low, high = Guess(found, bounds).range_of(small) or (0, 0)
    assert (low, high) == (0, 2) if mode is Mode.ROUND else low <= 1 and high >= 4


def test_no_file_says_a_covered_number_in_any_field(running: Product) -> None:
    """Where a file speaks of a covered count it says what covers it: as a value, in its text, its cell, its changes."""
    fields, covered = ("value", "actual", "before", "now"), {None, 0, "[c]", "0", "0 (rounded to 5)"}
    for text in files(running.as_("reader")):
        assert "two incidents" not in text
        rows = [row for table in json.loads(text)["tables"] for row in table["rows"]]
        for row in (row for row in rows if (row.get("area"), row.get("period")) == ("Oakham", "Jun 2024")):
            assert {row.get(name) for name in fields} <= covered, row


def test_the_page_of_a_figure_shows_what_covers_it_and_neither_cell_nor_file(
    running: Product, quick_engine: Engine, mode: Mode
) -> None:
    with quick_engine.connect() as connection:
        query = select(figure.c.id, figure.c.arrival, figure.c.what).where(
            figure.c.area == f"{HOME}/oakham", figure.c.period == "2024-M06", figure.c.what != "target"
        )
        rows = connection.execute(query.order_by(figure.c.id)).all()
    for row in rows:
        page = running.as_("reader").get(f"/figures/{row.id}").text
        assert "two incidents" not in page
        assert "/files/" not in page
        assert "how they are covered" in page
        assert ("“[c]”" in page) is (mode is Mode.SUPPRESS and row.what == "actual")
        office = running.as_("analyst").get(f"/figures/{row.id}").text
        assert ("two incidents" if row.what == "commentary" else "“2”") in office


def test_an_original_that_holds_covered_figures_is_not_handed_out(running: Product, quick_engine: Engine) -> None:
    file = max(SqlStore(quick_engine).covered_files(HOME))
    refused = running.as_("reader").get(f"/files/{file}")
    assert (refused.status_code, "holds small numbers" in refused.text) == (403, True)
    assert "<h1>This file is held back</h1>" in refused.text
    assert running.as_("analyst").get(f"/files/{file}").status_code != 403


def test_the_template_and_the_search_say_no_covered_number(running: Product) -> None:
    client = running.as_("reader")
    assert ",2," not in client.get(f"/template.csv?partnership={HOME}").text
    assert "two incidents" not in client.get(f"/find.json?partnership={HOME}&q=hate").text


def test_counts_that_are_rounded_each_by_itself_are_not_held_against_their_total(running: Product) -> None:
    view = f"/export/indicator.json?partnership={HOME}&indicator=hate-crimes"
    assert "a difference of" not in running.as_("reader").get(view).text


def test_every_report_says_that_small_numbers_are_covered(running: Product, mode: Mode) -> None:
    view = f"/export/year-end.json?partnership={HOME}&period=2024-25-Q1"
    note = "counts are rounded to 5" if mode is Mode.ROUND else "shown as [c]"
    assert note in " ".join(json.loads(running.as_("reader").get(view).text)["notes"])
    assert "Small numbers" not in running.as_("analyst").get(view).text
