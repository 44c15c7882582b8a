"""Knows how much processor time a PostgreSQL on this machine has taken: of every process it has or had."""

import os
from pathlib import Path

from sqlalchemy import Engine, text


def server_seconds(engine: Engine) -> float:
    """Seconds of processor time of the server of *engine*, those of connections that ended among them."""
    with engine.connect() as connection:
        backend = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    first = _parent(int(backend))
    children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii").split()
    return sum(_seconds(int(child), ended=False) for child in children) + _seconds(first, ended=True)


def _fields(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()


def _parent(process: int) -> int:
    return int(_fields(process)[1])


def _seconds(process: int, *, ended: bool) -> float:
    """Of one process in its own code and in the kernel, with its children that have *ended*."""
    try:
        spent = _fields(process)[11 : 15 if ended else 13]
    except FileNotFoundError:  # it ended meanwhile
        return 0.0
    return sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")
