"""Proves what notes say of how much of a period a figure counts."""

from datetime import date

import pytest

from dashboard.domain.periods.part_notes import PartSaid, part_said
from dashboard.domain.periods.period import read_period

COUNTED = {
    "April to September only": date(2023, 9, 30),
    "Apr-Dec only": date(2023, 12, 31),
    "Apr - Dec 2023": date(2023, 12, 31),
    "1 April 2023 to 30 November 2023": date(2023, 11, 30),
    "Data for April\u2013August": date(2023, 8, 31),
    "Provisional; first nine months": date(2023, 12, 31),
    "first 6 months of the year": date(2023, 9, 30),
    "First half of the year": date(2023, 9, 30),
    "first quarter only": date(2023, 6, 30),
    "first three quarters": date(2023, 12, 31),
    "Q1-Q3": date(2023, 12, 31),
    "Quarters 1 to 3 only": date(2023, 12, 31),
    "Q1 and Q2": date(2023, 9, 30),
    "Quarter 1 only": date(2023, 6, 30),
    "Data is up to Q3": date(2023, 12, 31),
    "to end of December": date(2023, 12, 31),
    "up to 15 January 2024": date(2024, 1, 15),
    "9 months to December": date(2023, 12, 31),
    "Data to Dec 23": date(2023, 12, 31),
    "Figure as at 30 September 2023": date(2023, 9, 30),
    "Note: 2023/24 figures are for the first nine months only": date(2023, 12, 31),
}
UNDATED = (
    *("part year", "Part-year figure", "incomplete", "Not a full year", "Year to date", "partial data"),
    *("9 months", "provisional, 9 months", "six-month figure", "half year", "Covers 8 months", "April and May only"),
    *("July to March only", "From October 2023", "from October onwards", "first six quarters"),
    *("Excludes January to March", "Excluding March 2024", "March data not yet available", "Q4 missing"),
    "Year to September 2023",  # another year than the heading's
    "Only up to November for two stations",
    "The 2023/24 figure covers April to December and is not comparable with earlier years",
    "to 31 June 2023",
    "to February 2023",
)
WHOLE = (
    *("April to March", "Q1 to Q4", "12 months", "year to 31 March 2024", "to 31 March 2024", "from April 2023"),
    *("Provisional", "Data may change", "Only residential burglary", "Figures at 1 April", "as at 12 May"),
    *("Figures as at 12 May 2024", "Compared to September", "Recording changed in April 2023", "includes April 2023"),
    *("Recording changed between April and June", "Target revised in September", "Up to marked improvement"),
    *("Percentage within 6 months of treatment", "Data from April to September are provisional"),
    *("2021/22 is part year", "Data missing for one district", "Marks to marine use only"),
)


@pytest.mark.parametrize("text", COUNTED)
def test_a_note_that_names_the_last_month_says_how_far_the_figure_counts(text: str) -> None:
    assert part_said(text, read_period("2023/24")) == PartSaid(text, COUNTED[text])


@pytest.mark.parametrize("text", UNDATED)
def test_a_note_may_say_a_part_without_its_last_day(text: str) -> None:
    assert part_said(text, read_period("2023/24")) == PartSaid(text)


@pytest.mark.parametrize("text", WHOLE)
def test_other_notes_say_nothing_of_a_part(text: str) -> None:
    assert part_said(text, read_period("2023/24")) is None


def test_quarters_and_calendar_years_have_parts_and_months_have_none() -> None:
    said = {"To end of May 2023": "Q1 2023/24", "January to June only": "2023"}
    found = [part_said(text, read_period(period)) for text, period in said.items()]
    assert [part.last for part in found if part] == [date(2023, 5, 31), date(2023, 6, 30)]
    assert part_said("part year", read_period("Apr 2023")) is None
