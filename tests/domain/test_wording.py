"""Proves how sentences are put together."""

from dashboard.domain.wording import (
    first_words,
    listed,
    listed_or,
    name_inside,
    number_word,
    plural,
    sentence,
    so_many,
    start_of,
)


def test_counts_up_to_ten_are_words() -> None:
    assert [number_word(count) for count in (0, 10, 1200)] == ["no", "ten", "1,200"]
    assert [so_many(1, "row"), so_many(2, "row is", "rows are"), so_many(1_204, "row")] == [
        "1 row",
        "2 rows are",
        "1,204 rows",
    ]
    assert [plural(1, "row"), plural(2, "row"), plural(3, "enquiry", "enquiries")] == [
        "one row",
        "two rows",
        "three enquiries",
    ]


def test_lists_end_with_a_word() -> None:
    assert [listed(("a",)), listed(("a", "b", "c"))] == ["a", "a, b and c"]
    assert [listed_or(("a",)), listed_or(("a", "b", "c"))] == ["a", "a, b or c"]


def test_capitals_stand_where_a_sentence_begins() -> None:
    assert [sentence("all of it"), name_inside("Burglary"), name_inside("ASB calls")] == [
        "All of it",
        "burglary",
        "ASB calls",
    ]


def test_a_long_text_ends_with_a_whole_word_and_a_short_one_is_itself() -> None:
    assert [start_of("alley gates for all", most) for most in (19, 18, 13)] == [
        "alley gates for all",
        "alley gates for …",
        "alley gates …",
    ]


def test_the_first_words_stand_on_one_line_of_no_more_characters() -> None:
    words = " Agree\nto  pay "
    assert [first_words(words, most) for most in (12, 7, 1)] == ["Agree to pay", "Agree…", "…"]
