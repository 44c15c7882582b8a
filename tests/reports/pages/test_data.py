"""The Data page: every cell as printed, every check, everything the documents announce and do not give."""

import pytest

from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import DataReport, data
from dashboard.reports.report import Cell
from data.intake.published import FOLDER, fingerprint

PARTNERSHIPS = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby")


def rows(report: DataReport, name: str) -> tuple[dict[str, Cell], ...]:
    return next(tuple(table.rows) for table in report.tables if table.name == name)


def test_what_is_awaited_is_named_with_its_reason(desk: Desk) -> None:
    found = {
        (item.indicator, item.what, item.reason.value) for item in desk.show(data, "partnership=warwickshire").awaited
    }
    assert found >= {
        ("Drug users in effective treatment", "actual", "part year"),
        ("Re-offending rate of prolific and priority offenders", "actual", "to be confirmed"),
        ("Anti-social behaviour", "target", "baseline to be set"),
        ("Vehicle crime", "target", "not printed"),
    }
    assert "Adult reoffending rate" not in {name for name, *_ in found}  # a direction is given, and waits for nothing


def test_a_target_that_could_be_resolved_is_not_awaited(desk: Desk) -> None:
    waiting = desk.show(data, "partnership=staffordshire").awaited
    assert {item.indicator for item in waiting} == {"Violence with injury"}


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_every_printed_cell_is_in_the_file_and_in_one_table_of_the_page(
    desk: Desk, store: Store, partnership: str
) -> None:
    report = desk.show(data, f"partnership={partnership}")
    cells = store.cells(partnership)
    laid_out = [cell.id for table in report.printed_tables for row in table.rows for part in row.cells for cell in part]
    assert sorted(laid_out) == sorted(cell.id for cell in cells)
    assert [row["text"] for row in rows(report, "cells")] == [cell.text for cell in cells]


def test_a_printed_table_is_laid_out_as_printed(desk: Desk) -> None:
    tables = {table.name: table for table in desk.show(data, "partnership=warwickshire").printed_tables}
    table = tables["Table 1"]
    assert not table.is_text
    violence = next(row for row in table.rows if row.label.startswith("NI 15"))
    texts = {column: [cell.text for cell in cells] for column, cells in zip(table.columns, violence.cells, strict=True)}
    assert texts["2010/11 Target"] == ["288"]
    assert texts["Year end status against target"] == ["16.3%"]
    assert tables["Text: Current performance"].is_text


def test_the_load_is_told_with_its_fingerprint(desk: Desk) -> None:
    (row,) = rows(desk.show(data, ""), "loads")
    assert row["sha256"] == fingerprint(FOLDER)


def test_each_finding_is_a_row_and_differences_come_first(desk: Desk) -> None:
    found = rows(desk.show(data, "partnership=south-staffordshire"), "checks")
    severities = [str(row["severity"]) for row in found]
    assert severities == sorted(severities, key=["differs", "flag", "agrees"].index)
    asb = next(row for row in found if row["said"] == 3135)
    assert (asb["found"], asb["difference"], asb["explanation"] is None) == (3127, 8, False)


def test_what_agrees_needs_no_explanation(desk: Desk) -> None:
    found = rows(desk.show(data, "partnership=south-staffordshire"), "checks")
    assert {row["explanation"] for row in found if row["severity"] == "agrees"} == {None}


def test_the_printed_notes_are_kept_under_their_tables(desk: Desk) -> None:
    notes = {(note.table, note.mark) for note in desk.show(data, "partnership=warwickshire").printed_notes}
    assert notes >= {("Table 1", "1"), ("Table 1", "2"), ("Table 1", "3"), ("2011/12 Targets", "4")}


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_the_document_is_named(desk: Desk, partnership: str) -> None:
    (document,) = desk.show(data, f"partnership={partnership}").documents
    assert (document.partnership, bool(document.title)) == (partnership, True)


def test_every_printed_table_is_in_the_file_line_by_line(desk: Desk, store: Store) -> None:
    found = rows(desk.show(data, "partnership=warwickshire"), "printed-tables")
    assert len(found) == len(store.printed_cells("warwickshire"))
    texts = [row["text"] for row in found if (row["table"], row["line"]) == ("2011/12 Targets", 8)]
    assert texts == ["", "", "", "TBC"]
