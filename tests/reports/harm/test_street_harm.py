"""Proves what a table of weights makes of a place's 12 months, on the page, in its file and on paper."""

from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from dashboard.domain.harm.severity import Harm, HarmShare, Weightless
from dashboard.domain.harm.weights import Weighed, Weight, WeightTable
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.harm.loaded_weights import weights_for
from dashboard.reports.harm.street_harm import StreetHarm, harm_words, range_words, share_words
from dashboard.reports.made_up import INVENTED_WEIGHTS
from dashboard.reports.packs.pages.street import drill_down_sections
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.drill_down_file import drill_down_file
from layouts.cards.street.harm import harm_card
from layouts.pages.drill_down import body

VIEW = "partnership=sampleshire&period=2025-26"
WEIGHTS = WeightTable(
    "2024/25",
    "Test weights",
    (
        Weight(Weighed.CODE, "46", Decimal(11)),
        Weight(Weighed.TYPE, "burglary", Decimal(400), Decimal(300), Decimal(500)),
    ),
)


class WeighedStore:
    """The store as it is, with weights loaded."""

    def __init__(self, behind: Store, tables: tuple[WeightTable, ...] = (WEIGHTS,)) -> None:
        self._behind, self._tables = behind, tables

    def harm_weights(self) -> tuple[WeightTable, ...]:
        return self._tables

    def as_at(self, _day: date | None) -> "WeighedStore":
        return self

    def __getattr__(self, question: str) -> Any:  # noqa: ANN401 - whatever the store answers
        return getattr(self._behind, question)


@pytest.fixture(scope="module")
def weighed(store: Store) -> Desk:
    return Desk(cast(Store, WeighedStore(store)))


def harm_of(desk: Desk, query: str) -> StreetHarm:
    found = desk.show(drill_down_file, query).harm
    assert found is not None
    return found


def test_a_place_is_weighed_over_twelve_months(weighed: Desk, desk: Desk) -> None:
    found = harm_of(weighed, VIEW)
    assert found.period.label == "2025/26"
    rows = {row.crime.slug: row for row in found.rows}
    counts = {row["crime_type"]: 0 for row in desk.show(drill_down_file, VIEW).tables[0].rows}
    for row in desk.show(drill_down_file, f"{VIEW}&by=year").tables[0].rows:
        if row["period_slug"] == "2025-26":
            counts[row["crime_type"]] += int(str(row["count"]))
    burglary, shops = rows["burglary"], rows["shoplifting"]
    assert (burglary.count, shops.count) == (counts["burglary"], counts["shoplifting"])
    assert burglary.harm == Harm(
        400 * Decimal(burglary.count), 300 * Decimal(burglary.count), 500 * Decimal(burglary.count), is_estimate=True
    )
    weighed_shops = 11 * Decimal(shops.count)
    assert shops.harm == Harm(weighed_shops, weighed_shops, weighed_shops, is_estimate=False)
    assert isinstance(burglary.share, HarmShare)
    assert burglary.share.value == 100 * burglary.harm.value / (burglary.harm.value + 11 * shops.count)


def test_what_has_no_weight_says_why_and_the_total_with_it(weighed: Desk) -> None:
    found = harm_of(weighed, VIEW)
    reasons = {row.crime.slug: str(row.harm.reason) for row in found.rows if isinstance(row.harm, Weightless)}
    assert reasons["anti-social-behaviour"] == "anti-social behaviour has no weight"
    assert reasons["robbery"] == "the table has no weight for it"
    assert isinstance(found.total, Weightless)
    assert found.per_thousand is None
    assert harm_words(found)[0].startswith("Together it has no number: the table has no weight for some of it (")


def test_types_that_all_have_a_weight_have_a_total_for_each_resident(weighed: Desk) -> None:
    found = harm_of(weighed, f"{VIEW}&crime=burglary&crime=shoplifting")
    assert isinstance(found.total, Harm)
    each = found.per_thousand
    assert each is not None
    assert found.place.population
    assert each.value == found.total.value / found.place.population * 1000
    words = harm_words(found)
    assert words[0] == f"Together {range_words(found.total)}, {range_words(each)} per 1,000 people."
    assert words[-1].endswith("is an estimate with its range.")


def test_a_number_without_a_range_stands_alone() -> None:
    assert range_words(Harm(Decimal(330), Decimal(330), Decimal(330), is_estimate=False)) == "330"
    assert range_words(Harm(Decimal(4000), Decimal(4000), Decimal(4000), is_estimate=True)) == "about 4,000"
    assert share_words(HarmShare(Decimal(24), Decimal(20), Decimal(28), is_estimate=True)) == "24% (20% to 28%)"
    assert share_words(HarmShare(Decimal(24), Decimal(24), Decimal(24), is_estimate=False)) == "24%"


def test_file_page_and_paper_say_the_same(weighed: Desk) -> None:
    report = weighed.show(drill_down_file, VIEW)
    found = harm_of(weighed, VIEW)
    [table] = [item for item in report.tables if item.name == "harm"]
    assert [row["crime_type"] for row in table.rows] == [row.crime.slug for row in found.rows]
    assert {(row["weights_year"], row["weights_source"]) for row in table.rows} == {("2024/25", "Test weights")}
    first, page = found.rows[0], body(report)
    assert isinstance(first.harm, Harm)
    assert table.rows[0]["severity"] == first.harm.value
    assert "How harmful: 2025/26" in page
    assert range_words(first.harm) in page
    [section] = [item for item in drill_down_sections(report) if item.key == "drill-down-harm"]
    assert section.tables[0].rows[0][2].text == range_words(first.harm)
    assert "Weights: Test weights, 2024/25." in section.lede


def test_without_weights_or_a_whole_year_nothing_is_weighed(weighed: Desk, store: Store) -> None:
    desk = Desk(cast(Store, WeighedStore(store, ())))
    plain = desk.show(drill_down_file, VIEW)
    assert "No table of harm weights is loaded, so harm is no measure here:" in body(plain)
    assert (plain.harm, harm_card(plain.harm, plain.filters)) == (None, "")
    assert "harm" not in {table.name for table in plain.tables}
    early = weighed.show(drill_down_file, "partnership=sampleshire&from=2023-M05&to=2023-M06")
    assert isinstance(early, DrillDown)
    assert early.harm is None


def test_invented_weights_weigh_the_invented_county_alone_and_only_until_others_are_loaded(store: Store) -> None:
    made_up = WeightTable("2030/31", INVENTED_WEIGHTS, WEIGHTS.weights)
    both = cast(Store, WeighedStore(store, (made_up, WEIGHTS)))
    alone = cast(Store, WeighedStore(store, (made_up,)))
    assert weights_for(both, "sampleshire") == weights_for(both, "warwickshire") == WEIGHTS
    assert (weights_for(alone, "sampleshire"), weights_for(alone, "warwickshire")) == (made_up, None)
