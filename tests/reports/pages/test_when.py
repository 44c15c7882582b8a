"""When incidents happen: every number of the title and its doors counted once more, from the rows of the list."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from dashboard.domain.access.people import NONE
from dashboard.domain.incidents.spans import TimeKind, shares, time_kind
from dashboard.domain.incidents.week import BY_SLUG, minute_of
from dashboard.questions.disclosed import disclosed
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.incidents.setting import ends_of, spans_of
from dashboard.reports.pages.street.when import When, when
from dashboard.reports.words.titles import fits
from data.sample.incidents import StreetFiles
from data.sample.lists import OFFENCES, VIOLENCE, Happened, happened
from data.sample.places import neighbourhoods
from data.sample.shapes import polygons

HOME = "partnership=sampleshire"
QUARTER = ("2026-07", "2026-08", "2026-09")


@pytest.fixture(scope="module")
def rows() -> tuple[Happened, ...]:
    places = neighbourhoods()
    return tuple(happened(StreetFiles(places, polygons()), places))


def of_quarter(rows: tuple[Happened, ...]) -> Iterator[Happened]:
    return (item for item in rows if f"{item.day:%Y-%m}" in QUARTER)


def kind(item: Happened) -> TimeKind:
    start, end = (minute_of(moment) if moment else None for moment in (item.start, item.end))
    return time_kind(start, end)


def cells(rows: Iterator[Happened], keep: Callable[[Happened], bool] = lambda _: True) -> Counter[int]:
    """Exact shares of every incident that tells an hour, by hour of the week."""
    found: Counter[int] = Counter()
    for item in rows:
        if keep(item) and item.start and item.end and kind(item) in (TimeKind.EXACT, TimeKind.SPREAD):
            for cell, share in shares(minute_of(item.start), minute_of(item.end)).items():
                found[cell] += share  # type: ignore[assignment]
    return found


def shown(desk: Desk, search: str) -> When:
    return desk.show(when, search, shows_street_places=True)


def test_the_title_counts_the_busiest_four_hours(desk: Desk, rows: tuple[Happened, ...]) -> None:
    report = shown(desk, HOME)
    found = cells(of_quarter(rows))
    held = {slug: sum(found[cell] for cell in band.cells) for slug, band in BY_SLUG.items()}
    busiest = max(held, key=lambda slug: held[slug])
    share = Fraction(held[busiest]) / Fraction(sum(found.values()))
    assert report.band == BY_SLUG[busiest]
    assert report.title == (
        f"{BY_SLUG[busiest].label} holds {float(share * 100):.1f}% of listed incidents in Sampleshire"
    )
    counted = f"{round(held[busiest])} of {int(sum(found.values())):,} incidents that tell an hour"
    spread = f"on 2.4% of the hours of a week, {float(share * 42):.1f} times an even spread."
    assert report.lede.startswith(f"{BY_SLUG[busiest].label}: {counted}, {spread}")


def test_what_tells_no_hour_is_counted_beside(desk: Desk, rows: tuple[Happened, ...]) -> None:
    report, kinds = shown(desk, HOME), Counter(map(kind, of_quarter(rows)))
    assert (report.hours.unknown, report.hours.spread_wide) == (kinds[TimeKind.UNKNOWN], kinds[TimeKind.LONG])
    assert report.hours.total == kinds.total()
    assert f"{kinds[TimeKind.UNKNOWN]} tell no time and {kinds[TimeKind.LONG]} are spread" in report.lede


def test_every_hour_is_what_its_rows_say(desk: Desk, rows: tuple[Happened, ...]) -> None:
    report, found = shown(desk, HOME), cells(of_quarter(rows))
    assert [round(float(report.hours.at(cell)), 3) for cell in range(168)] == [
        round(float(found[cell]), 3) for cell in range(168)
    ]
    table = next(item for item in report.tables if item.name == "hours")
    assert len(table.rows) == 168
    assert sum(float(str(row["share_pct"])) for row in table.rows) == pytest.approx(100, abs=0.5)


def test_a_type_and_hours_are_the_ordinary_filters(desk: Desk, rows: tuple[Happened, ...]) -> None:
    report = shown(desk, f"{HOME}&crime=violence-and-sexual-offences&hours=sat-22")
    found = cells(of_quarter(rows), lambda item: item.offence == OFFENCES[VIOLENCE].words)
    held = sum(found[cell] for cell in BY_SLUG["sat-22"].cells)
    assert round(report.hours.of(BY_SLUG["sat-22"])) == held
    assert report.title.startswith("Saturday 22:00 to 02:00 holds ")
    assert report.title.endswith("% of violence and sexual offences")
    assert [item.name for item in report.types] == ["Violence and sexual offences"]


def test_each_door_leads_to_the_number_that_it_stands_on(desk: Desk) -> None:
    report = shown(desk, f"{HOME}&hours=fri-22")
    for item in report.types:
        inside = shown(desk, f"{HOME}&hours=fri-22&crime={item.key}")
        assert inside.hours.of(BY_SLUG["fri-22"]) == item.in_band
    for item in report.areas:
        inside = shown(desk, f"{HOME}&hours=fri-22&area={item.key}")
        assert (inside.hours.of(BY_SLUG["fri-22"]), inside.hours.timed) == (item.in_band, item.timed)
    assert sum(item.in_band for item in report.areas) == report.hours.of(BY_SLUG["fri-22"])


def test_other_months_are_a_click_away(desk: Desk) -> None:
    report = shown(desk, HOME)
    assert report.view is not None
    for words, span in spans_of(report.view):
        first, last = ends_of(span)
        inside = shown(desk, f"{HOME}&from={first.slug}&to={last.slug}")
        assert inside.view is not None
        assert inside.view.span == span, words
    assert shown(desk, f"{HOME}&from=2025-M04&to=2026-M09").hours.total == 16_575


def test_months_that_no_list_covers_are_said(desk: Desk) -> None:
    report = shown(desk, f"{HOME}&period=2023-24")
    assert report.lede.startswith("No list covers the months asked for: Oct 2025 to Sep 2026 is shown.")


@pytest.mark.parametrize("partnership", ["warwickshire", "derby", "staffordshire", "south-staffordshire", "shropshire"])
def test_without_a_list_the_page_says_what_to_load(desk: Desk, partnership: str) -> None:
    known = desk.choices().names
    if partnership in known:
        report = shown(desk, f"partnership={partnership}")
        assert report.title == f"No incident list is loaded for {known[partnership]}"
        assert report.elsewhere == "load"
        assert desk.choices().of(partnership).lists is None


def test_hours_that_are_none_are_said(desk: Desk) -> None:
    _, problems = desk.nearest(f"{HOME}&hours=fri-23", shows_street_places=True)
    assert problems == ("'fri-23' names no four hours of the week such as fri-22.",)


def test_others_see_multiples_of_five_everywhere(store: Store) -> None:
    room = Desk(disclosed(store, NONE))
    for more in ("", "&area=quenbury", "&crime=burglary", "&hours=fri-22&area=X01000007"):
        report = shown(room, HOME + more)
        numbers = [*report.hours.cells, *report.hours.bands, *report.hours.days]
        assert {number % 5_000_000 for number in numbers} == {0}
        parts = [*report.types, *report.areas, *report.months]
        assert {item.in_band % 5 for item in parts} | {item.timed % 5 for item in parts} <= {0}
        counts = [row["incidents"] for table in report.tables for row in table.rows]
        assert {int(str(number).split(".")[0]) % 5 for number in counts} <= {0}
        assert "holds about" in report.title or "No hour" in report.title or "No " in report.title
        assert any("rounded to 5" in line for line in report.notes)
        assert fits(report.title)
