"""Knows the words of `outturn backup` and `outturn restore`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from dashboard.settings import Settings

Known = Callable[[argparse.Namespace], Settings]


def backup_parsers(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", known: Known
) -> list[argparse.ArgumentParser]:
    """The parsers of both, on the database and the folder of originals of the settings that are *known*."""
    backing_up = commands.add_parser("backup", help="write database and loaded files to one file, while it is used")
    backing_up.add_argument("file", type=Path, metavar="FILE", help="that is not there yet")
    restoring = commands.add_parser("restore", help="put what a backup holds in the place of the database")
    restoring.add_argument("file", type=Path, metavar="FILE", help="that outturn backup wrote")
    restoring.add_argument("--yes", action="store_true", help="replace what is there without asking")

    def back_up(asked: argparse.Namespace) -> int:
        from dashboard.terminal.backup import backup_command

        return backup_command(known(asked), asked.file)

    def restore(asked: argparse.Namespace) -> int:
        from dashboard.terminal.backup import restore_command

        return restore_command(known(asked), asked.file, ask=not asked.yes)

    backing_up.set_defaults(run=back_up)
    restoring.set_defaults(run=restore)
    return [backing_up, restoring]
