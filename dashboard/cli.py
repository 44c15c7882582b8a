"""Knows the commands: outturn serve, load, undo, export, accept, check, upgrade, backup, restore, user and others."""

import argparse
import atexit
import gc
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.domain.errors import OutturnError
from dashboard.settings import Settings, from_environment
from dashboard.terminal.audit_words import audit_parser
from dashboard.terminal.backup_words import backup_parsers
from dashboard.terminal.export_words import export_parser
from dashboard.terminal.lists import lists_parser
from dashboard.terminal.purge_words import purge_parser
from dashboard.terminal.user_words import user_parser

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from data.store import SqlStore

# What a command needs is imported by it: a month of crime is loaded in the time that the pages take to import.
DONE, REFUSED, WRONG_USAGE = 0, 1, 2
EXPORT = "export"
SELDOM = 200_000  # objects more than there were, before the collector looks


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 refused with a sentence on standard error, 2 wrong usage."""
    words = sys.argv[1:] if arguments is None else arguments
    asked = _parser(_listed() if EXPORT in words else ("", "")).parse_args(words)
    try:
        with _at_the_terminal():
            return int(asked.run(asked))
    except OutturnError as fault:
        print(fault, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        return DONE  # the reader of our output has seen enough


def _at_the_terminal() -> AbstractContextManager[None]:
    """Whatever a command writes is done by the user of this terminal."""
    from dashboard.terminal.who import at_the_terminal
    from data.audit.acting import acting

    return acting(at_the_terminal())


def _listed() -> tuple[str, str]:
    """The pages and the formats that can be exported."""
    from dashboard.exports.files import forms
    from dashboard.pages import PAGES

    return ", ".join((*(page.name for page in PAGES), "meeting")), ", ".join(forms())


def _parser(listed: tuple[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("outturn", description="Community-safety performance against targets.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="show the dashboard on http://127.0.0.1:8050")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8050)
    serve.set_defaults(run=_serve)
    loading = _loading(commands)
    undoing = commands.add_parser("undo", help="take back the newest load of figures")
    undoing.add_argument("--yes", action="store_true", help="undo without asking")
    undoing.set_defaults(run=_undo)
    exporting = export_parser(commands, EXPORT, listed, _export)
    accepting = _accepting(commands)
    checking = commands.add_parser("check", help="list what the checks on the figures found")
    checking.add_argument("--json", action="store_true", dest="as_json")
    checking.set_defaults(run=_check)
    upgrading = commands.add_parser("upgrade", help="bring the database of an older Outturn up to date")
    upgrading.set_defaults(run=_upgrade)
    users, auditing = user_parser(commands, _user), audit_parser(commands, _engine)
    purging = purge_parser(commands, _engine, lambda asked: _settings(asked).originals)
    others = (*backup_parsers(commands, _settings), *users, lists_parser(commands, _engine))
    for command in (serve, loading, undoing, exporting, accepting, checking, upgrading, auditing, purging, *others):
        command.add_argument("--database", metavar="URL", help="a SQLAlchemy URL; also OUTTURN_DATABASE")
    return parser


def _loading(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    loading = commands.add_parser("load", help="take in figures, police.uk files, lookups, boundaries")
    loading.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="xlsx, ods, csv, gz, zip, GeoJSON, TopoJSON"
    )
    loading.add_argument("--source", default="", metavar="NAME", help="where the files are from, for the log")
    loading.add_argument("--partnership", default="", metavar="NAME", help="whose figures a table holds")
    loading.add_argument(
        "--period", default="", metavar="P", help="of a table that does not say it: 2023/24, Q2 2023/24"
    )
    loading.add_argument(
        "--answer",
        action="append",
        default=[],
        dest="answers",
        metavar="[NAME:] COLUMN=VALUE",
        help="what a load asks, of one indicator or of each that it asks of",
    )
    loading.add_argument("--withdraw", action="store_true", help="withdraw what a file's last edition held")
    loading.add_argument("--yes", action="store_true", help="load without asking")
    loading.add_argument("--json", action="store_true", dest="as_json", help="the summary as JSON")
    loading.set_defaults(run=_load)
    return loading


def _accepting(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    accepting = commands.add_parser("accept", help="count a month of street-level crime that looks incomplete")
    accepting.add_argument("force", metavar="FORCE", help='as its files name it: "Staffordshire Police"')
    accepting.add_argument("month", metavar="MONTH", help="such as 2025-06")
    accepting.add_argument("--crime", default="", metavar="TYPE", help="the crime type that the month lacks")
    accepting.add_argument("--because", default="", metavar="WORDS", help="why, for whoever asks later")
    accepting.add_argument("--take-back", action="store_true", help="leave the month out again")
    accepting.set_defaults(run=_accept)
    return accepting


def _settings(asked: argparse.Namespace) -> Settings:
    return from_environment(database=asked.database or "")


def _engine(asked: argparse.Namespace, *, sample: bool = True) -> "Engine":
    from dashboard.terminal.opening import open_database

    return open_database(_settings(asked).database, sample=sample)


def _store(asked: argparse.Namespace, engine: "Engine") -> "SqlStore":
    from data.keeping.finishing import state_now
    from data.store import SqlStore

    return SqlStore(engine, original=partial(state_now, engine, _settings(asked).originals))


def _serve(asked: argparse.Namespace) -> int:
    from dashboard.serve import serve

    serve(replace(_settings(asked), host=asked.host, port=asked.port))
    return DONE


def _load(asked: argparse.Namespace) -> int:
    from data.intake.reader import Reader

    # First of all: it makes itself ready while the rest is imported.
    with seldom_collecting(), closing(Reader()) as reader:
        from dashboard.terminal.load import load

        return load(_engine(asked), _settings(asked).originals, asked, reader)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Modules and rows hold few cycles, and looking for them took a tenth of the time."""
    before = gc.get_threshold()
    atexit.register(gc.freeze)  # nor does the end of the process look through what it leaves
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _undo(asked: argparse.Namespace) -> int:
    from dashboard.terminal.load import undo_newest

    return undo_newest(_engine(asked, sample=False), ask=not asked.yes)


def _accept(asked: argparse.Namespace) -> int:
    from dashboard.terminal.load import accept

    return accept(_engine(asked, sample=False), asked)


def _user(asked: argparse.Namespace) -> int:
    from dashboard.terminal.users import user_command

    return user_command(_engine(asked), asked, _settings(asked).sign_in.way)


def _upgrade(asked: argparse.Namespace) -> int:
    from dashboard.terminal.opening import bring_up_to_date

    print(bring_up_to_date(_settings(asked).database))
    return DONE


def _export(asked: argparse.Namespace) -> int:
    from dashboard.pages import OFFERED
    from dashboard.reports.desk import Desk
    from dashboard.terminal.export import export_file
    from dashboard.web.settings.papers import brand_of

    engine = _engine(asked)
    return export_file(Desk(_store(asked, engine)), OFFERED, asked, partial(brand_of, engine))


def _check(asked: argparse.Namespace) -> int:
    from dashboard.reports.evidence.checks import checks
    from dashboard.reports.pages.data import finding_row

    store = _store(asked, _engine(asked))
    found = [
        {"partnership": item.slug, **{name: _plain(value) for name, value in finding_row(finding, said).items()}}
        for item in store.partnerships()
        for said in [{known.finding: known for known in store.judgements(item.slug)}]
        for finding in checks(store, item.slug)
    ]
    if asked.as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for row in found:
            standing = row["standing"] or "agrees"
            print(f"{row['partnership']}: {row['severity']}, {standing}: {row['subject']}: {row['sentence']}")
    return DONE


def _plain(value: object) -> str | None:
    return None if value is None else str(value)
