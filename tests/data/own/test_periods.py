"""The periods that can be chosen are those with a figure, whatever was withdrawn or taken back."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from data.store import SqlStore
from tests.data.own.typed import load, text_file, wish

HOME, HEADING = "warwickshire", "Indicator,Period,Actual,Target"
FIRST = ("Knife crime,2021/22,7,", "Knife crime,Q1 2022/23,3,", "Arson,2023/24,,12")
LOADS: dict[str, tuple[tuple[str, ...], ...]] = {
    "nothing of one's own": (),
    "years, a quarter and a target": (FIRST,),
    "a year withdrawn": (FIRST, FIRST[1:]),
    "a year corrected": (FIRST, ("Knife crime,2021/22,8,", *FIRST[1:])),
    "a year withdrawn and given again": (FIRST, FIRST[1:], FIRST),
    "a printed year replaced": (("NI 40,2010/11,1130,",),),
}


def periods_of_figures(store: Store, partnership: str) -> set[str]:
    scope = Scope(partnership)
    actuals = {item.period.slug for item in store.observations(scope)}
    return actuals | {item.period.slug for item in store.targets(scope)}


@pytest.mark.parametrize("case", LOADS)
def test_the_periods_are_those_of_the_figures(quick_engine: Engine, tmp_path: Path, case: str) -> None:
    for lines in LOADS[case]:
        load(quick_engine, text_file(tmp_path, "own.csv", HEADING, *lines), wish=wish(withdraw=True))
    for store in (SqlStore(quick_engine), SqlStore(quick_engine).as_at(None)):
        for item in store.partnerships():
            found = {period.slug for period in store.periods(item.slug)}
            assert found == periods_of_figures(store, item.slug), item.slug


def test_a_store_of_one_state_gives_the_same_answers(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "own.csv", HEADING, *FIRST))
    plain, kept = SqlStore(quick_engine), SqlStore(quick_engine).as_at(None)
    for item in plain.partnerships():
        for ask in ("areas", "lens", "street_root", "documents", "notes"):
            for _ in range(2):
                assert getattr(kept, ask)(item.slug) == getattr(plain, ask)(item.slug), (item.slug, ask)
        assert kept.indicators(Scope(item.slug)) == plain.indicators(Scope(item.slug))
