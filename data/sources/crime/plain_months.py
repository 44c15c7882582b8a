"""Knows how to read a street-level file that is just as police.uk writes it: split at what all of its rows share.

In such a file no row breaks a rule. Any other is left to be read row by row, with the same outcome where both can.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, islice
from operator import itemgetter

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.months import month_number
from data.parcel_rows import StreetCounts, Wholes, packed
from data.parcels import StreetMonth
from data.sources.containers.members import Member
from data.sources.containers.sheets import LONGEST_FIELD
from data.sources.crime import police_uk
from data.sources.crime.plain_places import points_of
from data.sources.words import is_plain

HEADING = ",".join(police_uk.COLUMNS).encode()
#: A row is its Crime ID, then what all rows share, its place, its crime type, its outcome, a context that is blank.
SHARED = slice(1, 4)  # month and forces
PARTS = 4  # of a row behind what is shared; the last ends with the Crime ID of the row below
#: Where every stretch of this many bytes holds a line end, no field is longer than a row's reader takes.
STRETCH = LONGEST_FIELD // 2
MOST_PLACES = 300_000  # held of one call; then they are told anew
ONE = packed([1])

Bytes = list[bytes]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a file in columns, and what all of them share."""

    month: str
    force: str
    places: Bytes
    types: Bytes
    outcomes: Bytes


class PlainMonths:
    """Reads the plain street-level files of one call; what several of them say of a place is judged and told once."""

    def __init__(self, most: int = MOST_PLACES) -> None:
        self._most = most
        self._places = _numbering(0)

    def read(self, member: Member) -> StreetMonth | None:
        """The parcel of a file, its rows one by one; None where a row, or the file itself, has to be looked at."""
        rows = _rows(member.body)
        month = None if rows is None else _month(member.name, rows)
        parcel = None if rows is None or month is None else self._counts(rows)
        if rows is None or month is None or parcel is None:
            return None
        taken = len(rows.places)
        said = police_uk.alike(parcel["types"], taken)
        return StreetMonth(file=member.name, remarks=said, rows=taken, force=rows.force, month=month, **parcel)

    def _counts(self, rows: _Rows) -> StreetCounts | None:
        types, outcomes = map(_numbered, (rows.types, rows.outcomes))
        if not police_uk.CRIME_TYPES.issuperset(types.words) or not _are_outcomes(outcomes.words):
            return None
        if len(self._places) > self._most:
            self._places = _numbering(0)
        after = len(self._places)
        at = packed(map(self._places.__getitem__, rows.places))
        new = list(islice(reversed(self._places), len(self._places) - after))[::-1]
        points = points_of(new)
        if points is None:
            self._forget(new)
            return None
        counts = at, types.numbers, outcomes.numbers, Wholes(ONE * len(rows.places))
        return {
            "after": after,
            "points": points,
            "types": types.words,
            "outcomes": outcomes.words,
            "counts": counts,
        }

    def _forget(self, new: Sequence[bytes]) -> None:
        for place in new:
            del self._places[place]
        self._places.default_factory = _numbering(len(self._places)).default_factory


def _numbering(first: int) -> defaultdict[bytes, int]:
    """What gives a number to each text that is looked up in it, from *first* on."""
    return defaultdict(count(first).__next__)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The words of a column, each once, and the number of the word of each row."""

    words: list[str]
    numbers: Wholes


def _numbered(column: Bytes) -> _Numbered:
    known = _numbering(0)
    numbers = packed(map(known.__getitem__, column))
    return _Numbered([word.decode() for word in known], numbers)


def _are_outcomes(words: Sequence[str]) -> bool:
    return len(words) <= police_uk.MOST_OUTCOMES and all(map(is_plain, words))


def _month(name: str, rows: _Rows) -> int | None:
    """The month of the rows; None where the file is named for another one, or where they name none, or no force."""
    named = police_uk.NAMED_MONTH.search(name)
    if not rows.force or not is_plain(rows.force) or (named and named[1] != rows.month):
        return None
    try:
        return month_number(rows.month)
    except UnreadablePeriod:
        return None


def _rows(body: bytes) -> _Rows | None:
    """The rows of a table in which all share month and forces; None for any other."""
    end = b"\r\n" if body.startswith(HEADING + b"\r\n") else b"\n"
    begun = len(HEADING + end)
    first = body[begun : body.find(b"\n", begun)].split(b",")
    if not body.startswith(HEADING + end) or len(first) != len(police_uk.COLUMNS) or not _is_plain_text(body):
        return None
    _, *pieces = body.split(b",".join([b"", *first[SHARED], b""]))
    fields = [field for piece in pieces for field in piece.rsplit(b",", PARTS - 1)]
    if len(fields) != PARTS * len(pieces):
        return None
    places, types, outcomes, ends = (fields[part::PARTS] for part in range(PARTS))
    # As many line ends as pieces and one in each: then a piece is what stands between the shared parts of two rows.
    lines = 1 + len(pieces)
    if body.count(b"\n") != lines or body.count(b"\r") != (lines if end == b"\r\n" else 0):
        return None
    if {*map(itemgetter(slice(len(end))), ends)} != {end}:
        return None
    month, force, _ = (field.decode() for field in first[SHARED])
    return _Rows(month, force.strip(), places, types, outcomes)


def _is_plain_text(body: bytes) -> bool:
    """Whether a table is UTF-8 without quotation marks, in lines that are not too long."""
    if b'"' in body or b"\0" in body or any(body.find(b"\n", at, at + STRETCH) < 0 for at in _steps(body)):
        return False
    try:
        return body.isascii() or bool(body.decode())
    except UnicodeDecodeError:
        return False


def _steps(body: bytes) -> range:
    return range(0, len(body), STRETCH)
