"""The store's answers: equal on both engines, limited to what a scope asks for, in printed order."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, cast

import pytest

from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import Scope
from dashboard.domain.street.crime import Place
from dashboard.domain.targets.target import TargetKind
from dashboard.domain.values.printed import Reason, ValueType
from dashboard.questions.store import Documents, Figures, Places, Store
from dashboard.questions.street import CountQuery, RankQuery, Streets
from data.engine import open_engine
from data.intake.published import FOLDER, ensure_published, fingerprint
from data.sample.ensure import ensure_sample
from data.schema import metadata
from data.store import SqlStore
from data.tables.incidents import incidents
from data.tables.meetings import meetings
from data.tables.own import releases
from data.tables.street import street

PUBLISHED = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby")
PARTNERSHIPS = (*PUBLISHED, "sampleshire")
BY_SCOPE = (
    *("indicators", "observations", "targets", "baselines", "printed_figures", "actions", "risks", "commentaries"),
    "commentary_history",
)
PERIODS = ("measured_periods", "aimed_periods")  # in no order
ALONE = ("partnerships", "categories", "day")
CLOCKED = ("version", "loads")
QUESTIONS = [name for part in (Places, Figures, Documents) for name in vars(part) if not name.startswith("_")]
SCOPES = [
    *map(Scope, PARTNERSHIPS),
    Scope("warwickshire", categories=frozenset({"road-safety", "drugs"})),
    Scope("warwickshire", categories=frozenset()),
    Scope("warwickshire", indicators=frozenset({"warwickshire/ni-15"})),
    Scope("south-staffordshire", areas=frozenset({"south-staffordshire/locality-5"})),
]


@pytest.fixture
def postgres_store(postgres_url: str) -> Iterator[Store]:
    engine = open_engine(postgres_url)
    ensure_published(engine)
    ensure_sample(engine, datetime(2026, 11, 21, tzinfo=UTC))
    yield SqlStore(engine)
    engine.dispose()


def answers(store: Store, question: str) -> list[object]:
    """Every answer to one question: alone, for each partnership, or for each scope."""
    ask = getattr(store, question)
    if question in ALONE:
        return [ask()]
    if question in (*BY_SCOPE, *PERIODS):
        return [ask(scope) for scope in SCOPES]
    return [ask(partnership) for partnership in PARTNERSHIPS]


@pytest.mark.postgres
def test_both_engines_give_equal_answers_record_by_record(store: Store, postgres_store: Store) -> None:
    questions = [name for name in QUESTIONS if name not in CLOCKED]
    assert {"indicators", "areas", "actions"} <= set(questions)  # of each part of what a store is asked
    differing = [name for name in questions if answers(store, name) != answers(postgres_store, name)]
    assert not differing
    exact = [[repr(answers(each, name)) for name in BY_SCOPE] for each in (store, postgres_store)]
    assert exact[0] == exact[1]  # repr shows the digits of a decimal: 8.70 is not 8.7


OF_NOBODY = ("sampleshire", "", "Sampleshire")  # published offences by code: it has none


def street_answers(store: Store) -> list[object]:
    """Every answer on the invented county, its places by their code: their numbers are each engine's own."""
    root = store.street_root("sampleshire")
    assert root is not None
    kinds = tuple(item.number for item in store.crime_types())
    hoods, held = store.neighbourhoods(root.id), store.held_months(root.force)
    codes = {place.id: place.code for place in (root, *store.inward(root.id), *hoods)}
    ids, first, last = tuple(codes), held[0].month, held[-1].month
    asked = [CountQuery(ids, kinds, first, last, step, by_place=places, by_type=types) for step, places, types in WAYS]
    counts = [sorted((codes.get(c.place, ""), *c[1:]) for c in store.counts(one)) for one in asked]
    ended = [sorted((codes.get(c.place, ""), *c[1:]) for c in store.outcome_counts(one)) for one in asked]
    spots = store.point_counts(CountQuery(ids[-1:], (0,), first, last, 1))
    ranked = [store.ranking(RankQuery(root.id, (0,), start, last, 99)) for start in (last, last - 11, last - 5)]
    return [
        (store.crime_types(), sorted(codes.values())),
        [(item.month, item.rows, item.no_location, item.file, item.sha256, item.difference) for item in held],
        (counts, ended),
        sorted((item.point.longitude, item.point.latitude, item.column, item.crime_type, item.n) for item in spots),
        [[(codes[item.place], item.now, item.before) for item in found] for found in ranked],
        sorted((codes[number], shape) for number, shape in store.shapes(ids)),
        sorted((codes[one], codes[other]) for one, other in store.touching(tuple(place.id for place in hoods))),
        [(item.name, item.kind, item.sha256, item.rows, store.rejected(item.id)) for item in store.arrivals()],
        (store.searches("sampleshire"), stopped(store, root.force or 0, codes), store.offence_years(*OF_NOBODY)),
        (comparable(store, root, hoods[0]), store.doubtful_months(root.force), store.harm_weights()),
    ]


def comparable(store: Store, root: Place, hood: Place) -> list[object]:
    """What the invented county, and a neighbourhood of it, may be compared with."""
    coded = [(code, name, place.code if place else "") for code, name, place in store.coded_areas((root.code, "X1"))]
    others = (store.other_codes("X06000001"), [place.code for place in store.peers(hood.id)])
    return [coded, others, store.similar_sets(root.code), store.similar_sets("X05000001")]


def stopped(store: Store, force: int, codes: dict[int, str]) -> list[object]:
    """Every answer on stop and search."""
    found = sorted((*stop[:4], codes.get(stop.place, ""), *stop[5:]) for stop in store.stops(force))
    return [store.stop_months(force), found]


WAYS = ((1, True, True), (3, True, False), (12, False, True))


@pytest.mark.postgres
def test_both_engines_count_street_level_crime_alike(store: Store, postgres_store: Store) -> None:
    assert street_answers(store) == street_answers(postgres_store)


def test_every_street_level_question_is_asked_of_both_engines(store: Store) -> None:
    asked: set[str] = set()

    class Listening:
        def __getattr__(self, question: str) -> Any:  # noqa: ANN401 - whatever the store answers
            asked.add(question)
            return getattr(store, question)

    street_answers(cast(Store, Listening()))
    # by name of an address: tests/reports/pages/test_drill_down.py; of a kept file: tests/data/test_originals.py
    # by words, on both engines: tests/data/street/test_places_named.py
    # by file: tests/web/access/test_publishing.py
    elsewhere = {"place", "outward", "original", "places_named", "arrival_homes"}
    assert asked | elsewhere == {name for name in vars(Streets) if not name.startswith("_")}


@pytest.mark.postgres
def test_both_engines_know_one_load_of_the_same_bytes(store: Store, postgres_store: Store) -> None:
    loads = [each.loads() for each in (store, postgres_store)]
    assert [[(load.name, load.sha256, load.rows) for load in found] for found in loads] == [
        [("Five published documents", fingerprint(FOLDER), loads[0][0].rows)]
    ] * 2


def test_the_version_is_the_fingerprint_of_what_is_loaded(store: Store) -> None:
    version = store.version().split()
    assert version[0] == fingerprint(FOLDER)
    assert "2026-11-21T00:00:00+00:00" in version  # of the last load of street-level crime


def test_partnerships_stand_in_their_order_with_the_first_as_the_start(store: Store) -> None:
    assert tuple(item.slug for item in store.partnerships()) == PARTNERSHIPS
    assert store.partnerships()[0].default_period == financial_year(2010)


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_a_partnership_is_never_shown_anothers_figures(store: Store, partnership: str) -> None:
    scope = Scope(partnership)
    found = {item.indicator for item in store.observations(scope)}
    found |= {item.indicator for item in store.targets(scope)} | {item.indicator for item in store.baselines(scope)}
    assert {indicator.partition("/")[0] for indicator in found} <= {partnership}
    documents = {item.document for item in store.documents(partnership)} if partnership in PUBLISHED else set()
    assert {cell.document for cell in store.cells(partnership)} == documents


def test_a_scope_of_no_categories_at_all_holds_nothing(store: Store) -> None:
    nothing = Scope("warwickshire", categories=frozenset())
    assert [getattr(store, question)(nothing) for question in BY_SCOPE] == [()] * len(BY_SCOPE)


def test_a_scope_limits_indicators_categories_and_areas(store: Store) -> None:
    roads = store.indicators(Scope("warwickshire", categories=frozenset({"road-safety"})))
    assert {item.category for item in roads} == {"road-safety"}
    one = Scope("warwickshire", indicators=frozenset({"warwickshire/ni-15"}))
    assert [item.value.number for item in store.observations(one)] == [323, 335]
    assert {item.indicator for item in store.printed_figures(one)} == {"warwickshire/ni-15"}
    five = store.observations(Scope("south-staffordshire", areas=frozenset({"south-staffordshire/locality-5"})))
    assert ({item.area for item in five}, len(five)) == ({"south-staffordshire/locality-5"}, 6 * 4)


def test_a_number_keeps_its_printed_text_its_marker_and_its_note(store: Store) -> None:
    found = {
        item.indicator: item for item in store.observations(Scope("warwickshire")) if item.period.slug == "2010-11"
    }
    drugs = found["warwickshire/ni-40"]
    assert (drugs.value.number, drugs.value.raw, drugs.value.notes) == (Decimal(1128), "1,128 ³", ("3",))
    assert (str(drugs.value.marker), str(drugs.covers_to)) == ("p", "2010-11-30")
    survey = found["warwickshire/ni-21"]
    assert (survey.value.number, survey.value.reason, survey.value.raw) == (None, Reason.DISCONTINUED, "N/A")
    incidents = found["warwickshire/asb"]
    assert (incidents.value.number, incidents.value.raw) == (Decimal(25748), "25, 748 ⁴")


def test_a_target_is_read_in_the_unit_of_its_period(store: Store) -> None:
    found = {(item.indicator, item.period.slug): item.rule for item in store.targets(Scope("warwickshire"))}
    before, now = (found["warwickshire/ni-30", period] for period in ("2009-10", "2010-11"))
    assert (before.kind, before.number, before.percent) == (TargetKind.ABSOLUTE, Decimal(285), False)
    assert (now.kind, now.number, now.percent) == (TargetKind.ABSOLUTE, Decimal(29), True)
    indicator = next(item for item in store.indicators(Scope("warwickshire")) if item.id == "warwickshire/ni-30")
    assert [indicator.at(financial_year(year)).value_type for year in (2009, 2010)] == [
        ValueType.COUNT,
        ValueType.PERCENTAGE,
    ]


def test_a_baseline_keeps_that_its_year_is_not_printed(store: Store) -> None:
    found = {item.indicator: item for item in store.baselines(Scope("staffordshire"))}
    printed, blank = found["staffordshire/ni-15"], found["staffordshire/ni-15-20"]
    assert (printed.value.number, "year is not printed" in printed.description) == (Decimal("0.75"), True)
    assert (blank.value.number, blank.value.reason) == (None, Reason.NOT_PRINTED)


def test_a_meeting_holds_its_campaigns_in_printed_order(store: Store) -> None:
    meetings = store.meetings("south-staffordshire")
    assert len(meetings) == 14
    assert (str(meetings[0].date), meetings[0].campaigns[0].kind) == ("2011-03-08", "current")
    assert sum(len(item.campaigns) for item in meetings) == 34


def test_a_residual_risk_left_blank_is_missing(store: Store) -> None:
    assert [item.residual for item in store.risks(Scope("staffordshire"))] == [None, None, 9]


def test_a_population_stands_only_where_the_document_prints_one(store: Store) -> None:
    areas = store.areas("south-staffordshire")
    assert [item.population for item in areas] == [106_000, None, None, None, None, None]
    assert areas[0].population_source is not None
    assert areas[0].population_source.text == "just over 106,000"


def test_tables_without_figures_have_no_version(store_url: str) -> None:
    engine = open_engine(store_url)
    with engine.begin() as connection:
        metadata.create_all(connection)
        street.create_all(connection)
        releases.create_all(connection)
        incidents.create_all(connection)
        meetings.create_all(connection)
    version = SqlStore(engine).version()
    engine.dispose()
    assert version == ""
