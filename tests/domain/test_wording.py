"""Proves how sentences are put together."""

from dashboard.domain.wording import listed, listed_or, name_inside, number_word, plural, sentence


def test_counts_up_to_ten_are_words() -> None:
    assert [number_word(count) for count in (0, 10, 1200)] == ["no", "ten", "1,200"]
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
