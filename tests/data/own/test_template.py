"""Proves that the template, filled with what is published, changes nothing when it is loaded as it is."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.domain.entering.exported import FIGURES
from dashboard.domain.records import Scope
from dashboard.exports.plan_template import SHEETS
from dashboard.exports.template import INDICATORS, as_book, as_csv
from data.sources.plans.heading_words import field_of
from data.store import SqlStore
from tests.data.own.typed import DRUGS, load, number, refused, text_file, wish

WITH_FIGURES = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire")
EMPTY = ("derby", "sampleshire")  # no table of figures stands in their documents


def template(engine: Engine, folder: Path, partnership: str, form: str) -> Path:
    store = SqlStore(engine)
    body = as_book(store, partnership) if form == "xlsx" else as_csv(store, partnership).encode("utf-8-sig")
    path = folder / f"{partnership or 'empty'}.{form}"
    path.write_bytes(body)
    return path


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("partnership", WITH_FIGURES)
def test_the_filled_template_loaded_as_it_is_changes_nothing(
    quick_engine: Engine, tmp_path: Path, partnership: str, form: str
) -> None:
    summary = load(quick_engine, template(quick_engine, tmp_path, partnership, form), wish=wish(partnership))
    store, scope = SqlStore(quick_engine), Scope(partnership)
    actuals = [item.sources[0].text for item in store.observations(scope) if not item.derived]
    typed = list(filter(None, [*actuals, *(item.source.text for item in store.targets(scope))]))
    assert (summary.changes_anything, summary.figures.changes, summary.figures.declared) == (False, (), ())
    assert summary.figures.plan == ()
    assert (summary.figures.same, summary.files[0].rejected) == (len(typed), 0)


@pytest.mark.parametrize("partnership", EMPTY)
def test_a_template_without_figures_is_refused_as_long_as_nothing_stands_in_it(
    quick_engine: Engine, tmp_path: Path, partnership: str
) -> None:
    path = template(quick_engine, tmp_path, partnership, "csv")
    assert refused(quick_engine, path) == f"{partnership}.csv has a heading and no rows under it."


def test_what_was_loaded_stands_in_the_template_and_changes_nothing_either(
    quick_engine: Engine, tmp_path: Path
) -> None:
    lines = (
        "Indicator,Polarity,Area,Period,Actual,Target,Marker,Covers to,Note",
        '"Knives, all",lower,,2011/12,"1,128",-3% reduction on 2010/11,e,2011-09-30,2',
        '"Knives, all",,Lymington,2011/12,=A1,5,,,',
        "Balance,higher,,2011/12,-5,+5%,,,",
        "Balance,,,2012/13,[x],TBC,,,",
    )
    summary = load(quick_engine, text_file(tmp_path, "a.csv", *lines), wish=wish("New Forest"))
    assert (summary.files[0].rejected, len(summary.figures.changes)) == (2, 6)
    for form in ("xlsx", "csv"):
        again = load(quick_engine, template(quick_engine, tmp_path, "new-forest", form), wish=wish("New Forest"))
        assert (again.figures.changes, again.figures.same, again.files[0].rejected) == ((), 6, 0)


def test_one_cell_mended_in_the_template_is_the_one_change(quick_engine: Engine, tmp_path: Path) -> None:
    path = template(quick_engine, tmp_path, "warwickshire", "xlsx")
    book = load_workbook(path)
    sheet = book["Figures"]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == DRUGS and row[6].value)
    row[4].value = 1131
    book.save(path)
    assert [item.now for item in load(quick_engine, path).figures.changes] == ["1131"]
    assert number(quick_engine) == (Decimal(1131), "p")


def test_the_empty_template_has_its_headings_and_how_to_fill_it_in(quick_engine: Engine, tmp_path: Path) -> None:
    path = template(quick_engine, tmp_path, "", "xlsx")
    book = load_workbook(path)
    plan = [sheet for sheet, _ in SHEETS.values()]
    assert book.sheetnames == ["Figures", "Indicators", *plan, "How to fill it in"]
    headings = [tuple(cell.value for cell in book[name][1]) for name in book.sheetnames[:2]]
    assert (headings, book["Figures"].max_row, as_csv(SqlStore(quick_engine), "")) == (
        [FIGURES, INDICATORS],
        *(1, ",".join(FIGURES) + "\r\n"),
    )


def test_indicators_of_one_name_are_told_apart_in_the_template(quick_engine: Engine) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(SqlStore(quick_engine), "warwickshire"))))
    names = [
        row["Indicator"] for row in rows if row["Indicator"].lower().endswith(("acquisitive crime", "itive-crime"))
    ]
    assert list(dict.fromkeys(names)) == ["NI 16 - Serious acquisitive crime", "warwickshire/serious-acquisitive-crime"]


def test_nothing_in_the_template_becomes_a_formula(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Indicator,Area,Period,Actual,Target", "=cmd|x,@sum,2011/12,5,-3% reduction on 2010/11")
    load(quick_engine, text_file(tmp_path, "a.csv", *lines), wish=wish("New Forest"))
    book = load_workbook(template(quick_engine, tmp_path, "new-forest", "xlsx"))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    (row,) = csv.DictReader(io.StringIO(as_csv(SqlStore(quick_engine), "new-forest")))
    assert (row["Indicator"], row["Area"], row["Target"]) == ("'=cmd|x", "'@sum", "\u22123% reduction on 2010/11")
    path = template(quick_engine, tmp_path, "new-forest", "csv")
    assert not load(quick_engine, path, wish=wish("New Forest")).changes_anything


@pytest.mark.parametrize("what", list(SHEETS))
def test_every_heading_of_a_plan_s_sheet_is_read_as_its_field(what: str) -> None:
    columns = SHEETS[what][1]
    assert {words: field_of(what, words) if words != "%" else "percent" for words, _ in columns} == dict(columns)


def test_a_loaded_plan_comes_back_in_the_template_and_changes_nothing(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Ref,Action,Lead,Start,Due,Status", "A1,Patrols,Police,April 2026,by June 2026,Green")
    load(quick_engine, text_file(tmp_path, "plan.csv", *lines), wish=wish("Rutland"))
    summary = load(quick_engine, template(quick_engine, tmp_path, "rutland", "xlsx"), wish=wish("rutland"))
    assert (summary.figures.plan, summary.figures.plan_same) == ((), 1)
    assert not summary.changes_anything
