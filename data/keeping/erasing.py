"""Knows how loaded files are erased with all that was read from them: in one transaction, with the line that tells."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, func, select, update

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.access.retention import LONGEST_REASON
from dashboard.domain.errors import RefusedErasure
from dashboard.domain.wording import listed
from dashboard.reports.made_up import INVENTED_SOURCE
from data.audit.erased import keep_note, spans_of
from data.audit.recording import record
from data.engine import begin_writing
from data.keeping.area_rows import KINDS, AreaLoss, erase_areas, is_unnoted
from data.keeping.incident_rows import KIND as LISTS
from data.keeping.incident_rows import erase_lists
from data.keeping.own_rows import OwnLoss, erase_own
from data.keeping.street_rows import Month, erase_months, named, settle_months
from data.own.pointer import stamp
from data.schema import Found
from data.sources.first_look import name_of
from data.street.loading.totals import new_version
from data.tables import street as tables
from data.tables.audit import erasure
from data.tables.papers import paper_job

#: Kinds of files that can be erased with all that was read from them.
ERASABLE = frozenset({"figures", "street", "street-targets", "plan", LISTS, "", *KINDS})
LARGEST = 2**31 - 1  # number of a file


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes with one file: of the published pages, and of the log."""

    numbers: tuple[int, ...]  # in the log: the same bytes may have been loaded more than once
    name: str
    sha256: str
    own: OwnLoss
    months: tuple[str, ...]
    rejected: int
    areas: AreaLoss
    incidents: int = 0  # of lists


@dataclass(frozen=True, slots=True)
class Because:
    """Who has a file erased, and why."""

    who: str
    reason: str


class _OnlyLooked(Exception):
    """Takes back what was erased to see what would go."""


def look(engine: Engine, numbers: Collection[int], moment: datetime) -> tuple[Loss, ...]:
    """What would go with the files of these *numbers*; raises RefusedErasure where one cannot be erased."""
    found: tuple[Loss, ...] = ()
    try:
        with begin_writing(engine) as connection:
            found = _erase(connection, numbers, Because("", ""), moment)
            raise _OnlyLooked
    except _OnlyLooked:
        return found


def erase(engine: Engine, numbers: Collection[int], because: Because, moment: datetime) -> tuple[Loss, ...]:
    """Erase the files of these *numbers* with their rows, all or none; raises RefusedErasure.

    Their bytes leave the disk when the erasure is finished.
    """
    if len(because.reason) > LONGEST_REASON:
        has = f"it has {len(because.reason):,}"
        raise RefusedErasure(f"The reason must be {LONGEST_REASON} characters or fewer: {has}.")
    if not because.reason:
        raise RefusedErasure("Say why the files are erased: it stands in their place.")
    with begin_writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        return _erase(connection, numbers, because, moment)


def _erase(connection: Connection, numbers: Collection[int], because: Because, moment: datetime) -> tuple[Loss, ...]:
    losses, touched, regrows = [], list[Month](), False
    for group in _groups(connection, numbers):
        loss, months = _erase_file(connection, group)
        regrows |= loss.areas.regrows
        _tell(connection, loss, because, moment)
        losses.append(loss)
        touched += months
    if losses:
        connection.execute(delete(paper_job))  # what was made of them is made anew
    if touched or regrows:
        settle_months(connection, touched, moment.isoformat(), regrow=regrows)
    elif losses:
        new_version(connection, moment.isoformat())
    return tuple(losses)


def _groups(connection: Connection, numbers: Collection[int]) -> list[Sequence[Found]]:
    """The files of the log with the same bytes as those of *numbers*; raises RefusedErasure."""
    item, gone = tables.arrival.c, select(erasure.c.arrival)
    possible = [number for number in numbers if 0 < number <= LARGEST]
    asked = connection.execute(select(tables.arrival).where(item.id.in_(possible)).order_by(item.id)).all()
    if missing := sorted(set(numbers) - {row.id for row in asked}):
        raise RefusedErasure(f"There is no file {missing[0]} in the log: outturn purge --due lists what is due.")
    for row in asked:
        refuse(connection, row)
    groups = []
    for sha256 in dict.fromkeys(row.sha256 for row in asked):
        query = select(tables.arrival).where(item.sha256 == sha256, item.id.not_in(gone)).order_by(item.id)
        if group := connection.execute(query).all():
            groups.append(group)
    if asked and not groups:
        raise RefusedErasure(f"{asked[0].name} was erased before.")
    return groups


def refuse(connection: Connection, file: Found) -> None:
    """Raise RefusedErasure for a *file* that cannot be erased."""
    if file.source == INVENTED_SOURCE:
        raise RefusedErasure(f"{file.name} is of Sampleshire, which comes with the product: it cannot be erased.")
    if file.kind not in ERASABLE or is_unnoted(connection, file.kind):
        kind = name_of(file.kind, file.kind)
        raise RefusedErasure(
            f"{file.name} holds {kind}, and of some no file is noted: load the newest file of this kind once more."
        )


def _erase_file(connection: Connection, group: Sequence[Found]) -> tuple[Loss, list[Month]]:
    files = [row.id for row in group]
    own, months = erase_own(connection, files), erase_months(connection, files)
    areas, lists = erase_areas(connection, files), erase_lists(connection, files)
    own = replace(own, partnerships=own.partnerships | lists.partnerships)
    rejected, arrival = tables.rejected_row, tables.arrival
    counted = select(func.count()).select_from(rejected).where(rejected.c.arrival.in_(files))
    count = connection.execute(counted).scalar() or 0
    connection.execute(delete(rejected).where(rejected.c.arrival.in_(files)))
    connection.execute(delete(tables.street_target).where(tables.street_target.c.arrival.in_(files)))
    connection.execute(update(arrival).where(arrival.c.id.in_(files)).values(remarks=""))
    names = tuple(named(connection, months))
    loss = Loss(tuple(files), group[0].name, group[0].sha256, own, names, count, areas, lists.incidents)
    return loss, months


def _tell(connection: Connection, loss: Loss, because: Because, moment: datetime) -> None:
    """Note the erasure in the log of files and in the audit trail."""
    reason = because.reason.removesuffix(".")
    said = {"sha256": loss.sha256, "name": loss.name, "moment": stamp(moment), "who": because.who, "reason": reason}
    said |= {"figures": spans_of(loss.own.figures), "releases": spans_of(loss.own.releases)}
    said |= {"partnerships": " ".join(sorted(loss.own.partnerships))}
    keep_note(connection, [{**said, "arrival": number, "finished": 0} for number in loss.numbers])
    home = next(iter(loss.own.partnerships)) if len(loss.own.partnerships) == 1 else ""
    subject = f"file {listed([str(number) for number in loss.numbers])}: {loss.name}"
    before = f"{len(loss.own.figures)} figures, {len(loss.months)} months, {loss.rejected} rejected rows"
    if loss.incidents:
        before += f", a list of {loss.incidents} incidents"
    if loss.areas.lines or loss.areas.searches:
        before += f", {loss.areas.lines} lines on areas, {len(loss.areas.searches)} months of stop and search"
    record(connection, Deed(DeedKind.ORIGINAL_ERASED, subject, home, before, f"because {reason}"), moment)
