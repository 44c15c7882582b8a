"""Knows what stands around a figure: note marks, markers in brackets or spelt out, and words for an estimate."""

import re

from dashboard.domain.values.reasons import Marker

_NOTE = re.compile(
    r"\s*(?:(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?<=[^\s(£€$])\s*\((?P<bracketed>[0-9]{1,2})\)"
    r"|(?<=[^\s\[])\s*\[(?:(?:foot)?note )?(?P<squared>[0-9]{1,2})\]"
    r"|(?<=[0-9%\])*†‡§#])\s*(?P<sign>\*{1,3}|[†‡§#]{1,2}))$",
    re.IGNORECASE,
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SPELT = {
    **dict.fromkeys(("provisional", "prov"), Marker.PROVISIONAL),
    **dict.fromkeys(("revised", "rev"), Marker.REVISED),
    **dict.fromkeys(("estimate", "estimated", "est", "approx", "approximate", "approximately"), Marker.ESTIMATED),
}
_SPELLINGS = "|".join(sorted(_SPELT, key=len, reverse=True))
_MARKER = re.compile(
    r"(?P<cell>.*[0-9%])\s*(?:\[(?P<squared>[preubk])\]|\((?P<round>[pre])\)|(?P<bare>[pre])"
    rf"|[\[(](?P<inside>{_SPELLINGS})\.?[\])]|(?<=\s)(?P<spelt>{_SPELLINGS})\.?)$",
    re.IGNORECASE,
)
_HEDGES = (
    r"~|≈|circa\b|ca\.|ca\b|c\.|c(?=[ 0-9])|est\.|estimated(?: at)?\b|est\b"
    r"|approximately\b|approx\.|approx\b|about\b|around\b|roughly\b"
)
_HEDGED = re.compile(rf"(?P<word>{_HEDGES})\s*(?P<cell>[£€$]?[0-9].*)", re.IGNORECASE)
_DASHES = re.compile(r"^[\u2010\u2011\u2012\u2013\uff0d](?=[£€$]?[0-9])")  # what a word processor makes of a minus


def with_plain_minus(cell: str) -> str:
    """Return *cell* with the dash that stands close before its number as a minus."""
    return _DASHES.sub("\u2212", cell)


def without_notes(cell: str) -> tuple[str, tuple[str, ...]]:
    """Return *cell* without its note marks, and the marks in printed order."""
    notes: tuple[str, ...] = ()
    while (mark := _NOTE.search(cell)) is not None:
        raised = (mark["raised"] or "").translate(RAISED)
        notes = (mark["bracketed"] or mark["squared"] or mark["sign"] or raised, *notes)
        cell = cell[: mark.start()].rstrip()
    return cell, notes


def marked(cell: str, bare: frozenset[str]) -> tuple[str, Marker] | None:
    """Return *cell* without the marker behind its number, and the marker; a letter alone only where *bare* has it."""
    found = _MARKER.fullmatch(cell)
    if found is None or (found["bare"] and found["bare"].casefold() not in bare):
        return None
    if word := found["inside"] or found["spelt"]:
        return found["cell"], _SPELT[word.casefold()]
    return found["cell"], Marker((found["squared"] or found["round"] or found["bare"]).casefold())


def estimate_of(cell: str) -> tuple[str, str] | None:
    """Return the number of "c. 300" and "about 45" as typed, and the word that makes it an estimate."""
    found = _HEDGED.fullmatch(cell)
    return None if found is None else (found["cell"], found["word"])
