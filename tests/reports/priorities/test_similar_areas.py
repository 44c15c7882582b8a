"""A category is scored by its place in the funnel of similar areas, where a set of them and figures are loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import financial_year
from dashboard.domain.priorities.criteria import Criterion
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.priorities import priorities
from dashboard.reports.pages.street.similar_areas import similar_areas
from dashboard.reports.priorities.cells import AssessedCell
from dashboard.reports.priorities.counted import counted_categories
from dashboard.reports.priorities.setting import assessment_setting
from dashboard.reports.priorities.similar import similar_cell
from data.store import SqlStore
from tests.engines import published_engine
from tests.reports.compared import GROUPS, NAMES, code, load, people

HEADING = "Indicator,Category,Polarity,Area,Area code,Period,Actual\n"


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    with published_engine(sqlite_url) as engine:
        yield engine


def figures(*counts: int) -> str:
    rows = enumerate(counts)
    lines = (f"Burglary,Acquisitive crime,lower,{NAMES[at]},{code(at)},2024/25,{count}\n" for at, count in rows)
    return HEADING + "".join(lines)


def groups(others: int) -> str:
    return GROUPS + "".join(f"most similar group,2024-04-01,{code(0)},{code(at)},\n" for at in range(1, others + 1))


def cell(engine: Engine) -> AssessedCell:
    found = Desk(SqlStore(engine)).show(priorities, "partnership=testshire&area=area-a&period=2024-25")
    [row] = found.rows
    return row.cell(Criterion.SIMILAR)


def test_a_rate_far_above_that_of_eleven_similar_areas_scores_five(engine: Engine, tmp_path: Path) -> None:
    texts = {"figures": figures(900, *[100] * 11), "people": people(*[20_000] * 12), "groups": groups(11)}
    load(engine, tmp_path, **texts)
    found = cell(engine)
    assert (found.score, found.text) == (5, "above the 99.8% limit")
    assert found.detail == "11 similar areas, most similar group from 1 April 2024"
    assert found.door is not None


def test_too_few_similar_areas_make_no_funnel(engine: Engine, tmp_path: Path) -> None:
    texts = {"figures": figures(900, 100, 100), "people": people(*[20_000] * 3), "groups": groups(2)}
    load(engine, tmp_path, **texts)
    found = cell(engine)
    assert (found.score, found.why) == (None, "too few areas: three, needs ten")


def test_without_residents_there_is_nothing_to_compare(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=figures(900, 100), groups=groups(1))
    assert cell(engine).why == "no figures of its similar areas are loaded"


def test_what_street_level_crime_counts_is_held_against_the_same_crime_of_similar_areas(store: Store) -> None:
    setting = assessment_setting(store, Filters("sampleshire", financial_year(2025), "X05000001"))
    counted = counted_categories(setting)
    found = similar_cell(setting, "violent-crime", counted["violent-crime"])
    assert found.score in (1, 2, 3, 4, 5)
    assert found.detail == "11 similar areas, Most similar places (invented) from 1 April 2023"
    assert found.door is not None
    beside = similar_areas(store, found.door.filters)
    assert beside.standing is not None
    assert (found.door.page, str(beside.standing.own.at)) == ("similar-areas", found.text)
