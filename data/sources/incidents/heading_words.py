"""Knows which columns of an incident list say what, in the many ways in which their headings are spelt."""

import re
from collections.abc import Iterable, Sequence

from dashboard.domain.incidents.columns import ColumnRole

REFERENCE, OFFENCE, CODE, AREA = ColumnRole.REFERENCE, ColumnRole.OFFENCE, ColumnRole.CODE, ColumnRole.AREA
#: FROM and TO may hold date and time.
FROM, FROM_TIME, TO, TO_TIME = ColumnRole.FROM, ColumnRole.FROM_TIME, ColumnRole.TO, ColumnRole.TO_TIME
EASTING, NORTHING = ColumnRole.EASTING, ColumnRole.NORTHING
LONGITUDE, LATITUDE = ColumnRole.LONGITUDE, ColumnRole.LATITUDE
#: Names without spaces by what they mean, the one that is preferred first.
NAMES: dict[str, tuple[str, ...]] = {
    REFERENCE: (
        *("reference", "ref", "crimenumber", "crimeno", "crimeref", "crimereference", "crimereferencenumber"),
        *("crimerefno", "crn", "incidentnumber", "incidentno", "incidentref", "incidentreference", "incidentid"),
        *("occurrencenumber", "occurrenceno", "occurrenceref", "occurrenceid", "lognumber", "logno", "urn"),
        *("casereference", "casenumber", "caseno", "caseref", "eventid", "id", "refno", "referencenumber", "urno"),
    ),
    OFFENCE: (
        *("offence", "offencedescription", "offencetype", "crimetype", "incidenttype", "offencetitle", "crime"),
        *("crimedescription", "incidentdescription", "hodescription", "offencecategory", "crimecategory"),
        *("incidentcategory", "typeofoffence", "typeofincident", "type", "classification", "category"),
        *("asbtype", "asbcategory", "closingtype", "finaltype", "qualifier", "offencegroup", "incident", "description"),
    ),
    CODE: ("offencecode", "hooffencecode", "hocode", "homeofficecode", "hoclass", "homeofficeoffencecode", "crimecode"),
    AREA: (
        *("lsoacode", "lsoa", "lsoa21cd", "lsoa11cd", "lsoa2021code", "lsoa2011code", "neighbourhoodcode"),
        *("areacode", "beatcode", "beat", "beatname", "locality", "neighbourhood", "nptarea", "npt", "sector"),
        *("ward", "wardname", "wardcode", "area", "areaname", "town", "district", "location"),
    ),
    EASTING: ("easting", "eastings", "x", "xcoord", "xcoordinate", "gridx", "osx", "osgbeasting", "bngeasting", "gre"),
    NORTHING: (
        *("northing", "northings", "y", "ycoord", "ycoordinate", "gridy", "osy", "osgbnorthing", "bngnorthing", "grn"),
    ),
    LONGITUDE: ("longitude", "long", "lon", "lng"),
    LATITUDE: ("latitude", "lat"),
}
#: When somebody wrote it down is not when it happened.
WRITTEN_DOWN = frozenset(
    {"recorded", "reported", "created", "updated", "modified", "closed", "received", "entered", "input", "attended"}
    | {"outcome", "finalised", "opened", "arrival", "logged", "report", "record", "raised", "extract", "review", "due"}
)
BEGINS = frozenset({"from", "start", "started", "starts", "earliest", "first", "begin", "beginning", "after"})
ENDS = frozenset({"to", "end", "ended", "ends", "until", "latest", "last", "finish", "before"})
HAPPENED = frozenset({"committed", "occurred", "occurrence", "offence", "incident", "crime", "event", "happened"})
FILLED = frozenset(
    {"of", "the", "and", "on", "at", "local", "dt", "hh", "mm", "dd", "yyyy", "between", "24", "hr", "hrs"}
)
FILLED |= HAPPENED
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
GLUED = (
    *("datetime", "date", "time", "committed", "occurred", "offence", "incident", "start", "end", "from", "earliest"),
    *("latest", "crime", "event", "first", "last", "to"),
)


def columns_of(heading: Sequence[str]) -> dict[str, int]:
    """What each column holds; of two that could be the same, the one whose name is preferred."""
    found = _moments(heading)
    names = ["".join(filter(str.isalnum, words)).lower() for words in heading]
    for what, known in NAMES.items():
        taken = found.values()
        places = [names.index(name) for name in known if name in names and names.index(name) not in taken]
        if places:
            found[what] = places[0]
    return found


def _moments(heading: Sequence[str]) -> dict[str, int]:
    """The columns of dates and times."""
    found: dict[str, int] = {}
    for at, words in enumerate(heading):
        if what := _moment(words):
            found.setdefault(what, at)
    return found


def _moment(words: str) -> str:
    """What of a time a column says by its heading; empty for none, and for the time at which it was written down."""
    said = set(_words(words))
    if said & WRITTEN_DOWN or not said:
        return ""
    has_date, has_time = bool(said & {"date", "datetime", "day"}), bool(said & {"time", "datetime", "hour"})
    begins, ends = bool(said & BEGINS), bool(said & ENDS)
    rest = said - BEGINS - ENDS - FILLED - {"date", "datetime", "day", "time", "hour"}
    if rest or (begins and ends) or not (has_date or has_time or ((begins or ends) and said & HAPPENED)):
        return ""
    is_clock = has_time and not has_date
    if ends:
        return TO_TIME if is_clock else TO
    return FROM_TIME if is_clock else FROM


def begins(heading: str) -> bool:
    """Whether a column of times says by its heading that it is the earliest one: Date From, start_datetime."""
    return bool(set(_words(heading)) & BEGINS)


def _words(heading: str) -> Iterable[str]:
    """Its words in small letters, those that are glued together too: DateFrom, STARTDATE."""
    for word in WORD.findall(heading):
        yield from _unglued(word.lower())


def _unglued(word: str) -> list[str]:
    found: list[str] = []
    while word:
        part = next((part for part in GLUED if word.startswith(part)), "")
        if not part:
            return [*found, word] if not found else ["".join(found) + word]
        found.append(part)
        word = word[len(part) :]
    return found


def is_list(found: dict[str, int]) -> bool:
    """Whether these columns make an incident list: when, what, and a reference or a place."""
    has_place = AREA in found or {EASTING, NORTHING} <= found.keys() or {LONGITUDE, LATITUDE} <= found.keys()
    has_what = OFFENCE in found or CODE in found
    return FROM in found and has_what and (has_place or REFERENCE in found)
