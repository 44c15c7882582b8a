"""Knows several processes as one: they are forked, started again where one dies, and told to stop together."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import NoReturn, Protocol

CAN_FORK = hasattr(os, "fork")
YOUNG = 5.0  # seconds; whoever dies younger is not replaced at once
PAUSE = 1.0  # seconds
log = logging.getLogger("outturn.server")


class Process(Protocol):
    """What runs in each process."""

    def run(self) -> None:
        """Work until stopped."""

    def stop(self) -> None:
        """Have it end soon; may be called from a signal or another thread, and more than once."""


class Supervisor:
    """Keeps *number* processes running, each made by *make* after the fork; calls *told* when they are to stop."""

    def __init__(self, make: Callable[[], Process], number: int, told: Callable[[], None]) -> None:
        self._make = make
        self._number = number
        self._told = told
        self._born: dict[int, float] = {}  # moments by process number
        self._is_stopping = False

    def run(self) -> None:
        """Return when told to stop, by SIGTERM or SIGINT, and every process has ended; told twice, they are killed."""
        heard = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}
        before = signal.signal(signal.SIGCHLD, _nothing)  # what is ignored is not heard of on every system
        self._mask = signal.pthread_sigmask(signal.SIG_BLOCK, heard)
        self._watched, self._held = os.pipe()  # ends for the processes when this one ends, however it does
        try:
            for _ in range(self._number):
                self._fork()
            while self._born:
                self._hear(signal.sigwait(heard))
        finally:
            os.close(self._watched)
            os.close(self._held)
            signal.pthread_sigmask(signal.SIG_SETMASK, self._mask)
            signal.signal(signal.SIGCHLD, before)

    def _hear(self, said: int) -> None:
        if said == signal.SIGCHLD:
            self._replace_dead()
            return
        if not self._is_stopping:
            self._told()
        self._send(signal.SIGKILL if self._is_stopping else signal.SIGTERM)
        self._is_stopping = True

    def _send(self, what: int) -> None:
        for number in self._born:
            with suppress(ProcessLookupError):
                os.kill(number, what)

    def _replace_dead(self) -> None:
        for number in list(self._born):
            ended, status = os.waitpid(number, os.WNOHANG)
            if not ended:
                continue
            lived = time.monotonic() - self._born.pop(number)
            if self._is_stopping:
                continue
            log.error("A process of the server ended (%s); another takes its place.", _how(status))
            if lived < YOUNG:
                time.sleep(PAUSE)
            self._fork()

    def _fork(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()  # or both would write what waits
        number = os.fork()
        if not number:
            self._be_a_process()
        self._born[number] = time.monotonic()

    def _be_a_process(self) -> NoReturn:
        """Work in this process, and never come back to what the one before it was doing."""
        code = 1
        try:
            os.close(self._held)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            run(self._make(), self._mask, self._watched)
            code = 0
        except BaseException:
            log.exception("A process of the server could not go on.")
        finally:
            logging.shutdown()
            os._exit(code)


def run(process: Process, mask: set[int], watched: int) -> None:
    """Run *process* until a signal stops it, or the other end of the pipe *watched* is closed."""
    for said in (signal.SIGTERM, signal.SIGINT):
        signal.signal(said, lambda *_: process.stop())
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    Thread(target=_stop_with, args=(process, watched), daemon=True).start()
    process.run()


def run_alone(process: Process) -> None:
    """Run *process* in this one, where processes cannot be forked, until it is interrupted."""
    for said in (signal.SIGTERM, signal.SIGINT):
        signal.signal(said, lambda *_: process.stop())
    process.run()


def _stop_with(process: Process, watched: int) -> None:
    os.read(watched, 1)  # nothing is ever written to it
    process.stop()


def _how(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"code {code}"


def _nothing(*_: object) -> None:
    """Hear a signal only because somebody waits for it."""
