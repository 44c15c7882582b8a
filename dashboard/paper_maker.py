"""Knows the process that makes papers beside the pages: one order after the other, until none waits.

Pages ask for it where an order waits or is spoken of no more; a second one at the same time finds nothing to do.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from threading import Event, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.people import NONE, Eyes, Reach
from dashboard.domain.errors import OutturnError
from dashboard.domain.papers.job import PaperJob
from dashboard.exports.meetings import meeting_asked
from dashboard.exports.papers.apart import write_apart
from dashboard.exports.papers.child import behind_pages
from dashboard.exports.papers.press import made
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.packs.meeting.papers import pack_of_meeting
from dashboard.reports.packs.pack import Pack
from dashboard.settings import place_of
from dashboard.web.settings.papers import brand_of
from data.connections.manners import LOADS
from data.engine import open_engine
from data.keeping.finishing import state_now
from data.papers import jobs
from data.store import SqlStore

BEAT = 3.0  # seconds between two signs of life
WRITING, DONE = "Writing the file", "Ready"
BROKEN = "The papers could not be made: try again, or ask whoever looks after Outturn."


class Cancelled(OutturnError):
    """Somebody wants these papers no more."""


def main() -> None:
    """Make what waits in the database that standard input names."""
    asked = json.load(sys.stdin)
    behind_pages()
    engine = open_engine(asked["database"], LOADS)
    make_waiting(engine, SqlStore(engine, original=partial(state_now, engine, place_of(asked["originals"]))))


def make_waiting(engine: Engine, store: SqlStore) -> None:
    """Work on orders until there is none, or somebody else does."""
    while (job := jobs.take(engine, datetime.now(UTC))) is not None:
        with _said_to_go_on(engine, job.number) as stopped:
            _make(engine, store, job, stopped)


def _make(engine: Engine, store: SqlStore, job: PaperJob, stopped: Event) -> None:
    try:
        pack = _pack(engine, store, job, partial(_tell, engine, job.number))
        _tell(engine, job.number, WRITING)
        written = write_apart(job.form, pack, stop=stopped.is_set)
        jobs.finish(engine, job.number, written.body, DONE)
    except Cancelled:
        return
    except OutturnError as fault:
        jobs.fail(engine, job.number, str(fault))
    except BaseException:
        jobs.fail(engine, job.number, BROKEN)
        raise


def _pack(engine: Engine, store: SqlStore, job: PaperJob, tell: Callable[[str], None]) -> Pack:
    """The papers as the room may see them: whoever reads the partnership reads the same."""
    desk = Desk(store, eyes=lambda: Eyes(Reach(frozenset({job.partnership, INVENTED})), NONE))
    today = datetime.now(UTC).date()
    view = meeting_asked(desk, f"meeting={job.meeting}", today)
    screens = Screens(desk, OFFERED.builders, OFFERED.shows_street_places)
    return pack_of_meeting(screens, view, made(desk, job.partnership, today, brand_of(engine, job.partnership)), tell)


def _tell(engine: Engine, number: int, words: str) -> None:
    """Say how far it is; raises Cancelled where nobody waits for it any more."""
    if not jobs.tell(engine, number, datetime.now(UTC), words):
        raise Cancelled


@contextmanager
def _said_to_go_on(engine: Engine, number: int) -> Iterator[Event]:
    """Give signs of life meanwhile; the event is set where the job is cancelled."""
    ended, stopped = Event(), Event()

    def beat() -> None:
        while not ended.wait(BEAT):
            with suppress(DBAPIError):  # a load is being written: the next sign will be heard
                if not jobs.tell(engine, number, datetime.now(UTC)):
                    stopped.set()

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield stopped
    finally:
        ended.set()
        thread.join()
