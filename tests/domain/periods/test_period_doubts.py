"""Proves which ways of writing a period are in doubt, what is said of them, and which the others beside them prove."""

import pytest

from dashboard.domain.periods.doubts import doubt, proven_years
from dashboard.domain.periods.period import read_period

IN_DOUBT = {
    "FY24": "may be 2023/24 or 2024/25: write 2023/24 if it ends in March 2024",
    "FY 2024": "may be 2023/24 or 2024/25",
    "FY11": "may be 2010/11 or 2011/12",
    "FY'24": "may be 2023/24 or 2024/25",
    "Q4 FY24": "may be Q4 2023/24 or Q4 2024/25: write Q4 2023/24 if its year ends in March 2024",
    "FY24 Q1": "may be Q1 2023/24 or Q1 2024/25",
    "Quarter 2 FY 2024": "may be Q2 2023/24 or Q2 2024/25",
    "Q1 2023": "write Q1 2023/24 (April to June is Q1), or Jan-Mar 2023",
    "2023 Q4": "write Q4 2023/24 (April to June is Q1), or Oct-Dec 2023",
    "2023Q2": "a financial or a calendar quarter",
    "Quarter 3 of 2023": "write Q3 2023/24",
    "Q1-23": "a financial or a calendar quarter",
    "10-11": "may be 2010/11 or something else: write 2010/11",
    "2023 to 2024": "may be 2023/24 or something else",
    "2324": "may be 2023/24 or something else",
}


@pytest.mark.parametrize(("text", "why"), IN_DOUBT.items())
def test_what_may_be_two_periods_says_what_to_write(text: str, why: str) -> None:
    assert why in doubt(text)


@pytest.mark.parametrize(
    "text", ["2023/24", "Q1 2023/24", "Northton", "2325", "10-12", "2023 to 2025", "", "2021", "FYI", "1128", "Q5 2023"]
)
def test_other_words_are_in_no_doubt(text: str) -> None:
    assert doubt(text) == ""


@pytest.mark.parametrize(
    ("texts", "years"),
    [
        ("2022 to 2023, 2023 to 2024", "2022 to 2023: 2022/23, 2023 to 2024: 2023/24"),
        ("2223, 2324, 2425", "2223: 2022/23, 2324: 2023/24, 2425: 2024/25"),
        ("2324, 2022/23", "2324: 2023/24"),
        ("10-11, 11-12, 12-13", "10-11: 2010/11, 11-12: 2011/12"),
        ("09-10, 2012/13", "09-10: 2009/10"),
        ("10-11, 11-12", ""),
        ("2324", ""),
        ("2023 to 2024, 2019/20", ""),
        ("2019, 2020, 2021, 2022", ""),
        ("2021, 2021/22", ""),
        (
            "2223, Burglary",
            "",
        ),
    ],
)
def test_spellings_are_years_where_the_others_prove_it(texts: str, years: str) -> None:
    every = texts.split(", ")
    known = [read_period(text) for text in every if text[:2].isdigit() and not doubt(text)]
    found = proven_years(every, known)
    assert ", ".join(sorted(f"{text}: {year.label}" for text, year in found.items())) == years
