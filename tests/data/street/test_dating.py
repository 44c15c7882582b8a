"""Proves that police.uk's files are of months that police.uk has: none to come, none from before December 2010."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.reports.made_up import INVENTED_SOURCE
from data.intake.pipeline import Wish, load_files
from tests.data.street.streets import row, street_text
from tests.data.street.testshire import everything

MOMENT = datetime(2026, 11, 29, 12, tzinfo=UTC)
NAME = "{}-testshire-street.csv"


def month_file(folder: Path, month: str, name: str = NAME) -> Path:
    path = folder / name.format(month)
    path.write_text(street_text([row(month, place, "Burglary") for place in range(12)]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("month", "name", "why"),
    [
        ("2026-12", NAME, "it is of 2026-12, which had not begun on 29 November 2026"),
        ("2027-01", NAME, "it is of 2027-01, which had not begun on 29 November 2026"),
        ("2062-06", "june.csv", "it is of 2062-06, which had not begun on 29 November 2026"),
        ("2010-11", NAME, "it is of 2010-11, and police.uk’s oldest month is 2010-12"),
        ("1998-06", NAME, "it is of 1998-06, and police.uk’s oldest month is 2010-12"),
        ("2001-02", "february.csv", "it is of 2001-02, and police.uk’s oldest month is 2010-12"),
    ],
)
def test_a_month_that_has_no_file_is_refused(engine: Engine, tmp_path: Path, month: str, name: str, why: str) -> None:
    before, path = everything(engine), month_file(tmp_path, month, name)
    summary = load_files(engine, [path], Wish(MOMENT))
    assert summary.refused == [f"{path.name} cannot be right: {why}. Correct its name and its column of dates."]
    assert everything(engine) == before


@pytest.mark.parametrize("month", ["2010-12", "2011-01", "2026-10", "2026-11"])
def test_the_oldest_and_the_newest_month_load(engine: Engine, tmp_path: Path, month: str) -> None:
    assert load_files(engine, [month_file(tmp_path, month)], Wish(MOMENT)).loaded


def test_the_invented_county_has_its_own_time(engine: Engine, tmp_path: Path) -> None:
    assert load_files(engine, [month_file(tmp_path, "2062-06")], Wish(MOMENT, INVENTED_SOURCE)).loaded
