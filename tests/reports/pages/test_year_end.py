"""The year end of Warwickshire, checked against Table 1 as printed, and the verdicts beside it."""

from decimal import Decimal

import pytest

from dashboard.domain.targets.status import Certainty, Status
from dashboard.domain.values.printed import Reason
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.year_end import NextTarget, YearEnd, year_end
from dashboard.reports.report import Cell
from dashboard.reports.words.figures import actual_text, change_text, difference_text, target_text, why_no_change

THIS_YEAR, LAST_YEAR = "partnership=warwickshire&period=2010-11", "partnership=warwickshire&period=2009-10"

# Warwickshire Community Safety Agreement 2011-12, Table 1, every cell as printed, minus signs as readers see them.
TABLE_1 = {
    "NI 15": ("294", "323", "288", "335", "3.7%", "16.3%"),
    "NI 16": ("7,582", "6,937", "7,195", "6,346", "−8.5%", "−11.8%"),
    "NI 21": ("26.3%", "25%", "29.5%", "N/A", "N/A", "N/A"),
    "NI 30": ("285", "120", "29%", "TBC", "TBC", "TBC"),
    "NI 40": ("1,063", "1,140", "1,074", "1,128", "TBC", "TBC"),
    "NI 47": ("389", "308", "304", "301", "−2.3%", "−1.0%"),
}


def rows(desk: Desk, query: str) -> dict[str, Judged]:
    return {item.indicator.code: item for item in desk.show(year_end, query).rows}


def exported(desk: Desk, query: str) -> dict[Cell, dict[str, Cell]]:
    table = next(table for table in desk.show(year_end, query).tables if table.name == "year-end")
    return {row["indicator_code"]: row for row in table.rows}


def test_table_1_is_reproduced_to_the_last_printed_digit(desk: Desk) -> None:
    found = rows(desk, THIS_YEAR)
    assert list(found) == list(TABLE_1)
    for code, item in found.items():
        figures = (target_text(item.before), actual_text(item.before), target_text(item.now), actual_text(item.now))
        assert figures == TABLE_1[code][:4]


@pytest.mark.parametrize("code", ["NI 15", "NI 16", "NI 47"])
def test_what_we_work_out_is_what_the_document_prints(desk: Desk, code: str) -> None:
    item = rows(desk, THIS_YEAR)[code]
    worked_out = (change_text(item).removeprefix("+"), difference_text(item.verdict.variance).removeprefix("+"))
    assert worked_out == TABLE_1[code][4:]


@pytest.mark.parametrize("code", ["NI 21", "NI 30", "NI 40"])
def test_nothing_is_worked_out_where_the_document_prints_words(desk: Desk, code: str) -> None:
    item = rows(desk, THIS_YEAR)[code]
    assert (change_text(item), difference_text(item.verdict.variance)) == ("", "")


@pytest.mark.parametrize(
    ("query", "code", "expected"),
    [
        (THIS_YEAR, "NI 15", (Status.MISSED, None, Certainty.CLEAR)),
        (THIS_YEAR, "NI 16", (Status.MET, None, Certainty.CLEAR)),
        (THIS_YEAR, "NI 21", (Status.NOT_JUDGED, Reason.DISCONTINUED, None)),
        (THIS_YEAR, "NI 30", (Status.NOT_JUDGED, Reason.TO_BE_CONFIRMED, None)),
        (THIS_YEAR, "NI 40", (Status.NOT_JUDGED, Reason.PART_YEAR, None)),
        (THIS_YEAR, "NI 47", (Status.MET, None, Certainty.WITHIN_CHANCE)),
        (LAST_YEAR, "NI 15", (Status.MISSED, None, Certainty.WITHIN_CHANCE)),
        (LAST_YEAR, "NI 16", (Status.MET, None, Certainty.CLEAR)),
        (LAST_YEAR, "NI 21", (Status.NEAR, None, Certainty.NOT_TESTED)),
        (LAST_YEAR, "NI 30", (Status.NOT_JUDGED, Reason.UNIT_NOT_PRINTED, None)),
        (LAST_YEAR, "NI 40", (Status.MET, None, Certainty.CLEAR)),
        (LAST_YEAR, "NI 47", (Status.MET, None, Certainty.CLEAR)),
    ],
)
def test_each_target_has_a_verdict_or_the_reason_for_none(
    desk: Desk, query: str, code: str, expected: tuple[Status, Reason | None, Certainty | None]
) -> None:
    verdict = rows(desk, query)[code].verdict
    assert (verdict.status, verdict.reason, verdict.certainty) == expected


@pytest.mark.parametrize(
    ("query", "code", "figures", "variance"),
    [
        (THIS_YEAR, "NI 15", (288, 335), "16.31944"),
        (THIS_YEAR, "NI 16", (7195, 6346), "-11.79986"),
        (THIS_YEAR, "NI 47", (304, 301), "-0.98684"),
        (LAST_YEAR, "NI 15", (294, 323), "9.86395"),
        (LAST_YEAR, "NI 40", (1063, 1140), "7.24365"),
        (LAST_YEAR, "NI 47", (389, 308), "-20.82262"),
    ],
)
def test_the_variance_is_kept_in_full_beside_its_figures(
    desk: Desk, query: str, code: str, figures: tuple[int, int], variance: str
) -> None:
    row = exported(desk, query)[code]
    assert (row["target"], row["actual"], row["variance_reason"]) == (*figures, None)
    assert isinstance(row["variance_pct"], Decimal)
    assert round(row["variance_pct"], 5) == Decimal(variance)


@pytest.mark.parametrize(
    ("code", "ratio", "low", "high"),
    [("NI 15", 1.163, 1.042, 1.295), ("NI 16", 0.882, 0.860, 0.904), ("NI 47", 0.990, 0.881, 1.109)],
)
def test_certainty_rests_on_the_interval_of_actual_over_target(
    desk: Desk, code: str, ratio: float, low: float, high: float
) -> None:
    row = exported(desk, THIS_YEAR)[code]
    found = [row[name] for name in ("ratio", "ratio_low_95", "ratio_high_95")]
    assert [round(float(number or 0), 3) for number in found] == [ratio, low, high]


@pytest.mark.parametrize(
    ("code", "p", "real"), [("NI 15", 0.668, False), ("NI 16", 0.0, True), ("NI 47", 0.808, False)]
)
def test_a_change_is_tested_against_chance(desk: Desk, code: str, p: float, real: bool) -> None:
    row = exported(desk, THIS_YEAR)[code]
    assert (round(float(row["change_p"] or 0), 3), row["change_real"]) == (p, real)


def test_a_percentage_is_compared_in_points_never_in_per_cent(desk: Desk) -> None:
    row = exported(desk, LAST_YEAR)["NI 21"]
    assert (row["variance_pct"], row["variance_points"], row["status"]) == (None, Decimal("-1.3"), "near")
    assert difference_text(rows(desk, LAST_YEAR)["NI 21"].verdict.variance) == "−1.3 points"


def test_figures_before_and_after_a_change_of_unit_are_not_compared(desk: Desk) -> None:
    row = exported(desk, THIS_YEAR)["NI 30"]
    assert (row["previous_actual"], row["target"], row["unit"]) == (120, 29, "% reduction")
    assert (row["change_pct"], row["variance_pct"]) == (None, None)
    assert row["target_text"] == "29%"


def test_a_part_year_says_how_many_months_it_covers_and_is_not_compared(desk: Desk) -> None:
    row = exported(desk, THIS_YEAR)["NI 40"]
    assert (row["actual"], row["months_covered"], row["marker"], row["note_marks"]) == (1128, 8, "p", "3")
    assert (row["change_reason"], row["variance_reason"], row["status_reason"]) == ("part year",) * 3


def test_a_year_before_the_first_is_named_where_no_change_can_be_worked_out(desk: Desk) -> None:
    assert why_no_change(rows(desk, LAST_YEAR)["NI 15"]) == "no 2008/09 figure"


def test_the_printed_notes_stand_under_the_table(desk: Desk) -> None:
    notes = desk.show(year_end, THIS_YEAR).notes
    assert [note.split(" ")[0] for note in notes] == ["1", "2", "3"]
    assert notes[0] == "1 Through the Partnership Place Survey – no longer being measured"


def test_every_source_of_the_table_is_named_with_its_document(desk: Desk) -> None:
    report = desk.show(year_end, THIS_YEAR)
    places = {source.cell.place: source for source in report.sources}
    source = places["Table 1 · NI 15 - Most serious violent crime · 2010/11 Actual"]
    assert source.words() == (
        "Warwickshire Community Safety Agreement 2011-12: Table 1 · NI 15 - Most serious violent crime"
        " · 2010/11 Actual, printed “335”"
    )


def next_targets(report: YearEnd) -> dict[str, NextTarget]:
    return {item.indicator.slug: item for item in report.next_targets}


@pytest.mark.parametrize(
    ("slug", "actual", "target", "is_part"),
    [
        ("serious-violent-crime", "2,883", "2,882", False),
        ("most-serious-violence", "335", "TBC", True),
        ("assault-less-serious-injury", "2,548", "TBC", True),
        ("serious-acquisitive-crime", "6,346", "6,345", False),
        ("domestic-burglary", "2,021", "TBC", True),
        ("robbery", "299", "TBC", True),
        ("vehicle-crime", "4,026", "not printed for each part", True),
        (
            *("asb", "25,748"),
            "To establish a baseline for future ASB performance management or proxy target.",
            False,
        ),
        ("alcohol-admissions", "1603", "1779", False),
        ("drug-treatment-completions", "133", "TBC", False),
        ("adult-reoffending", "−10.52%", "To reduce from 2010/11", False),
        ("youth-reoffending", "−22.06%", "TBC", False),
        ("ppo-reoffending", "TBC", "TBC", False),
        ("seriously-injured", "301", "298", False),
    ],
)
def test_next_years_targets_stand_beside_what_they_start_from(
    desk: Desk, slug: str, actual: str, target: str, is_part: bool
) -> None:
    report = desk.show(year_end, THIS_YEAR)
    item = next_targets(report)[slug]
    found = (actual_text(item.now).replace(",", ""), target_text(item.next).replace(",", ""), item.is_part)
    assert found == (actual.replace(",", ""), target.replace(",", ""), is_part)
    assert (report.next_label, len(report.next_targets)) == ("2011/12", 14)


@pytest.mark.parametrize(
    ("slug", "number", "reason"),
    [
        ("serious-violent-crime", 2882, None),
        ("robbery", None, "to be confirmed"),
        ("vehicle-crime", None, "not printed"),
        ("asb", None, "baseline to be set"),
        ("adult-reoffending", None, "direction only"),
    ],
)
def test_a_next_target_without_a_number_gives_its_reason_in_the_file(
    desk: Desk, slug: str, number: int | None, reason: str | None
) -> None:
    report = desk.show(year_end, THIS_YEAR)
    table = next(table for table in report.tables if table.name == "next-targets")
    row = table.rows[list(next_targets(report)).index(slug)]
    assert (row["target"], row["target_reason"]) == (number, reason)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (THIS_YEAR, "2010/11 year end: two targets met, one missed and three not judged"),
        (LAST_YEAR, "2009/10: three targets met, one nearly met, one missed, one not judged"),
        (f"{THIS_YEAR}&category=road-safety", "2010/11 year end: one target met"),
        ("partnership=derby", "2003/04 year end: no table of figures for Derby"),
        ("partnership=south-staffordshire", "2009/10 year end: six measures, none with a target"),
        ("partnership=south-staffordshire&period=2009", "2009 year end: one measure, none with a target"),
        ("partnership=south-staffordshire&period=2007", "2007 year end: one measure, none with a target"),
    ],
)
def test_the_title_states_the_finding(desk: Desk, query: str, title: str) -> None:
    assert desk.show(year_end, query).title == title


@pytest.mark.parametrize(
    ("query", "lede"),
    [
        ("period=2009", "Killed or seriously injured fell 11.1% on 2008, which could be chance."),
        ("period=2008&category=road-safety", "Killed or seriously injured fell 3.6% on 2007, which could be chance."),
        (
            "period=2009-10&category=road-safety",
            "Killed or seriously injured fell 11.1% in 2009 on 2008, which could be chance.",
        ),
        ("period=2009&category=violent-crime", "Violent crime rose 10.8% in 2008/09 on 2007/08."),
    ],
)
def test_a_paragraph_tells_years_of_another_kind_by_their_name(desk: Desk, query: str, lede: str) -> None:
    assert desk.show(year_end, f"partnership=south-staffordshire&{query}").lede == lede
