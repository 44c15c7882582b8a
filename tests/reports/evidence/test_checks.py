"""What the checks find in the five documents: each trap that the print sets is caught and named."""

from decimal import Decimal

import pytest

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.questions.store import Store
from dashboard.reports.evidence.checks import checks


def found(store: Store, partnership: str, rule: str, *indicators: str) -> list[Finding]:
    ids = {f"{partnership}/{name}" for name in indicators}
    return [item for item in checks(store, partnership) if item.rule == rule and ids <= set(item.indicators)]


@pytest.mark.parametrize(
    ("indicator", "said", "expected", "difference"),
    [
        ("asb", "3135", "3127", "8"),
        ("vehicle-crime", "666", "654", "12"),
        ("vehicle-crime", "-18", "-20.1", "2.1"),
        ("killed-or-seriously-injured", "-6", "-11.1", "5.1"),
        ("serious-acquisitive-crime", "-10", "-10.9", "0.9"),
        ("burglary", "8", "9.0", "-1.0"),
    ],
)
def test_the_text_of_south_staffordshire_is_held_against_its_tables(
    store: Store, indicator: str, said: str, expected: str, difference: str
) -> None:
    items = found(store, "south-staffordshire", "text-against-table", indicator)
    triples = [(item.said, item.found, item.difference) for item in items if item.severity == Severity.DIFFERS]
    assert tuple(map(Decimal, (said, expected, difference))) in triples


def test_the_remainder_of_serious_acquisitive_crime_is_watched(store: Store) -> None:
    (item,) = found(store, "south-staffordshire", "residual-jump", "serious-acquisitive-crime")
    assert "240 in 2006/07, 63 in 2007/08, 42 in 2008/09, 42 in 2009/10" in item.sentence
    assert set(item.indicators) == {
        f"south-staffordshire/{name}" for name in ("serious-acquisitive-crime", "burglary", "vehicle-crime")
    }


@pytest.mark.parametrize(
    ("total", "sentence"),
    [
        ("serious-violent-crime", "The parts sum to the total: 335 + 2,548 = 2,883."),
        ("serious-acquisitive-crime", "The parts sum to the total: 2,021 + 299 + 4,026 = 6,346."),
    ],
)
def test_warwickshires_totals_are_the_sums_of_their_parts(store: Store, total: str, sentence: str) -> None:
    (item,) = found(store, "warwickshire", "parts-against-total", total)
    assert (item.severity, item.sentence) == (Severity.AGREES, sentence)


@pytest.mark.parametrize(
    ("rule", "indicator", "said", "expected"),
    [
        ("target-easier-than-actual", "ni-16", 7195, 6937),
        ("target-easier-than-actual", "ni-40", 1074, 1140),
        ("target-easier-than-actual", "alcohol-admissions", 1779, 1603),
        ("target-one-under-actual", "serious-violent-crime", 2882, 2883),
        ("target-one-under-actual", "serious-acquisitive-crime", 6345, 6346),
    ],
)
def test_targets_of_warwickshire_are_held_against_the_last_actual(
    store: Store, rule: str, indicator: str, said: int, expected: int
) -> None:
    (item,) = found(store, "warwickshire", rule, indicator)
    assert (item.severity, item.said, item.found) == (Severity.FLAG, Decimal(said), Decimal(expected))


def test_a_target_in_another_unit_is_flagged_and_not_held_against_the_last_actual(store: Store) -> None:
    (item,) = found(store, "warwickshire", "unit-changed", "ni-30")
    assert (item.said, item.found) == ("285", "29%")
    assert not found(store, "warwickshire", "target-easier-than-actual", "ni-30")


def test_shropshires_identical_targets_are_flagged_as_a_likely_copying_error(store: Store) -> None:
    (item,) = found(store, "shropshire", "identical-targets", "vehicle-crime-rate", "domestic-burglary-rate")
    assert (item.severity, item.said) == (Severity.FLAG, "8.70 to 8.44")
    assert "copying error" in item.sentence


def test_six_percentages_of_table_1_agree_with_ours(store: Store) -> None:
    items = found(store, "warwickshire", "printed-against-worked-out")
    assert [item.severity for item in items] == [Severity.AGREES] * 6
    assert [str(item.said) for item in items] == ["3.7", "16.3", "-8.5", "-11.8", "-2.3", "-1.0"]


def test_a_rise_printed_as_number_and_percentage_means_one_pair_of_counts(store: Store) -> None:
    assert "A rise of 17 that is 71% means 24 → 41." in {item.sentence for item in checks(store, "south-staffordshire")}


def test_a_percentage_that_no_whole_number_of_people_makes_is_flagged(store: Store) -> None:
    (item,) = found(store, "warwickshire", "percentage-of-a-count-possible")
    assert item.sentence == "No whole number of 35 prints as 68%: 23 is 65.7% and 24 is 68.6%."


def test_over_a_share_agrees_when_ours_is_above_it(store: Store) -> None:
    sentences = {item.sentence: item.severity for item in checks(store, "south-staffordshire")}
    assert sentences["The text says over 35%; the table's figures give 35.9%."] == Severity.AGREES


def test_risk_ratings_are_worked_out_again_and_blanks_are_flagged(store: Store) -> None:
    ratings = found(store, "staffordshire", "risk-rating")
    blanks = found(store, "staffordshire", "residual-risk-blank")
    assert [(item.subject, item.severity) for item in ratings] == [
        (f"SSC15-{number}", Severity.AGREES) for number in (1, 2, 3)
    ]
    assert [item.subject for item in blanks] == ["SSC15-1", "SSC15-2"]


def test_a_document_without_figures_has_nothing_to_check(store: Store) -> None:
    assert checks(store, "derby") == ()


@pytest.mark.parametrize(
    ("partnership", "rule", "severity", "sentence"),
    [
        (
            "warwickshire",
            "table-awaits",
            "differs",
            "The text says 29% reduction (Reducing Re-Offending); the table prints TBC.",
        ),
        ("warwickshire", "table-awaits", "differs", "The text says 29% (Reducing Re-Offending); the table prints TBC."),
        (
            "warwickshire",
            "named-again",
            "flag",
            "The same 301 is printed as “People killed or seriously injured in road traffic accidents”"
            " and as “People seriously injured in road traffic accidents”.",
        ),
        (
            "warwickshire",
            "targets-short-of-parts",
            "flag",
            "3 parts (Domestic burglary, Robbery (business and personal), Vehicle crime) have 2 targets printed beside"
            " them (TBC, TBC): which part has none is not printed.",
        ),
        ("warwickshire", "share-as-said", "agrees", "571 of 969 is 58.9%; the text says “almost 60%”."),
        ("warwickshire", "parts-as-said", "agrees", "8 + 1 = 9."),
        ("south-staffordshire", "parts-as-said", "agrees", "76% + 24% = 100%."),
        ("south-staffordshire", "said-again", "agrees", "“Executive Summary” and “Road Safety” say the same: 57%."),
        (
            "south-staffordshire",
            "said-again",
            "differs",
            "“Violent Crime” says 10 to 44; “Vulnerability” says 15 and 49.",
        ),
        ("staffordshire", "said-again", "differs", "“Working and Performance Group” says 36; “Core Members” says 20."),
    ],
)
def test_what_a_document_says_twice_is_listed(
    store: Store, partnership: str, rule: str, severity: str, sentence: str
) -> None:
    items = found(store, partnership, rule)
    text = [item.sentence.replace("Total current members = ", "") for item in items if item.severity == severity]
    assert sentence in text


def test_a_number_printed_without_a_unit_is_said_so(store: Store) -> None:
    (item,) = found(store, "warwickshire", "unit-changed", "ni-30")
    assert item.sentence.startswith("285 is printed without a unit, 29% as % reduction: ")
