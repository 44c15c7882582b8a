"""Knows which passwords are taken: long ones that nobody guesses, made of anything."""

import re
from collections.abc import Container, Iterable

from dashboard.domain.access.accounts import same_name
from dashboard.domain.access.common_words import COMMON, LOOKS, OURS, ROWS

SHORTEST, LONGEST = 12, 200
TOO_SHORT = f"Use {SHORTEST} characters or more: three words that have nothing to do with each other are good."
TOO_LONG = f"Use {LONGEST} characters at most."
GUESSED = "This is among the first that somebody would try: use three words that have nothing to do with each other."
KNOWN = "This is on the list of passwords that are known from elsewhere: choose another one."
THE_NAME = "The password holds the name: leave the name out."
OLD = "This is the password that you have: choose another one."
FEWEST = 5  # different characters
LEFT = 6  # characters that stand beside what everybody would try


def password_fault(
    password: str, name: str, partnerships: Iterable[str] = (), known: Container[str] = frozenset()
) -> str:
    """What is wrong with *password* for the account *name*; empty where nothing is. *known* are small letters alone."""
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    plain, named = _letters(password), _letters(name)
    if len(named) > 3 and named in plain:
        return THE_NAME
    if password.casefold() in known:
        return KNOWN
    words = [*COMMON, *OURS, *map(_letters, partnerships)]
    meant = _letters(password.translate(LOOKS))
    return GUESSED if _is_guessed(plain, words) or _is_guessed(meant, words) else ""


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", same_name(words))


def _is_guessed(plain: str, words: list[str]) -> bool:
    """Whether little is left of a password without what everybody would try: words, runs and repetitions."""
    if len(set(plain)) < FEWEST or _repeats(plain) or _is_woven(plain):
        return True
    rest = plain
    for word in sorted(filter(None, words), key=len, reverse=True):
        rest = rest.replace(word, "")
    return len(_without_runs(rest)) < LEFT


def _repeats(plain: str) -> bool:
    """Whether one short part is written again and again."""
    return re.fullmatch(r"(.{1,12}?)\1+.{0,5}", plain) is not None


def _is_woven(plain: str) -> bool:
    """Whether every second letter goes along a row, and those between along another: a1b2c3d4e5f6, 112233445566."""
    return not (_without_runs(plain[::2]) or _without_runs(plain[1::2]))


def _without_runs(text: str) -> str:
    """*text* without three or more that follow each other in the alphabet, in numbers or on the keyboard; nor years."""
    for row in (*ROWS, *(row[::-1] for row in ROWS)):
        for length in range(len(row), 2, -1):
            for at in range(len(row) - length + 1):
                text = text.replace(row[at : at + length], "")
    return re.sub(r"(?:19|20)\d\d|(.)\1{2,}", "", text)
