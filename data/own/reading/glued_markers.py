"""Knows that a letter glued to a figure (1128r) is a marker only where its table says what the letter means."""

import re

from dashboard.domain.values.printed import Value
from data.own.reading.rules import Broken
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable
from data.sources.words import shown

GLUED = re.compile(r"[0-9%]([pre])$", re.IGNORECASE)  # 301 p, with a blank, is no slip of a finger
MEANINGS = {"p": "provisional", "r": "revised", "e": "estimate"}
BETWEEN = r"[\])”’\"']?\s*(?:[=:\-\u2013\u2014]|is|means|denotes|for)?\s*"


def declared_markers(parcel: OwnTable) -> frozenset[str]:
    """The letters that a file explains in its notes or in words beside its tables: “r = revised”."""
    words = " ".join([*parcel.remarks, *(f"{mark} {text}" for mark, text in parcel.notes.items())])
    return frozenset(
        letter
        for letter, meaning in MEANINGS.items()
        if re.search(rf"\b{letter}{BETWEEN}{meaning}", words, re.IGNORECASE)
        or re.search(rf"\b{meaning}[\w ]{{0,20}}[\[(]{letter}[\])]", words, re.IGNORECASE)
    )


def refuse_glued(said: SaidFigure, value: Value, parcel: OwnTable) -> None:
    """Raise Broken for a figure whose marker is a letter that its file does not explain."""
    text = said["text"].strip()
    glued = GLUED.search(text)
    if value.marker is None or said["marker"] or glued is None:
        return
    letter = glued[1].casefold()
    if letter not in declared_markers(parcel):
        plain = text[:-1].strip()
        raise Broken(
            "value-unreadable",
            f"“{shown(text)}” has a letter that the table does not explain: write {plain} [{letter}], or add a line"
            f" “{letter} = {MEANINGS[letter]}” under the table.",
        )
