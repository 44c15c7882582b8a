"""Knows which area of a partnership a code and a name mean: the code decides, and where the two disagree nobody."""

import re
from collections.abc import Iterable

from data.names import slug
from data.own.areas.gazetteer import Gazetteer
from data.own.areas.homes import Home, kind_of
from data.sources.words import shown

RULE = "area-disputed"
#: Neighbourhoods, parishes and wards: none of them is a whole partnership.
CODE = re.compile("[A-Z][0-9]{8}", re.IGNORECASE)
SMALL_WORDS = frozenset(
    {"and", "the", "of", "upon", "on", "in", "north", "south", "east", "west", "borough", "district"}
)
SMALL = re.compile("[EWSN]0[0-5]", re.IGNORECASE)


class Disputed(ValueError):
    """A code and a name cannot both be meant; the words say what to type."""


def match(home: Home, gazetteer: Gazetteer, code: str, name: str, *, inside: bool = False) -> str | None:
    """The slug of the area of *home* that is meant; None where it is none of them; raises Disputed.

    *inside* says that the file itself places the area in the partnership.
    """
    if not code and (home.bearing(name) or (CODE.fullmatch(name) and gazetteer.names(name))):
        code = name
    name = "" if slug(name) == slug(code) else name
    if not code:
        return _by_name(home, name)
    if own := home.bearing(code):
        return _agreed(home, gazetteer, own, (code, name))
    if gazetteer.names(code):
        return _looked_up(home, gazetteer, (code, name), inside=inside)
    return _by_unknown_code(home, (code, name), inside=inside)


def _by_name(home: Home, name: str) -> str | None:
    found = home.so_called(name)
    if home.whole in found:
        return home.whole
    if len(found) > 1:
        codes = " or ".join(code for area in sorted(found) for code in home.codes_of(area)[:1])
        raise Disputed(f"“{shown(name)}” is the name of {len(found)} areas: give its code ({codes}).")
    return next(iter(found), None)


def _agreed(home: Home, gazetteer: Gazetteer, own: str, said: tuple[str, str]) -> str:
    """The area that bears the code, unless the name is another's; one that shares a word with it is its spelling."""
    code, name = said
    key, called = slug(name), home.so_called(name)
    if not name or own in called or key in gazetteer.names(code):
        return own
    if called or gazetteer.codes(key) or not _shares_a_word(name, (home.names[own], *gazetteer.names(code))):
        raise _contradiction(said, home.names[own])
    return own


def _shares_a_word(name: str, names: Iterable[str]) -> bool:
    """Whether a name may be another spelling of one of *names*; “Rugby Borough” is one of Rugby, “Warwick” is none."""
    own = set(slug(name).split("-"))
    known = [set(slug(other).split("-")) for other in names if not CODE.fullmatch(other)]
    return not known or any(own & other - SMALL_WORDS for other in known)


def _looked_up(home: Home, gazetteer: Gazetteer, said: tuple[str, str], *, inside: bool) -> str | None:
    """The area without a code that a lookup's name of this code belongs to, or none."""
    code, name = said
    known = gazetteer.names(code)
    namesakes = {area for key in known for area in home.called.get(key, ())}
    key, called = slug(name), home.so_called(name)
    wrong = name and key not in known and ((called - namesakes) or gazetteer.codes(key))
    if wrong:
        raise _contradiction(said, gazetteer.spelled(code) or "another area")
    open_ones = [area for area in sorted(namesakes) if _lacks(home, area, code)]
    if len(open_ones) != 1:
        return None
    around = gazetteer.around(code)
    lies_inside = inside or not around.isdisjoint(home.codes_of(home.whole))
    if gazetteer.namesakes(code) and not lies_inside:
        if around:
            return None
        raise Disputed(_unknown(home, said, open_ones[0]))
    return open_ones[0]


def _by_unknown_code(home: Home, said: tuple[str, str], *, inside: bool) -> str | None:
    """A code that nobody knows means no area that is known, but for the whole of a partnership without codes."""
    code, name = said
    called = home.so_called(name)
    if not called:
        return None
    [first, *others] = sorted(called)
    is_whole = first == home.whole and not home.has_documents and not SMALL.match(code)
    if not others and (inside or is_whole) and _lacks(home, first, code):
        return first
    raise Disputed(_unknown(home, said, first))


def _lacks(home: Home, area: str, code: str) -> bool:
    """Whether no code of this kind is known of the area; one area may have a code as a district and as a force."""
    kinds = {kind_of(known) for known in home.codes_of(area)}
    return not kinds or (area == home.whole and kind_of(code) not in kinds)


def _contradiction(said: tuple[str, str], owner: str) -> Disputed:
    code, name = said
    return Disputed(f"{shown(code)} is the code of {owner}, not of “{shown(name)}”: correct the code or the name.")


def _unknown(home: Home, said: tuple[str, str], area: str) -> str:
    code, name = said
    known = home.codes_of(area)
    its = f" has the code {known[0]}" if known else " has no code yet"
    words = f"{shown(code)} is no code that Outturn knows, and the partnership’s “{shown(name)}”{its}, so that"
    return f"{words} it may be another area: correct the code, leave it out, or load a lookup that holds it first."
