"""Knows how a deed is done in a process of its own: on a full disk, or killed before it touches another file."""

import os
import resource
import signal
import sys
from collections.abc import Callable

from dashboard.domain.errors import OutturnError

Deed = Callable[[], object]
WATCHED = ("open", "sqlite3.connect", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree")
TOLD = 7  # how a process ends that was refused in a sentence


def in_a_process(deed: Deed, prepare: Deed) -> int:
    """Do *deed* in a process of its own; return 0, TOLD, or the number of the signal that killed it, below 0."""
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        code = 1
        try:
            prepare()
            deed()
            code = 0
        except OutturnError:
            code = TOLD
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def room_for(size: int) -> Deed:
    """No file may become larger, as on a disk that is full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def killed_before(deed: int) -> Deed:
    """Be killed before the Nth time that a file is opened, named, or taken away."""
    left = iter(range(deed))

    def watch(name: str, _said: object) -> None:
        if name in WATCHED and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(watch)
