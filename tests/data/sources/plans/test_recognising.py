"""Proves which tables are plans, by whatever words they are headed, and that figures never are."""

import pytest

from data.sources.plans.plan_tables import recognises
from data.sources.plans.recognising import headings
from tests.data.sources.plans.plans import grid


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Action,Lead,Due,Measure,Progress", "action"),
        (
            "Actions,Completion Date,Lead Officer,Delivery Progress Measure (M) – Performance (P)",
            "action",
        ),
        ("Action,Manager,Timescale,Resources,Evaluation Criteria,Desired Outcome", "action"),
        (
            "Theme,Action,Lead Partner / Partnership,Supporting Partners,Output / Outcome,N.I.",
            "action",
        ),
        ("Key area of business,Monitoring", "action"),
        ("Ref,What will we do?,By whom,By when,BRAG", "action"),
        ("No.,Priority,Key Actions,Owner,Target Date,RAG status,Comments", "action"),
        ("Task,Responsible,Deadline,Status", "action"),
        ("ACTION,LEAD,DUE", "action"),
        ("Meeting date,Action,Owner,Due,Status", "action"),
        ("Action,Lead,Q1 update,Q2 update,RAG", "action"),
        ("Ref,Risk,Impact,Likelihood,Controls,Residual,Lead", "risk"),
        (
            "Ref,Type,Risk,Rating,Impact,Likelihood,Controls,Further Actions / Progress,Residual Risk,Lead",
            "risk",
        ),
        ("Risk description,Gross impact,Gross likelihood,Gross score,Mitigation,Net impact,Net likelihood", "risk"),
        ("Risk,Severity (1-5),Probability (1-5),Score,Owner", "risk"),
        ("Risk No,Risk,Inherent Score,Existing controls,Current Score,Review date", "risk"),
        ("JOG Meeting Date,Current Campaigns,Planned Future Activity,Lead", "meeting"),
        ("Meeting,Date,Time,Venue,Chair", "meeting"),
        ("Date of meeting,Venue", "meeting"),
        ("Date,Board,Time", "meeting"),
        ("Campaign,Start date,End date,Lead,Measure", "campaign"),
        ("Priority,Objective,Category", "priority"),
        ("Survey,Area,Round,Rank,Concern,%", "rank"),
        ("Issue,Ranking,Locality", "rank"),
        ("Category,Order,Parent,Indicators,Crime types", "category"),
    ],
)
def test_a_plan_is_told_by_its_headings(heading: str, kind: str) -> None:
    assert [item.kind for item in headings(grid("A title", heading))] == [kind]


@pytest.mark.parametrize(
    "lines",
    [
        ("Indicator,Period,Actual,Target", "Burglary,2010/11,4,5"),
        ("Indicator,2010/11 Target,2010/11 Actual,Action,Lead", "Burglary,5,4,Patrols,Inspector"),
        ("Indicator,Q1,Q2,Actions,Lead,RAG", "Burglary,4,5,Patrols,Inspector,Green"),
        ("Action,Measure,Period,Actual,Target,Lead", "Patrols,Burglary,2010/11,4,5,Inspector"),
        ("Priority,Indicator,Objective,2010/11", "Violence,Assaults,Fewer,12"),
        ("Indicator,Polarity,Category,Part of", "Burglary,lower,acquisitive-crime,"),
        ("Month,Burglary,Robbery", "Apr 2010,4,5"),
        ("District,2009/10,2010/11", "Rugby,4,5"),
        ("Ward,Risk,2010/11", "Benn,High,5"),
        ("Risk,2009/10,2010/11", "Burglary,4,5"),
        ("What,When,Value", "Burglary,Apr 2010,5"),
        ("Activity,Lead", "Patrols,Inspector"),
        ("Group,Date,Value", "Adults,2010-04-01,5"),
        ("Category,Indicator", "Violence,Assaults"),
        ("Set,From,Area code,Similar area code", "A,2024-04-01,E07000218,E07000219"),
        ("Name,Code", "Rugby,E07000220"),
        ("",),
    ],
)
def test_a_table_of_figures_or_names_is_no_plan(lines: tuple[str, ...]) -> None:
    assert not recognises(grid(*lines))


def test_a_heading_far_below_other_words_is_none() -> None:
    assert not recognises(grid(*["words"] * 40, "Action,Lead,Due"))


def test_scores_under_two_groups_are_inherent_and_residual() -> None:
    [found] = headings(
        grid(",,Inherent risk,,,,Residual risk,,", "Ref,Risk,Impact,Likelihood,Score,Controls,Impact,Likelihood,Score")
    )
    at = {name: column for name, column in found.columns.items() if column in (2, 3, 4, 6, 7, 8)}
    assert at == {
        **{"impact": 2, "likelihood": 3, "rating": 4},
        **{"residual_impact": 6, "residual_likelihood": 7, "residual": 8},
    }


def test_scores_that_stand_again_behind_the_controls_are_residual() -> None:
    [found] = headings(grid("Risk,Impact,Likelihood,Controls,Impact,Likelihood"))
    assert (found.columns["residual_impact"], found.columns["residual_likelihood"]) == (4, 5)
