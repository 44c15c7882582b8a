"""Knows how much room words take on a slide: widths of Arial's letters, lines, and the size at which a text fits."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dashboard.exports.papers.words import CUT

#: Thousandths of the letter height that each group of letters is wide.
REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    334: "()-`r“”{}",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–£",
    584: "+<=>~−^",
    611: "FTZ●",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
}
BOLD = {
    238: "'",
    278: " ,./I\\ijl‘’·|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    500: '"z“”',
    556: "#$0123456789J_aceksvxy–£",
    584: "+<=>^~−",
    611: "?FLTZbdghnopqu●",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
}
OTHER_LETTER, OTHER = 722, 1015
WIDE = {
    bold: {letter: width for width, letters in groups.items() for letter in letters}
    for bold, groups in ((False, REGULAR), (True, BOLD))
}
BREAKS = re.compile(r"[ \t\n]+")
LEADING = 1.2  # from line to line, of the letter height


@lru_cache(maxsize=40_000)
def _thousandths(word: str, bold: bool) -> int:
    wide = WIDE[bold]
    return sum(wide.get(letter) or (OTHER_LETTER if letter.isalpha() else OTHER) for letter in word)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Points that *text* takes in one line."""
    return _thousandths(text, bold) * size / 1000


def words_in(text: str) -> list[str]:
    """The words of *text*; what a space that does not break holds together is one."""
    return [word for word in BREAKS.split(text) if word]


def joined(text: str) -> str:
    """*text* in one line."""
    return " ".join(words_in(text))


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """*text* as it breaks in *width* points; a word that is longer than a line breaks within."""
    lines, line = list[str](), ""
    for word in words_in(text):
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
        return joined(text)
    kept = " ".join(lines[:most]) if most else ""
    while kept and len(lines_of(f"{kept}{CUT}", size, width, bold=bold)) > most:
        kept = kept[:-1]
    return f"{_whole(kept, text)}{CUT}"


def _whole(kept: str, text: str) -> str:
    """*kept* without the word that was cut through, where a word ends near."""
    through = joined(text)[len(kept) : len(kept) + 1].strip()
    before = kept.rpartition(" ")[0] if through else kept
    return (before if len(before) > len(kept) * 0.6 else kept).rstrip(" ,;:·")


def fitted(text: str, sizes: Sequence[float], room: tuple[float, float], *, bold: bool = False) -> tuple[float, str]:
    """The first of *sizes* at which *text* fits the width and height of *room*; at the last it is cut to fit."""
    width, height = room
    for size in sizes:
        if len(lines_of(text, size, width, bold=bold)) * size * LEADING <= height:
            return size, joined(text)
    size = sizes[-1]
    return size, held(text, size, width, max(1, int(height / (size * LEADING))), bold=bold)
