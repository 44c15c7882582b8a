"""An area beside similar ones in street-level crime: rank, funnel, mean by hand; whoever is missing is named."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import UnknownFilter
from dashboard.domain.statistics.funnel import FunnelPlace, NoFunnel
from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.similar_areas import SimilarAreas
from dashboard.reports.pages.street.similar_file import similar_areas_file
from data.store import SqlStore
from layouts.pages.street import similar_areas as page
from tests.data.street.streets import street_text
from tests.data.street.testshire import load, written
from tests.engines import published_engine

PEOPLE = 10_000
SETS = "Set,From,Area code,Similar area code,Rank\n"
MAY, JUNE = "2025-05", "2025-06"
VIEW = "partnership=testshire&crime=burglary&period=2025-M06"


def district(at: int) -> str:
    return f"E0799{at:04}"


def lookups(homes: dict[int, str]) -> tuple[str, str]:
    """A neighbourhood and a ward for each district, each of which is a partnership alone; districts by their force."""
    hoods = "".join(
        f"E0199{at:04},Area {at:02} 001A,E0599{at:04},Ward {at},{district(at)},Area {at:02}\n" for at in homes
    )
    forces = "".join(f"{district(at)},Area {at:02},E2299{at:04},Area {at:02},{code}\n" for at, code in homes.items())
    return f"LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\n{hoods}", (
        f"LAD24CD,LAD24NM,CSP24CD,CSP24NM,PFA24CD,PFA24NM\n{forces}"
    )


def incidents(month: str, force: str, counts: dict[int, int]) -> str:
    rows = [
        (
            "",
            month,
            force,
            force,
            "-1.5",
            f"52.{at:02}",
            "On or near High Street",
            f"E0199{at:04}",
            f"Area {at:02} 001A",
        )
        for at, n in counts.items()
        for _ in range(n)
    ]
    return street_text([(*row, "Burglary", "Under investigation", "") for row in rows])


TESTSHIRE = {at: "E23990001,Testshire" for at in range(1, 12)}
OTHERS = {20: "E23990009,Othershire", 30: "E23990010,Thirdshire"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Eleven districts of Testshire with two months, one of Othershire with June alone, one of Thirdshire with none."""
    folder = tmp_path_factory.mktemp("similar")
    hoods, forces = lookups(TESTSHIRE | OTHERS)
    june = dict.fromkeys(range(2, 12), 20) | {1: 90}
    people = "".join(f"{district(at)},{PEOPLE}\n" for at in TESTSHIRE | OTHERS if at != 11)
    files = {
        "hoods.csv": hoods,
        "forces.csv": forces,
        "population-mid-2024.csv": f"LAD24CD,Total\n{people}E23990009,{PEOPLE}\n",
        f"{MAY}-testshire-street.csv": incidents(MAY, "Testshire Police", dict.fromkeys(range(1, 12), 10)),
        f"{JUNE}-testshire-street.csv": incidents(JUNE, "Testshire Police", june),
        f"{JUNE}-othershire-street.csv": incidents(JUNE, "Othershire Police", {20: 40}),
    }
    with published_engine(f"sqlite:///{folder / 'outturn.db'}") as engine:
        load(engine, *(written(folder, name, text) for name, text in files.items()))
        yield engine


@pytest.fixture
def grouped(engine: Engine, tmp_path: Path) -> Callable[..., Engine]:
    """The same with a set that holds the areas of these codes similar to one; each test has codes of its own."""

    def add(*codes: str, area: int = 1, first: str = "2025-04-01") -> Engine:
        rows = "".join(f"most similar group,{first},{district(area)},{code},{at}\n" for at, code in enumerate(codes, 1))
        load(engine, written(tmp_path, "groups.csv", f"{SETS}{rows}"))
        return engine

    return add


def ask(engine: Engine, more: str = "", base: str = VIEW, area: int = 1) -> SimilarAreas:
    desk, query = Desk(SqlStore(engine)), f"{base}&area={district(area)}{more}"
    return desk.report(similar_areas_file, desk.filters(query, shows_street_places=True))


def rows(report: SimilarAreas, name: str) -> list[dict[str, object]]:
    return [dict(row) for table in report.tables if table.name == name for row in table.rows]


EVERY = tuple(f"E2299{at:04}" for at in (*range(2, 12), 20, 30, 99))


def test_a_group_is_ranked_and_whoever_is_missing_is_named_with_the_reason(grouped: Callable[..., Engine]) -> None:
    report = ask(grouped(*EVERY))
    found = report.standing
    assert found is not None
    assert report.group is not None
    assert (found.own.rank, found.own.count, found.own.rate.number) == (1, 90, Decimal(9))
    assert (len(found.areas), found.areas[1].place.name, found.areas[1].rate.number) == (11, "Area 20", Decimal(4))
    assert found.benchmark == Decimal(90 + 9 * 20 + 40) / 110
    assert found.mean == Decimal(9 * 2 + 4) / 10
    assert found.own.at is FunnelPlace.ABOVE_998
    assert {item.code: item.why for item in found.missing} == {
        "E22990011": "no population of it is loaded",
        "E22990030": "no month of Thirdshire is loaded",
        "E22990099": "no lookup that is loaded knows this code",
    }
    assert report.title == "Burglary in Area 01: higher than its similar areas together"
    assert report.group_words[0] == "Set: “most similar group”, from 1 April 2025 (groups.csv, line 2)."
    gone = [row for row in rows(report, "similar-areas") if row["rate"] is None]
    assert [(row["count"], row["rank"]) for row in gone] == [(None, None)] * 3
    assert all(row["rate_reason"] for row in gone)
    markup = page.page_top(report) + page.body(report)
    assert "Area 11 (no population of it is loaded)" in markup
    assert f"area={district(2)}" in markup
    assert "partnership=othershire" in markup


def test_an_area_without_a_month_of_the_view_is_not_compared(grouped: Callable[..., Engine]) -> None:
    report = ask(grouped(*EVERY[:3], EVERY[10]), base="partnership=testshire&crime=burglary&from=2025-M05&to=2025-M06")
    found = report.standing
    assert found is not None
    assert [(item.code, item.why) for item in found.missing] == [(district(20), "May 2025 is not loaded")]
    assert (found.own.count, found.mean) == (100, Decimal(3))
    assert isinstance(found.drawn, NoFunnel)
    assert found.drawn.words == "too few areas: four, needs ten"
    assert report.title == "Burglary in Area 01: higher than its similar areas together"
    points = [(item.period.label, item.own, item.mean) for item in report.points]
    assert points == [("May 2025", Decimal(1), Decimal(1)), ("Jun 2025", Decimal(9), Decimal(2))]


def test_a_month_that_one_area_lacks_has_no_mean(grouped: Callable[..., Engine]) -> None:
    report = ask(grouped(EVERY[0], EVERY[10]))
    assert [(item.own, item.mean, item.mean_reason) for item in report.points] == [
        (Decimal(1), None, "not loaded for every area"),
        (Decimal(9), Decimal(3), None),
    ]
    rolling = ask(grouped(EVERY[0], EVERY[10]), "&measure=rolling")
    assert rolling.points == ()


def test_the_address_names_other_areas_and_is_kept(grouped: Callable[..., Engine]) -> None:
    report = ask(grouped(EVERY[1]), f"&compare={district(20)}&compare=E22990003&compare={district(1)}")
    assert report.standing is not None
    assert report.group is not None
    assert [item.place.name for item in report.standing.areas] == ["Area 01", "Area 20", "Area 03"]
    assert (report.group.chosen, report.group.sets) == (True, ())
    assert f"compare={district(3)}" in page.page_top(report)
    assert report.title == "Burglary in Area 01: higher than the areas chosen together"


def test_what_no_lookup_knows_is_refused_and_left_out_of_a_page(engine: Engine) -> None:
    desk, search = Desk(SqlStore(engine)), f"{VIEW}&compare=E07000001&compare={district(2)}"
    words = "Testshire cannot be compared with 'E07000001': no area that it can be held against has this code."
    with pytest.raises(UnknownFilter, match=words):
        desk.filters(search, shows_street_places=True)
    filters, problems = desk.nearest(search, shows_street_places=True)
    assert (filters.compare, problems) == (frozenset({district(2)}), (words,))


def test_without_a_set_the_page_says_how_to_load_one_and_offers_those_of_the_same_force(engine: Engine) -> None:
    report = ask(engine, area=2)
    assert (report.title, report.standing) == ("No similar areas are loaded for Area 02", None)
    assert "Load a table with the columns Set, From, Area code, Similar area code" in report.empty
    body = page.body(report)
    assert "The other nine districts of Testshire" in body
    assert 'type="checkbox"' in body
    assert 'name="compare"' in body
    assert [row["area"] for row in rows(report, "choices")][-1] == "Area 20"


def test_a_set_counts_from_its_first_day_on(grouped: Callable[..., Engine]) -> None:
    engine = grouped(*EVERY, area=3, first="2025-06-01")
    assert ask(engine, area=3).group_words[0].startswith("Set: “most similar group”, from 1 June 2025")
    before = ask(engine, base=VIEW.replace("M06", "M05"), area=3)
    assert before.empty.startswith(
        "The set “most similar group” counts from 1 June 2025, after the months looked at began"
    )


def test_a_place_without_residents_is_compared_with_nothing(engine: Engine) -> None:
    report = ask(engine, f"&compare={district(2)}", area=11)
    assert report.empty == "No population of Area 11 is loaded, and counts of areas of other sizes are no comparison."


def test_a_quarter_counts_only_where_it_is_over_by_the_end_of_the_view(desk: Desk) -> None:
    query = "partnership=sampleshire&area=marlhaven&crime=burglary&by=quarter&period=2026-M08"
    report = desk.report(similar_areas_file, desk.filters(query, shows_street_places=True))
    months = desk.report(similar_areas_file, desk.filters(query.replace("quarter", "month"), shows_street_places=True))
    newest, counts = report.points[-1], {item.period.slug: item.own_count for item in months.points}
    assert newest.period.slug == "2026-27-Q1"
    assert newest.own_count == sum(counts[f"2026-M0{at}"] or 0 for at in (4, 5, 6))
    assert isinstance(report.standing and report.standing.drawn, NoFunnel)
    ward = desk.filters("partnership=sampleshire&area=X05000001", shows_street_places=True)
    assert [row["funnel"] for row in rows(desk.report(similar_areas_file, ward), "similar-areas")].count(None) == 0


def test_a_whole_without_similar_areas_leads_to_the_places_inside_it_that_have_some(desk: Desk) -> None:
    report = desk.report(similar_areas_file, desk.filters("partnership=sampleshire", shows_street_places=True))
    assert [place.name for place in report.inner][:2] == ["Dunnocksea", "Marlhaven"]
    markup = page.page_top(report) + page.body(report)
    assert "area=marlhaven" in markup
    labels = re.findall(r'<nav class="choice" aria-label="(\w+)"', markup)
    assert len(labels) == len(set(labels)) == 2


def test_an_area_and_a_part_of_it_are_never_compared_together(engine: Engine) -> None:
    report = ask(engine, f"&compare={district(2)}&compare={district(20)}&compare=E23990009")
    assert report.group is not None
    assert [place.name for place in report.group.others] == ["Area 02", "Area 20"]
    whole = {item.code: item.why for item in report.group.missing}
    assert whole == {"E23990009": "it shares neighbourhoods with Area 20, which is compared already"}
