"""Proves that the lines of a plan are read as they are laid out: bands, merged cells, words that go on, tables."""

import pytest

from dashboard.domain.errors import RefusedFile
from data.sources.containers.book_cells import MERGED
from data.sources.plans.plan_tables import read, recognises
from tests.data.sources.plans.plans import ACTIONS, fields, grid, lines_of, parcel


def test_every_cell_of_a_line_is_kept_with_its_place() -> None:
    [line] = lines_of(ACTIONS, "Target hot-spots,Chief Inspector,31/03/2012,Hot-spots identified,On track")
    assert (line["what"], line["line"]) == ("action", 2)
    assert line["fields"]["due"] == "31/03/2012"
    assert line["cells"]["due"] == "line 2, field 3"


def test_an_objective_is_said_once_for_the_lines_under_it() -> None:
    found = fields("Objective,Action,Lead", "Violence,Patrols,Police", ",Training,Council", "Burglary,Gates,Housing")
    assert [line["objective"] for line in found] == ["Violence", "Violence", "Burglary"]


def test_a_title_or_a_band_that_is_worded_like_an_objective_is_one() -> None:
    found = fields("Objective 3 Reduce violence in the city", "Action,Manager,Timescale", "Options,C/Insp,July 2003",
                   "Objective 4 Encourage reporting,,", "Leaflets,YOS,Aug 2003")  # fmt: skip
    assert [line["objective"] for line in found] == [
        "Objective 3 Reduce violence in the city",
        "Objective 4 Encourage reporting",
    ]


def test_the_name_of_a_plan_is_no_objective() -> None:
    [found] = fields("7. ACTION PLAN & DELIVERY PROGRESS", "Action,Lead", "Patrols,Police")
    assert "objective" not in found


def test_a_number_before_an_action_is_its_reference_and_the_line_above_it_the_objective() -> None:
    first, second = fields("Actions,Lead", "Tackle violence\\n7.1 Target hot-spots,ACC", "7.2 Target streets,ACC")
    assert first == {"ref": "7.1", "action": "Target hot-spots", "objective": "Tackle violence", "lead": "ACC"}
    assert second == {"ref": "7.2", "action": "Target streets", "lead": "ACC"}


def test_measure_and_progress_of_one_cell_are_taken_apart() -> None:
    heading = "Actions,Delivery Progress Measure (M) – Performance (P)"
    [line] = lines_of(heading, "Patrols,M – Hot-spots found\\nP – All achieved")
    assert (line["fields"]["measure"], line["fields"]["progress"]) == ("Hot-spots found", "All achieved")
    assert line["cells"]["progress"] == "line 2, field 2"
    [alone] = fields(heading, "Patrols,Hot-spots found")
    assert alone["measure"] == "Hot-spots found"


def test_an_outcome_says_by_when_where_no_column_does() -> None:
    [line] = fields("Action,Lead Partner,Output / Outcome", "Gates,Police,Fewer burglaries by March 2011.")
    assert line["due"] == "by March 2011"
    [other] = fields("Action,Due,Outcome", "Gates,,Fewer by March 2011.")
    assert "due" not in other


def test_a_row_of_progress_alone_goes_on_the_line_above() -> None:
    [line] = fields(ACTIONS, "Patrols,Police,May 2012,Fewer,Begun", ",,,,Second cohort booked")
    assert line["progress"] == "Begun\nSecond cohort booked"


def test_a_merged_cell_says_the_same_of_each_line() -> None:
    made = grid("Action,Lead,Due", "Patrols,Police,May 2012", "Training,,June 2012")
    made.faults[2, 1] = MERGED
    [found] = read(made)
    assert [line["fields"]["lead"] for line in found.plan] == ["Police", "Police"]


def test_a_line_that_names_nothing_is_rejected() -> None:
    found = parcel("Action,Lead,Status", "Patrols,Police,Green", ",,Green")
    assert found.rules == {"plan-unnamed": 1}
    assert len(found.plan) == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("x" * 4001, "words-long"),
        ("Patrols \u202egnp", "words-hidden"),
        ("Pat\x07rols", "words-hidden"),
    ],
)
def test_words_too_long_or_hidden_are_rejected_with_the_reason(text: str, rule: str) -> None:
    assert parcel("Action,Lead", f"{text},Police", "Gates,Council").rules == {rule: 1}


@pytest.mark.parametrize("text", ["=1+1", "<b>Patrols</b>", "Gates 🚓", "إجراء", "x" * 4000, "\u200fPatrols"])
def test_whatever_can_be_read_is_kept_as_it_is(text: str) -> None:
    assert fields("Action,Lead", f"{text},Police")[0]["action"] == text.strip()


def test_a_lead_is_a_name_and_no_essay() -> None:
    assert parcel("Action,Lead", f"Gates,{'x' * 201}", "Gates,Police").rules == {"words-unreadable": 1}


def test_columns_that_are_no_part_of_a_plan_are_said() -> None:
    found = parcel("Action,Lead,Colour of folder", "Patrols,Police,Blue", "Source: the county council,,")
    assert sorted(found.remarks) == [
        "Columns that are not part of a plan were left out: Colour of folder.",
        "Not part of a table: “Source: the county council”.",
    ]


def test_a_heading_without_lines_is_refused() -> None:
    with pytest.raises(RefusedFile, match="has a heading and no rows under it"):
        parcel("Action,Lead")


def test_a_row_longer_than_its_heading_is_rejected() -> None:
    assert parcel("Action,Lead", "Patrols, police,Police", "Gates,Council").rules == {"row-fields": 1}


def test_a_planner_lists_campaigns_with_the_days_in_their_words() -> None:
    cell = "-Doorstep Crime\\n-10/3/11 PACT meeting\\n-11/3 Slippers\\n-Course commences 16/3/11"
    lines = lines_of(
        "JOG Meeting Date|Current Campaigns|Planned Future Activity|Lead",
        f"8 th March 2011|{cell}|-Holidays 8/4/11 – 26/4/11\\nFor May:\\nEnd of exams|Gecko",
        divider="|",
    )
    meeting, *campaigns = lines
    assert {name: text for name, text in meeting["fields"].items() if text} == {
        "date": "8 th March 2011",
        "lead": "Gecko",
    }
    names = ("campaign", "kind", "starts", "ends")
    said = [tuple(line["fields"].get(name) for name in names) for line in campaigns]
    assert said == [
        ("Doorstep Crime", "current", None, None),
        ("10/3/11 PACT meeting", "current", "10/3/11", "10/3/11"),
        ("11/3 Slippers", "current", "11/3/2011", "11/3/2011"),
        ("Course commences 16/3/11", "current", "16/3/11", None),
        ("Holidays 8/4/11 – 26/4/11", "planned", "8/4/11", "26/4/11"),
        ("For May: End of exams", "planned", None, None),
    ]
    assert campaigns[4]["cells"]["campaign"] == "line 2, field 3"


def test_concerns_across_are_ranks_of_their_area_or_round() -> None:
    lines = lines_of(
        "PACT meetings", "Rank,North,South,2009", "1,Speeding,Litter (12%),Burglary", "2,Parking,Noise,Speeding"
    )
    assert [(line["fields"]["rank"], line["fields"]["concern"]) for line in lines[:2]] == [
        ("1", "Speeding"),
        ("1", "Litter"),
    ]
    assert lines[0]["fields"]["survey"] == "PACT meetings"
    assert (lines[1]["fields"]["group"], lines[1]["fields"]["percent"]) == ("South", "12")
    assert lines[2]["fields"]["period"] == "2009"
    assert len(lines) == 6


def test_numbered_words_without_a_survey_over_them_are_no_ranks() -> None:
    assert not recognises(grid("Staff", ",Name,Room", "1,Ann,Two", "2,Bea,Three"))


def test_several_tables_of_one_sheet_are_read_each_by_its_heading() -> None:
    lines = lines_of("Action,Lead", "Patrols,Police", "Risk,Impact,Likelihood", "Funding,3,4")
    assert [line["what"] for line in lines] == ["action", "risk"]
