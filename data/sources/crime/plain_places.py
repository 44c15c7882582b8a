"""Knows how to judge the places of plain street-level files many at once, by the rules by which rows are judged."""

from collections.abc import Sequence

from data.parcel_rows import PointColumns, packed
from data.sources.crime.police_uk import CODE, WHERE, judged
from data.sources.geography.coordinates import EAST, MICRO, NORTH, SOUTH, WEST, Spot
from data.sources.words import HIDDEN, LONGEST

FIELDS = len(WHERE)
Blank = dict[int, Spot]  # points of places that lack a field, by where they stand


def points_of(places: Sequence[bytes]) -> PointColumns | None:
    """The points of *places*, in columns; None where one may break a rule, or has spaces around its words."""
    text = b",".join(places).decode()
    fields = text.split(",") if places else []
    if any(place.count(b",") != FIELDS - 1 or len(place) > LONGEST for place in places) or not _shows_all(text):
        return None
    longitudes, latitudes, names, codes, areas = (fields[at::FIELDS] for at in range(FIELDS))
    blank = _blank(list(zip(longitudes, latitudes, names, codes, areas, strict=True)))
    if blank is None or not _are_usual((names, codes, areas)):
        return None
    for at in blank:
        longitudes[at], latitudes[at] = "0", "50"  # until it is known where all others are
    east, north = _micro(longitudes, (WEST, EAST)), _micro(latitudes, (SOUTH, NORTH))
    if east is None or north is None:
        return None
    for at, point in blank.items():
        east[at], north[at], names[at], codes[at], areas[at] = point
    return packed(east), packed(north), names, codes, areas


def _shows_all(text: str) -> bool:
    return text.isprintable() or not HIDDEN.search(text)  # the first is sooner known


def _blank(places: Sequence[tuple[str, ...]]) -> Blank | None:
    """The points of those that lack a coordinate or a code; None where one of them breaks a rule."""
    found = {at: judged(fields) for at, fields in enumerate(places) if not (fields[0] and fields[1] and fields[3])}
    points = {at: point for at, point in found.items() if isinstance(point, Spot)}
    return points if len(points) == len(found) else None


def _are_usual(words: tuple[Sequence[str], Sequence[str], Sequence[str]]) -> bool:
    """Whether no names, codes or names of neighbourhoods have spaces around them, and each code is one or blank."""
    names, codes, areas = words
    bare = all(list(map(str.strip, column)) == column for column in (names, areas))
    return bare and all(not code or CODE.fullmatch(code) for code in set(codes))


def _micro(texts: Sequence[str], bounds: tuple[int, int]) -> list[int] | None:
    """Coordinates in millionths of a degree; None where one is no number or out of *bounds*."""
    least, most = bounds
    try:
        found = [round(float(text) * MICRO) for text in texts]
    except (ValueError, OverflowError):
        return None
    return found if not found or (least <= min(found) and max(found) <= most) else None
