"""Proves what a table of harm weights gives, an office's own or a statistics office's, and what it refuses."""

import pytest

from data.sources.crime import harm_weights
from tests.data.sources.typed_tables import parcel, refusal, rejected, sheet, typed

HEADING = "Offence code,Crime type,Weight,Lowest,Highest,Year,Source"
CODE = "8N,,180.5,,,2023/24,Test weights"
TYPE = ",Violence and sexual offences,250,219,334,2023/24,Test weights"
NAMED = ("Test weights", "2023/24")


def test_a_row_is_what_an_offence_code_or_a_crime_type_weighs() -> None:
    found = parcel(harm_weights, typed(HEADING, CODE, TYPE))
    assert (found.kind, found.rows, found.rules, found.remarks) == ("harm-weights", 2, {}, [])
    assert found.weights == [
        (*NAMED, "offence code", "8N", "180.5", "", "", "line 2"),
        (*NAMED, "crime type", "violence-and-sexual-offences", "250", "219", "334", "line 3"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Crime Severity Score: weights|",
            "Office for National Statistics, year ending March 2024",
            "",
            "Offence code|Offence|Weight",
            "08N|Assault with injury|180.5",
        ),
        ("ONS weights 2024", "Offence_code|Description|Severity weight", "8N|Assault|180.5"),
    ],
)
def test_a_statistics_office_says_year_and_name_over_its_heading(lines: tuple[str, ...]) -> None:
    [(source, year, of, code, value, *_)] = parcel(harm_weights, sheet(*lines)).weights
    assert (source, year, of, code, value) == ("Office for National Statistics", "2024", "offence code", "8N", "180.5")


@pytest.mark.parametrize("year", ["2023/24", "2023-24", "2023/2024", "2023 – 24"])
def test_a_year_is_read_however_it_is_written(year: str) -> None:
    [weight] = parcel(harm_weights, typed(HEADING, CODE.replace("2023/24", year))).weights
    assert weight[1] == "2023/24"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("8N,,heavy,,,2023/24,Test weights", "weight-unreadable"),
        ("8N,,-1,,,2023/24,Test weights", "weight-unreadable"),
        (",Burglary,400,450,500,2023/24,Test weights", "weight-unreadable"),
        (",Burglary,400,300,350,2023/24,Test weights", "weight-unreadable"),
        ("assault,,5,,,2023/24,Test weights", "offence-unreadable"),
        (",Piracy,5,,,2023/24,Test weights", "crime-type-unknown"),
        (",,5,,,2023/24,Test weights", "crime-type-unknown"),
        ("46,,11,,,,Test weights", "weights-unnamed"),
        ("46,,11,,,2023/24,", "weights-unnamed"),
        ("46,,11,,,last year,Test weights", "weights-unnamed"),
        ("46,,11,,,2023/24," + "x" * 201, "words-unreadable"),
    ],
)
def test_a_row_that_cannot_be_weighed_is_rejected(row: str, rule: str) -> None:
    assert rejected(parcel(harm_weights, typed(HEADING, CODE, row))) == [(3, rule)]


def test_a_weight_that_stands_twice_with_other_values_is_none() -> None:
    found = parcel(harm_weights, typed(HEADING, TYPE, CODE, CODE.replace("180.5", "190")))
    assert found.rules == {"doubled": 2}
    assert len(found.weights) == 1


def test_a_table_without_year_or_source_is_refused() -> None:
    assert refusal(harm_weights, typed("Offence code,Weight", "8N,180.5")) == (
        "x.csv does not say of which year its weights are or whose they are: add the columns “Year” and “Source”."
    )
    assert refusal(harm_weights, typed(HEADING, CODE.replace("180.5", "x"))) == (
        "x.csv gives no weight that can be read."
    )


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        ((HEADING, CODE), True),
        (("Code,Weight", "8N,5"), True),
        (("Code,Value", "8N,5"), False),
        (("Crime type,Count", "Burglary,5"), False),
        (("Area,Weight", "Oakham,5"), False),
    ],
)
def test_a_table_of_weights_is_told_by_its_heading(lines: tuple[str, ...], known: bool) -> None:
    assert harm_weights.recognises(typed(*lines)) is known
