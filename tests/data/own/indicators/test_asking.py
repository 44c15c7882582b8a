"""Proves that what neither a table nor its words tell is asked, that answers count, and nothing is added unasked."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from dashboard.domain.periods.combining import Combine
from dashboard.domain.values.printed import Reason, ValueType
from data.intake.pipeline import Wish
from data.tables.own import indicator as own_indicator
from tests.data.own.borsetshire import QUARTERS, indicator, told, year
from tests.data.own.typed import NOON, asked, text_file


@pytest.mark.parametrize(
    ("row", "number", "made"),
    [
        ("Thefts of cycles,,,30,41,38,27,150", 136, "Sum of 4 quarterly figures"),
        ("Cycle thefts (cumulative),,,30,71,109,136,150", 136, "Newest of 4 quarterly figures, Q4 2022/23"),
        ("Cycle thefts year to date,,,30,71,109,136,150", 136, "Newest of"),
        ("Cycle thefts (rolling 12 months),,,150,147,141,136,150", 136, "Newest of"),
        ("Wardens in post,,,12,12,11,13,14", 13, "Newest of"),
        ("Open investigations,,,12,12,11,13,14", 13, "Newest of"),
    ],
)
def test_a_year_is_made_as_the_words_say(
    quick_engine: Engine, tmp_path: Path, row: str, number: int, made: str
) -> None:
    assert told(quick_engine, tmp_path, QUARTERS, row).loaded
    [(found, _, words)] = year(quick_engine).values()
    assert found == number
    assert str(words).startswith(made)


@pytest.mark.parametrize(
    "row",
    [
        "Average days to answer,days,,11,14,12,13,15",
        "Calls answered in time,%,,84,86,84,85,85",
        "% of calls answered in time,,,84,86,84,85,85",
        "Positive outcome rate,,,14,15,13,16,15",
        "Thefts per 1000 people,,,1.4,1.5,1.3,1.6,6",
        "Confidence score,,,61,62,60,63,65",
    ],
)
def test_a_rate_or_percentage_has_no_year_of_its_quarters(quick_engine: Engine, tmp_path: Path, row: str) -> None:
    assert told(quick_engine, tmp_path, QUARTERS, row).loaded
    assert list(year(quick_engine).values()) == [(None, Reason.NOT_MADE, "")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Children in need,,,30,41,38,27,", "neither its name nor its unit says it"),
        ("Grants,£,,3000,4100,3800,2700,15000", "neither its name nor its unit says it"),
        ("Harm,,,3.5,4.1,3.8,2.7,15", "neither its name nor its unit says it"),
        ("Cycle thefts,,,30,71,109,136,150", "they rise like a running total"),
        ("Cycle thefts,,,150,147,141,136,150", "each is about as large as the target of the year"),
    ],
)
def test_what_words_and_numbers_leave_open_is_asked(quick_engine: Engine, tmp_path: Path, row: str, why: str) -> None:
    summary = told(quick_engine, tmp_path, QUARTERS, row)
    [question] = summary.questions
    assert (summary.loaded, summary.refused, question.column) == (False, [], "combines")
    assert question.words.endswith(f"make a year: {why}?")
    assert "How the year is made" in question.told
    assert [item.value for item in question.choices] == ["sum", "last", "average", "none"]
    name = row.partition(",")[0]
    assert told(quick_engine, tmp_path, QUARTERS, row, answers={name.upper(): {"combines": "last"}}).loaded
    assert indicator(quick_engine, name).combines is Combine.LAST
    assert next(iter(year(quick_engine).values()))[2] == "Newest of 4 quarterly figures, Q4 2022/23"
    assert not told(quick_engine, tmp_path, QUARTERS, row).questions


def test_a_general_answer_is_of_what_is_asked_alone(quick_engine: Engine, tmp_path: Path) -> None:
    rows = ("Children in need,,,30,41,38,27,40", "Calls answered,%,,84,86,84,85,85")
    assert told(quick_engine, tmp_path, QUARTERS, *rows, answers={"": {"combines": "average"}}).loaded
    assert year(quick_engine)["Children in need"][::2] == (34, "Average of 4 quarterly figures")
    assert year(quick_engine)["Calls answered"][1] is Reason.NOT_MADE


def test_the_table_or_a_declarations_file_of_the_same_call_answers(quick_engine: Engine, tmp_path: Path) -> None:
    heading = QUARTERS.replace("Unit", "How the year is made")
    assert told(quick_engine, tmp_path, heading, "Children in need,last,,30,41,38,27,").loaded
    paths = [
        text_file(tmp_path, "b.csv", QUARTERS, "Grants,£,,3000,4100,3800,2700,15000"),
        text_file(tmp_path, "c.csv", "Indicator,Polarity,Aggregation", "Grants,lower,Sum"),
    ]
    assert asked(quick_engine, *paths, wish=Wish(NOON, partnership="Borsetshire")).loaded
    assert year(quick_engine)["Grants"][0] == 13600


def test_one_part_of_a_year_asks_nothing_and_the_second_does(quick_engine: Engine, tmp_path: Path) -> None:
    heading = "Indicator,Period,Actual"
    assert told(quick_engine, tmp_path, heading, "Children in need,Q1 2022/23,30").loaded
    assert indicator(quick_engine, "Children in need").combines is Combine.UNDECLARED
    assert year(quick_engine) == {}
    [question] = told(quick_engine, tmp_path, heading, "Children in need,Q2 2022/23,41").questions
    assert question.key == ("Children in need", "combines")


@pytest.mark.parametrize(
    ("rows", "combines"),
    [
        (("Type", "Cumulative"), Combine.LAST),
        (("Type", "Snapshot"), Combine.LAST),
        (("Aggregation", "Sum"), Combine.SUM),
        (("Cumulative?", "Yes"), Combine.LAST),
        (("Combines", "None"), Combine.NONE),
    ],
)
def test_a_column_of_the_table_declares_it(
    quick_engine: Engine, tmp_path: Path, rows: tuple[str, str], combines: Combine
) -> None:
    lines = (f"Indicator,{rows[0]},Period,Actual", f"Thefts,{rows[1]},Q1 2022/23,5", f"Thefts,{rows[1]},Q2 2022/23,6")
    assert told(quick_engine, tmp_path, *lines).loaded
    assert indicator(quick_engine, "Thefts").combining is combines


def test_each_new_indicator_is_described_whole(quick_engine: Engine, tmp_path: Path) -> None:
    [item] = told(quick_engine, tmp_path, QUARTERS, "Wardens in post,people,Higher,12,12,11,13,14").figures.described
    assert (item.about, item.partnership, item.is_new) == ("Wardens in post", "Borsetshire", True)
    assert (item.value_type, item.unit, item.polarity, item.tolerance) == ("count", "people", "higher", "5")
    assert (item.combines, item.areas) == ("last", "Borsetshire")
    assert item.periods == "Q1 2022/23 – Q4 2022/23: 4 quarters, 1 year"


def test_what_an_older_database_kept_is_read_by_the_same_rule(quick_engine: Engine, tmp_path: Path) -> None:
    rows = ("Calls answered,%,,84,86,84,85,85", "Thefts,,,30,41,38,27,150", "Wardens in post,,,12,12,11,13,14")
    assert told(quick_engine, tmp_path, QUARTERS, *rows).loaded
    with quick_engine.begin() as connection:
        connection.execute(update(own_indicator).values(value_type="count", combines=""))
    assert indicator(quick_engine, "Calls answered").value_type is ValueType.PERCENTAGE
    assert {name: made[0] for name, made in year(quick_engine).items()} == {
        "Calls answered": None,
        "Thefts": 136,
        "Wardens in post": 13,
    }
