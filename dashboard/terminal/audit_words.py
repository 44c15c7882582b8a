"""Knows the words of `outturn audit`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

Opened = Callable[[argparse.Namespace], "Engine"]


def audit_parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", opened: Opened
) -> argparse.ArgumentParser:
    """The parser of `outturn audit`, on the database that is *opened* as the command asks."""
    auditing = commands.add_parser("audit", help="who did what: the newest lines, whether all are there, a file")
    auditing.add_argument("--check", action="store_true", help="walk every line, and say whether the trail is whole")
    auditing.add_argument("--noted", default="", metavar="CHARACTERS", help="find a fingerprint from the minutes")
    auditing.add_argument("--csv", type=Path, metavar="FILE", dest="file", help="write every line to a file")

    def run(asked: argparse.Namespace) -> int:
        from dashboard.terminal.audit import audit_command

        return audit_command(opened(asked), asked)

    auditing.set_defaults(run=run)
    return auditing
