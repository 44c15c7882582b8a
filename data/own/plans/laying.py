"""Knows how a plan's lines are laid over those that stand: what is new, changed, the same or gone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, insert

from dashboard.domain.checks.changes import ChangeKind, PlanChange
from dashboard.domain.plans.keys import plan_key
from dashboard.domain.plans.lines import PlanLine
from dashboard.questions.store import Store
from data.own.plan_rows import LineKey, PlanRow, rows_of, written
from data.own.plans.unresolved import unresolved
from data.own.pointer import PUBLISHED_ONLY, chain, pointer
from data.tables.own import plan_row

Standing = Mapping[str, Mapping[LineKey, PlanRow]]  # by partnership
Shown = Mapping[str, Mapping[LineKey, PlanLine]]
DERIVED = ("campaign",)  # of which days and meeting are read from the words
CORE = {"meeting": ("meeting", "date"), "rank": ("concern",)}


@dataclass(slots=True)
class Laid:
    """What comes of it: rows to be written, lines that are gone, and each change."""

    rows: list[PlanRow] = field(default_factory=list)
    gone: list[PlanRow] = field(default_factory=list)
    changes: list[PlanChange] = field(default_factory=list)
    same: int = 0
    remarks: list[str] = field(default_factory=list)  # on words that lead nowhere


def laid_plan(connection: Connection, store: Store, lines: Sequence[PlanRow], names: Mapping[str, str]) -> Laid:
    """Lay *lines* over what is published now; *names* are those of their partnerships by slug."""
    if not lines:
        return Laid()
    known = {item.slug for item in store.partnerships()}
    releases = (PUBLISHED_ONLY, *chain(connection, pointer(connection)))
    shown = {home: {(line.what, line.key): line for line in store.plan_lines(home)} for home in known & names.keys()}
    found = lay(lines, rows_of(connection, releases, names), shown, names)
    found.remarks = unresolved(store, lines, known & names.keys())
    return found


def insert_plan(connection: Connection, release: int, laid: Laid, *, withdraw: bool) -> None:
    """Write what a release lays down of plans, with what it withdraws."""
    rows = [written(row, release) for row in laid.rows]
    rows += [written(row, release, gone=True) for row in laid.gone if withdraw]
    if rows:
        connection.execute(insert(plan_row), rows)


def lay(lines: Sequence[PlanRow], standing: Standing, shown: Shown, names: Mapping[str, str]) -> Laid:
    """Lay *lines* over what is *shown*, of which *standing* are loaded; *names* are the partnerships' by slug."""
    found = Laid()
    taken = {(line.what, line.key) for line in lines}
    lines = [_with_known_key(line, standing.get(line.partnership, {}), taken) for line in lines]
    for line in lines:
        key = (line.what, line.key)
        before, loaded = shown.get(line.partnership, {}).get(key), standing.get(line.partnership, {}).get(key)
        derived = line.what in DERIVED and loaded is None and before is not None
        said = {name: line[name] for name in before.fields} if derived and before else line.fields
        said = {name: text for name, text in said.items() if not text or name in line.places or not before}
        details = _details(before.fields if before else {}, said)
        if before and not details:
            found.same += 1
            continue
        found.rows.append(line)
        new = tuple(item for item in details if item[0] not in ("ref", *CORE.get(line.what, (line.what,))))
        kind, told = (ChangeKind.CHANGED, details) if before else (ChangeKind.NEW, new)
        found.changes.append(_change(kind, line, names, told))
    found.gone = _gone(lines, standing)
    found.changes += [_change(ChangeKind.GONE, row, names, ()) for row in found.gone]
    return found


def _with_known_key(line: PlanRow, known: Mapping[LineKey, PlanRow], taken: Collection[LineKey]) -> PlanRow:
    """*line* with the key of the line of its number in the last file of this name, where only the words changed."""
    number = line["ref"].strip()
    if not number or (line.what, line.key) in known or plan_key(number, "words") != "words":
        return line
    for key, row in known.items():
        if (row.what, row.file, row["ref"].strip()) == (line.what, line.file, number) and key not in taken:
            return replace(line, key=row.key)
    return line


def _details(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Each field that says something else: its name, what stood there, what stands in the file."""
    pairs = ((name, old.get(name, ""), text) for name, text in new.items())
    return tuple((name, before, now) for name, before, now in pairs if _plain(before) != _plain(now))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _gone(lines: Iterable[PlanRow], standing: Standing) -> list[PlanRow]:
    """What the last files of these names held and these do not."""
    now = {(line.partnership, line.what, line.key) for line in lines}
    files = {(line.partnership, line.what, line.file) for line in lines}
    every = (row for rows in standing.values() for row in rows.values())
    return [
        row
        for row in every
        if (row.partnership, row.what, row.file) in files and (row.partnership, row.what, row.key) not in now
    ]


def words_of(line: PlanRow) -> str:
    """What a line is called: what names it, with its reference before."""
    named = " ".join(filter(None, (line[name] for name in CORE.get(line.what, (line.what,)))))
    words = named or line["objective"] or line.key
    return f"{line['ref']} {words}".strip() if not words.startswith(line["ref"]) else words


def _change(
    kind: ChangeKind, line: PlanRow, names: Mapping[str, str], details: tuple[tuple[str, str, str], ...]
) -> PlanChange:
    place = ", ".join(filter(None, (line.file, line.sheet, next(iter(line.places.values()), ""))))
    home = names.get(line.partnership, line.partnership)
    return PlanChange(kind, home, line.what, words_of(line), details, place, (line.partnership, line.key))
