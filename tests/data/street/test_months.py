"""Proves how months of street files come in: replaced whole, never twice, all of a call or nothing."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from data.intake.pipeline import Summary, Wish, load_files
from data.tables import street as tables
from tests.data.sources.archives import zipped
from tests.data.street.testshire import MOMENT, NOWHERE, Held, everything, incident, load, month_file, refused, written

LATER = datetime(2026, 12, 1, tzinfo=UTC)
ONE, TWO, THREE = "E01990001", "E01990002", "E01990003"


def said(summary: Summary) -> list[list[str]]:
    return [file.said for file in summary.files]


def test_without_any_lookup_districts_are_known_by_name(engine: Engine, held: Held, tmp_path: Path) -> None:
    summary = load(engine, month_file(tmp_path, incident(ONE), incident(TWO), incident(THREE), incident(NOWHERE)))
    assert (summary.loaded, summary.rows) == (True, 4)
    assert held.counts() == {
        **{"england-and-wales": 4, "testshire": 4, "testshire/Testbury": 2, "testshire/Eastham": 1},
        **{ONE: 1, TWO: 1, THREE: 1, "testshire/no-location": 1},
    }
    assert held.children("testshire") == ["testshire/Eastham", "testshire/Testbury", "testshire/no-location"]
    assert (held.names("force"), held.names("district")) == (["Testshire"], ["Eastham", "Testbury"])


def test_the_lookups_of_one_force_do_not_hide_the_names_of_another(engine: Engine, held: Held, tmp_path: Path) -> None:
    heading = "LSOA21CD,LSOA21NM,WD24CD,LAD24CD,LAD24NM,PFA24CD,PFA24NM"
    row = "E01000001,Elsewhere 001A,E05000001,E07000001,Elsewhere,E23000001,Elsewhereshire"
    load(engine, written(tmp_path, "lookup.csv", f"{heading}\n{row}\n"))
    load(engine, month_file(tmp_path, incident(ONE)))
    assert held.counts()["testshire/Testbury"] == 1


def test_the_same_bytes_again_change_nothing(engine: Engine, tmp_path: Path) -> None:
    path = month_file(tmp_path, incident(ONE))
    load(engine, path)
    before = everything(engine)
    summary = load(engine, path, moment=LATER)
    assert (summary.loaded, said(summary)) == (False, [["Already loaded on 2026-11-21; nothing changes."]])
    assert everything(engine) == before


def test_the_same_figures_in_new_bytes_change_nothing(engine: Engine, tmp_path: Path) -> None:
    load(engine, month_file(tmp_path, incident(ONE), incident(TWO)))
    before = everything(engine)
    summary = load(engine, month_file(tmp_path, incident(TWO), incident(ONE)), moment=LATER)
    sentence = "Testshire Police 2025-06: the same figures as published; nothing changes."
    assert (summary.loaded, said(summary)) == (False, [[sentence]])
    assert everything(engine) == before


def test_a_later_download_supersedes_and_the_difference_is_said(engine: Engine, held: Held, tmp_path: Path) -> None:
    first = [incident(ONE, "Anti-social behaviour")] * 3
    load(engine, month_file(tmp_path, *first))
    summary = load(engine, month_file(tmp_path, first[0], incident(TWO), incident(TWO)), moment=LATER)
    sentence = "Testshire Police 2025-06: replaced; +0 incidents (Anti-social behaviour −2, Burglary +2)."
    assert (summary.loaded, said(summary)) == (True, [[sentence]])
    assert held.counts() == {"england-and-wales": 3, "testshire": 3, "testshire/Testbury": 3, ONE: 1, TWO: 2}
    assert held.counts("Anti-social behaviour")["testshire"] == 1
    with engine.connect() as connection:
        [kept] = connection.execute(select(tables.force_month.c.arrival, tables.force_month.c.difference)).all()
    assert tuple(kept) == (2, sentence)


def test_other_outcomes_alone_supersede_too(engine: Engine, tmp_path: Path) -> None:
    load(engine, month_file(tmp_path, incident(ONE)))
    other = (*incident(ONE)[:10], "Local resolution", "")
    summary = load(engine, month_file(tmp_path, other))
    assert said(summary) == [["Testshire Police 2025-06: replaced; the same counts, other places or outcomes."]]


def test_an_earlier_download_can_come_back(engine: Engine, held: Held, tmp_path: Path) -> None:
    first, second = month_file(tmp_path / "", incident(ONE)), written(tmp_path, "b.csv", "")
    second.write_bytes(first.read_bytes().replace(ONE.encode(), TWO.encode()))
    for path, moment in ((first, MOMENT), (second, LATER), (first, LATER)):
        assert load(engine, path, moment=moment).loaded
    assert (held.counts()[ONE], held.counts()[TWO]) == (1, 0)


def test_a_zip_of_which_one_month_was_replaced_is_not_already_loaded(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    may = month_file(tmp_path, incident(ONE, month="2025-05"), name="2025-05-testshire-street.csv")
    june = month_file(tmp_path, incident(ONE))
    archive = written(tmp_path, "both.zip", zipped({path.name: path.read_bytes() for path in (may, june)}))
    load(engine, may)
    load(engine, archive)
    load(engine, month_file(tmp_path, incident(TWO, month="2025-05"), name="2025-05-testshire-street.csv"))
    assert load(engine, archive).loaded
    assert held.counts()[ONE] == 2


def test_a_month_that_stands_twice_with_the_same_figures_is_said(engine: Engine, held: Held, tmp_path: Path) -> None:
    paths = [month_file(tmp_path / folder, incident(ONE), incident(TWO)) for folder in "ab"]
    month_file(tmp_path / "b", incident(TWO), incident(ONE))
    summary = load(engine, *paths)
    assert said(summary) == [
        [],
        [f"Testshire Police 2025-06: the same figures as {paths[0]}; nothing changes."],
    ]
    assert held.counts()["testshire"] == 2


def test_one_file_under_two_names_is_loaded_once(engine: Engine, held: Held, tmp_path: Path) -> None:
    paths = [month_file(tmp_path / folder, incident(ONE)) for folder in "ab"]
    assert said(load(engine, *paths, paths[0])) == [[], ["Already loaded on 2026-11-21; nothing changes."]]
    assert held.counts()["testshire"] == 1


def test_a_month_that_stands_twice_with_different_figures_is_refused(engine: Engine, tmp_path: Path) -> None:
    plain, other = month_file(tmp_path / "new", incident(ONE)), month_file(tmp_path / "old", incident(TWO))
    archive = written(tmp_path, "download.zip", zipped({f"2025-06/{other.name}": other.read_bytes()}))
    inside = f"{other.name} in {archive}"
    words = "have different figures for Testshire Police 2025-06: load only one of them."
    assert refused(engine, plain, archive) == f"{plain} and {inside} {words}"
    assert refused(engine, archive, plain) == f"{inside} and {plain} {words}"
    load(engine, plain)
    assert refused(engine, archive, plain) == f"{plain} and {inside} {words}"
    load(engine, month_file(tmp_path, incident(THREE)))
    assert refused(engine, plain, archive) == f"{plain} and {inside} {words}"


def test_a_refused_file_among_good_ones_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    good = month_file(tmp_path, incident(ONE))
    bad = written(tmp_path, "bad.csv", "What is this?\n")
    for paths in ((good, bad), (bad, good)):
        assert refused(engine, *paths).startswith("bad.csv is no file that Outturn knows")


def test_a_caller_who_does_not_agree_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    before, asked = everything(engine), []

    def decline(summary: Summary) -> bool:
        asked.append(summary.rows)
        return False

    summary = load_files(engine, [month_file(tmp_path, incident(ONE))], Wish(MOMENT, agree=decline))
    assert (summary.loaded, summary.refused, asked, everything(engine)) == (False, [], [1], before)


def test_who_waits_is_told_of_every_file(engine: Engine, tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    paths = [
        month_file(tmp_path, incident(ONE, month=month), name=f"{month}-testshire-street.csv")
        for month in ("2025-06", "2025-07")
    ]
    load_files(engine, paths, Wish(MOMENT, progress=lambda name, rows: told.append((name, rows))))
    assert told == [(paths[0].name, 1), (paths[1].name, 2)]


def test_more_than_five_in_a_hundred_rejected_rows_refuse_the_file(engine: Engine, tmp_path: Path) -> None:
    wrong, swapped = incident(ONE, "Witchcraft"), list(incident(ONE))
    swapped[4:6] = "52", "-2"
    path = month_file(tmp_path, *[incident(ONE)] * 90, *[wrong] * 3, *[tuple(swapped)] * 4)
    assert refused(engine, path) == (
        "2025-06-testshire-street.csv: 7 of 97 rows cannot be taken; "
        "most: a row has latitude and longitude the wrong way round."
    )


def test_up_to_five_in_a_hundred_are_kept_beside_with_file_line_and_rule(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    summary = load(engine, month_file(tmp_path, *[incident(ONE)] * 19, incident(ONE, "Witchcraft")))
    [file] = summary.files
    assert (file.rows, file.rejected, file.rules, file.held) == (20, 1, {"crime-type-unknown": 1}, 1)
    assert held.counts()["testshire"] == 19
    with engine.connect() as connection:
        [kept] = connection.execute(select(tables.rejected_row)).all()
    assert tuple(kept)[1:4] == (1, "2025-06-testshire-street.csv", "crime-type-unknown")
    assert (kept.line, kept.text.split(",")[9]) == (21, "Witchcraft")


def test_two_forces_with_neighbourhoods_in_common_keep_their_own(engine: Engine, held: Held, tmp_path: Path) -> None:
    """Without lookups nobody knows whose a neighbourhood is."""
    load(engine, month_file(tmp_path, incident(ONE)))
    other = month_file(tmp_path, incident(ONE, force="Othershire Police"), name="2025-06-othershire-street.csv")
    load(engine, other)
    load(engine, month_file(tmp_path, incident(ONE), incident(ONE), name="2025-06-testshire-street.csv"))
    assert held.counts() == {
        **{"england-and-wales": 3, "testshire": 2, "testshire/Testbury": 2, ONE: 2},
        **{"othershire": 1, "othershire/Testbury": 1, f"othershire/{ONE}": 1},
    }
