"""A measure is shown for every partnership that may be read, each in its own unit and year, and never added up."""

from dashboard.domain.access.people import Eyes, Reach
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.pages.measure import APART, MeasurePage, measure

SERIOUS = "partnership=warwickshire&indicator=ni-15"


def homes(found: MeasurePage) -> list[str]:
    return [item.partnership.slug for item in found.held]


def test_a_measure_has_each_indicator_that_bears_its_code(desk: Desk) -> None:
    found = desk.show(measure, SERIOUS)
    assert homes(found) == ["warwickshire", "staffordshire", "staffordshire"]
    assert len(found.units) > 1
    assert found.title == "NI 15: the newest target was missed in Warwickshire"
    assert APART in found.lede
    [held, linked] = found.tables
    assert [row["partnership"] for row in held.rows] == ["Warwickshire", "Staffordshire", "Staffordshire"]
    assert {row["indicator_id"] for row in linked.rows} == {item.item.indicator.slug for item in found.linked}


def test_without_one_all_measures_are_offered(desk: Desk) -> None:
    found = desk.show(measure, "partnership=warwickshire")
    assert found.asked is None
    assert found.title == "Measures that several partnerships hold"
    assert {"NI 15", "NI 16"} <= {item.words for item in found.shared if len(item.partnerships) > 1}


def test_nobody_sees_a_partnership_that_they_may_not_read(store: Store) -> None:
    alone = Reach(frozenset({"warwickshire"}))
    found = Desk(store, eyes=lambda: Eyes(alone, alone)).show(measure, SERIOUS)
    assert homes(found) == ["warwickshire"]
    assert found.lede == "Warwickshire alone holds it."
    every = Desk(store, eyes=lambda: Eyes(alone, alone)).show(measure, "partnership=warwickshire")
    assert {home.slug for item in every.shared for home in item.partnerships} == {"warwickshire"}


def test_what_is_made_up_says_so_beside_real_places(desk: Desk) -> None:
    found = desk.show(measure, "partnership=south-staffordshire&indicator=violent-crime")
    others = {item.partnership.slug for item in (*found.held, *found.linked)}
    assert ("sampleshire" in others) == (INVENTED_WORDS in found.notes)
    assert "sampleshire" in others
