"""Scrutiny says line by line what a committee watches, and how the indicators that a line is about stand."""

from dashboard.reports.desk import Desk
from dashboard.reports.pages.scrutiny import MISSED, ScrutinyPage, Watched, scrutiny

WARWICKSHIRE = "partnership=warwickshire&period=2010-11"


def line(found: ScrutinyPage, words: str) -> Watched:
    return next(item for at in found.committees for item in at.lines if item.words == words)


def slugs(item: Watched) -> list[str]:
    return [at.indicator.slug for at in item.items]


def test_each_level_of_the_document_is_a_committee_with_its_lines(desk: Desk) -> None:
    found = desk.show(scrutiny, WARWICKSHIRE)
    assert [(item.name, len(item.lines)) for item in found.committees] == [
        ("County scrutiny", 17),
        ("District scrutiny", 11),
    ]
    assert found.title == "For scrutiny: one target missed in 2010/11"


def test_a_line_has_the_indicators_of_what_its_words_name_the_worst_first(desk: Desk) -> None:
    found = desk.show(scrutiny, WARWICKSHIRE)
    assert "ni-47" in slugs(line(found, "Road Safety"))
    assert slugs(line(found, "Drug and alcohol strategy and commissioning"))[0] == "ni-40"
    assert slugs(line(found, "Trading Standards")) == []


def test_a_line_lies_as_deep_as_the_lines_that_it_is_a_part_of(desk: Desk) -> None:
    found = desk.show(scrutiny, WARWICKSHIRE)
    services = line(found, "The contribution of several County level services, including:")
    assert (services.depth, services.is_heading) == (1, True)
    assert (line(found, "Road Safety").depth, line(found, "Road Safety").is_heading) == (2, False)
    rows = next(table.rows for table in found.tables if table.name == "scrutiny")
    road = next(row for row in rows if row["watches"] == "Road Safety")
    assert road["part_of"] == services.words


def test_who_watches_the_performance_reports_watches_every_figure(desk: Desk) -> None:
    found = desk.show(scrutiny, WARWICKSHIRE)
    first = found.committees[0].lines[0]
    assert first.is_everything
    assert first.items == found.every
    assert found.unwatched == ()


def test_where_no_document_says_who_watches_figures_stand_by_category(desk: Desk) -> None:
    found = desk.show(scrutiny, "partnership=sampleshire&period=2025-26")
    [committee] = found.committees
    assert [item.source for item in committee.lines] == [None] * len(committee.lines)
    assert found.lede.startswith("No document of Sampleshire says which committee watches what")
    assert set(committee.items) == set(found.every)


def test_a_missed_target_of_which_nobody_said_why_is_an_exception(desk: Desk) -> None:
    found = desk.show(scrutiny, WARWICKSHIRE)
    assert [item.indicator.slug for item in found.unsaid] == ["ni-15"]


def test_without_a_figure_it_says_so(desk: Desk) -> None:
    assert desk.show(scrutiny, "partnership=derby").empty == "Derby has no figures for 2003/04."


def test_a_year_in_progress_says_what_will_probably_be_missed(desk: Desk) -> None:
    found = desk.show(scrutiny, "partnership=sampleshire&period=2026-27")
    expected = {
        at.indicator.name for at in found.every if at.year_forecast and at.year_forecast.likely_outcome is MISSED
    }
    assert expected
    assert all(name in found.lede for name in expected)
    [table] = [table for table in found.tables if table.name == "forecast"]
    assert expected <= {str(row["indicator"]) for row in table.rows}
    over = desk.show(scrutiny, WARWICKSHIRE)
    assert "probably" not in over.lede
