"""Knows how a process is started that makes papers: it goes on by itself, and whoever started it may end."""

import json
import subprocess
from threading import Lock, Thread

from dashboard.exports.papers.apart import ROOT, own_process
from data.originals.places import Address

MAKER = "dashboard.paper_maker"


class Maker:
    """Starts at most one process at a time for one of the server's own."""

    def __init__(self, database: str, originals: Address) -> None:
        self._asked = json.dumps({"database": database, "originals": str(originals)})
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def start(self) -> None:
        """Have somebody look for orders that wait."""
        with self._lock:
            if self._child is not None and self._child.poll() is None:
                return
            self._child = _started(self._asked.encode())


def _started(asked: bytes) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(
        own_process(MAKER),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        start_new_session=True,  # it outlives the one that started it
    )
    if child.stdin is not None:
        with child.stdin as line:
            line.write(asked)
    Thread(target=child.wait, daemon=True).start()  # no one who has ended stays in the list of processes
    return child
