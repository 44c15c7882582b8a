"""Proves that risks, meetings, campaigns, priorities, ranks and own categories are answered from loaded files."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.data.own.typed import load, text_file, wish

CASE = "Ref,Risk,Impact,Likelihood,Controls,Residual,Lead"
CATEGORIES = (
    "Category,Order,Parent,Indicators,Crime types",
    "Night-time violence,1,,NI 15,Violence and sexual offences",
    "Homes,2,,,Burglary; Vehicle crime",
    "Burglary of homes,3,Homes,NI 16,",
)


def test_a_risk_has_its_scores_as_numbers_and_what_is_no_number_as_words(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(
        tmp_path, "risks.csv", CASE, "R1,Reduced funding,3,4,Monitored,9,Lead officer", "R2,Flood,High,4,,,"
    )
    summary = load(quick_engine, file)
    assert "Scores that are no number are kept as words: 1, the first “High”." in summary.files[0].said
    first, second = SqlStore(quick_engine).risks(Scope("warwickshire"))
    assert (first.impact, first.likelihood, first.residual, first.rating) == (3, 4, 9, None)
    assert (second.impact, dict(second.cells)["impact"], second.residual) == (None, "High", None)
    assert first.key == "r1"


def test_a_register_in_two_groups_has_residual_impact_and_likelihood(quick_engine: Engine, tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    sheet.append(["Risk register 2026"])
    sheet.append(["", "", "Inherent", "", "", "Residual", "", "Review"])
    sheet.append(["Ref", "Risk", "Impact", "Likelihood", "Controls", "Impact", "Likelihood", "Next review"])
    sheet.append(["R1", "Reduced funding", 5, 4, "Reserve", 3, 2, "30/06/2026"])
    made.save(tmp_path / "risks.xlsx")
    load(quick_engine, tmp_path / "risks.xlsx")
    [found] = SqlStore(quick_engine).risks(Scope("warwickshire"))
    assert (found.impact, found.likelihood) == (5, 4)
    assert (found.residual_impact, found.residual_likelihood) == (3, 2)
    assert found.review_date == date(2026, 6, 30)
    assert found.source.place == "risks.xlsx · Sheet · B4"


def test_meetings_have_their_campaigns_and_others_stand_alone(quick_engine: Engine, tmp_path: Path) -> None:
    book = Workbook()
    meetings, campaigns = book.active, book.create_sheet("Campaigns")
    meetings.append(["Meeting", "Date", "Time", "Venue", "Chair"])
    meetings.append(["Strategy Group", "12/05/2026", "10:00", "Shire Hall", "Chair of the group"])
    campaigns.append(["Campaign", "Start", "End", "Lead", "Measure", "Meeting"])
    campaigns.append(["Safer nights", "01/06/2026", "30/06/2026", "Police", "NI 15", "12/05/2026"])
    campaigns.append(["Light nights", "October 2026", "October 2026", "Council", "", ""])
    book.save(tmp_path / "calendar.xlsx")
    load(quick_engine, tmp_path / "calendar.xlsx")
    store = SqlStore(quick_engine)
    [meeting] = store.meetings("warwickshire")
    assert (meeting.key, meeting.date, meeting.place) == ("2026-05-12-strategy-group", date(2026, 5, 12), "Shire Hall")
    [listed] = meeting.campaigns
    assert (listed.text, listed.indicators, listed.ends) == ("Safer nights", ("warwickshire/ni-15",), date(2026, 6, 30))
    first, alone = store.campaigns("warwickshire")
    assert (first.meeting, alone.meeting) == (meeting.key, "")
    assert (alone.starts, alone.ends) == (date(2026, 10, 1), date(2026, 10, 31))


def test_ranks_follow_their_percentages_where_no_rank_is_given(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(
        *(tmp_path, "survey.csv", "Survey,Area,Round,Concern,%"),
        *("Residents,Rugby,2024/25,Litter,20", "Residents,Rugby,2024/25,Speeding,45%", "Residents,,2024/25,Noise,3"),
    )
    load(quick_engine, file)
    found = {item.source.text: item for item in SqlStore(quick_engine).survey_ranks("warwickshire")}
    assert [found[name].rank for name in ("Speeding", "Litter", "Noise")] == [1, 2, 1]
    assert found["Litter"].percent == Decimal(20)
    assert (found["Litter"].area, found["Noise"].area) == ("warwickshire/rugby", "warwickshire")
    assert found["Litter"].period == "2024-25"


def test_priorities_stand_beside_those_of_the_document(quick_engine: Engine, tmp_path: Path) -> None:
    before = len(SqlStore(quick_engine).priorities("warwickshire"))
    load(
        quick_engine,
        text_file(tmp_path, "p.csv", "Priority,Objective,Category", "Knife crime,Fewer wounded,Violent crime"),
    )
    found = SqlStore(quick_engine).priorities("warwickshire")
    assert (len(found), found[-1].text, found[-1].categories) == (before + 1, "Knife crime", ("violent-crime",))


def test_own_categories_are_the_words_of_the_partnership_and_hold_what_they_list(
    quick_engine: Engine, tmp_path: Path
) -> None:
    load(quick_engine, text_file(tmp_path, "categories.csv", *CATEGORIES))
    store = SqlStore(quick_engine)
    night, homes, burglary = store.lens("warwickshire")
    assert (night.wording, night.category) == ("Night-time violence", "warwickshire-night-time-violence")
    tree = store.categories()
    assert tree.crimes_within(homes.category) == {"burglary", "vehicle-crime"}
    assert {burglary.category, "vehicle-crime", "theft-from-vehicle"} <= tree.within(homes.category)
    assert "acquisitive-crime" not in tree.within(homes.category)
    held = store.indicators(Scope("warwickshire", categories=tree.within(homes.category)))
    assert "warwickshire/ni-16" in {item.id for item in held}
    assert store.lens("derby") == SqlStore(quick_engine).as_at(date(2020, 1, 1)).lens("derby")


def test_a_category_in_a_ring_stands_at_the_top(quick_engine: Engine, tmp_path: Path) -> None:
    load(
        quick_engine,
        text_file(tmp_path, "c.csv", "Category,Order,Parent", "A one,1,B two", "B two,2,A one"),
        wish=wish("derby"),
    )
    tree = SqlStore(quick_engine).categories()
    assert [row.parent for row in tree.categories if row.home == "derby"] == ["", ""]


def test_actions_are_found_in_the_own_category_that_they_name(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "categories.csv", *CATEGORIES))
    load(quick_engine, text_file(tmp_path, "plan.csv", "Action,Lead,Category", "Patrols,Police,Night-time violence"))
    scope = Scope("warwickshire", categories=frozenset({"warwickshire-night-time-violence"}))
    assert [item.action for item in SqlStore(quick_engine).actions(scope)] == ["Patrols"]


def test_the_category_column_of_figures_leads_to_an_own_category_while_there_is_one(
    quick_engine: Engine, tmp_path: Path
) -> None:
    load(quick_engine, text_file(tmp_path, "categories.csv", *CATEGORIES))
    file = text_file(tmp_path, "figures.csv", "Indicator,Category,2024/25,2025/26", "Bike theft,Homes,40,36")
    load(quick_engine, file)

    def category() -> str:
        found = SqlStore(quick_engine).indicators(Scope("warwickshire"))
        return next(item.category for item in found if item.name == "Bike theft")

    assert category() == "warwickshire-homes"
    load(quick_engine, text_file(tmp_path, "categories.csv", *CATEGORIES[:2]), wish=wish(withdraw=True))
    assert category() == "not-categorised"
