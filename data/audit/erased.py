"""Knows which files of the log were erased, and which figures went with them: by whom, when, and why."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import ColumnElement, Connection, Engine, insert, select, true, update

from dashboard.questions.street import Original
from data.tables.audit import erasure
from data.tables.street import arrival


@dataclass(frozen=True, slots=True)
class Erasure:
    """A file that is gone with the rows read from it."""

    number: int
    arrival: int
    sha256: str
    name: str
    moment: str
    who: str
    reason: str
    partnerships: frozenset[str]
    releases: str
    is_finished: bool

    @property
    def sentence(self) -> str:
        day = datetime.fromisoformat(self.moment)
        return f"erased on {day.day} {day:%B %Y} by {self.who}, because {self.reason}"


def of_file(engine: Engine, number: int) -> Erasure | None:
    """The erasure of the file with this *number* in the log; None where it was not erased."""
    with engine.connect() as connection:
        found = _read(connection, erasure.c.arrival == number)
    return found[-1] if found else None


def of_figure(engine: Engine, number: int) -> Erasure | None:
    """The erasure that the figure with this *number* went with."""
    item = erasure.c
    with engine.connect() as connection:
        spans = connection.execute(select(item.id, item.figures).where(item.figures != "")).all()
        found = [at for at, figures in spans if is_in(number, figures)]
        return _read(connection, item.id == found[-1])[0] if found else None


def by_number(connection: Connection, by: str) -> list[tuple[int, Erasure]]:
    """Each erasure with the number of its file (*by* arrival), or of each release that the file had figures in."""
    every = _read(connection, true())
    if by == "arrival":
        return [(item.arrival, item) for item in every]
    return [(number, item) for item in every for number in numbers_of(item.releases)]


def unfinished(connection: Connection) -> list[Erasure]:
    """Those of which bytes may still lie on the disk."""
    return _read(connection, erasure.c.finished == 0)


def keep_note(connection: Connection, rows: Sequence[dict[str, object]]) -> None:
    connection.execute(insert(erasure), rows)


def finish(connection: Connection, numbers: Collection[int]) -> None:
    connection.execute(update(erasure).where(erasure.c.id.in_(numbers)).values(finished=1))


def is_needed(connection: Connection, sha256: str) -> bool:
    """Whether a file of the log that was not erased has these bytes: they were loaded again."""
    gone = select(erasure.c.arrival)
    query = select(arrival.c.id).where(arrival.c.sha256 == sha256, arrival.c.id.not_in(gone)).limit(1)
    return connection.execute(query).first() is not None


def state_of(engine: Engine, sha256: str, state: Original) -> Original:
    """The *state* of a kept file; what is missing may have been erased."""
    if state is not Original.MISSING:
        return state
    with engine.connect() as connection:
        gone = connection.execute(select(erasure.c.id).where(erasure.c.sha256 == sha256).limit(1)).first()
        return Original.ERASED if gone and not is_needed(connection, sha256) else state


def spans_of(numbers: Iterable[int]) -> str:
    """*numbers*, which rise, as "3-17,20"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ",".join(f"{first}-{last}" if first != last else f"{first}" for first, last in found)


def is_in(number: int, spans: str) -> bool:
    """Whether *number* is among *spans* such as "3-17,20"."""
    return any(number in span for span in _ranges(spans))


def numbers_of(spans: str) -> Iterator[int]:
    """Every number of *spans* such as "3-17,20"."""
    return chain.from_iterable(_ranges(spans))


def _ranges(spans: str) -> Iterator[range]:
    for span in filter(None, spans.split(",")):
        first, _, last = span.partition("-")
        yield range(int(first), int(last or first) + 1)


def _read(connection: Connection, where: ColumnElement[bool]) -> list[Erasure]:
    item = erasure.c
    columns = (item.id, item.arrival, item.sha256, item.name, item.moment, item.who, item.reason)
    query = select(*columns, item.partnerships, item.releases, item.finished).where(where).order_by(item.id)
    return [
        Erasure(*row[:7], frozenset(row.partnerships.split()), row.releases, bool(row.finished))
        for row in connection.execute(query)
    ]
