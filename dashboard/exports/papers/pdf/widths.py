"""Knows how wide the columns of a printed table are, whether it needs a page turned sideways, and where words break."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.exports.papers.svg.letters import wide
from dashboard.exports.papers.words import BREAK

UPRIGHT, SIDEWAYS = 482.0, 728.0  # points between the margins of A4
SIZE = 8.5  # points of the words of a table
INSET = 12.0  # points at both sides of a cell together
LONGEST_NUMBER, LONGEST_WORD, WIDEST = 62.0, 110.0, 210.0  # points that a number, a word, a text may ask for
WORDS = 165.0  # points that words among numbers may ask for
SHORT = 18  # letters that stay in one line
HALVINGS = 40  # until what is left over is nothing that is seen
DAMPED = 0.6  # a text four times as long asks for a little more than twice the room
NAME = 135.0  # points of the names of rows, where they are long
CROWDED = 2.6  # times the page that the texts of a table ask for, from which it is turned
SPARSE = 0.62  # of the page, under which a table is not stretched
SAFE = 0.93  # of the room, for letters that are wider than expected


@dataclass(frozen=True, slots=True)
class Widths:
    """Points of each column, on a page that is turned or not."""

    columns: tuple[float, ...]
    is_sideways: bool


def widths_of(texts: Sequence[Sequence[str]], numbers: Sequence[bool]) -> Widths:
    """The widths for the *texts* of each column, its heading first; numbers are not broken from their marks."""
    least = [INSET + _least(column, is_number=number) for column, number in zip(texts, numbers, strict=True)]
    wished = [INSET + _most(column, is_number=number) for column, number in zip(texts, numbers, strict=True)]
    wished = [max(pair) for pair in zip(least, wished, strict=True)]
    least[0] += max(0.0, min(min(wished[0], NAME) - least[0], UPRIGHT - sum(least)))  # it names the row
    asked = sum(min(width, WIDEST) for width in wished)
    is_sideways = sum(least) > UPRIGHT or asked > CROWDED * UPRIGHT
    return Widths(_shared(least, wished, SIDEWAYS if is_sideways else UPRIGHT), is_sideways)


def _least(column: Sequence[str], *, is_number: bool) -> float:
    """What a column must have: its longest word, and as a whole what is short, as dates are."""
    heading, *cells = column
    wholes = [wide(cell, SIZE, is_bold=not is_number) for cell in cells if is_number or _is_short(cell)]
    words = [_longest_word(heading), *map(_longest_word, cells)]
    most = LONGEST_NUMBER if is_number else LONGEST_WORD
    return min(LONGEST_WORD, max([*words, *(width for width in wholes if width <= most)]) / SAFE)


def _is_short(cell: str) -> bool:
    """Whether a text stays in one line: a date, a short status after its sign."""
    return len(cell) <= SHORT and not cell[:1].isalpha()


def _most(column: Sequence[str], *, is_number: bool) -> float:
    """What a column would like to have: all of its longest text in one line, unless that is words among numbers."""
    most = max(wide(text, SIZE, is_bold=True) for text in column) / SAFE
    return min(most, WORDS) if is_number else most


def _longest_word(text: str) -> float:
    return max((wide(word, SIZE, is_bold=True) for word in text.split()), default=0.0)


def _shared(least: list[float], wished: list[float], room: float) -> tuple[float, ...]:
    """*room* shared out: to each what it wishes where that is enough, else what it must have and a part of the rest."""
    if sum(wished) <= room:
        times = room / sum(wished) if sum(wished) > SPARSE * room else 1.12
        return tuple(width * times for width in wished)
    if sum(least) >= room:
        return tuple(width * room / sum(least) for width in least)
    return tuple(_grown(least, wished, room))


def _grown(least: list[float], wished: list[float], room: float) -> list[float]:
    """Widths that fill *room*, long texts wider than short ones but by less than they are longer."""

    def widths(times: float) -> list[float]:
        pairs = zip(least, wished, strict=True)
        return [max(low, min(high, times * high**DAMPED)) for low, high in pairs]

    low, high = 0.0, room
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) <= room else (low, middle)
    return widths(low)


def breaking(text: str, size: float, room: float) -> str:
    """*text* with places to break in words that are wider than *room*."""
    if wide(text, size) <= room * SAFE:
        return text
    return "\n".join(
        " ".join(_broken(word, size, room * SAFE) for word in line.split(" ")) for line in text.split("\n")
    )


def _broken(word: str, size: float, room: float) -> str:
    """*word* cut after signs that end a part of an address, and wherever it would reach over *room*."""
    if wide(word, size) <= room:
        return word
    parts, used = [""], 0.0
    for letter in word:
        width = wide(letter, size)
        if used + width > room:
            parts.append("")
            used = 0.0
        parts[-1] += letter
        used += width
    return BREAK.join(parts)
