"""Knows how sentences are put together: lists, counts in words, one and many, capitals, long words in short."""

from collections.abc import Sequence

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


#: Joiners of letters and marks of direction: they belong to a word, and turn no other text round.
KEPT_MARKS = frozenset("\u200c\u200d\u200e\u200f\u061c")


def number_word(count: int) -> str:
    """'three' up to ten, figures from there."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def listed(items: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def listed_or(items: Sequence[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    return " or ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def plural(count: int, one: str, many: str = "") -> str:
    return f"{number_word(count)} {one if count == 1 else many or one + 's'}"


def so_many(count: int, one: str, many: str = "") -> str:
    """'1 incident', '1,204 incidents': in figures, however few."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """*text* with a capital first letter."""
    return text[:1].upper() + text[1:]


def name_inside(name: str) -> str:
    """An indicator's *name* as it stands inside a sentence."""
    return name[:1].lower() + name[1:] if not name[:2].isupper() else name


def one_line(text: str) -> str:
    """*text* on one line, without characters that cannot be seen; empty where nothing of it can be."""
    kept = (letter if letter.isprintable() or letter in KEPT_MARKS else " " for letter in text)
    line = " ".join("".join(kept).split())
    return line if set(line) - KEPT_MARKS - {" "} else ""


def start_of(words: str, most: int) -> str:
    """The start of a long text, up to the end of a word."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def first_words(words: str, most: int) -> str:
    """The beginning of *words* on one line of at most *most* characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
