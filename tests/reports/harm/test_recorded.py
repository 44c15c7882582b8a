"""Proves severity by offence code of published tables: exact, beside the year before, with what has no weight."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from dashboard.domain.harm.severity import Harm
from dashboard.domain.harm.weights import Weighed, Weight, WeightTable
from dashboard.questions.store import Store
from dashboard.questions.street import OffenceYear
from dashboard.reports.desk import Desk
from dashboard.reports.harm.by_code import CodedHarm
from dashboard.reports.packs.pages.street import drill_down_sections
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.place import place
from layouts.pages.drill_down import body

TABLE = WeightTable(
    "2016/17",
    "Test weights",
    tuple(Weight(Weighed.CODE, key, Decimal(value), place=f"line {value}") for key, value in (("8N", 100), ("46", 10))),
    "weights.csv",
    7,
)
WORDS = {"8N": "Assault with injury", "46": "Shoplifting", "105A": "Assault without injury", "96": "Wildlife"}
NOW = {"8N": 4000, "46": 3000, "105A": 4500, "96": -1}
VIEW = "partnership=derby&measure=harm"


def year(slug: str, counts: dict[str, int], arrival: int) -> OffenceYear:
    return OffenceYear("Derby", "E06000015", "csp", slug, counts, WORDS, f"{slug}.csv", arrival)


class Recorded:
    """The store as it is, with weights and published offences of Derby."""

    def __init__(self, behind: Store, *years: OffenceYear) -> None:
        self._behind, self._years = behind, years

    def harm_weights(self) -> tuple[WeightTable, ...]:
        return (TABLE,)

    def offence_years(self, partnership: str, _code: str, name: str) -> tuple[OffenceYear, ...]:
        return self._years if (partnership, name) == ("derby", "Derby") else ()

    def as_at(self, _day: date | None) -> "Recorded":
        return self

    def __getattr__(self, question: str) -> Any:  # noqa: ANN401 - whatever the store answers
        return getattr(self._behind, question)


def report_of(store: Store, before: dict[str, int] | None, query: str = VIEW) -> DrillDown:
    years = [year("2017-18", NOW, 9)] + ([year("2016-17", before, 8)] if before else [])
    return Desk(cast(Store, Recorded(store, *years))).show(drill_down_file, query, shows_street_places=True)


def coded(report: DrillDown) -> CodedHarm:
    assert report.harm_view is not None
    [found] = report.harm_view.coded
    return found


def test_a_year_is_weighed_exactly_and_beside_the_year_before(store: Store) -> None:
    report = report_of(store, {"8N": 3500, "46": 3000, "105A": 4000})
    found = coded(report)
    # 4,000 x 100 + 3,000 x 10 = 430,000; 380,000 before: 50,000 beside 1.96 x sqrt(7,500 x 10^4 + 6,000 x 10^2)
    assert found.weighed.harm == Harm(Decimal(430_000), Decimal(430_000), Decimal(430_000), is_estimate=False)
    assert report.title == "Harm of crime in Derby rose 13.2% in 2017/18"
    page = body(report)
    assert "430,000 in 2017/18" in page
    assert "2016/17 had 380,000 (+13.2%): more than chance explains." in page
    assert "Annual, of a financial year." in page
    assert "1 count under zero, which correct earlier years, are weighed as they are." in page or "one count" in page


def test_what_has_no_weight_is_told_by_its_count_and_never_zero(store: Store) -> None:
    report = report_of(store, None)
    found = coded(report)
    assert dict(found.weighed.left_out) == {"105A": 4500, "96": -1}
    page = body(report)
    counted = re.search(r"Left out for want of a weight: two offences, ([\d,]+) counted", page)
    assert counted is not None
    assert int(counted[1].replace(",", "")) == sum(found.weighed.left_out.values())
    [table] = [item for item in report.tables if item.name == "harm-offences"]
    rows = {row["offence_code"]: row for row in table.rows}
    assert (rows["105A"]["severity"], rows["105A"]["offences"]) == (None, 4500)
    assert (rows["8N"]["severity"], rows["8N"]["weight_cell"]) == (400_000, "line 100")
    assert report.title == "Harm of crime in Derby: 430,000 in 2017/18"
    assert "No change over time: the table of the year before is not loaded." in page


def test_chance_heads_nothing(store: Store) -> None:
    report = report_of(store, {"8N": 3950, "46": 3000})
    assert report.title == "Harm of crime in Derby: 430,000 in 2017/18"
    assert "chance explains that much" in body(report)


def test_page_file_and_paper_name_weights_and_files(store: Store) -> None:
    report = report_of(store, {"8N": 3500, "46": 3000})
    page = body(report)
    assert '<a href="/files/7">Test weights, 2016/17</a>, from weights.csv.' in page
    assert '<a href="/files/9">2017-18.csv</a>' in page
    [_, section] = drill_down_sections(report)
    assert "Weights: Test weights, 2016/17 (weights.csv)." in section.lede
    assert section.tables[0].rows[0][0].text == "8N Assault with injury"


@pytest.mark.parametrize(
    ("crime", "codes"), [("shoplifting", {"46"}), ("violence-and-sexual-offences", {"8N", "105A"})]
)
def test_a_type_of_crime_takes_its_own_codes(store: Store, crime: str, codes: set[str]) -> None:
    years = year("2017-18", NOW, 9)
    desk = Desk(cast(Store, Recorded(store, OffenceYear("Derby", "", "csp", "2017-18", NOW, WORDS, "x.csv", 9), years)))
    filters = desk.nearest(VIEW, shows_street_places=True)[0].with_(crimes=frozenset({crime}))
    assert set(coded(desk.report(drill_down_file, filters)).year.counts) == codes


def test_a_place_leads_to_its_harm_where_there_is_any(store: Store) -> None:
    known = Desk(cast(Store, Recorded(store, year("2017-18", NOW, 9))))
    assert known.show(place, "partnership=derby").has_harm
    assert not known.show(place, "partnership=shropshire").has_harm
