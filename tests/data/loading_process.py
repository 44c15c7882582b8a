"""Run as a program: waits for a line on standard input, then loads a folder; may be told to die on the way.

Arguments: database URL, folder, and how the statement begins before which the process kills itself.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event

from data.engine import open_engine
from data.intake.published import ensure_published

NEVER = "never"
COMMIT = "COMMIT"  # all is written but not yet kept


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(address: str, folder: str, fatal: str) -> None:
    engine = open_engine(address)

    @event.listens_for(engine, "before_cursor_execute")
    def check(*details: object) -> None:
        statement = " ".join(str(details[2]).replace('"', "").split())
        if f"{statement} ".startswith(f"{fatal} "):
            die()

    @event.listens_for(engine, "commit")
    def check_commit(_connection: object) -> None:
        if fatal == COMMIT:
            die()

    print("ready", flush=True)
    sys.stdin.readline()
    print("loaded" if ensure_published(engine, Path(folder)) else "already there", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
