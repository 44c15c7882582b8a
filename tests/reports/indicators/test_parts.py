"""Proves when the areas of a partnership come to its figure, what is said of it, and what is said where they do not."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period, financial_quarter, financial_year
from dashboard.domain.records import Observation, Scope
from dashboard.domain.values.printed import Reason, Value
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.parts import kinds_of, whole_of, without_figure
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.year_end import year_end
from tests.reports.overlaid import aimed, counted, overlaid

COUNTY = "warwickshire"
VIOLENCE, SHARE = f"{COUNTY}/serious-violent-crime", f"{COUNTY}/ni-21"
AREAS = tuple(
    f"{COUNTY}/{key}" for key in ("north-warwickshire", "nuneaton-and-bedworth", "rugby", "south-warwickshire")
)
Q1, YEAR = financial_quarter(2011, 1), financial_year(2011)


def each(counts: Sequence[int], period: Period = Q1, indicator: str = VIOLENCE) -> list[Observation]:
    """A figure for as many areas as there are *counts*."""
    return [counted((indicator, area), period, count) for area, count in zip(AREAS, counts, strict=False)]


def own(number: int, period: Period = Q1) -> Observation:
    return counted((VIOLENCE, COUNTY), period, number)


FOUR = each((80, 120, 210, 190))
REASON = replace(FOUR[0], value=Value(None, Reason.SUPPRESSED, raw="*"))


@pytest.mark.parametrize(
    ("found", "number", "derived"),
    [
        (FOUR, 600, "Sum of 4 partnership figures"),
        ([*FOUR, own(2883, financial_year(2010))], 600, "Sum of 4 partnership figures"),
        ([*FOUR, own(612)], 612, ""),
        (FOUR[:3], None, ""),
        ([REASON, *FOUR[1:]], None, ""),
        ([replace(FOUR[0], held=2), *FOUR[1:]], None, ""),
        ([replace(item, held=2) for item in FOUR], 600, "Sum of 4 partnership figures"),
        ([], None, ""),
    ],
)
def test_a_county_without_its_own_figure_is_the_sum_of_its_parts(
    store: Store, found: list[Observation], number: int | None, derived: str
) -> None:
    ledger = Ledger(overlaid(store, found), Filters(COUNTY, Q1))
    violence = next(item for item in ledger.indicators if item.id == VIOLENCE)
    whole = ledger.actual(violence, COUNTY, Q1)
    assert (whole.value.number if whole else None, whole.derived if whole else "") == (number, derived)
    assert not whole or whole.is_part == any(item.is_part for item in found)


def test_the_year_of_summed_quarters_says_both(store: Store) -> None:
    found = [*FOUR, *each((70, 110, 200, 180), financial_quarter(2011, 2))]
    ledger = Ledger(overlaid(store, found), Filters(COUNTY, YEAR))
    violence = next(item for item in ledger.indicators if item.id == VIOLENCE)
    year = ledger.actual(violence, COUNTY, YEAR)
    assert year is not None
    assert (year.value.number, year.months, year.derived) == (
        Decimal(1160),
        6,
        "Sum of 2 quarterly figures, each the sum of 4 partnership figures",
    )


def test_percentages_of_areas_are_not_added_up(store: Store) -> None:
    report = overview(overlaid(store, each((20, 30, 25, 22), indicator=SHARE)), Filters(COUNTY, Q1))
    assert (report.tiles, report.notes) == ((), ())


@pytest.mark.parametrize("page", [overview, year_end])
@pytest.mark.parametrize(
    ("found", "note"),
    [
        (
            FOUR[:3],
            "Warwickshire has no sum for Q1 2011/12 of serious violent crime: no figure for South Warwickshire.",
        ),
        (FOUR[:1], "no figure for Nuneaton and Bedworth, Rugby and South Warwickshire."),
        ([REASON, *FOUR[1:]], "no figure for North Warwickshire."),
        ([*FOUR[:3], *each((1, 2, 3), indicator=f"{COUNTY}/robbery")], "crime and robbery (business and personal): no"),
    ],
)
def test_a_sum_that_is_not_made_says_which_areas_have_no_figure(
    store: Store, page: object, found: list[Observation], note: str
) -> None:
    assert callable(page)
    (said,) = page(overlaid(store, found), Filters(COUNTY, Q1)).notes
    assert note in said


def test_the_targets_of_areas_are_not_added_up(store: Store) -> None:
    violence = next(item for item in store.indicators(Scope(COUNTY)) if item.id == VIOLENCE)
    targets = [aimed((VIOLENCE, area), YEAR, "300", violence) for area in AREAS]
    report = overview(overlaid(store, each((80, 120, 210, 190), YEAR), targets), Filters(COUNTY, YEAR))
    (tile,) = report.tiles
    assert (tile.now.target, tile.now.value.number, str(tile.verdict.status)) == (None, Decimal(600), "not judged")
    assert report.notes == (
        "The 2011/12 targets of its areas on serious violent crime are theirs alone: they are not added up to one for"
        " Warwickshire.",
    )


def test_areas_of_two_kinds_are_never_added_to_one_another(store: Store) -> None:
    violence = next(item for item in store.indicators(Scope(COUNTY)) if item.id == VIOLENCE)
    districts = [area for area in store.areas(COUNTY) if area.slug in AREAS]
    wards = [replace(districts[0], slug=f"{COUNTY}/ward-{at}", name=f"Ward {at}", level="area") for at in (1, 2)]
    kinds = kinds_of([*wards, *districts])
    assert [kind[0].level for kind in kinds] == ["area", "csp"]
    figures = {item.area: item for item in [*FOUR, counted((VIOLENCE, wards[0].slug), Q1, 5)]}
    whole = whole_of(violence, COUNTY, kinds, figures)
    assert whole is not None
    assert whole.value.number == 600
    assert without_figure(kinds, {item.area: item for item in FOUR[:3]}) == (districts[3],)
    assert without_figure(kinds_of(wards[:1]), {}) == ()


@pytest.mark.parametrize(("in_districts", "is_summed"), [(0, True), (1, False), (3, False), (4, True)])
def test_areas_that_a_table_named_are_no_whole_beside_districts_of_which_some_have_a_figure(
    store: Store, in_districts: int, is_summed: bool
) -> None:
    """Stratford and Warwick, named in a table, and one of the four districts: their sum is not the county."""
    ledger = Ledger(store, Filters(COUNTY, Q1))
    violence = next(item for item in ledger.indicators if item.id == VIOLENCE)
    districts = tuple(item for item in store.areas(COUNTY) if item.slug in AREAS)
    typed = tuple(replace(item, slug=f"{item.slug}-town", level="area") for item in districts[:2])
    figures = {item.area: item for item in FOUR[:in_districts]}
    figures |= {item.slug: replace(FOUR[0], area=item.slug) for item in typed}
    kinds = kinds_of([*typed, *districts])
    assert (whole_of(violence, COUNTY, kinds, figures) is not None) is is_summed
    lacking = {item.slug for item in without_figure(kinds, figures)}
    assert is_summed or lacking == set(AREAS[in_districts:])
