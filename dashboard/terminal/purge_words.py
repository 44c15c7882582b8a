"""Knows the words of `outturn purge`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

Opened = Callable[[argparse.Namespace], "Engine"]
Originals = Callable[[argparse.Namespace], Path | str]


def purge_parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", opened: Opened, originals: Originals
) -> argparse.ArgumentParser:
    """The parser of `outturn purge`, on the database that is *opened* and the folder of *originals*."""
    purging = commands.add_parser("purge", help="erase loaded files with the rows read from them")
    purging.add_argument("--due", action="store_true", help="those whose time has ended, by the rules on /settings")
    purging.add_argument(
        "--file", type=int, action="append", default=[], dest="files", metavar="N", help="by number, as in /files/N"
    )
    purging.add_argument("--source", default="", metavar="NAME", help="every file that was loaded from this source")
    purging.add_argument("--because", default="", metavar="WORDS", help="why, for whoever asks for it later")
    purging.add_argument("--yes", action="store_true", help="erase without asking")
    purging.add_argument("--json", action="store_true", dest="as_json", help="what is erased, as JSON")

    def run(asked: argparse.Namespace) -> int:
        from dashboard.terminal.purge import purge_command

        return purge_command(opened(asked), originals(asked), asked)

    purging.set_defaults(run=run)
    return purging
