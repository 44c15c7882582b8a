"""A file is erased with all that was read from it; what others say stays and becomes what is published."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from dashboard.domain.errors import RefusedErasure
from dashboard.domain.records import Scope
from data.audit.erased import is_in, numbers_of, of_figure, of_file, spans_of
from data.audit.reading import EVERY_LINE, check, page
from data.intake.pipeline import Wish
from data.keeping.erasing import Because, erase, look
from data.own.history import figure_place, moves
from data.own.publishing.release import undo
from data.store import SqlStore
from data.tables import own as tables
from data.tables import street
from tests.data.audit.trail import jones_acts
from tests.data.own.conftest import engine, quick_engine, reader
from tests.data.own.typed import NOON, load, number, table_1, text_file, wish

__all__ = ["engine", "jones_acts", "quick_engine", "reader"]
WHY = Because("A. Jones", "the agreement with the force has ended")
LATER = NOON + timedelta(days=30)
HEADING = "Indicator,Period,Actual,Target"
NEW = "warwickshire/street-pastors"


def files(engine: Engine) -> list[int]:
    """The numbers of the files that were loaded by a test, the oldest first."""
    item = street.arrival.c
    query = select(item.id).where(item.source == "").order_by(item.id)
    with engine.connect() as connection:
        return list(connection.execute(query).scalars())


def in_folder(folder: Path, name: str) -> Path:
    found = folder / name
    found.mkdir()
    return found


def count(engine: Engine, what: str) -> int:
    table = tables.releases.tables[what]
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_what_the_file_before_said_is_published_again_and_at_last_what_is_printed(
    engine: Engine, tmp_path: Path
) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    load(engine, table_1(in_folder(tmp_path, "second"), E7="1,140"))
    first, second = files(engine)
    [loss] = erase(engine, [second], WHY, LATER)
    assert (len(loss.own.figures), set(loss.own.partnerships), loss.numbers) == (1, {"warwickshire"}, (second,))
    assert number(engine) == (Decimal(1131), "r")
    erase(engine, [first], WHY, LATER)
    assert number(engine) == (Decimal(1128), "p")
    assert count(engine, "own_figure") == 0


def test_a_figure_of_an_erased_file_says_by_whom_and_why_and_so_does_the_file(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    [file] = files(engine)
    assert figure_place(engine, SqlStore(engine), 1) is not None
    erase(engine, [file], WHY, LATER)
    assert figure_place(engine, SqlStore(engine), 1) is None
    said = "erased on 1 April 2026 by A. Jones, because the agreement with the force has ended"
    for found in (of_figure(engine, 1), of_file(engine, file)):
        assert found is not None
        assert found.sentence == said
    assert (of_figure(engine, 2), of_file(engine, file + 1)) == (None, None)


def test_an_erasure_is_one_line_of_the_trail(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, table_1(tmp_path, E7="1,131"))
    erase(quick_engine, files(quick_engine), WHY, LATER)
    line = page(quick_engine, EVERY_LINE)[0]
    assert (line.deed, line.partnership, line.name) == ("original erased", "warwickshire", "A. Jones")
    assert (line.before, line.after) == (
        "1 figures, 0 months, 0 rejected rows",
        "because the agreement with the force has ended",
    )
    assert check(quick_engine)[0].is_whole


def test_a_look_tells_what_would_go_and_leaves_everything(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    before = SqlStore(engine).version()
    [loss] = look(engine, files(engine), LATER)
    assert len(loss.own.figures) == 1
    assert (number(engine), count(engine, "own_figure")) == ((Decimal(1131), "r"), 1)
    assert SqlStore(engine).version() == before
    assert of_file(engine, files(engine)[0]) is None


def test_a_store_that_has_read_the_figures_before_reads_them_anew(quick_engine: Engine, tmp_path: Path) -> None:
    store, scope = SqlStore(quick_engine), Scope("rutland")
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, "Thefts,2010/11,7,"), wish=wish("Rutland"))
    load(quick_engine, text_file(tmp_path, "b.csv", HEADING, "Robberies,2010/11,9,"), wish=wish("Rutland"))
    first, _ = files(quick_engine)
    before = store.version()
    assert len(store.observations(scope)) == 2
    erase(quick_engine, [first], WHY, LATER)
    assert store.version() != before
    assert [item.value.number for item in store.observations(scope)] == [Decimal(9)]


def test_an_indicator_stays_while_another_file_has_figures_of_it_and_then_goes(engine: Engine, tmp_path: Path) -> None:
    load(engine, text_file(tmp_path, "a.csv", HEADING, "Street pastors,2009/10,40,"))
    load(engine, text_file(tmp_path, "b.csv", HEADING, "Street pastors,2010/11,48,"))
    first, second = files(engine)
    [loss] = erase(engine, [first], WHY, LATER)
    assert (loss.own.indicators, loss.own.stay) == (0, 1)
    assert number(engine, NEW, "2010-11")[0] == Decimal(48)
    assert NEW in {item.id for item in SqlStore(engine).indicators(Scope("warwickshire"))}
    [loss] = erase(engine, [second], WHY, LATER)
    assert [count(engine, name) for name in ("own_figure", "own_indicator")] == [0, 0]


def test_a_partnership_goes_with_its_last_file(engine: Engine, tmp_path: Path) -> None:
    load(engine, text_file(tmp_path, "a.csv", HEADING, "Thefts,2010/11,7,"), wish=wish("Rutland"))
    assert "rutland" in {item.slug for item in SqlStore(engine).partnerships()}
    erase(engine, files(engine), WHY, LATER)
    assert "rutland" not in {item.slug for item in SqlStore(engine).partnerships()}
    assert [count(engine, f"own_{name}") for name in ("figure", "indicator", "area", "partnership", "note")] == [0] * 5


def test_a_withdrawn_figure_does_not_come_back_when_what_withdrew_it_is_erased(engine: Engine, tmp_path: Path) -> None:
    rows = ("Street pastors,2009/10,40,", "Street pastors,2010/11,48,")
    load(engine, text_file(tmp_path, "a.csv", HEADING, *rows))
    again = text_file(in_folder(tmp_path, "again"), "a.csv", HEADING, rows[0])
    load(engine, again, wish=wish(withdraw=True))
    _, second = files(engine)
    erase(engine, [second], WHY, LATER)
    found = SqlStore(engine).observations(Scope("warwickshire", indicators=frozenset({NEW})))
    assert [item.period.slug for item in found] == ["2009-10"]


def test_undo_and_earlier_days_stay_true_without_what_is_erased(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    second = table_1(in_folder(tmp_path, "second"), E7="1,140")
    load(engine, second, wish=Wish(LATER, partnership="warwickshire", who="Jo"))
    erase(engine, files(engine)[:1], WHY, LATER)
    then = SqlStore(engine).as_at(NOON.date())
    assert {item.value.number for item in then.observations(Scope("warwickshire"))} >= {Decimal(1128)}
    stays, gone = moves(engine)
    assert (stays.figures, stays.erased, gone.figures) == (1, "", 0)
    assert gone.erased.startswith("erased on 1 April 2026 by A. Jones, because")
    assert (stays.homes, gone.homes) == (frozenset({"warwickshire"}),) * 2
    undo(engine, 2, LATER, "Jo")
    assert number(engine) == (Decimal(1128), "p")


def test_the_same_bytes_are_erased_however_often_they_were_loaded_and_may_be_loaded_again(
    engine: Engine, tmp_path: Path
) -> None:
    first = table_1(tmp_path, E7="1,131")
    load(engine, first)
    load(engine, table_1(in_folder(tmp_path, "second"), E7="1,140"))
    load(engine, first)
    one, _, three = files(engine)
    [loss] = erase(engine, [three], WHY, LATER)
    assert loss.numbers == (one, three)
    assert number(engine) == (Decimal(1140), "r")
    load(engine, first)
    assert number(engine) == (Decimal(1131), "r")
    assert of_file(engine, files(engine)[-1]) is None


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("every", "is of Sampleshire, which comes with the product"),
        ("unknown", "There is no file 9999 in the log"),
        ("twice", "table-1.xlsx was erased before."),
        ("no reason", "Say why the files are erased"),
        ("long reason", "The reason must be 500 characters or fewer: it has 501."),
    ],
)
def test_what_cannot_be_erased_is_said_and_nothing_is(
    quick_engine: Engine, tmp_path: Path, rows: str, words: str
) -> None:
    load(quick_engine, table_1(tmp_path, E7="1,131"))
    load(quick_engine, table_1(in_folder(tmp_path, "second"), E7="1,140"))
    first, second = files(quick_engine)
    if rows == "twice":
        erase(quick_engine, [first], WHY, LATER)
    numbers = {
        "every": [1, second],
        "unknown": [second, 9999],
        "twice": [first],
    }.get(rows, [second])
    why = {"no reason": Because("Jo", ""), "long reason": Because("Jo", "x" * 501)}.get(rows, WHY)
    with pytest.raises(RefusedErasure, match=words):
        erase(quick_engine, numbers, why, LATER)
    assert number(quick_engine) == (Decimal(1140), "r")


@pytest.mark.parametrize(("numbers", "spans"), [((), ""), ((3,), "3"), ((3, 4, 5), "3-5"), ((1, 3, 4, 9), "1,3-4,9")])
def test_numbers_are_kept_as_spans(numbers: tuple[int, ...], spans: str) -> None:
    assert spans_of(numbers) == spans
    assert [at for at in range(12) if is_in(at, spans)] == list(numbers_of(spans)) == list(numbers)
