"""Knows what is said of an area beside similar ones: its finding, its group with name and day, and what is missing."""

from dashboard.domain.statistics.comparison import Against
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, NoFunnel
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.street.crime import LEVEL_WORDS
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed, plural
from dashboard.reports.comparison.words import near_words, outside_words, spread_words
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.similar.areas import ComparedGroup
from dashboard.reports.street.similar.rates import RankedAreas
from dashboard.reports.words.titles import fitting

NOT_SIMILAR = "They were chosen, and are no published group of similar areas: nobody says that they are alike."
RANK_WORDS = "A rank is no verdict: where intervals overlap, chance alone may change who comes first."
MEAN_WORDS = "the mean of the other areas’ rates, each counting once"
TOGETHER_WORDS = "all areas together, this one among them, where a large area counts for more"
HOW_TO_LOAD = (
    "Load a table with the columns Set, From, Area code, Similar area code (and Rank), a row a pair: police.uk names"
    " the most similar areas of each partnership."
)
FAR = {FunnelPlace.ABOVE_998: Against.HIGHER, FunnelPlace.BELOW_998: Against.LOWER}
ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def ordinal(number: int) -> str:
    """'1st', '2nd', '11th'."""
    text = str(number)
    return text + ("th" if text[-2:-1] == "1" else ENDINGS.get(text[-1], "th"))


def side_of(found: RankedAreas) -> Against:
    """How the own area stands: outside the 99.8% limits of a funnel, or by its interval beside the others' rate."""
    own = found.own
    if own.at is not None:
        return FAR.get(own.at, Against.SIMILAR)
    return own.rate.against(found.others_together)


def title(context: StreetContext, group: ComparedGroup, found: RankedAreas) -> str:
    """'Burglary in Stafford: higher than its similar areas together', or in line with them."""
    those = "the areas chosen" if group.chosen else "its similar areas"
    side = side_of(found)
    said = f"in line with {those}" if side is Against.SIMILAR else f"{side} than {those} together"
    wheres = (context.where, context.by_code.where)
    return fitting(
        *(f"{context.crime_words} {where}: {said}" for where in wheres), f"{context.crime_words}: {said}", said
    )


def rank_words(found: RankedAreas) -> str:
    """'3rd highest of 15', 'highest of 15', 'lowest of 15', '=2nd highest of 15'."""
    own, count = found.own, len(found.areas)
    ties = sum(item.rank == own.rank for item in found.areas) > 1
    if not ties and own.rank in (1, count):
        return f"{'highest' if own.rank == 1 else 'lowest'} of {count}"
    return f"{'=' if ties else ''}{ordinal(own.rank)} highest of {count}"


def lede(found: RankedAreas) -> str:
    """The own rate with its rank, the mean of the others, how many cannot be told from it, and what the funnel adds."""
    own, others = found.own, len(found.others)
    rate = f"{show(own.rate.number, 2)} for every thousand people in {found.span.label}, the {rank_words(found)} areas"
    beside = "the other has" if others == 1 else f"the mean of the other {others} is"
    said = f"{rate}; {beside} {show(found.mean, 2)}. {_overlap_words(found.overlapping)}"
    return " ".join(filter(None, (said, _allowed_words(found))))


def _allowed_words(found: RankedAreas) -> str:
    """Why an area is in line although its own interval is not; empty where the two agree."""
    if found.own.at is None or side_of(found) is not Against.SIMILAR or found.own.against is Against.SIMILAR:
        return ""
    side = "above" if found.own.against is Against.HIGHER else "below"
    return f"Its interval lies {side} the rate of all; the funnel, wider where areas vary, does not single it out."


def _overlap_words(alike: int) -> str:
    if not alike:
        return "No other’s 95% interval overlaps its own."
    if alike == 1:
        return "The 95% interval of one other overlaps its own."
    return f"The 95% intervals of {plural(alike, 'other')} overlap its own."


def months_words(found: RankedAreas) -> str:
    """Which months are compared, where the own area lacks some of those looked at; empty where it has all."""
    held, whole = len(found.months), found.span.months
    if held == whole:
        return ""
    return f"Compared are {held} of the {whole} months of {found.span.label}: the others are not loaded for this area."


def set_words(group: ComparedGroup) -> list[str]:
    """Which areas these are, a sentence each."""
    if group.chosen:
        return [f"Areas chosen in the address (compare). {NOT_SIMILAR}"]
    return [f"Set: “{item.name}”, from {day_words(item.first)} ({item.file}, {item.place})." for item in group.sets]


def missing_words(found: RankedAreas) -> str:
    """The areas that are not compared, with the reason; empty where none is missing."""
    if not found.missing:
        return ""
    return f"Not compared, and not counted as zero: {'; '.join(item.words for item in found.missing)}."


def funnel_words(found: RankedAreas) -> list[str]:
    """What the funnel says, or why there is none."""
    if isinstance(found.drawn, NoFunnel):
        return [f"No funnel is drawn: {found.drawn.words}."]
    named = [(item.place.known_as, item.at) for item in found.areas if item.at is not None]
    said = [outside_words(found.drawn, named, "areas"), near_words(named), spread_words(found.drawn)]
    return list(filter(None, said))


def has_funnel(found: RankedAreas) -> bool:
    return isinstance(found.drawn, Funnel)


def people_words(found: RankedAreas) -> str:
    """Of which year the populations are."""
    years = sorted({item.place.population_year for item in found.areas})
    known = [year for year in years if year]
    unsaid = " or a year that the file does not say" if "" in years and known else ""
    if not known:
        return "Rates are per 1,000 residents, of a year that the population file does not say, for every period."
    apart = " Areas of other years are not quite alike." if len(known) > 1 else ""
    return f"Rates are per 1,000 residents of mid-{listed(known)}{unsaid}, for every period.{apart}"


def why_none(context: StreetContext, group: ComparedGroup) -> str:
    """Why nothing is compared, and what to do."""
    name = context.place.known_as
    if group.own.level not in LEVEL_WORDS:
        return f"What is counted under “{name}” lies in no area, so there is nothing to compare it with."
    if not group.own.population:
        return f"No population of {name} is loaded, and counts of areas of other sizes are no comparison."
    if group.is_asked and not group.others:
        named = listed([item.words for item in group.missing]) or "only itself is named"
        return f"None of the areas can be compared: {named}."
    if group.is_asked:
        return "None of the areas has all the months that are looked at, and other months are never compared."
    if group.later is not None:
        first = day_words(group.later.first)
        return f"The set “{group.later.name}” counts from {first}, after the months looked at began. {HOW_TO_LOAD}"
    return f"No loaded set says which areas are similar to {name}. {HOW_TO_LOAD}"
