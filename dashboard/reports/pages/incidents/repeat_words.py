"""Knows what is said of repeats and near repeats: the finding, what it rests on, and what is judged."""

from dashboard.domain.incidents.following import PRIMARY, Following
from dashboard.domain.statistics.near_repeats import ClosePairs
from dashboard.domain.wording import sentence
from dashboard.reports.words.titles import fitting

BAND = f"{PRIMARY.metres[0]:g} m and {PRIMARY.days[0]} days"
REAL = 0.05
TOO_MANY = "Too many incidents to hold each against each"
TOO_FEW = "Fewer than two incidents with a place"
NOTHING = "No near repeats stand out"
WHY_ROUNDED = "Counts and the pairs that chance makes are rounded to 5, each by itself."
NOT_JUDGED = "Other bands are to be read, not judged: among many some stand out by chance."


def repeat_title(found: Following, what: str, where: str) -> str:
    """'Burglary in Marlhaven: 46 pairs close by, 21 expected'; where no more are there than expected, that."""
    if found.is_too_many:
        return fitting(f"{TOO_MANY} {where}", TOO_MANY)
    if found.primary is None:
        return fitting(f"{TOO_FEW} {where}", TOO_FEW)
    if found.primary.chance > REAL:
        what = what[:1].lower() + what[1:]
        return fitting(f"{NOTHING} for {what} {where}", f"{NOTHING} {where}", f"{NOTHING} for {what}", NOTHING)
    pairs = f"{found.primary.observed:,} {'pair' if found.primary.observed == 1 else 'pairs'} close by"
    counted = f"{pairs}, {made(found.primary)} expected"
    return fitting(f"{what} {where}: {counted}", f"{what}: {counted}", sentence(f"{counted} {where}"), counted)


def repeat_lede(found: Following) -> str:
    """The pairs that are judged, how many came again at one place, and what is in nothing."""
    said = [] if found.primary is None else [_pairs(found.primary)]
    for item in found.repeats[:1]:
        share = f" ({100 * item.incidents / found.incidents:.1f}%)" if found.incidents else ""
        places = f"{item.places:,} {'place' if item.places == 1 else 'places'}"
        came = f"came within {item.within} days of an earlier incident at the same place, at {places}"
        said.append(f"{item.incidents:,} of {found.incidents:,} incidents{share} {came}.")
    if found.unplaced:
        said.append(f"{found.unplaced:,} without coordinates {'is' if found.unplaced == 1 else 'are'} in nothing here.")
    return " ".join(said)


def _pairs(found: ClosePairs) -> str:
    noun = "pair lies" if found.observed == 1 else "pairs lie"
    return f"{found.observed:,} {noun} within {BAND}; chance makes {made(found)}."


def made(pairs: ClosePairs) -> str:
    """The pairs that chance makes, as they are read."""
    return f"{pairs.expected:,.0f}" if pairs.expected >= 10 else f"{pairs.expected:,.1f}"


def times_words(pairs: ClosePairs) -> str:
    """'2.2 times', or a dash where chance makes none."""
    return f"{pairs.ratio:.1f} times" if pairs.ratio is not None else "–"


def judged_words(pairs: ClosePairs) -> str:
    """What dealing the days out anew says of the band that was named before."""
    more = f"{pairs.as_many:,} of {pairs.tried:,} times that the days were dealt out anew, there were as many or more"
    finding = "more than chance makes" if pairs.chance <= REAL else "no more than chance makes"
    return f"Within {BAND}: {finding} (p {pairs.chance:.3f}). In {more}."


def reach_words(metres: float, before: float | None) -> str:
    """'The same place', 'Other places up to 100 m', 'Over 100 up to 200 m'; all of it where no band is *before*."""
    if metres == 0:
        return "The same place"
    if before is None:
        return f"Up to {metres:g} m"
    return f"Over {before:g} up to {metres:g} m" if before else f"Other places up to {metres:g} m"


def days_words(days: int, before: int | None) -> str:
    return f"Up to {days} days" if before is None else f"{before + 1} to {days} days"
