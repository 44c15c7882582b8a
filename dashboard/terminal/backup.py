"""Knows what `outturn backup` and `outturn restore` do, and say of it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.wording import listed, plural, sentence
from dashboard.settings import Settings
from data.backup.parts import Contents
from data.backup.placing import is_empty
from data.backup.restoring import look, restore
from data.backup.taking import TakenBackup, back_up
from data.engine import open_engine, require
from data.originals.places import Address

DONE, WRONG_USAGE = 0, 2
MEGABYTE = 1_000_000
ASK = "Put the backup in its place? What was done since then is gone. [y/N] "
NOBODY = "Nothing was restored: there is a database already, and nobody is there to be asked. Say --yes to replace it."
LEFT = "Nothing was restored."
SIGN_IN = "Everybody signs in again."


def backup_command(settings: Settings, file: Path) -> int:
    """Write a backup to *file*; raises RefusedBackup."""
    engine = open_engine(settings.database)
    require(engine)
    taken = back_up(engine, settings.originals, file, datetime.now(UTC))
    print(f"{file} holds {_what(taken.contents)}: {taken.size / MEGABYTE:,.1f} MB.")
    for fault in _left_out(taken):
        print(fault, file=sys.stderr)
    return DONE


def _what(contents: Contents) -> str:
    kept = plural(len(contents.originals), "loaded file")
    return f"the database at step {contents.step} and {kept}, as they were on {_day(contents.made)}"


def _day(made: str) -> str:
    moment = datetime.fromisoformat(made)
    return f"{moment.day} {moment:%B %Y at %H:%M} UTC"


def _left_out(taken: TakenBackup) -> list[str]:
    """What is said of kept files that a backup cannot hold."""
    every = (("missing", taken.missing), ("altered", taken.altered))
    return [
        sentence(f"{plural(len(found), 'kept file')} {'is' if len(found) == 1 else 'are'} {state} in the folder of ")
        + f"originals, and not in the backup: {listed([sha256[:12] for sha256 in found])}."
        for state, found in every
        if found
    ]


def restore_command(settings: Settings, file: Path, *, ask: bool) -> int:
    """Put the backup *file* in place, after a question where something is there; raises RefusedBackup."""
    contents = look(file)
    engine = open_engine(settings.database)
    if ask and not is_empty(engine):
        where = engine.url.render_as_string(hide_password=True)
        print(f"{file.name} holds {_what(contents)}. There is a database already: {where}.", file=sys.stderr)
        if not sys.stdin.isatty():
            print(NOBODY, file=sys.stderr)
            return WRONG_USAGE
        if input(ASK).strip().lower() not in ("y", "yes"):
            print(LEFT, file=sys.stderr)
            return DONE
    return _restore(engine, settings.originals, file)


def _restore(engine: Engine, originals: Address, file: Path) -> int:
    done = restore(engine, originals, file, datetime.now(UTC))
    print(f"Restored from {file.name}: {_what(done.contents)}. {SIGN_IN}")
    if done.come_back:
        again = "was erased since, and is back" if len(done.come_back) == 1 else "were erased since, and are back"
        print(f"{listed(done.come_back)} {again}: erase what must not be kept with outturn purge.", file=sys.stderr)
    return DONE
