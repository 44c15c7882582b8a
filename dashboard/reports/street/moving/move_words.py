"""Knows how places by change are told: what rose most, how many were looked at, and which stand out."""

from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.many import ChangeAmongMany
from dashboard.domain.street.crime import Level
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.reports.street.moving.moves import Move, Moves
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.spans import season_words
from dashboard.reports.words.figures import real_text
from dashboard.reports.words.titles import fitting

CHANCE_OF_MANY = (
    "Of so many places some move far by chance: a place stands out where its change is unlikely even so"
    " (false discovery rate 5%). The others show where a rise lies, not that anything there changed."
)
MOST_NAMED = 3


def move_title(context: StreetContext, found: Moves) -> str:
    """'015B in Perton Lakeside rose most of 68 neighbourhoods: 29 → 53': the furthest of those that stand out."""
    noun, out = _noun(context), found.outstanding
    if not out:
        none = f"None of {plural(found.looked_at, *noun)} stands out by its change"
        return fitting(*([none] if found.looked_at > 1 else []), f"No {noun[0]} stands out by its change")
    move, verb = (out[0], "rose") if out[0].moved > 0 else (out[-1], "fell")
    counted = f"{move.spot.before:,} → {move.spot.now:,}"
    most = (f"{verb} most of {found.looked_at:,} {noun[1]}", f"{verb} most") if found.looked_at > 1 else (verb,)
    names = (move.spot.place.in_words, move.spot.place.name)
    return fitting(*(f"{name} {words}: {counted}" for name in names for words in most))


def move_lede(context: StreetContext, span: Period, against: Period, found: Moves) -> str:
    """How many rose and fell, and what stands out among all that were looked at."""
    up, down = (sum(item.moved * side > 0 for item in found.every) for side in (1, -1))
    noun = plural(found.looked_at, *_noun(context))
    counted = f"{span.label} against {against.label}: of {noun} {number_word(up)} rose and {number_word(down)} fell."
    return " ".join(filter(None, (counted, season_words(span, against), _outstanding(found))))


def _outstanding(found: Moves) -> str:
    rose = [item for item in found.outstanding if item.moved > 0]
    fell = [item for item in found.outstanding if item.moved < 0]
    parts = [_named(items, verb) for items, verb in ((rose, "rose"), (list(reversed(fell)), "fell")) if items]
    if not parts:
        return "None moved by more than chance explains among so many."
    return f"By more than chance explains among so many, {listed(parts)}."


def _named(items: list[Move], verb: str) -> str:
    """'three rose (015B in Perton, 013A in Himley and 007D in Featherstone)'."""
    names = [item.spot.place.in_words for item in items[:MOST_NAMED]]
    more = len(items) - len(names)
    return f"{number_word(len(items))} {verb} ({listed([*names, *([f'{number_word(more)} more'] if more else [])])})"


def verdict_words(moved: int, tested: ChangeAmongMany, whole: int) -> str:
    """What a change is among so many, beside the change of the *whole*, nought where chance explains that one.

    Whoever moved with a whole that moved for certain may be where that lies, even if nobody can tell alone.
    """
    if not tested.real and tested.is_real_alone and moved * whole > 0:
        return f"where the {'rise' if moved > 0 else 'fall'} lies"
    return real_text(tested.real, moved)


def looked_at_words(outstanding: int, looked_at: int, noun: tuple[str, str]) -> str:
    """'One of 14 types of incident looked at stands out'."""
    count = number_word(outstanding) if outstanding else "none"
    stand = "stands" if outstanding <= 1 else "stand"
    return sentence(f"{count} of {number_word(looked_at)} {noun[looked_at != 1]} looked at {stand} out.")


def _noun(context: StreetContext) -> tuple[str, str]:
    fine = context.place.level in (Level.LSOA, Level.POINT)
    return ("map point", "map points") if fine else ("neighbourhood", "neighbourhoods")
