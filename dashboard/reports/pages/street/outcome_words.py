"""Knows what is said of how incidents ended, and above all when it is too early to say it."""

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level
from dashboard.domain.street.outcomes import SETTLED, OutcomeGroup
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.wording import name_inside, number_word, plural, sentence
from dashboard.reports.pages.street.ended import Ended
from dashboard.reports.street.incomplete import left_out_words
from dashboard.reports.street.notes import APPROXIMATE
from dashboard.reports.street.place_context import ReportFields, StreetContext, asked_in_vain
from dashboard.reports.words.titles import fitting

CHARGED = "led to a charge"
TOO_YOUNG = "many cases were still open, so these shares are too young to compare."
GROUPED = (
    "police.uk publishes the last outcome of each crime. They are grouped here, with the published words beneath."
    " Whatever a court did counts as charged or summonsed, a court’s “not guilty” too."
)
NO_ASB = (
    "police.uk gives anti-social behaviour no outcome: it is left out of every share, which is not a share of zero."
)
NO_UPDATE = (
    "“No update from the force” and “No outcome recorded” say that police.uk was told nothing, not that nothing was"
    " done. Forces differ in how often that is so."
)
CHANGES = (
    "A file shows what was known when it was downloaded. Load a month again from a newer download to bring its outcomes"
    " up to date."
)


def crime_noun(context: StreetContext) -> str:
    """What is counted: crimes, or those of the types or categories in the view."""
    return name_inside(context.crime_words) if context.narrowed else "crimes"


def words(context: StreetContext, filters: Filters, total: Ended, settled: Ended | None) -> ReportFields:
    """The fields that say how all of them ended."""
    return {
        "title": title(context, total),
        "lede": " ".join(filter(None, (asked_in_vain(context, filters), *_lede(total, settled)))),
        "place": f"Outcomes of {crime_noun(context)} · {context.place.full_name} · {total.name}",
    }


def title(context: StreetContext, total: Ended) -> str:
    """The share that was charged; of young months so far."""
    if not total.total:
        return fitting(f"No {crime_noun(context)} {context.where} in {total.name}", f"No such crime in {total.name}")
    share = total.share_text(total.of(OutcomeGroup.CHARGED))
    led = CHARGED if total.is_settled else f"so far {CHARGED}"
    wheres = (context.where, context.by_code.where)
    if context.narrowed:
        names = [f"{context.crime_words} {where}" for where in wheres]
        return fitting(*(f"{name}: {share} {led}" for name in (*names, context.crime_words)), f"{share} {led}")
    crimes = "crimes" if total.total < SMALL_BASE else "of crimes"  # ‘3 of 14’ says what of
    return fitting(*(f"{share} {crimes} {where} {led}" for where in wheres), f"{share} {crimes} {led}")


def _lede(total: Ended, settled: Ended | None) -> list[str]:
    if not total.total:
        return []
    n = total.of(OutcomeGroup.CHARGED)
    said = [f"{n:,} of {total.total:,} in {total.name} led to a charge or summons."]
    if total.is_settled:
        return said
    said.append(f"{_age_words(total)}: {TOO_YOUNG}")
    if settled and settled.total:
        share = settled.share_text(settled.of(OutcomeGroup.CHARGED))
        said.append(f"Of those of {settled.name}, which are old enough, {share} did.")
    return said


def _age_words(total: Ended) -> str:
    one = total.period is not None and total.period.months == 1
    which = "that month" if one else "the newest of these months"
    if not total.age:
        return f"As far as can be known, {which} was new when its file was made"
    return f"{sentence(which)} was at least {plural(total.age, 'month')} old when its file was made"


def notes(context: StreetContext, total: Ended, without: int) -> tuple[str, ...]:
    """What has to be known to read shares of outcomes; *without* incidents have none."""
    young = (
        f"Shares of months younger than about {number_word(SETTLED)} months cannot be compared: cases are still open,"
        " and a lower share than of older months is no fall. A file bears no date: of months that were loaded together"
        " and follow one another, the newest tells how old the others were at the least."
    )
    counted = f"{without:,} incidents of anti-social behaviour in {total.name} are not among them." if without else ""
    small = f"Of fewer than {SMALL_BASE} both numbers are shown instead of a percentage."
    said = (young, CHANGES, f"{NO_ASB} {counted}".strip(), GROUPED, NO_UPDATE, small, APPROXIMATE)
    return (*said, *filter(None, [left_out_words(context.left_out)]))


def none_known(context: StreetContext, filters: Filters) -> ReportFields:
    """The fields of a report on what has no outcome: anti-social behaviour, or a single map point."""
    if context.place.level == Level.POINT:
        heading = f"How incidents ended is not shown for {context.place.known_as}"
        why = (
            "At one map point, an approximate place, there are too few: its neighbourhood is the finest with outcomes."
        )
    else:
        heading, why = f"No outcomes are published for this choice in {context.place.known_as}", NO_ASB
    return {
        "page": "outcomes",
        "filters": filters,
        "title": heading,
        "lede": "",
        "place": f"Outcomes · {context.place.full_name}",
        "empty": why,
        "elsewhere": "drill-down",
    }
