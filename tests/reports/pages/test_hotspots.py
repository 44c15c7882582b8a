"""Hotspots of the invented county: the ranking is that of the files, whichever table it comes from."""

from decimal import Decimal

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.months import month_number
from dashboard.domain.periods.period import from_slug
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery, Ranked, RankQuery
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import MOST_LISTED, Hotspots, hotspots
from dashboard.reports.store_memory import remembering
from layouts.pages import hotspots as page
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of
from tests.reports.sample_files import SampleFiles, in_neighbourhood, of_types, within

SAMPLE = "partnership=sampleshire"
HOOD = "X01000001"
#: How months are asked for, which they are, and which lie a year before.
SPANS = {
    "&from=2026-M09&to=2026-M09": ("2026-09", "2026-09", "2025-09", "2025-09"),  # the newest month
    "&from=2026-M04&to=2026-M09": ("2026-04", "2026-09", "2025-04", "2025-09"),  # the year to date
    "&from=2025-M10&to=2026-M09": ("2025-10", "2026-09", "2024-10", "2025-09"),  # the newest 12 months
    "&period=2024-25": ("2024-04", "2025-03", "2023-04", "2024-03"),
    "&period=2025-26-Q2": ("2025-07", "2025-09", "2024-07", "2024-09"),
}


def ask(desk: Desk, more: str) -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize(("crimes", "names"), [("", ()), ("&crime=burglary&crime=drugs", ("Burglary", "Drugs"))])
def test_the_ranking_is_that_of_the_files(
    desk: Desk, sample_files: SampleFiles, span: str, crimes: str, names: tuple[str, ...]
) -> None:
    report = ask(desk, f"{span}{crimes}")
    first, last, first_before, last_before = SPANS[span]
    kinds = [of_types(names)] if names else []
    now = sample_files.by("LSOA code", within(first, last), *kinds)
    before = sample_files.by("LSOA code", within(first_before, last_before), *kinds)
    assert {spot.place.code: spot.now for spot in report.spots if spot.now} == {k: n for k, n in now.items() if k}
    assert {spot.place.code: spot.before for spot in report.spots if spot.before} == {
        k: n for k, n in before.items() if k
    }
    assert report.total == sum(n for code, n in now.items() if code)
    assert report.total_before == sum(n for code, n in before.items() if code)


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("area", ["", "&area=quenbury", f"&area={HOOD}"])
def test_shares_add_to_100_and_ranks_follow_the_counts(desk: Desk, span: str, area: str) -> None:
    spots = ask(desk, f"{span}{area}").spots
    assert round(sum(spot.share for spot in spots), 9) == 100
    assert [spot.rank for spot in spots] == list(range(1, len(spots) + 1))
    assert [spot.now for spot in spots] == sorted((spot.now for spot in spots), reverse=True)


def from_counts(store: Store, root: int, first: int, last: int) -> dict[int, int]:
    hoods = tuple(place.id for place in store.neighbourhoods(root))
    counts = store.counts(CountQuery(hoods, (0,), first, last, last - first + 1))
    return {item.place: item.n for item in counts}


@pytest.mark.parametrize("span", ["2026-09 2026-09", "2026-04 2026-09", "2025-10 2026-09", "2025-11 2026-09"])
@pytest.mark.parametrize("area", ["", "quenbury"])
def test_newest_month_year_to_date_and_rolling_year_through_the_window_equal_the_counts(
    store: Store, span: str, area: str
) -> None:
    root = store.place("sampleshire", area)
    assert root is not None
    first, last = map(month_number, span.split())
    ranked = store.ranking(RankQuery(root.id, (0,), first, last, 1_000))
    assert {item.place: item.now for item in ranked if item.now} == from_counts(store, root.id, first, last)
    before = from_counts(store, root.id, first - 12, last - 12)
    assert {item.place: item.before for item in ranked if item.before} == before


def test_a_ranking_holds_no_more_than_is_asked_for(store: Store) -> None:
    root = store.street_root("sampleshire")
    assert root is not None
    last = month_number("2026-09")
    every = store.ranking(RankQuery(root.id, (0,), last, last, 1_000))
    assert store.ranking(RankQuery(root.id, (0,), last, last, 3)) == every[:3]


def test_the_map_points_of_a_neighbourhood_are_those_of_the_files(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk, f"&area={HOOD}&period=2025-26")
    here = (within("2025-04", "2026-03"), in_neighbourhood(HOOD))
    east, north = sample_files.by("Longitude", *here), sample_files.by("Latitude", *here)
    assert sum(spot.now for spot in report.spots) == sample_files.count(*here)
    for at, found in ((0, east), (1, north)):
        sums: dict[str, int] = {}
        for spot in report.spots:
            part = spot.place.key.partition("@")[2].split(",")[at]
            sums[part] = sums.get(part, 0) + spot.now
        assert {part: n for part, n in sums.items() if n} == found
    assert {spot.kind for spot in report.spots} == {HotspotClass.NOT_JUDGED}
    assert report.why_no_class == "Classes are worked out for neighbourhoods, not for map points."


def test_a_map_point_is_shown_among_those_around_it(desk: Desk) -> None:
    around = ask(desk, f"&area={HOOD}&period=2025-26")
    alone = ask(desk, f"&area={around.spots[0].place.key}&period=2025-26")
    assert [spot.place.key for spot in alone.spots] == [spot.place.key for spot in around.spots]
    for spot in alone.spots:
        desk.filters(f"{SAMPLE}&area={spot.place.key}", shows_street_places=True)


@pytest.mark.parametrize("area", ["", f"&area={HOOD}"])
def test_a_history_is_24_months_of_which_those_without_a_file_are_none(desk: Desk, area: str) -> None:
    newest = ask(desk, f"&from=2026-M09&to=2026-M09{area}").spots[0]
    assert (len(newest.history), newest.history[-1]) == (24, newest.now)
    oldest = ask(desk, f"&period=2023-24{area}").spots[0]
    assert oldest.history[:12] == (None,) * 12
    assert sum(n or 0 for n in oldest.history) == oldest.now


def test_without_the_year_before_there_is_no_change(desk: Desk) -> None:
    report = ask(desk, "&period=2023-24")
    assert (report.total_before, {spot.before for spot in report.spots}, {spot.real for spot in report.spots}) == (
        None,
        {None},
        {None},
    )
    reasons = {row["previous_reason"] for row in report.tables[0].rows}
    assert reasons == {"the months a year before are not all loaded"}
    assert page.NOT_LOADED in page.body(report)


def test_the_usual_spans_are_offered_and_lead_to_themselves(desk: Desk) -> None:
    report = ask(desk, "")
    assert [(words, span.label) for words, span in report.spans] == [
        ("Newest quarter", "Q2 2026/27"),
        ("Newest month", "Sep 2026"),
        ("Year to date", "Apr 2026 to Sep 2026"),
        ("Newest 12 months", "Oct 2025 to Sep 2026"),
    ]
    for _, span in report.spans:
        first, last = report.ends(span)
        assert ask(desk, f"&from={first.slug}&to={last.slug}").span == span


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ("&period=2026-27", "Apr 2026 to Sep 2026"),
        ("&from=2026-M08", "Aug 2026 to Sep 2026"),
        ("&to=2023-M05", "Apr 2023 to May 2023"),
        ("&from=2025-26-Q4&to=2026-27", "Jan 2026 to Sep 2026"),
    ],
)
def test_the_months_ranked_end_with_the_newest_file(desk: Desk, more: str, label: str) -> None:
    span = ask(desk, more).span
    assert (span.label if span else "") == label


def test_a_period_without_a_file_gives_way_to_the_newest_quarter_and_says_so(desk: Desk, store: Store) -> None:
    period = desk.choices().of("warwickshire").default_period
    report = hotspots(store, Filters("sampleshire", period))
    assert (report.span.label if report.span else "") == "Q2 2026/27"
    assert "No street-level crime is loaded for 2010/11; the newest months are shown." in report.lede


def test_the_page_opens_on_the_newest_quarter_with_its_chip_chosen(desk: Desk) -> None:
    report = ask(desk, "")
    assert (report.span, report.against) == (from_slug("2026-27-Q2"), from_slug("2025-26-Q2"))
    chosen = [text_of(chip) for chip in named(read_region(page.body(report)), "A") if chip["props"].get("aria-current")]
    assert chosen == ["Newest quarter: Q2 2026/27", "Most incidents", "Incidents"]


def test_what_lies_in_no_neighbourhood_is_neither_ranked_nor_said_to_be_none(desk: Desk) -> None:
    report = ask(desk, "&area=no-location")
    assert (report.title, report.tables) == ("Incidents under “No location” lie in no neighbourhood", ())
    assert "Drill-down page" in report.empty


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("partnership=warwickshire", "No street-level crime is loaded for Warwickshire"),
        ("partnership=derby&category=reducing-reoffending", "No street-level crime is loaded for Derby"),
    ],
)
def test_a_view_without_street_level_crime_says_so(desk: Desk, query: str, words: str) -> None:
    report = desk.report(hotspots, desk.filters(query, shows_street_places=True))
    assert (report.title, report.tables, bool(report.empty)) == (words, (), True)


def test_the_file_is_the_ranking(desk: Desk) -> None:
    report = ask(desk, "&period=2025-26")
    table, *_ = report.tables
    assert [(row["rank"], row["area_code"], row["count"], row["previous_count"]) for row in table.rows] == [
        (spot.rank, spot.place.code, spot.now, spot.before) for spot in report.spots
    ]
    assert (
        sum((row["share_pct"] for row in table.rows if isinstance(row["share_pct"], Decimal)), Decimal(0)).quantize(
            Decimal("0.000001")
        )
        == 100
    )
    assert {row["months_held"] for row in table.rows} == {12}


def test_the_list_says_how_many_it_leaves_to_the_download(desk: Desk) -> None:
    report = ask(desk, "&period=2025-26")
    (table,) = named(read_region(page.body(report)), "Table")
    assert len(named(table, "Tr")) == MOST_LISTED + 1
    assert f"The first {MOST_LISTED} of {len(report.spots)}; the download holds all." in page.body(report)
    first = named(table, "Tr")[1]
    assert text_of(named(first, "Td")[0]) == f"{report.spots[0].now:,}"


@pytest.mark.parametrize("area", ["", "&area=tarrowfold", f"&area={HOOD}"])
def test_every_view_of_the_invented_county_says_that_it_is_invented(desk: Desk, area: str) -> None:
    assert ask(desk, area).notes[0] == INVENTED_WORDS


def test_a_ranking_is_asked_afresh_and_a_list_of_months_once(store: Store) -> None:
    asked: list[str] = []

    class Listening:
        def __getattr__(self, question: str) -> object:
            def answer(*details: object) -> object:
                asked.append(question)
                return getattr(store, question)(*details)

            return answer

    kept = remembering(Listening())  # type: ignore[arg-type]
    root = kept.street_root("sampleshire")
    assert root is not None
    last = month_number("2026-09")
    for _ in range(2):
        kept.held_months(root.force)
        found = kept.ranking(RankQuery(root.id, (0,), last, last, 1))
    assert isinstance(found[0], Ranked)
    assert (asked.count("held_months"), asked.count("ranking")) == (1, 2)
