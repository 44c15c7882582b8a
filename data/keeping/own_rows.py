"""Knows how everything that a file said of a partnership's own figures is erased; what others said of it stays."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, exists, select, update

from data.tables import documents as printed
from data.tables import own as tables
from data.tables.audit import erasure

CHUNK = 500
NAMED = ("indicator", "area", "partnership")
#: What a row that withdraws a figure keeps: its place among the figures, without what stood there.
EMPTIED = {
    **dict.fromkeys(("text", "note", "covers_to", "value_reason", "marker", "value_notes", "remarks", "percent"), ""),
    **dict.fromkeys(("sheet", "cell"), ""),
    **dict.fromkeys(("number", *tables.COUNTS)),
}


@dataclass(frozen=True, slots=True)
class OwnLoss:
    """What went of own figures; *stay* are names that other files' figures still need."""

    figures: tuple[int, ...] = ()  # their numbers
    releases: tuple[int, ...] = ()  # of these
    partnerships: frozenset[str] = frozenset()
    indicators: int = 0
    areas: int = 0
    lines: int = 0  # of plans
    stay: int = 0


def erase_own(connection: Connection, files: Collection[int]) -> OwnLoss:
    """Erase what *files* said, of every release; names that figures of other files bear are left."""
    figure = tables.figure.c
    mine = figure.arrival.in_(files)
    present = (mine, figure.gone == tables.PRESENT)
    gone = connection.execute(select(figure.id, figure.partnership, figure.release).where(*present)).all()
    connection.execute(delete(tables.figure).where(*present))
    connection.execute(update(tables.figure).where(mine).values(**EMPTIED))
    connection.execute(delete(tables.note).where(tables.note.c.arrival.in_(files)))
    lines = _erase_lines(connection, files)
    # Of files that were erased before, too: what they named may be borne by nothing any more.
    every = {*files, *connection.execute(select(erasure.c.arrival)).scalars()}
    named = [_erase_names(connection, tables.releases.tables[f"own_{name}"], name, every) for name in NAMED]
    return OwnLoss(
        figures=tuple(sorted(number for number, _, _ in gone)),
        releases=tuple(sorted({release for _, _, release in gone} | {release for _, release in lines})),
        partnerships=frozenset(home for _, home, _ in gone) | {home for home, _ in lines},
        indicators=named[0][0],
        areas=named[1][0],
        lines=len(lines),
        stay=sum(stay for _, stay in named),
    )


def _erase_lines(connection: Connection, files: Collection[int]) -> list[tuple[str, int]]:
    """Erase the lines of plans that *files* said, each told by its partnership and release; none is named any more."""
    line, other = tables.plan_row.c, tables.plan_row.alias().c
    mine = line.arrival.in_(files) & (line.gone == tables.PRESENT)
    found = [
        (home, release) for home, release in connection.execute(select(line.partnership, line.release).where(mine))
    ]
    connection.execute(delete(tables.plan_row).where(mine))
    same = (other.partnership == line.partnership) & (other.what == line.what) & (other.key == line.key)
    stands = exists(select(other.id).where(same, other.gone == tables.PRESENT))
    connection.execute(delete(tables.plan_row).where(line.gone != tables.PRESENT, ~stands))
    return found


def _erase_names(connection: Connection, table: Table, name: str, files: Collection[int]) -> tuple[int, int]:
    """Erase what *files* declared in *table*, but for names that nothing else declares and something still bears."""
    mine = table.c.arrival.in_(files)
    declared = set(connection.execute(select(table.c[name]).where(mine)).scalars())
    elsewhere = select(table.c[name]).where(~mine)
    known = declared & {*connection.execute(elsewhere).scalars(), *_printed(connection, name)}
    stay = (declared - known) & _borne(connection, name, files)
    leaving = sorted(declared - stay)
    for at in range(0, len(leaving), CHUNK):
        connection.execute(delete(table).where(mine, table.c[name].in_(leaving[at : at + CHUNK])))
    return len(leaving), len(stay)


def _printed(connection: Connection, name: str) -> set[str]:
    """The names that the five documents declare."""
    table = {"indicator": printed.indicator, "area": printed.area, "partnership": printed.partnership}[name]
    return set(connection.execute(select(table.c[name])).scalars())


def _borne(connection: Connection, name: str, files: Collection[int]) -> set[str]:
    """The names that figures of other files bear; a partnership stays with whatever is left in it, and its own area."""
    figure, area = tables.figure.c, tables.area.c
    questions = []
    if name != "partnership":
        questions.append(select(figure[name]).where(figure.arrival.not_in(files)))
    if name != "indicator":
        questions.append(select(figure.partnership).where(figure.arrival.not_in(files)))
        questions.append(select(area.partnership).where(area.arrival.not_in(files)))
        questions.append(select(tables.indicator.c.partnership))
        questions.append(select(tables.plan_row.c.partnership))
    return {found for query in questions for found in connection.execute(query.distinct()).scalars()}
