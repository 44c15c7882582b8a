"""Knows what share of all harm a category is, in street-level crime and by the table of weights that is loaded."""

from collections.abc import Mapping

from dashboard.domain.harm.severity import Harm, HarmShare, Weightless, of_types, share_of
from dashboard.domain.harm.weights import WeightTable
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.questions.street import CountQuery
from dashboard.reports.harm.loaded_weights import weights_for, weights_words
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.store_memory import worked_out
from dashboard.reports.street.place_context import StreetContext, street_context
from dashboard.reports.street.ranking import is_held

ESTIMATED = (
    "Harm is a share of all harm in the newest 12 months, by crime types an estimate: the range of a score holds it at"
    " its least and its most, and a year before has the same."
)
Shares = Mapping[str, HarmShare | Weightless]  # by category


def harm_shares(setting: AssessmentSetting) -> Shares:
    """Return each category's share of the harm of all crime types in the newest 12 months of the assessment.

    A year before it is the same: an estimate is compared with no other time. Empty without weights or such crime.
    """
    key = (harm_shares.__name__, setting.key[:3], setting.weighed.slug)
    return worked_out(setting.store, key, lambda: _shares(setting))


def _shares(setting: AssessmentSetting) -> Shares:
    table, whole = weights_for(setting.store, setting.filters.partnership), setting.street
    if table is None or whole is None or not is_held(whole, setting.weighed):
        return {}
    counts = _counts(setting, whole)
    total = of_types(counts, table)
    found = ((item.category, _part(setting, item.category, counts, table)) for item in setting.lens)
    return {name: share_of(part, total) for name, part in found if part is not None}


def _counts(setting: AssessmentSetting, whole: StreetContext) -> dict[str, int]:
    """What was counted of every crime type, by its slug."""
    every = {item.number: item.slug for item in setting.store.crime_types()}
    first = first_month(setting.weighed)
    last = first + MONTHS_IN_YEAR - 1
    asked = CountQuery((whole.place.id,), tuple(every), first, last, MONTHS_IN_YEAR, by_type=True)
    return {every[item.crime_type]: item.n for item in setting.store.counts(asked)}


def _part(
    setting: AssessmentSetting, category: str, counts: Mapping[str, int], table: WeightTable
) -> Harm | Weightless | None:
    """What a category's types weigh; None where police.uk has none in it, or not all of its months are held."""
    context = street_context(setting.store, setting.of(category))
    if context is None or not context.types or not is_held(context, setting.weighed):
        return None
    return of_types({item.slug: counts.get(item.slug, 0) for item in context.types}, table)


def harm_notes(setting: AssessmentSetting) -> tuple[str, ...]:
    """How harm is scored and by whose weights; nothing where no category has a share."""
    table = weights_for(setting.store, setting.filters.partnership)
    known = any(isinstance(item, HarmShare) for item in harm_shares(setting).values())
    return (ESTIMATED, weights_words(table)) if table and known else ()
