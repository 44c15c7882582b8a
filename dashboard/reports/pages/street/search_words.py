"""Knows what is said of stops and searches: how many, against a year before, and what the files cannot tell."""

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import first_month
from dashboard.domain.street.crime import Level, Place
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.pages.street.searched import Searched
from dashboard.reports.street.place_context import ReportFields, StreetContext
from dashboard.reports.words.titles import fitting

NOT_RECORDED = "Not recorded"
NO_LOCATION_WORDS, UNPLACED = "No location given", "Location in none of its known neighbourhoods"
LINKED = "linked to what was looked for"
ALL_TYPES = "Searches bear no crime type: all of them are counted, whichever type is chosen."
CAVEATS = (
    "Times in the files are UTC: a search counts in the month of its local time, midnight to midnight.",
    "Searches often have no location: they count in the force’s total and in no place.",
    "A location is a map point nearby. It tells the neighbourhood only where an incident was moved to the same point.",
    "Rates are per 1,000 residents. Those who are searched need not live there: where few people live and many come, as"
    " in the City of London, a rate misleads.",
    "“Linked” is what the force says of the outcome and the object of search. Where it says nothing the search is left"
    " out of the share. More searches may mean more policing, not more crime.",
)


def is_force(place: Place) -> bool:
    """Whether every search of the force counts, those without a location too."""
    return place.level == Level.FORCE


def words(
    context: StreetContext, filters: Filters, total: Searched, before: Searched | None, real: bool | None
) -> ReportFields:
    """The fields that say how many there were."""
    counted = f"{total.n:,} {'search' if total.n == 1 else 'searches'}"
    asked = filters.span
    in_vain = asked is None or total.period is None or first_month(total.period) != first_month(asked)
    said = ["No stop and search is loaded for the months asked for: the newest are shown."] if in_vain and asked else []
    said += [_rate_words(total), _linked_words(total), _change_words(total, before, real)]
    return {
        "title": fitting(
            f"{counted} {context.where} in {total.name}", f"{counted} {context.by_code.where} in {total.name}"
        ),
        "lede": " ".join(filter(None, said)),
        "place": f"Stop and search · {context.place.full_name} · {total.name}",
    }


def _rate_words(total: Searched) -> str:
    return "" if total.per_1000 is None else f"{show(total.per_1000, 1)} for every thousand residents."


def _linked_words(total: Searched) -> str:
    if not total.said:
        return ""
    return f"{total.linked_text()} had an outcome {LINKED}."


def _change_words(total: Searched, before: Searched | None, real: bool | None) -> str:
    if before is None:
        return "The same months a year before are not loaded whole."
    if before.n == total.n:
        return f"{before.name}, a year before, had as many."
    if not real:
        return f"{before.name}, a year before, had {before.n:,}: counts of this size differ that much by chance."
    return (
        f"{before.name}, a year before, had {before.n:,}: {'a rise' if before.n < total.n else 'a fall'} beyond chance."
    )


def notes(context: StreetContext, total: Searched) -> tuple[str, ...]:
    """What the files cannot tell."""
    placed = (
        "" if is_force(context.place) else f"Only searches that can be placed in {context.place.name} are counted here."
    )
    sorted_so = ALL_TYPES if context.narrowed else ""
    return tuple(filter(None, (placed, sorted_so, *CAVEATS)))


def none_placed(context: StreetContext, filters: Filters) -> ReportFields:
    """The fields of a report on what lies in no place: no file says that nobody was searched there."""
    return {
        "page": "stop-and-search",
        "filters": filters,
        "title": f"Searches are not counted {context.where}",
        "lede": "",
        "place": f"Stop and search · {context.place.full_name}",
        "empty": "Searches without a location, or elsewhere, count in the force’s total. A map point has too few, and"
        " is an approximate place.",
        "elsewhere": "drill-down",
    }


def none_loaded(store: Store, filters: Filters) -> ReportFields:
    """The fields of a report without a file of stop and search: why, and what to do."""
    name = next(item.name for item in store.partnerships() if item.slug == filters.partnership)
    return {
        "page": "stop-and-search",
        "filters": filters,
        "title": f"No stop and search is loaded for {name}",
        "lede": "",
        "place": name,
        "empty": (
            "Download the force’s files from data.police.uk with “Include stop and search data” ticked, and load them"
            " beside its street files: they tell in which neighbourhood a map point lies."
        ),
        "elsewhere": "load",
    }
