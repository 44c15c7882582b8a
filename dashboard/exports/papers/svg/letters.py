"""Knows how wide words are in Inter, and into which lines they break so that they fit."""

from dashboard.exports.papers.words import CUT, printable

#: Letters by their width as a part of the size; of no other letter it is known.
WIDTHS = {
    0.25: "Iijl’",
    0.3: " !',.:;`·",
    0.35: "()/[\\]ft|",
    0.4: "1r",
    0.45: '"-^_{}“”',
    0.5: "*?–",
    0.55: "7JLacksvxyz",
    0.6: "235689EFbdeghnopqu£éü",
    0.65: "#$&+04<=>BKPRSTZ~−×±≤≥",
    0.7: "ADVXY",
    0.75: "CGHNOQU",
    0.8: "w",
    0.9: "Mm",
    0.95: "@→",
    1.0: "%W—",
}
UNKNOWN = 0.85
BOLD = 1.06  # times as wide
WIDTH_OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}


def wide(text: str, size: float, *, is_bold: bool = False) -> float:
    """How much room *text* takes."""
    return sum(WIDTH_OF.get(letter, UNKNOWN) for letter in text) * size * (BOLD if is_bold else 1)


def fitted(text: str, size: float, room: float) -> str:
    """*text* as one line in *room*, "…" its last letter where it is longer."""
    text = " ".join(printable(text).split())
    if wide(text, size) <= room:
        return text
    while text and wide(text + CUT, size) > room:
        text = text[: -max(1, int((wide(text + CUT, size) - room) / size))]
    return text.rstrip(" ,;:·") + CUT


def lines_of(text: str, size: float, room: float, most: int = 2) -> tuple[str, ...]:
    """*text* in at most *most* lines of *room*; the last ends in "…" where it goes on."""
    words = printable(text).split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        count = _that_fit(words, size, room)
        lines.append(fitted(" ".join(words[:count]), size, room))
        words = words[count:]
    return (*lines, fitted(" ".join(words), size, room)) if words else tuple(lines) or ("",)


def _that_fit(words: list[str], size: float, room: float) -> int:
    """How many of the *words* stand in one line; a word that is too long stands alone."""
    used, count = wide(words[0], size), 1
    for word in words[1:]:
        used += wide(f" {word}", size)
        if used > room:
            break
        count += 1
    return count
