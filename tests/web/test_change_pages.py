"""Proves the forms that change an indicator of one's own and make a partnership: previewed, published and undone."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.own.history import moves
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.conftest import reader
from tests.data.own.typed import NI_40, NOON, load, text_file, wish
from tests.web.test_entry_pages import HOME, names, published
from tests.web.test_load_pages import refusal

__all__ = ["reader"]


TABLE = (
    "Indicator,Unit,Polarity,Period,Actual",
    *("Arson,fires,lower,2023/24,40", "Arson,fires,lower,2024/25,44"),
    *("Deliberate fires,fires,lower,2024/25,45", "Response,minutes,lower,2024/25,7.5"),
)
CHANGE = {"change": "rename", "name": "", "into": "", "both": "", "reason": "Doubled", "author": "Jo"}
ARSON, FIRES = f"{HOME}/arson", f"{HOME}/deliberate-fires"
CHANGING = "/indicators?partnership=warwickshire"


@pytest.fixture
def table(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "own.csv", *TABLE), wish=wish())


@pytest.mark.usefixtures("table")
def test_an_own_indicator_is_renamed_and_still_found_by_its_old_name(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    published(own, own.post(CHANGING, data=CHANGE | {"indicator": ARSON, "name": "Fires set on purpose"}))
    assert "Fires set on purpose" in names(quick_engine, HOME)
    assert "Arson" not in names(quick_engine, HOME)
    assert not load(quick_engine, text_file(tmp_path, "own.csv", *TABLE), wish=wish()).changes_anything
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    assert "Arson" in names(quick_engine, HOME)


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("both", "stands"), [("keep", "45"), ("replace", "44")])
def test_a_merge_asks_which_figure_stands(own: FlaskClient, quick_engine: Engine, both: str, stands: str) -> None:
    said = CHANGE | {"change": "merge", "indicator": ARSON, "into": FIRES}
    asked = own.post(CHANGING, data=said)
    assert refusal(asked) == ["Both have a figure of the same period, and not the same: choose which stands."]
    for words in ("2024/25", ">44<", ">45<"):
        assert words in asked.text
    page = published(own, own.post(CHANGING, data=said | {"both": both}))
    assert "moved to Deliberate fires" in page
    assert "Arson" not in names(quick_engine, HOME)
    found = SqlStore(quick_engine).observations(Scope(HOME, indicators=frozenset({FIRES})))
    assert {item.period.label: item.value.raw for item in found} == {"2023/24": "40", "2024/25": stands}


@pytest.mark.usefixtures("table")
def test_a_merged_name_leads_to_the_indicator_that_stays(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    said = CHANGE | {"change": "merge", "indicator": ARSON, "into": FIRES, "both": "keep"}
    published(own, own.post(CHANGING, data=said))
    later = text_file(tmp_path, "later.csv", "Indicator,Period,Actual", "Arson,2022/23,39")
    summary = load(quick_engine, later, wish=wish())
    assert summary.figures.indicators == ()
    assert summary.figures.changes[0].indicator == "Deliberate fires"


@pytest.mark.usefixtures("table")
def test_a_withdrawn_indicator_comes_back_by_undoing_and_by_loading(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    published(own, own.post(CHANGING, data=CHANGE | {"change": "withdraw", "indicator": ARSON}))
    assert "withdrew Arson with its figures" in own.get("/load").text
    assert "Arson" not in names(quick_engine, HOME)
    load(quick_engine, text_file(tmp_path, "b.csv", "Indicator,Period,Actual", "Arson,2021/22,38"), wish=wish())
    found = SqlStore(quick_engine).observations(Scope(HOME, indicators=frozenset({ARSON})))
    assert [item.value.raw for item in found] == ["38"]
    for _ in range(2):
        undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    found = SqlStore(quick_engine).observations(Scope(HOME, indicators=frozenset({ARSON})))
    assert sorted(item.value.raw for item in found) == ["40", "44"]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"indicator": ""}, "Choose the indicator."),
        ({"indicator": NI_40, "name": "Other"}, "Choose the indicator."),
        ({"change": ""}, "Choose what becomes of it."),
        ({"name": ""}, "Enter the new name: it needs a letter or a digit."),
        ({"name": "x" * 201}, "The new name must be 200 characters or fewer, without hidden ones."),
        (
            {"name": "deliberate FIRES"},
            "Another indicator is called Deliberate fires: merge the two, or choose another name.",
        ),
        ({"change": "merge"}, "Choose the indicator that it is merged into."),
        ({"change": "merge", "into": ARSON}, "Choose another indicator to merge it into."),
        (
            {"change": "merge", "into": f"{HOME}/response"},
            "Arson is a count and Response a rate: figures of two kinds cannot be one series.",
        ),
        ({"name": "Fine", "author": ""}, "Enter your name."),
    ],
)
def test_a_change_that_cannot_be_says_why(own: FlaskClient, change: dict[str, str], words: str) -> None:
    answer = own.post(CHANGING, data=CHANGE | {"indicator": ARSON} | change)
    assert (answer.status_code, words in refusal(answer)) == (400, True)


PLACE = {"name": "Newshire", "areas": "North, E07999999\nSouth\n\n=East", "reason": "New", "author": "Jo"}


def test_a_partnership_is_made_with_its_areas_and_undone(own: FlaskClient, quick_engine: Engine) -> None:
    assert "One new partnership, three new areas" in published(own, own.post("/partnerships", data=PLACE))
    assert "added three areas of Newshire" in own.get("/load").text
    areas = SqlStore(quick_engine).areas("newshire")
    assert [(item.name, item.code) for item in areas] == [
        ("Newshire", ""),
        ("North", "E07999999"),
        ("South", ""),
        ("=East", ""),
    ]
    assert own.get("/enter?partnership=newshire").status_code == 200
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    assert "newshire" not in {item.slug for item in SqlStore(quick_engine).partnerships()}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Enter the name of the partnership: it needs a letter or a digit."),
        ({"name": "WARWICKSHIRE"}, "There is a partnership called WARWICKSHIRE already."),
        ({"name": "N" * 10_000}, "The name must be 200 characters or fewer: it has 10,000."),
        ({"areas": "North\nnorth"}, "“North” stands twice: keep one of them."),
        ({"areas": "North\n???"}, "“???” is no name of an area: letters or digits, at most 200."),
        ({"areas": "\n".join(map(str, range(501)))}, "Enter 500 areas or fewer; load a file for more."),
        ({"author": ""}, "Enter your name."),
    ],
)
def test_a_partnership_that_cannot_be_says_why(own: FlaskClient, change: dict[str, str], words: str) -> None:
    answer = own.post("/partnerships", data=PLACE | change)
    assert (answer.status_code, words in refusal(answer)) == (400, True)
