"""A workbook that Outturn made of a view loads back, and finds every figure the same."""

import io
from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.exports.papers.book.workbook import write
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.view import Made, pack_of_view
from data.store import SqlStore
from tests.data.own.typed import DRUGS, asked, load, number, refused, text_file, wish

NO_FIGURES = "was made by Outturn from a page without figures of tables: there is nothing in it to load."
READ = "The workbook was made by Outturn: its sheet “Figures” is read, the others show the same."
#: Of each partnership that has tables: a page and view, and how many figures it shows that stand in them.
VIEWS = (
    ("year-end", "warwickshire", "period=2010-11", 51),
    ("year-end", "warwickshire", "period=2011-12", 27),
    ("overview", "warwickshire", "period=2010-11", 38),
    ("indicator", "warwickshire", "indicator=ni-15", 4),
    ("scrutiny", "warwickshire", "period=2010-11", 38),
    ("place", "warwickshire", "period=2010-11", 38),
    ("year-end", "staffordshire", "period=2009-10", 3),
    ("overview", "staffordshire", "", 2),
    ("trends", "south-staffordshire", "", 20),
    ("indicator", "south-staffordshire", "", 20),
    ("year-end", "shropshire", "period=2010-11", 9),
    ("overview", "shropshire", "period=2010-11", 18),
)


def workbook(engine: Engine, folder: Path, page: str, partnership: str, view: str = "") -> Path:
    """The papers of a view as a workbook, as it is downloaded."""
    desk = Desk(SqlStore(engine))
    report = desk.report(OFFERED.builders[page], desk.filters(f"partnership={partnership}&{view}"))
    made = Made(desk.choices().names[partnership], "30 November 2026", "ab12cd3", Brand())
    path = folder / f"{page}.xlsx"
    path.write_bytes(write(pack_of_view(report, made, path.stem)))
    return path


def test_every_figure_of_a_downloaded_workbook_is_found_the_same(quick_engine: Engine, tmp_path: Path) -> None:
    for page, partnership, view, figures in VIEWS:
        path = workbook(quick_engine, tmp_path, page, partnership, view)
        summary = load(quick_engine, path, wish=wish(partnership))
        assert (summary.changes_anything, summary.figures.changes, summary.figures.declared) == (False, (), ())
        assert (summary.figures.same, summary.files[0].rejected) == (figures, 0), (page, partnership)
        assert summary.files[0].said[0] == READ


def test_one_cell_mended_in_the_workbook_is_the_one_change(quick_engine: Engine, tmp_path: Path) -> None:
    path = workbook(quick_engine, tmp_path, "year-end", "warwickshire", "period=2010-11")
    book = load_workbook(path)
    rows = book["Figures"].iter_rows(min_row=5)
    row = next(row for row in rows if DRUGS in row[1].value and row[3].value == "2010/11")
    row[4].value = 1131
    book.save(path)
    assert [item.now for item in load(quick_engine, path).figures.changes] == ["1131"]
    assert str(number(quick_engine)[0]) == "1131"


def test_own_figures_of_areas_with_words_and_part_years_come_back_too(quick_engine: Engine, tmp_path: Path) -> None:
    lines = (
        "Indicator,Polarity,Area,Period,Actual,Target,Marker,Covers to,Note",
        '"Knives, all",lower,,2011/12,"1,128",-3% reduction on 2010/11,e,2011-09-30,2',
        '"Knives, all",,New Forest East,2011/12,=A1,5,,,',
        "Balance,higher,,2011/12,-5,+5%,,,",
    )
    load(quick_engine, text_file(tmp_path, "a.csv", *lines), wish=wish("New Forest"))
    for area, figures in (("", 3), ("&area=new-forest-east", 1)):
        path = workbook(quick_engine, tmp_path, "overview", "new-forest", f"period=2011-12{area}")
        again = load(quick_engine, path, wish=wish("New Forest"))
        assert (again.figures.changes, again.figures.same, again.files[0].rejected) == ((), figures, 0)


def test_a_workbook_without_figures_of_tables_is_refused_with_a_sentence(quick_engine: Engine, tmp_path: Path) -> None:
    for page in ("plan", "data", "overview"):
        path = workbook(quick_engine, tmp_path, page, "derby")
        assert refused(quick_engine, path) == f"{page}.xlsx {NO_FIGURES}"


def test_a_workbook_of_somebody_else_with_a_sheet_of_this_name_is_read_as_ever(
    quick_engine: Engine, tmp_path: Path
) -> None:
    path = workbook(quick_engine, tmp_path, "year-end", "warwickshire", "period=2010-11")
    book = load_workbook(path)
    del book["Cover"]
    written = io.BytesIO()
    book.save(written)
    path.write_bytes(written.getvalue())
    said = [sentence for file in asked(quick_engine, path, wish=wish("warwickshire")).files for sentence in file.said]
    assert READ not in said
