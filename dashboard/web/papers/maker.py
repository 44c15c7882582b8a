"""Knows how a process is started that makes papers: it goes on by itself, and whoever started it may end."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock, Thread

ROOT = Path(__file__).resolve().parents[3]
#: The child finds what we find and nothing else: neither the working folder nor the environment leads it elsewhere.
START = "import sys; sys.path[:] = sys.argv[1:]; from dashboard.paper_maker import main; main()"


class Maker:
    """Starts at most one process at a time for one of the server's own."""

    def __init__(self, database: str, originals: Path) -> None:
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
    folders = [*filter(os.path.isabs, sys.path), str(ROOT)]
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", START, *folders],
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
