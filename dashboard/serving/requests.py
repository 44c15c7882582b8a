"""Knows what a request may be before the product sees it: how long, how large, and how slowly it may come."""

import time
from copy import copy
from dataclasses import dataclass
from typing import ClassVar

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import BaseWSGIServer
from waitress.task import ErrorTask

LONGEST_ADDRESS = 8190
LONGEST_HEADERS = 32 * 1024
SECONDS_FOR_HEADERS = 30.0
SECONDS_FOR_BODY = 15 * 60.0  # 200 MB over a line of 2 Mbit/s
SENTENCES = {
    400: "The request cannot be read.",
    413: "The request is too large.",
    431: "The headers of the request are too long.",
    501: "The request is written in a way that is not known here.",
}
FAULT = "Something went wrong here. It is noted; try again in a moment."


@dataclass(frozen=True, slots=True)
class Limits:
    """How many bytes a request may hold: at *large_paths* as many as *largest*, elsewhere as many as *usual*."""

    usual: int
    largest: int
    large_paths: frozenset[str] = frozenset()


class Request(HTTPRequestParser):  # type: ignore[misc]
    """A request while it comes in."""

    path = ""  # of what is no request there is none, and waitress writes it into its log
    large_paths: ClassVar[frozenset[str]]
    elsewhere: ClassVar[Adjustments]

    def __init__(self, adj: Adjustments) -> None:
        super().__init__(adj)
        self.began = time.monotonic()

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if len(self.request_uri) > LONGEST_ADDRESS:
            raise ParsingError("The address is too long.")
        if self.path not in self.large_paths:
            self.adj = self.elsewhere

    @property
    def is_late(self) -> bool:
        """Whether it takes longer than anybody's line."""
        most = SECONDS_FOR_BODY if self.headers_finished else SECONDS_FOR_HEADERS
        return time.monotonic() - self.began > most


class Refusal(ErrorTask):  # type: ignore[misc]
    """The answer to a request that does not reach the product."""

    def execute(self) -> None:
        fault = self.request.error
        self.status = f"{fault.code} {fault.reason}"
        body = f"{SENTENCES.get(fault.code, FAULT)}\n".encode()
        self.response_headers += [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Line(HTTPChannel):  # type: ignore[misc]
    """One connection."""

    error_task_class = Refusal


def keep_to(server: BaseWSGIServer, limits: Limits) -> None:
    """Let *server* take only requests that keep to *limits*."""
    server.adj.max_request_header_size = LONGEST_HEADERS
    server.adj.max_request_body_size = limits.largest + 1
    elsewhere = copy(server.adj)
    elsewhere.max_request_body_size = limits.usual + 1
    known = {"large_paths": limits.large_paths, "elsewhere": elsewhere}
    request = type("LimitedRequest", (Request,), known)
    server.channel_class = type("LimitedLine", (Line,), {"parser_class": request})


def make_room(server: BaseWSGIServer, most: int) -> None:
    """Send away who has been silent longest without an answer to wait for, where more than *most* are connected."""
    if len(server.active_channels) <= most:
        return
    silent = [line for line in server.active_channels.values() if not (line.requests or line.total_outbufs_len)]
    silent.sort(key=lambda line: line.last_activity)
    for line in silent[: len(server.active_channels) - most]:
        line.handle_close()


def drop_late(server: BaseWSGIServer) -> None:
    """Close the connections whose request does not come to its end."""
    for line in list(server.active_channels.values()):
        if line.request is not None and line.request.is_late:
            line.will_close = True
