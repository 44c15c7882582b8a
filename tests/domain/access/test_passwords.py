"""A password is long and not what everybody would try first; of what it is made does not matter."""

import pytest

from dashboard.domain.access.passwords import GUESSED, THE_NAME, TOO_LONG, TOO_SHORT, password_fault

PLACES = ("Sampleshire", "South Staffordshire")


@pytest.mark.parametrize(
    "password",
    [
        "kettle harbour violin",
        "kettleharbourviolin",
        "correct-horse-battery",
        "Zürich läuft barfuß",
        "猫が好き、犬も好き、鳥も好き",
        "x7Gq2pLw9Rt4",
        "x" * 3 + "kettle harbour" + "9" * 40,
        "1984 was a long novel",
        "kettle " * 3 + "harbour violin",
        " leading and trailing blanks ",
        "monkey wrench on tuesday",
    ],
)
def test_long_and_not_guessed_is_enough(password: str) -> None:
    assert password_fault(password, "a.officer", PLACES) == ""


@pytest.mark.parametrize(
    "password",
    [
        *("password1234", "Password2026!", "P-a-s-s-w-o-r-d 1", "passwordpassword", "MyPassword123"),
        *("123456789012", "1234567890123456", "qwertyuiop12", "asdfghjkl123", "abcdefghijkl", "zyxwvutsrqponm"),
        *("aaaaaaaaaaaaa", "abababababab", "abcabcabcabc", "121212121212", "letmeinletmein", "qwerty123456"),
        *("outturn2026!", "OutturnOutturn", "outturn-police-1", "CommunitySafety1", "sampleshire2026"),
        *("unbelievable", "manchesterunited", "basketball12", "Sunshine1234", "christopher1", "liverpoolfc1"),
        *("passw0rd1234", "P@$$w0rd2026", "1q2w3e4r5t6y", "1qaz2wsx3edc", "trustno1trustno1", "starwarsstarwars"),
        *("SouthStaffordshire1", "welcome12345", "administrator1", "!!!!!!!!!!!!", "iloveyou2026"),
    ],
)
def test_what_everybody_would_try_is_refused(password: str) -> None:
    assert password_fault(password, "a.officer", PLACES) == GUESSED


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", TOO_SHORT),
        ("x7Gq2pLw9Rt", TOO_SHORT),
        ("kettle violin" * 16, TOO_LONG),
        ("a.officer kettle violin", THE_NAME),
        ("kettle A-Officer violin", THE_NAME),
    ],
)
def test_what_is_wrong_is_said(password: str, said: str) -> None:
    assert password_fault(password, "a.officer", PLACES) == said


def test_a_very_short_name_is_in_many_words_and_is_no_fault() -> None:
    assert password_fault("kettle harbour violin", "ket") == ""
