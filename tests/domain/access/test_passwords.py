"""A password is long and not what everybody would try first; of what it is made does not matter."""

import pytest

from dashboard.domain.access.passwords import GUESSED, KNOWN, THE_NAME, TOO_LONG, TOO_SHORT, password_fault

#: One or more of each kind of which the most used passwords of twelve characters are: words with digits or doubled,
#: rows of keys, rows woven into each other, sentences of small words, names of teams, singers and games.
KINDS = """
    1q2w3e4r5t6y 123456789012 qwertyuiop123 passwordpassword 1234567890qwerty qwerty123456 q1w2e3r4t5y6
    zaq12wsxcde3 iloveyou1234 abcd12345678 manchester12 football1234 mynameisjohn jesuschrist1 fuckyou12345
    ilovejesus12 thisismypassword letmein12345 administrator changeme1234 welcome2024! Summer2024!!
    Password1234! asdfasdfasdf qweasdzxc123 qwerqwerqwer 1qazxsw23edc 1qaz!QAZ2wsx@WSX 123qweasdzxc
    q1w2e3r4t5y6u7i8 poiuytrewq12 147258369147 987654321012 11223344556677 112233445566 123123123123
    102030405060 123321123321 111222333444 aaaaaa111111 abc123abc123 a1b2c3d4e5f6 myspace12345 spongebob123
    princess1234 slipknot6666 harrypotter1 pokemon12345 dragonball12 linkinpark12 chocolate123 ilovemyfamily
    nevergiveup1 godisgood123 motherfucker fuckyoufuckyou iloveyousomuch iloveyou4ever iloveyoubaby
    mypassword123 aabbccddeeff 1a2b3c4d5e6f ihateyou1234 unknownunknown opensesame12 ncc1701ncc1701
    blink182blink rockyou12345 stayaway1234 bismillah123 teddybear123 snowboarding skateboarding
    youllneverwalkalone leedsunited1 westhamunited
""".split()  # noqa: SIM905 - read as a text
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


def test_no_kind_of_the_most_used_is_taken() -> None:
    assert [word for word in KINDS if password_fault(word, "a.officer", PLACES) != GUESSED] == []


def test_what_is_listed_as_known_is_refused_however_its_letters_are() -> None:
    known = frozenset({"kettle harbour violin"})
    assert password_fault("Kettle Harbour VIOLIN", "a.officer", PLACES, known) == KNOWN
    assert password_fault("kettle harbour violins", "a.officer", PLACES, known) == ""


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
