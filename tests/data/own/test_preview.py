"""Proves what the page of a load says before and after: the counts, the sums, and what to know before publishing."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.checks.changes import Change, ChangeKind, Changes, Total
from dashboard.reports.evidence.loaded import LoadedFile, LoadView
from layouts.plain import load_preview

FILE = LoadedFile("a.csv", "indicator figures", "ab" * 32, 1_200, ("Columns left out: Ward.",), (), 0)
VIEW = LoadView(
    token="t",
    state="ready",
    rows=0,
    reading="",
    files=(FILE,),
    figures=Changes(),
    refused=(),
    digest="d" * 64,
    stale=False,
    withdraw=False,
    partnership="",
    partnerships=(),
)


def change(kind: ChangeKind = ChangeKind.NEW, **said: object) -> Change:
    item = Change(kind, "Testshire", "Robbery", "actual", "Testbury", "2011/12", "", "7", "a.csv, line 2, field 3")
    return replace(item, **said)  # type: ignore[arg-type]


def with_figures(*changes: Change, **said: object) -> LoadView:
    return replace(VIEW, figures=replace(Changes(changes), **said))  # type: ignore[arg-type]


def test_a_load_that_is_being_read_says_how_far_and_where_to_look_again() -> None:
    page = load_preview.reading_page((), replace(VIEW, rows=12_345, reading="b.csv"))
    assert "12,345 rows so far, now b.csv" in page
    assert '<a href="/load/t">Look again</a>' in page
    assert "0 rows so far</p>" in load_preview.reading_page((), VIEW)


def test_a_preview_counts_what_is_new_changed_gone_and_the_same() -> None:
    kinds = (ChangeKind.NEW, ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.GONE)
    page = load_preview.preview_page((), with_figures(*map(change, kinds), same=1_000))
    assert "Two new figures, one figure changed, 1 not in this file, 1,000 the same" in page
    assert "Columns left out: Ward." in page
    only = with_figures(declared=("Robbery: unit becomes “offences”, was “crimes”.",))
    assert "Only declarations" in load_preview.preview_page((), only)
    assert "1,200 rows in one file would be loaded" in load_preview.preview_page((), VIEW)


def test_what_an_officer_would_want_to_have_been_told_is_told() -> None:
    losing = change(ChangeKind.CHANGED, before="8", now="TBC", loses_number=True)
    view = with_figures(losing, partnerships=("New Forest",), areas=("Hythe", "Totton"), unjudged=("Noise",))
    page = load_preview.preview_page((), replace(view, stale=True))
    for words in (
        "Somebody published something since you looked",
        "New partnership: New Forest.",
        "New areas: Hythe, Totton. Is one of them a known area misspelt?",
        "no status will be given: Noise.",
        "One number would give way to a reason such as “TBC”.",
    ):
        assert words in page
    assert "To know before you publish" not in load_preview.preview_page((), with_figures(change()))


def test_the_sums_of_counts_that_move_stand_beside_the_figures() -> None:
    moved = Total("Testshire", "actual", "2011/12", Decimal(100), Decimal(1_100))
    still = Total("Testshire", "target", "2011/12", Decimal(5), Decimal(5))
    page = load_preview.preview_page((), with_figures(change(), totals=(moved, still)))
    assert ("Testshire, actuals" in page, "Testshire, targets" in page, "1,100" in page) == (True, False, True)


def test_many_changes_are_counted_and_a_remark_stands_beside_its_figure() -> None:
    many = [change(now=str(at), remark="space inside the number") for at in range(load_preview.MOST_SHOWN + 5)]
    page = load_preview.preview_page((), with_figures(*many))
    assert "The first 200 of 205; the download holds all" in page
    assert page.count("space inside the number") == load_preview.MOST_SHOWN
    assert '<a href="/load/t/changes.csv">Download every change</a>' in page


def test_nothing_that_a_file_says_becomes_markup() -> None:
    evil = "<script>alert(1)</script>"
    view = with_figures(change(indicator=evil, now=evil), areas=(evil,))
    assert evil not in load_preview.preview_page((), view)


def test_files_without_figures_were_loaded_all_the_same() -> None:
    page = load_preview.published_page((), VIEW)
    assert ("The files were loaded" in page, 'href="/"' in page) == (True, True)
    assert 'href="/load?partnership=derby"' in load_preview.cancelled_page((), replace(VIEW, partnership="derby"))


def test_figures_that_the_file_holds_no_more_are_said_to_stay_or_to_go() -> None:
    view = with_figures(change(ChangeKind.GONE), change(ChangeKind.GONE))
    kept = "In the last file of this name and not in this one: two figures; they stay published."
    assert kept in load_preview.preview_page((), view)
    assert "they would be withdrawn." in load_preview.preview_page((), replace(view, withdraw=True))
