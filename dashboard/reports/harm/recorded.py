"""Knows what offences that the Home Office publishes by code weigh in a financial year, beside the year before."""

from dashboard.domain.filters import Filters
from dashboard.domain.incidents.offences import crime_of
from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.street.crime import Level
from dashboard.domain.wording import plural
from dashboard.questions.store import Store
from dashboard.questions.street import OffenceYear
from dashboard.reports.harm.by_code import CodedYear
from dashboard.reports.incidents.setting import crimes_of

RECORDED = "Home Office recorded crime"
FORCE = "police force area"
NO_BEFORE = "the table of the year before is not loaded"
ANNUAL = "Annual, of a financial year."

Named = tuple[str, str, int | None, bool]  # code, name, residents, whether it is a force's area


def recorded_year(store: Store, filters: Filters) -> CodedYear | None:
    """Return the newest year up to the view's whose offences are known by code, else the newest of all."""
    for named in _named(store, filters):
        years = {from_slug(item.year): item for item in store.offence_years(filters.partnership, *named[:2])}
        if years:
            asked = (filters.end or filters.period).end
            newest = max([year for year in years if year.start <= asked] or years, key=lambda year: year.start)
            return _coded(store, filters, named, (newest, years[newest], years.get(newest.previous())))
    return None


def _named(store: Store, filters: Filters) -> list[Named]:
    """The view's area by code and name: as crime is counted in it, then as figures are."""
    place = store.place(filters.partnership, filters.area)
    found = [(place.code, place.name, place.population, place.level is Level.FORCE)] if place else []
    areas = (item for item in store.areas(filters.partnership) if item.slug == filters.area_slug)
    return [*found, *((item.code, item.name, item.population, item.level == FORCE) for item in areas)]


def _coded(
    store: Store, filters: Filters, named: Named, found: tuple[Period, OffenceYear, OffenceYear | None]
) -> CodedYear:
    period, now, before = found
    code, _, people, is_force = named
    is_its_own = bool(now.code and now.code == code) or (is_force and now.level == FORCE)
    counts = _counts(store, filters, now)
    under = sum(count < 0 for count in counts.values())
    corrected = f"{plural(under, 'count')} under zero, which correct earlier years, are weighed as they are."
    words = {**(before.words if before else {}), **now.words}
    return CodedYear(
        source=f"{RECORDED}, {now.area} ({now.level})",
        key=RECORDED,
        period=period,
        counts=counts,
        names={code: f"{code} {said}" if said and said != code else code for code, said in words.items()},
        before=_counts(store, filters, before) if before else None,
        why_alone="" if before else NO_BEFORE,
        people=people if is_its_own else None,
        place=now.area,
        cautions=(ANNUAL, *([corrected] if under else [])),
        arrivals=tuple((item.arrival, item.file) for item in (now, before) if item),
    )


def _counts(store: Store, filters: Filters, year: OffenceYear) -> dict[str, int]:
    """The offences of the view's crime types, as police.uk sorts their codes; all of them where it has none."""
    crimes = crimes_of(store, filters)
    return {code: count for code, count in year.counts.items() if not crimes or crime_of(code, {}) in crimes}
