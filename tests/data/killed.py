"""Knows how a deed on a SQLite file is killed: in a process of its own, before one of its statements."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from data.engine import open_engine


def killed_at(file: Path, statement: int, deed: Callable[[Engine], object]) -> int:
    """Do *deed* in a process that is killed before its Nth statement; return its signal, or 0 if it came to its end."""
    process = os.fork()
    if process == 0:
        engine, left = open_engine(f"sqlite:///{file}"), iter(range(statement))

        @event.listens_for(engine, "before_cursor_execute")
        def count(*_: object) -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        deed(engine)
        os._exit(0)
    return -os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
