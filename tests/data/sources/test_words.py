"""Proves that hostile names neither pass for names nor blow up a sentence."""

import pytest

from data.sources.words import is_plain, shown

HOSTILE = ["\x00", "tab\t", "line\nfeed", "\x1b[2J", "\x7f", "\x9b31m", "\u2028", "\u202egpj.exe", "\u2066", "\udcff"]


@pytest.mark.parametrize("text", ["", "On or near Tŷ Gwyn’s Lane", "Ynys Môn", "King's Cross (St Pancras)", "x" * 200])
def test_names_as_people_write_them_are_kept(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 201])
def test_hidden_characters_and_endless_names_are_not(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sentence_shows_a_mark_for_what_is_hidden(text: str) -> None:
    assert "\N{REPLACEMENT CHARACTER}" in shown(text)
    assert shown(text).isprintable()


def test_a_sentence_shows_the_beginning_of_a_long_name() -> None:
    assert shown("x" * 10_000, 20) == "x" * 20 + "…"
    assert shown("short", 20) == "short"
