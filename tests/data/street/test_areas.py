"""Proves in which areas incidents are counted, whatever was loaded first: the incidents, the lookups or the rest."""

from pathlib import Path

from sqlalchemy import Engine, select

from data.tables import street as tables
from tests.data.street.outlines import geojson
from tests.data.street.testshire import (
    BLANK,
    FORCE,
    HOODS,
    NOWHERE,
    OTHER,
    STRANGE,
    WARDS,
    Held,
    incident,
    load,
    lookup_files,
    month_file,
    written,
)
from tests.engines import published_engine

ONE, TWO, EAST, WEST, FAR = HOODS
COUNTRY, TESTSHIRE, EAST_AND_WEST = "england-and-wales", "E23990001", "E22990002"
MIXED = [ONE, ONE, TWO, EAST, WEST, FAR, FAR, FAR, NOWHERE, BLANK, STRANGE, STRANGE]


def remarks(engine: Engine) -> list[str]:
    """What was said of each file, as the log keeps it."""
    with engine.connect() as connection:
        return list(connection.execute(select(tables.arrival.c.remarks).order_by(tables.arrival.c.id)).scalars())


def test_lookups_loaded_afterwards_move_every_incident_to_its_area(engine: Engine, held: Held, tmp_path: Path) -> None:
    load(engine, month_file(tmp_path, *map(incident, MIXED)))
    assert held.counts()["testshire/Farley"] == 3
    load(engine, *lookup_files(tmp_path))
    assert held.counts() == {
        **{COUNTRY: 12, TESTSHIRE: 12, "E07990001": 3, "E07990002": 1, "E07990003": 1, EAST_AND_WEST: 2},
        **{"E05990001": 2, "E05990002": 1, "E05990003": 1, "E05990004": 1, ONE: 2, TWO: 1, EAST: 1, WEST: 1},
        **{"testshire/outside": 3, "testshire/no-location": 1, "testshire/unknown": 3},
    }


def test_the_order_of_loading_makes_no_difference(tmp_path: Path) -> None:
    ours = month_file(tmp_path, *map(incident, [*MIXED, "E01990777"]))
    theirs = month_file(
        tmp_path,
        *(incident(place, force=OTHER) for place in (FAR, ONE, STRANGE, "E01990777")),
        name="2025-06-othershire-street.csv",
    )
    places = "partnership,locality,code\nTestshire,North,E05990001\nTestshire,South,E01990003\n"
    paths = [ours, theirs, *lookup_files(tmp_path), written(tmp_path, "localities.csv", places)]
    orders = [paths, paths[::-1], [paths[at] for at in (2, 0, 4, 3, 1)]]
    calls = [[order] for order in orders] + [[[path] for path in order] for order in orders]
    found = []
    for at, calls_of_one in enumerate(calls):
        with published_engine(f"sqlite:///{tmp_path / f'{at}.db'}") as engine:
            for paths_of_one in calls_of_one:
                load(engine, *paths_of_one)
            found.append(Held(engine).by_place())
    assert len(found[0]) > 50
    assert all(counts == found[0] for counts in found)


def test_rows_outside_and_in_unknown_areas_are_said_of_their_file(engine: Engine, tmp_path: Path) -> None:
    path = month_file(tmp_path, *map(incident, [*MIXED, "E01990098", "E01990097", "E01990096"]))
    strange = path.read_text().replace("Testbury 009Z", "Neverham 002A")
    path.write_text(strange)
    summary = load(engine, path, *lookup_files(tmp_path))
    assert summary.files[0].said == [
        "Rows outside the force’s area: 3.",
        "Rows with coordinates but no area code: 1, counted under “Area not known”.",
        "Rows with one of 4 area codes that no lookup holds (E01990096, E01990097, E01990098, …): "
        "5, counted under “Area not known”.",
    ]
    assert remarks(engine)[0] == "\n".join(summary.files[0].said)


def test_files_without_such_rows_say_nothing_of_them(engine: Engine, tmp_path: Path) -> None:
    june = month_file(tmp_path, *map(incident, [ONE, NOWHERE]))
    july = month_file(tmp_path, incident(FAR, month="2025-07"), name="2025-07-testshire-street.csv")
    summary = load(engine, *lookup_files(tmp_path), june, july)
    assert [file.said for file in summary.files[2:]] == [[], ["Rows outside the force’s area: 1."]]


def test_a_neighbourhood_that_no_lookup_holds_counts_in_the_district_of_its_name(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    old = list(incident("E01990055"))
    old[8] = "Eastham 007A"
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, tuple(old), incident(EAST)))
    found = held.counts()
    assert (found["E01990055"], found["E07990002"], found[EAST_AND_WEST], found["testshire/unknown"]) == (1, 2, 2, 0)


def test_a_wider_area_named_as_a_neighbourhood_is_not_known(engine: Engine, held: Held, tmp_path: Path) -> None:
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, incident("E07990001"), incident(ONE)))
    assert (held.counts()["testshire/unknown"], held.counts()["E07990001"]) == (1, 1)


def test_a_lookup_without_forces_waits_until_they_are_known(engine: Engine, held: Held, tmp_path: Path) -> None:
    wards, forces = lookup_files(tmp_path)
    load(engine, wards, month_file(tmp_path, incident(ONE)))
    assert held.counts()["testshire/Testbury"] == 1
    load(engine, forces)
    assert (held.counts()["E07990001"], held.counts()["testshire/Testbury"]) == (1, 0)


def test_a_partnership_over_two_districts_is_an_area_and_one_over_one_is_not(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, *map(incident, [ONE, EAST, WEST, WEST])))
    assert held.names("csp") == ["East and West"]
    assert held.children(EAST_AND_WEST) == ["E07990002", "E07990003"]
    assert held.counts()[EAST_AND_WEST] == 3


def people(engine: Engine) -> dict[str, tuple[int | None, str]]:
    place = tables.place.c
    with engine.connect() as connection:
        rows = connection.execute(select(place.code, place.population, place.population_year))
        return {code: (count, year) for code, count, year in rows}


def test_populations_are_summed_when_every_neighbourhood_is_known(engine: Engine, tmp_path: Path) -> None:
    hoods = "LSOA21CD,Total\nE01990001,100\nE01990002,150\nE01990003,70\n"
    load(engine, *lookup_files(tmp_path), written(tmp_path, "mid2024.csv", hoods))
    found = people(engine)
    assert (found[ONE], found["E05990001"], found["E07990001"]) == ((100, "2024"), (100, "2024"), (250, "2024"))
    assert (found["E07990003"], found[TESTSHIRE], found[WEST]) == ((None, ""), (None, ""), (None, ""))
    load(engine, written(tmp_path, "district-2023.csv", "LAD24CD,Total\nE07990003,30\nE07990001,260\n"))
    found = people(engine)
    assert (found["E07990001"], found["E07990003"]) == ((260, "2023"), (30, "2023"))


SQUARES = {ONE: (0, 0), TWO: (1, 0), EAST: (2, 0), WEST: (1, 1), FAR: (5, 5)}


def test_neighbourhoods_that_share_a_point_of_their_outlines_touch(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "shapes.geojson", geojson(SQUARES)), *lookup_files(tmp_path))
    one, other, pair = tables.place.alias(), tables.place.alias(), tables.neighbour.c
    query = select(one.c.code, other.c.code).join(tables.neighbour, pair.place == one.c.id)
    with engine.connect() as connection:
        found = {tuple(row) for row in connection.execute(query.join(other, pair.other == other.c.id))}
    both = {(ONE, TWO), (TWO, EAST), (TWO, WEST), (ONE, WEST), (EAST, WEST)}
    assert found == both | {(second, first) for first, second in both}


def test_the_country_is_the_sum_of_its_forces(engine: Engine, held: Held, tmp_path: Path) -> None:
    theirs = month_file(tmp_path, incident(FAR, force=OTHER), name="2025-06-othershire-street.csv")
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, *map(incident, MIXED)))
    load(engine, theirs)
    assert (held.counts()[COUNTRY], held.counts()["E23990009"]) == (13, 1)
    load(engine, month_file(tmp_path, incident(ONE)))
    assert held.counts()[COUNTRY] == 2


def test_a_force_is_known_however_its_name_is_written(engine: Engine, held: Held, tmp_path: Path) -> None:
    lookup = WARDS.replace("LAD24NM", "LAD24NM,PFA24CD,PFA24NM").replace("Farley\n", "Farley,E23990008,x\n")
    lookup = lookup.replace("bury\n", 'bury,E23990001,"Testshire, County of"\n')
    load(engine, written(tmp_path, "lookup.csv", "\n".join(lookup.splitlines()[:3]) + "\n"))
    load(engine, month_file(tmp_path, incident(ONE, force="County of Testshire Constabulary")))
    assert (held.counts()["E23990001"], held.names("force")) == (1, ["County of Testshire"])
    assert FORCE not in held.names("force")
