"""Knows one process of the server: it answers until it is told to stop, and ends when what it began is done."""

import select
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

from dashboard.serving.requests import Limits, drop_late, keep_to, make_room

if sys.platform != "win32":
    import resource

SILENCE = 30  # seconds after which a connection that says nothing is closed
MOST_LINES = 1_000  # open at a time; of more the silent ones are sent away
FILES = 4 * MOST_LINES  # that may be open: a line, and two where much is said
MOST_UNREAD = 256 * 1024 * 1024  # bytes of an answer that wait for a slow reader, on disk; beyond them a thread waits
LOOK = 1.0  # seconds between two looks for connections that take too long
SECONDS_FOR_ANSWERS = 30.0  # for what is being answered when the process is told to stop
SECONDS_FOR_LOADS = 60.0  # for what goes on beside the requests


@dataclass(frozen=True, slots=True)
class Service:
    """What a process serves: the application, its threads, what a request may be, and what it ends with.

    end: waits for what goes on beside the requests, so many seconds at most; whether all of it ended.
    """

    application: WSGIApplication
    threads: int
    limits: Limits
    end: Callable[[float], bool] = lambda seconds: True


class Worker:
    """One process; it takes connections from a socket that it shares with others."""

    def __init__(self, service: Service, shared: socket.socket) -> None:
        self._service = service
        self._told = Event()
        self._server = _server(service, shared)

    def stop(self) -> None:
        """Tell it to stop; may be said from a signal or another thread, and more than once."""
        self._told.set()
        self._server.pull_trigger()

    def run(self) -> None:
        """Answer until told to stop, and then until everything that was asked is answered and every load has ended."""
        look = 0.0
        while not self._told.is_set():
            self._turn(LOOK)
            make_room(self._server, MOST_LINES)
            if time.monotonic() > look:
                drop_late(self._server)
                look = time.monotonic() + LOOK
        self._close()
        end = time.monotonic() + SECONDS_FOR_ANSWERS
        while self._is_answering() and time.monotonic() < end:
            self._turn(0.1)
        self._server.task_dispatcher.shutdown(cancel_pending=False, timeout=1)
        self._service.end(SECONDS_FOR_LOADS)

    def close(self) -> None:
        """Let go of every connection, after it has ended; nothing may be told to it from here on."""
        wasyncore.close_all(self._server._map)
        self._server.socket.close()

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(seconds, use_poll=hasattr(select, "poll"), map=self._server._map, count=1)

    def _close(self) -> None:
        """Take no more connections."""
        self._server.accepting = False
        self._server.del_channel()
        self._server.socket.close()

    def _is_answering(self) -> bool:
        """Whether anybody still waits for an answer; who waits for none is sent away."""
        lines = list(self._server.active_channels.values())
        busy = [line for line in lines if line.requests or line.total_outbufs_len]
        for line in lines:
            if line not in busy:
                line.handle_close()
        return bool(busy)


def allow_files() -> None:
    """Let this process, and those that it forks, open as many files as its connections may need, where it may."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _server(service: Service, shared: socket.socket) -> BaseWSGIServer:
    server = create_server(
        service.application,
        sockets=[shared],
        threads=service.threads,
        channel_timeout=SILENCE,
        cleanup_interval=5,
        connection_limit=MOST_LINES + 200,
        asyncore_use_poll=hasattr(select, "poll"),
        clear_untrusted_proxy_headers=False,  # dashboard/serving/forwarded.py knows more than one proxy
        outbuf_high_watermark=MOST_UNREAD,
        log_socket_errors=False,
        ident="",
        server_name="localhost",
    )
    keep_to(server, service.limits)
    return server
