"""Incident lists of many layouts say the same; what they cannot say for sure is refused, never guessed."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from dashboard.domain.incidents.parts import NO_TIME
from dashboard.domain.incidents.week import minute_of
from data.intake.child import readings
from data.parcels import IncidentTable, Refused
from tests.data.sources.incidents.layouts import APART, HEADING, LAYOUTS, row, table
from tests.data.sources.reading import in_rows, read

Cells = tuple[Any, ...]
MARCH_14 = 20_161
FROM, TO = "2025-03-14 22:30", "2025-03-15 01:15"


def minutes(text: str) -> int:
    return minute_of(datetime.fromisoformat(text))


def times(parcel: IncidentTable, order: int = 0) -> list[tuple[int, int, int]]:
    return [tuple(found) for found in in_rows(parcel.times[order])]


def listed(folder: Path, *rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> Any:  # noqa: ANN401 - what is read
    return read(folder, table(heading, *rows), "list.csv")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(tmp_path: Path, layout: str) -> None:
    heading, cells = LAYOUTS[layout]
    parcel = listed(tmp_path, cells, heading=heading)
    assert isinstance(parcel, IncidentTable)
    assert times(parcel) == [(MARCH_14, minutes(FROM), minutes(TO))]
    assert parcel.areas == ["Oakham North"]
    assert parcel.offences[0].endswith("Burglary")
    assert (parcel.rows, parcel.rules, parcel.has_end) == (1, {}, True)


def test_titles_above_notes_below_and_columns_of_its_own_are_left_out_and_said(tmp_path: Path) -> None:
    body = "Extract of 30 March\n" + table((*HEADING, "Officer"), (*APART, "PC 12")) + "Total 1\n"
    parcel = read(tmp_path, body, "list.csv")
    assert parcel.remarks == ["Rows with one cell alone were left out: 1.", "Columns that are not read: Officer."]


def test_midnight_at_24_00_is_the_next_day(tmp_path: Path) -> None:
    parcel = listed(tmp_path, row(Date_To="14/03/2025", Time_To="24:00"))
    assert times(parcel) == [(MARCH_14, minutes(FROM), minutes("2025-03-15 00:00"))]


@pytest.mark.parametrize("text", ["", "unknown", "N/K", "not known"])
def test_an_unknown_time_is_unknown(tmp_path: Path, text: str) -> None:
    parcel = listed(tmp_path, row(Time_From=text, Time_To=text), row(Crime_Number="2"))
    assert times(parcel)[0] == (MARCH_14, NO_TIME, NO_TIME)


def test_a_date_alone_is_no_midnight(tmp_path: Path) -> None:
    heading = ("Ref", "Offence", "Date and time", "Beat")
    parcel = listed(
        tmp_path, ("1", "Theft", "14/03/2025", "A"), ("2", "Theft", "14/03/2025 09:00", "A"), heading=heading
    )
    assert [found[1] for found in times(parcel)] == [NO_TIME, minutes("2025-03-14 09:00")]
    assert not parcel.has_end


TIMES = ("Ref", "Offence", "Date From", "Time From", "Date To", "Time To", "Beat")


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        # noughts that a spreadsheet lost: 00:25 to 08:38, midnight among them
        ([("14/03/2025", "838", "14/03/2025", "915"), ("14/03/2025", "0", "14/03/2025", "25")], [(518, 555), (0, 25)]),
        # all four are there
        ([("14/03/2025", "2210", "14/03/2025", "2215")], [(1330, 1335)]),
        # the day of a column of its own, with a time that is none
        ([("14/03/2025 00:00", "22:10", "2025-03-14T00:00:00.000", "22:15")], [(1330, 1335)]),
        # the last time is unknown in words, or of another day: the first one is no time at which it happened
        ([("14/03/2025", "22:10", "14/03/2025", "Unknown")], [(None, None)]),
        ([("14/03/2025", "22:10", "16/03/2025", "")], [(None, None)]),
        ([("14/03/2025", "22:10", "14/03/2025", "")], [(1330, None)]),
    ],
)
def test_times_as_offices_keep_them(tmp_path: Path, spans: list[Cells], found: list[Cells]) -> None:
    rows = [(str(at), "Theft", *span, "A") for at, span in enumerate(spans)]
    midnight = MARCH_14 * 1440
    parcel = listed(tmp_path, *rows, heading=TIMES)
    wanted = [tuple(NO_TIME if at is None else midnight + at for at in pair) for pair in found]
    assert [span[1:] for span in times(parcel)] == wanted


def test_a_first_time_without_a_column_for_the_last_is_asked_about(tmp_path: Path) -> None:
    cells = ("1", "Theft", "14/03/2025", "22:30", "A")
    earliest = listed(tmp_path, cells, heading=("Ref", "Offence", "Earliest Date", "Earliest Time", "Beat"))
    alone = listed(tmp_path, cells, heading=("Ref", "Offence", "Date", "Time", "Beat"))
    assert (earliest.has_end, alone.has_end) == (True, False)


@pytest.mark.parametrize(
    ("cells", "rule", "text"),
    [
        ({"Date_To": "13/03/2025"}, "times-swapped", "13/03/2025"),
        ({"Date_To": "14/03/2025", "Time_To": "22:29"}, "times-swapped", "14/03/2025"),
        ({"Time_From": "25:10"}, "time-unreadable", "25:10"),
        ({"Time_To": "late"}, "time-unreadable", "late"),
        ({"Date_From": "31/02/2025"}, "day-unreadable", "31/02/2025"),
        ({"Date_From": "unknown"}, "day-unknown", "unknown"),
        ({"Date_To": "soon"}, "day-unreadable", "soon"),
    ],
)
def test_a_row_that_cannot_be_right_is_rejected(tmp_path: Path, cells: dict[str, str], rule: str, text: str) -> None:
    parcel = listed(tmp_path, row(**cells), *(row(Crime_Number=f"A{n}") for n in range(3)))
    assert parcel.rules == {rule: 1}
    assert parcel.rejected == [{"line": 2, "rule": rule, "text": text}]
    assert len(times(parcel)) == 3


def test_of_a_rejected_row_neither_reference_nor_place_is_told(tmp_path: Path) -> None:
    heading = ("Crime Number", "Offence", "Date", "Time", "Easting", "Northing")
    rows = [
        ("SECRET/1", "Theft", "14/03/2025", "09:00", "0", "0"),
        ("2", "Theft", "14/03/2025", "09:00", "402345", "301234"),
    ]
    parcel = listed(tmp_path, *rows, heading=heading)
    assert parcel.rejected == [{"line": 2, "rule": "coordinates-zero", "text": ""}]
    doubled = listed(tmp_path, row(Offence="Theft"), row(), row(Crime_Number="2"))
    assert [item["text"] for item in doubled.rejected] == ["the reference of another row"] * 2


def test_the_same_row_twice_counts_once_and_two_of_one_reference_not_at_all(tmp_path: Path) -> None:
    parcel = listed(tmp_path, row(), row(), row(Crime_Number="2"), row(Crime_Number="2", Offence="Theft"))
    assert parcel.rules == {"doubled": 2}
    assert parcel.remarks[-1] == "Rows that stand twice with the same values count once: 1."
    assert len(times(parcel)) == 1


def test_two_orders_of_dates_are_both_told(tmp_path: Path) -> None:
    both = [row(Date_From="03/04/2025", Date_To="03/04/2025", Time_To="23:00"), row(Crime_Number="2")]
    american = row(Crime_Number="3", Date_From="03/25/2025", Date_To="03/25/2025", Time_To="23:00")
    assert len(listed(tmp_path, *both).times) == 1
    parcel = listed(tmp_path, *both, american)
    assert [found[0] for found in times(parcel, 0)] == [20_181, MARCH_14, 20_172]
    assert [found[0] for found in times(parcel, 1)] == [20_151, MARCH_14, 20_172]


def test_one_that_proves_the_month_first_is_said(tmp_path: Path) -> None:
    cells = {"Date_From": "03/04/2025", "Date_To": "03/04/2025", "Time_To": "23:00"}
    parcel = listed(tmp_path, row(**cells), row(**cells | {"Crime_Number": "2", "Date_To": "03/25/2025"}))
    assert [found[0] for found in times(parcel)] == [20_151, 20_151]
    assert "month first" in parcel.remarks[0]


HEADINGS_OF_PLACES = {"grid": ("Easting", "Northing"), "world": ("Longitude", "Latitude")}


@pytest.mark.parametrize(
    ("kind", "one", "other", "rule"),
    [
        ("grid", "402345", "301234", ""),
        ("grid", "402345.6", "301234", ""),
        ("grid", "", "", ""),
        ("grid", "402345", "", "coordinates-unreadable"),
        ("grid", "402,345", "x", "coordinates-unreadable"),
        ("grid", "nan", "301234", "coordinates-unreadable"),
        ("grid", "0", "0", "coordinates-zero"),
        ("grid", "1023450", "301234", "coordinates-swapped"),
        ("grid", "-5", "301234", "coordinates-outside"),
        ("grid", "402345", "2000000", "coordinates-outside"),
        ("world", "-1.9", "52.6", ""),
        ("world", "52.6", "-1.9", "coordinates-swapped"),
        ("world", "12.5", "41.9", "coordinates-outside"),
        ("world", "-1.9", "0", "coordinates-zero"),
    ],
)
def test_coordinates(tmp_path: Path, kind: str, one: str, other: str, rule: str) -> None:
    heading = ("Ref", "Offence", "Date", "Time", *HEADINGS_OF_PLACES[kind])
    sound = ("400000", "300000") if kind == "grid" else ("-2", "52.6")
    rows = [(str(n), "Theft", "14/03/2025", "09:00", *sound) for n in range(2)]
    quoted = tuple(f'"{text}"' if "," in text else text for text in (one, other))
    parcel = listed(tmp_path, ("x", "Theft", "14/03/2025", "09:00", *quoted), *rows, heading=heading)
    assert parcel.rules == ({rule: 1} if rule else {})


def test_the_national_grid_and_degrees_are_one_place(tmp_path: Path) -> None:
    when = ("Theft", "14/03/2025", "09:00")
    heading = ("Ref", "Offence", "Date", "Time")
    grid = listed(tmp_path, ("1", *when, "400000", "300000"), heading=(*heading, "Easting", "Northing"))
    world = listed(tmp_path, ("1", *when, "-2.001433", "52.597792"), heading=(*heading, "Longitude", "Latitude"))
    [one], [other] = in_rows(grid.where), in_rows(world.where)
    assert one[2:4] == (400_000, 300_000)
    assert one[4:] == (-2_001_433, 52_597_792)
    assert all(abs(a - b) <= 1 for a, b in zip(one[2:], other[2:], strict=True))


@pytest.mark.parametrize(
    "heading",
    [
        ("Date", "Category", "Area", "Value"),  # figures by day
        ("Reference", "Offence", "Date recorded", "Time recorded", "Beat"),  # when it was written down
        ("Date From", "Time From", "Beat"),  # of what?
        ("Offence", "Date", "Time", "Value"),  # one of how many?
    ],
)
def test_other_tables_are_no_lists(tmp_path: Path, heading: tuple[str, ...]) -> None:
    cells = ("14/03/2025", "Theft", "Oakham", "12", "A")[: len(heading)]
    found = listed(tmp_path, cells, cells, heading=heading)
    assert not isinstance(found, IncidentTable)


def test_a_list_without_one_sound_row_is_refused(tmp_path: Path) -> None:
    found = listed(tmp_path, row(Date_To="13/03/2025"))
    assert isinstance(found, Refused)
    assert found.sentence == "list.csv has no incident that can be read: a row ends before it begins."


def test_a_workbook_says_the_same(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(["Crime Number", "Offence", "Date From", "Time From", "Date/Time To", "Beat"])
    start, end = datetime.fromisoformat(FROM), datetime.fromisoformat(TO)
    made.active.append(["22D/1/25", "Burglary", start.replace(hour=0, minute=0), start.time(), end, "Oakham North"])
    made.save(tmp_path / "list.xlsx")
    [parcel] = readings(tmp_path / "list.xlsx")
    assert isinstance(parcel, IncidentTable)
    assert times(parcel) == [(MARCH_14, minutes(FROM), minutes(TO))]
