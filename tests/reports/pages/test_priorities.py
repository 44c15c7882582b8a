"""The strategic assessment scores and ranks what the documents and street-level crime hold, and nothing else."""

from dataclasses import replace

import pytest

from dashboard.domain.doors import Door
from dashboard.domain.priorities.criteria import Criterion
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.slides import slide_of
from dashboard.reports.packs.sections import sections_of
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.priorities import PrioritiesPage, priorities
from dashboard.reports.priorities.assessment import AssessedRow
from tests.reports.sentences import unfounded
from tests.views import whole_views

SAMPLE, SOUTH = "partnership=sampleshire", "partnership=south-staffordshire"


def row(found: PrioritiesPage, category: str) -> AssessedRow:
    return next(item for item in found.rows if item.own.category == category)


def said(found: AssessedRow, criterion: Criterion) -> tuple[int | None, str, str, str]:
    cell = found.cell(criterion)
    return cell.score, cell.text, cell.detail, cell.why


def test_a_district_is_scored_by_the_counts_of_its_document(desk: Desk) -> None:
    found = desk.show(priorities, SOUTH)
    assert found.title == "Four of 14 categories can be scored, on thin evidence"
    first = row(found, "acquisitive-crime")
    assert said(first, Criterion.VOLUME) == (5, "1,085", "20.6% of all counted, 2009/10", "")
    assert said(first, Criterion.CHANGE)[:3] == (2, "−10.9%", "from 1,218: over 99% sure that it fell")
    assert said(first, Criterion.TREND)[:3] == (3, "−1.1% a year", "1,111 → 1,218 → 1,085")
    assert [(item.rank_words, item.own.wording) for item in found.scored] == [
        ("1", "Acquisitive Crime (domestic burglary and vehicle crime)"),
        ("=2", "Violent Crime"),
        ("=2", "Road Safety"),
        ("4", "Anti-Social Behaviour"),
    ]


def test_what_counts_people_in_another_year_has_no_share_of_incidents(desk: Desk) -> None:
    roads = row(desk.show(priorities, SOUTH), "road-safety")
    assert said(roads, Criterion.VOLUME) == (None, "48", "people, 2009", "it counts people, not incidents")
    assert said(roads, Criterion.CHANGE)[:3] == (3, "−11.1%", "from 54: 72% sure that it fell")


def test_a_category_of_which_nothing_is_counted_says_why_and_has_no_score(desk: Desk) -> None:
    found = desk.show(priorities, "partnership=warwickshire")
    alcohol = row(found, "alcohol")
    assert (alcohol.rank, alcohol.total.score) == (None, None)
    assert said(alcohol, Criterion.VOLUME) == (None, "", "", "none of its indicators counts incidents")
    asb = row(found, "anti-social-behaviour")
    assert said(asb, Criterion.CHANGE)[3] == "no figure of 2009/10 that it can be compared with"
    derby = desk.show(priorities, "partnership=derby")
    assert derby.title == "No category of Derby can be scored yet"
    assert derby.scored == ()


def test_residents_of_shropshire_rank_speeding_first(desk: Desk) -> None:
    found = desk.show(priorities, "partnership=shropshire")
    assert found.title == "All nine categories can be scored, on thin evidence"
    speeding, drink = row(found, "road-safety"), row(found, "substance-misuse")
    assert said(speeding, Criterion.CONCERN)[:2] == (5, "ranked 1")
    assert said(drink, Criterion.CONCERN)[2] == (
        "West Mercia Police Community Survey, Q1 2009/10: “Under Age Drinking”, as before"
    )
    assert said(row(found, "criminal-damage"), Criterion.CONCERN)[:2] == (1, "not named")
    assert speeding.cell(Criterion.CONCERN).cells[0].place == "Table 1 · 1 · Shropshire"


def test_the_invented_county_is_ranked_with_what_its_group_typed_and_chose(desk: Desk) -> None:
    found = desk.show(priorities, SAMPLE)
    assert found.title == "Violent crime ranks first of eight categories"
    assert [(item.rank_words, item.own.category, item.last) for item in found.rows][:5] == [
        ("1", "violent-crime", "1"),
        ("2", "acquisitive-crime", "2"),
        ("3", "business-crime", "=4"),
        ("4", "anti-social-behaviour", "3"),
        ("5", "criminal-damage", "=4"),
    ]
    first = found.rows[0]
    assert first.sure is not None
    assert first.sure.of(1) > 0.95
    assert (first.total.counted, first.total.of, str(first.evidence)) == (6, 7, "strong")
    departing = [item.own.category for item in found.rows if item.departs]
    assert departing == ["business-crime", "anti-social-behaviour", "other-crime"]
    assert "The group chose otherwise for Business crime, Anti-social behaviour and Other crime." in found.lede
    assert [item.words for item in found.saved] == ["Harm first"]


def test_the_title_and_the_lede_are_counted_again_from_the_rows(desk: Desk) -> None:
    for query in (SAMPLE, SOUTH, "partnership=shropshire", f"{SAMPLE}&area=marlhaven"):
        found = desk.show(priorities, query)
        rows = list(found.tables[0].rows)
        scored = [item for item in rows if item["score"] is not None]
        assert len(scored) == len(found.scored)
        firsts = [item["category"] for item in rows if item["rank_year_before"] == 1]
        assert f"A year before, {' and '.join(map(str, firsts))} ranked first." in found.lede
        for item in scored:
            parts = [cell for cell in found.tables[1].rows if cell["category"] == item["category"]]
            assert sum(float(str(cell["adds"] or 0)) for cell in parts) == pytest.approx(float(str(item["score"])))


ALONE = {column: "".join(f"&weights={item}:0" for item in Criterion if item is not column) for column in Criterion}


@pytest.mark.parametrize(
    ("query", "title", "said"),
    [
        (
            f"{SOUTH}{ALONE[Criterion.VOLUME]}",
            "Two share first place",
            "3 of 14 categories are scored, by 1 of 1 column.",
        ),
        (f"{SOUTH}{ALONE[Criterion.TREND]}", "Three share first place", "4 of 14 categories are scored,"),
        (f"{SAMPLE}{ALONE[Criterion.CHANGE]}", "Business crime ranks first of eight categories", "All 8 categories"),
        (f"{SAMPLE}&period=2026-27{ALONE[Criterion.CHANGE]}", "Six share first place", "are scored, by 1 of 1 column."),
        (
            f"{SAMPLE}{ALONE[Criterion.INFLUENCE]}",
            "Anti-social behaviour and Business crime share first place of eight categories",
            "All 8 categories are scored, by 1 of 1 column.",
        ),
    ],
)
def test_under_other_weights_each_number_said_is_counted_again(desk: Desk, query: str, title: str, said: str) -> None:
    found = desk.show(priorities, query)
    assert found.title == title
    assert said in found.lede
    assert not unfounded(found, f"{found.title}. {found.lede}")


def test_a_door_leads_to_the_count_that_it_stands_on(desk: Desk) -> None:
    for found in desk.show(priorities, SAMPLE).rows[:3]:
        door = found.counted.volume_door
        assert isinstance(door, Door)
        rows = desk.report(drill_down_file, door.filters).tables[0].rows
        for label, count in (("2025/26", found.counted.now), ("2024/25", found.counted.before)):
            assert sum(int(str(item["count"])) for item in rows if item["period"] == label) == count


def test_weights_change_the_ranking_and_stand_in_the_lede(desk: Desk) -> None:
    found = desk.show(priorities, f"{SAMPLE}&weights=harm:0&weights=influence:0")
    assert "Weights other than usual: harm 0 and influence 0." in found.lede
    assert found.rows[0].own.category == "business-crime"
    assert found.rows[0].total.of == 5
    none = "&".join(f"weights={item}:0" for item in Criterion)
    assert desk.show(priorities, f"{SAMPLE}&{none}").title == "No category of Sampleshire can be scored yet"


def test_a_county_is_put_together_of_its_districts(desk: Desk) -> None:
    found = desk.show(priorities, "partnership=staffordshire")
    assert [item.name for item in found.county.districts] == ["South Staffordshire"]
    [violence] = found.county.rows
    assert (violence.own.wording, violence.made.counted, violence.made.of) == ("Serious Violent Crime", 1, 1)
    assert violence.made.score == row(desk.show(priorities, SOUTH), "violent-crime").total.score
    localities = desk.show(priorities, SAMPLE).county
    assert len(localities.districts) == 5
    assert all(item.made.by_people for item in localities.rows)


def test_the_span_is_the_year_asked_for_or_the_newest_twelve_months(desk: Desk) -> None:
    assert desk.show(priorities, f"{SAMPLE}&period=2024-25").place == "Sampleshire · 2024/25"
    assert desk.show(priorities, f"{SAMPLE}&period=2026-27").place == "Sampleshire · Oct 2025 to Sep 2026"
    first = desk.show(priorities, f"{SAMPLE}&period=2023-24").rows[0]
    assert first.cell(Criterion.TREND).why == "needs three times 12 months"


def test_an_earlier_day_knows_what_was_written_by_then(desk: Desk) -> None:
    found = desk.show(priorities, f"{SAMPLE}&as-at=2026-06-20")
    assert not any(item.choice for item in found.rows)
    assert found.rows[0].cell(Criterion.HARM).score is not None


def test_each_view_has_papers_and_a_slide(desk: Desk) -> None:
    for query in whole_views(desk)[::7]:
        found = desk.show(priorities, query)
        sections = sections_of(found)
        assert sections[0].title == found.title
        assert all(
            len(cells) == len(table.columns) for part in sections for table in part.tables for cells in table.rows
        )
        assert slide_of(replace(found)).title == found.title
