"""Knows how much room words take on a slide: widths of Arial's letters, lines, and the size at which a text fits."""

from collections.abc import Sequence
from functools import lru_cache

from dashboard.exports.papers.words import CUT

#: Thousandths of the letter height that each group of letters is wide.
WIDTHS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;\\[]Itf·",
    333: "()-`r“”",
    355: '"',
    389: "*",
    500: "ckvxyzsJ",
    556: "#$?_0123456789abdeghnopquL–",
    584: "+<=>~−",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
WIDE = {letter: width for width, letters in WIDTHS.items() for letter in letters}
UNKNOWN = 800
BOLD = 1.08  # bold letters are at most so much wider
LEADING = 1.2  # from line to line, of the letter height


@lru_cache(maxsize=20_000)
def _thousandths(word: str) -> int:
    return sum(WIDE.get(letter, UNKNOWN) for letter in word)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Points that *text* takes in one line."""
    return _thousandths(text) * size * (BOLD if bold else 1) / 1000


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """*text* as it breaks in *width* points; a word that is longer than a line breaks within."""
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, width, bold=bold)
        lines += full
    return (*lines, line) if line or not lines else tuple(lines)


def _pieces(word: str, size: float, width: float, *, bold: bool) -> list[str]:
    """A word in parts that each fit a line."""
    if width_of(word, size, bold=bold) <= width:
        return [word]
    pieces, piece = list[str](), ""
    for letter in word:
        if piece and width_of(piece + letter, size, bold=bold) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def held(text: str, size: float, width: float, most: int, *, bold: bool = False) -> str:
    """*text* in at most so many lines, "…" at its end where it was longer."""
    lines = lines_of(text, size, width, bold=bold)
    if len(lines) <= most:
        return " ".join(text.split())
    kept = " ".join(lines[:most]) if most else ""
    while kept and len(lines_of(f"{kept}{CUT}", size, width, bold=bold)) > most:
        kept = kept[:-1].rstrip(" ,;:")
    return f"{kept}{CUT}"


def fitted(text: str, sizes: Sequence[float], room: tuple[float, float], *, bold: bool = False) -> tuple[float, str]:
    """The first of *sizes* at which *text* fits the width and height of *room*; at the last it is cut to fit."""
    width, height = room
    for size in sizes:
        if len(lines_of(text, size, width, bold=bold)) * size * LEADING <= height:
            return size, " ".join(text.split())
    size = sizes[-1]
    return size, held(text, size, width, max(1, int(height / (size * LEADING))), bold=bold)
