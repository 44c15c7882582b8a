"""Knows how a load from the browser is noted: how far it is, what it would change, and what was answered."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum

import msgspec

from dashboard.domain.access.deeds import ITSELF, Actor
from dashboard.reports.evidence.status_changes import StatusChange
from data.summaries import Summary, Wish


class State(StrEnum):
    """How far a load is."""

    READING = "reading"
    READY = "ready"  # to be confirmed
    NOTHING = "nothing"  # new in it
    REFUSED = "refused"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


@dataclass(slots=True)
class Job:
    """One load; kept as JSON beside its files, so that any worker can answer for it."""

    state: State = State.READING
    source: str = ""
    who: str = ""
    owner: str = ""  # the key of the person who handed it in
    partnership: str = ""
    withdraw: bool = False
    period: str = ""  # of the tables that do not say theirs
    answers: dict[str, dict[str, str]] = field(default_factory=dict)  # by indicator or file
    rows: int = 0
    reading: str = ""  # the file that is being read
    waits: bool = False  # for another load to be written
    summary: Summary = field(default_factory=Summary)
    digest: str = ""  # of what would change, as it was shown
    statuses: list[StatusChange] = field(default_factory=list)  # what would become of the statuses
    publishes: bool = False  # or is read, to be looked at
    tries: int = 1  # how often that was begun: a node may die of it
    by: Actor = ITSELF  # whose deed it is
    stale: bool = False  # something else was published since it was shown


def wish_of(job: Job, moment: datetime) -> Wish:
    """What a load from the browser wants of the loader at this *moment*."""
    return Wish(moment, job.source, job.who, job.partnership, job.withdraw, job.answers, period=job.period)


def digest_of(summary: Summary) -> str:
    """The fingerprint of everything that a load would do: what is confirmed is what was shown."""
    found = summary.figures
    said = [[item.sha256, item.kind, item.rows, item.rejected, item.said] for item in summary.files]
    keys = [[item.key for item in found.changes], [item.key for item in found.plan], found.plan_same]
    told = [list(map(asdict, found.described)), list(map(asdict, summary.questions))]
    new = [found.partnerships, found.areas, found.indicators, found.declared, found.same, told, summary.incomplete]
    return hashlib.sha256(json.dumps([said, keys, new], default=str).encode()).hexdigest()


def read_job(note: bytes) -> Job:
    """A job as it was written; raises ValueError for what is none."""
    return msgspec.json.decode(note, type=Job)


def written_job(job: Job) -> bytes:
    return msgspec.json.encode(job)
