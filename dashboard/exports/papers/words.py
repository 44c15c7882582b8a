"""Knows which characters papers can show: those that no font, no format and no reader trips over."""

import unicodedata
from functools import lru_cache

SHOWN_INSTEAD = "?"
DROPPED = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")
CUT = "…"
LONGEST_WORD = 60  # letters that stand together; a longer word is given places to break at
BREAK = "\u200b"
KEPT = frozenset("\n")
PLANE = 0x10000  # characters above it are emoji and scripts that no font of ours has
LINES = {"\r\n": "\n", "\r": "\n", "\t": " ", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n"}


@lru_cache(maxsize=20_000)  # papers say the same words on many pages
def printable(text: str) -> str:
    """*text* with marks of direction left out, and a question mark for what cannot be shown."""
    for ending, line in LINES.items():
        text = text.replace(ending, line)
    return "".join(_shown(letter) for letter in unicodedata.normalize("NFC", text) if letter not in DROPPED)


def _shown(letter: str) -> str:
    if letter in KEPT:
        return letter
    kind = unicodedata.category(letter)
    return SHOWN_INSTEAD if kind in ("Cc", "Cs", "Co", "Cn", "Cf") or ord(letter) >= PLANE else letter


def cut(text: str, most: int) -> str:
    """*text* in at most so many characters, "…" the last of them where it was longer; at a word where one ends near."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    whole = kept.rpartition(" ")[0]
    return f"{(whole if len(whole) > most // 2 else kept).rstrip(' ,;:')}{CUT}"


def breakable(text: str) -> str:
    """*text* with a place to break, which takes no room, in words that are longer than a line."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    return BREAK.join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)) or word
