"""Runs one process of the server in a thread, around an application of three lines."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from urllib.parse import urlsplit

from flask import Flask, request, send_file

from dashboard.serving.requests import Limits
from dashboard.serving.worker import Service, Worker

LIMITS = Limits(usual=1_000, largest=5_000, large_paths=frozenset({"/load"}))


class Doors:
    """Holds answers back until a test opens it."""

    def __init__(self) -> None:
        self.is_entered = Event()
        self.opened = Event()
        self.large_file = ""


def product(doors: Doors) -> Flask:
    """An application that greets, says how much it was sent, waits at a door, and fails."""
    app = Flask("any")
    app.add_url_rule("/", "greet", lambda: "hello")
    app.add_url_rule("/load", "load", lambda: str(len(request.get_data())), methods=["POST"])
    app.add_url_rule("/other", "other", lambda: str(len(request.get_data())), methods=["POST"])
    app.add_url_rule("/large", "large", lambda: b"x" * 2_000_000)
    app.add_url_rule("/file", "file", lambda: send_file(doors.large_file, "application/octet-stream"))

    @app.get("/wait")
    def wait() -> str:
        doors.is_entered.set()
        assert doors.opened.wait(30)
        return "waited"

    return app


def free_socket() -> socket.socket:
    place = socket.socket()
    place.bind(("127.0.0.1", 0))
    place.listen()
    return place


@contextmanager
def working(doors: Doors, end: Callable[[float], bool] = lambda seconds: True) -> Iterator[tuple[str, Worker, Thread]]:
    """A worker with four threads, its address, and the thread it runs in; stopped at the end."""
    place = free_socket()
    port = place.getsockname()[1]
    worker = Worker(Service(product(doors), 4, LIMITS, end), place)
    thread = Thread(target=worker.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}", worker, thread
    finally:
        doors.opened.set()
        worker.stop()
        thread.join(30)
        worker.close()
        assert not thread.is_alive()


def said(address: str, *parts: bytes) -> bytes:
    """What is answered on one connection to these bytes, until it is closed."""
    host = urlsplit(address)
    with socket.create_connection((host.hostname or "", host.port or 0), timeout=30) as line:
        for part in parts:
            line.sendall(part)
        answer = b""
        try:
            while piece := line.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
        return answer
