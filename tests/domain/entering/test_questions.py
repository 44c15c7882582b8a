"""Proves how a question is answered, in general or for one indicator, and how periods are told."""

from dashboard.domain.entering.described import periods_told
from dashboard.domain.entering.questions import Choice, Question, answer
from dashboard.domain.periods.period import financial_year, read_period


def test_a_question_is_known_by_what_it_is_about_and_what_answers_it() -> None:
    assert Question("a.csv", "period", "Which?", "say", (Choice("1", "One"),)).key == ("a.csv", "period")


def test_an_answer_for_one_goes_before_the_general_one() -> None:
    answers = {"": {"combines": "sum"}, "Theft": {"combines": "last"}}
    assert (answer(answers, "Theft", "combines"), answer(answers, "Fire", "combines")) == ("last", "sum")
    assert answer(answers, "Theft", "scale") == ""


def test_periods_are_told_by_their_ends_and_their_lengths() -> None:
    year, quarters = financial_year(2023), [read_period(f"Q{at} 2023/24") for at in (2, 1)]
    assert periods_told([]) == ""
    assert periods_told([year, year]) == "2023/24: 1 year"
    assert periods_told([*quarters]) == "Q1 2023/24 – Q2 2023/24: 2 quarters"
    assert periods_told([quarters[0], year]) == "2023/24 – Q2 2023/24: 1 year, 1 quarter"
    assert "1 other period" in periods_told([read_period("Oct 2008 - Mar 2010")])


def test_a_question_says_what_answers_it_on_the_command_line() -> None:
    choices = (Choice("sum", "Added"), Choice("last", "Newest"))
    found = Question("Thefts", "combines", "How?", "give it a column", choices)
    assert found.told == 'To answer, say --answer "Thefts: combines=sum" (or last); or give it a column.'
    assert Question("a", "b", "", "write it", ()).told == 'To answer, say --answer "a: b=…"; or write it.'
