"""Knows how orders of papers are taken, worked on one after the other, cancelled, and handed over.

Whoever works on one says so every few seconds; an order that nobody speaks of any more is taken up by the next.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from dashboard.domain.papers.job import COUNTS, KEPT, UNDER_WAY, JobState, PaperJob, PaperOrder
from data.engine import begin_writing
from data.schema import Found
from data.tables.papers import paper_job

WAITS = "Waiting for its turn"
COLUMNS = [column for column in paper_job.c if column.name not in ("key", "file")]


def order(engine: Engine, asked: PaperOrder, now: datetime) -> int:
    """The number of the job that makes what is *asked*: a new one, or that of whoever asked for the same before."""
    with begin_writing(engine) as connection:
        connection.execute(delete(paper_job).where(paper_job.c.asked < (now - KEPT).isoformat()))
        known = select(paper_job.c.number).where(paper_job.c.key == asked.key, paper_job.c.state.in_(COUNTS))
        if (number := connection.execute(known).scalar()) is not None:
            return int(number)
        moment = now.isoformat()
        values = {name: getattr(asked, name) for name in ("partnership", "meeting", "form", "asks", "key")}
        values |= {"asked": moment, "state": JobState.WAITING, "told": WAITS, "beat": moment}
        made = connection.execute(insert(paper_job).values(values).returning(paper_job.c.number))
        return int(made.scalar_one())


def take(engine: Engine, now: datetime) -> PaperJob | None:
    """The next job to work on, now ours; None where there is none, or somebody else is at work."""
    with begin_writing(engine) as connection:
        jobs = [job for job in _jobs(connection) if job.is_under_way]
        if any(job.state is JobState.MAKING and not job.is_silent(now) for job in jobs):
            return None
        job = next(iter(jobs), None)
        if job is not None:
            values = {"state": JobState.MAKING, "beat": now.isoformat(), "told": "Begun"}
            connection.execute(update(paper_job).where(paper_job.c.number == job.number).values(values))
        return job


def tell(engine: Engine, number: int, now: datetime, told: str = "") -> bool:
    """Say that a job goes on, and how far it is; whether it still is to."""
    said = {"beat": now.isoformat()} | ({"told": told} if told else {})
    return _change(engine, number, said, {JobState.MAKING})


def finish(engine: Engine, number: int, file: bytes, told: str) -> bool:
    """Keep the *file* of a job that was not cancelled meanwhile."""
    return _change(engine, number, {"state": JobState.DONE, "file": file, "told": told}, {JobState.MAKING})


def fail(engine: Engine, number: int, why: str) -> bool:
    return _change(engine, number, {"state": JobState.FAILED, "told": why}, {JobState.MAKING})


def forget(connection: Connection, partnership: str) -> None:
    """Take back the papers that a partnership has, or that are being made: they hold what may not be read any more."""
    begun = (paper_job.c.partnership == partnership, paper_job.c.state != JobState.WAITING)
    connection.execute(delete(paper_job).where(*begun))


def cancel(engine: Engine, number: int, told: str) -> bool:
    """Whether a job that was under way is cancelled by this."""
    return _change(engine, number, {"state": JobState.CANCELLED, "told": told}, set(UNDER_WAY))


def _change(engine: Engine, number: int, values: Mapping[str, object], states: set[JobState]) -> bool:
    with engine.begin() as connection:
        found = update(paper_job).where(paper_job.c.number == number, paper_job.c.state.in_(states)).values(values)
        return connection.execute(found).rowcount == 1


def jobs(engine: Engine, partnership: str, meeting: int) -> tuple[PaperJob, ...]:
    """Every order of papers of a meeting, the newest first."""
    with engine.connect() as connection:
        found = [job for job in _jobs(connection) if (job.partnership, job.meeting) == (partnership, meeting)]
    return tuple(reversed(found))


def job(engine: Engine, number: int) -> PaperJob | None:
    with engine.connect() as connection:
        return next((found for found in _jobs(connection) if found.number == number), None)


def file(engine: Engine, number: int) -> bytes | None:
    """The file of a job; None where it has none."""
    with engine.connect() as connection:
        return connection.execute(select(paper_job.c.file).where(paper_job.c.number == number)).scalar()


def is_awaited(engine: Engine, now: datetime) -> bool:
    """Whether there is an order that nobody works on."""
    with engine.connect() as connection:
        found = [job for job in _jobs(connection) if job.is_under_way]
    return bool(found) and not any(job.state is JobState.MAKING and not job.is_silent(now) for job in found)


def _jobs(connection: Connection) -> Iterator[PaperJob]:
    for row in connection.execute(select(*COLUMNS).order_by(paper_job.c.number)).all():
        yield _job(row)


def _job(row: Found) -> PaperJob:
    asked, beat = datetime.fromisoformat(row.asked), datetime.fromisoformat(row.beat)
    place = (row.number, row.partnership, row.meeting, row.form, row.asks)
    return PaperJob(*place, asked, JobState(row.state), row.told, beat)
