"""Knows the finished answers to callbacks and pages: each is made once for a state of the data and sent as it was."""

from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from typing import NamedTuple, TypedDict

from flask import Flask, Response, current_app, g, has_request_context, make_response, request
from flask_compress import Compress

from dashboard.questions.street import Original
from dashboard.reports.report_cache import ReportCache
from dashboard.web.access.asking import rights
from dashboard.web.access.declared import CALLBACKS
from dashboard.web.answers import LAYOUT_PATH, address_asked
from dashboard.web.watching.told import note_kept

MOST_BYTES = 64 * 1024 * 1024  # in each worker, as written and as packed together
MOST_ANSWERS = 20_000
PLAIN = "identity"
PAGE_ENDPOINTS = ("/", "/<path:path>", LAYOUT_PATH)  # as Dash names them
OK = 200
Look = Callable[[str], Original]


class Given(TypedDict):
    """An input of a callback; the guard has seen that its value is a text."""

    value: str


class Body(TypedDict, total=False):
    """What the browser posts for a callback, as far as an answer depends on it."""

    output: str
    inputs: list[Given]
    state: list[Given]


class Asked(NamedTuple):
    """What an answer depends on: two requests that are the same here get the same bytes."""

    version: str
    rights: str
    output: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A body as it is sent, and the states of the kept files that it speaks of."""

    body: bytes
    encoding: str
    status: int
    files: tuple[tuple[str, Original], ...]
    kind: str = "application/json"


def seen(look: Look) -> Look:
    """*look*, noting for the request what was seen: no data version tells of files that went missing since."""

    def looked(sha256: str) -> Original:
        state = look(sha256)
        if has_request_context():
            g.setdefault("seen_files", {})[sha256] = state
        return state

    return looked


class KeptAnswers:
    """Answers by what was asked; who asks for one that somebody is making waits for that one."""

    def __init__(self, look: Look, pack: Callable[[Answer], Answer], most_bytes: int = MOST_BYTES) -> None:
        self._look, self._pack = look, pack
        self._answers = ReportCache(MOST_ANSWERS, most_bytes, _bytes)

    def get(self, asked: Asked, encoding: str, make: Callable[[], Answer]) -> Answer:
        """The answer in *encoding*, or plain where it is not packed; *make* is called where none is kept that holds."""
        found = self._found(asked, encoding, make)
        if any(self._look(sha256) is not state for sha256, state in found.files):
            self._drop(asked, encoding)
            found = self._found(asked, encoding, make)
        if found.status != OK:
            self._drop(asked, encoding)
        return found

    def _found(self, asked: Asked, encoding: str, make: Callable[[], Answer]) -> Answer:
        def written() -> Answer:
            return self._answers.get((asked, PLAIN), make)

        return written() if encoding == PLAIN else self._answers.get((asked, encoding), lambda: self._pack(written()))

    def _drop(self, asked: Asked, encoding: str) -> None:
        self._answers.drop((asked, PLAIN))
        self._answers.drop((asked, encoding))


def keep_answers(server: Flask, version: Callable[[], str], look: Look, pages: Set[str] = frozenset()) -> None:
    """Let callbacks, and the *pages* at these paths, answer with what they answered before; pack whatever is sent.

    Called after every callback exists and before the guard, which looks at a request before this does.
    """
    compress = Compress(server)

    def packed(answer: Answer) -> Answer:
        response = compress.after_request(_response(answer))
        encoding = response.headers.get("Content-Encoding", PLAIN)
        return replace(answer, body=response.get_data(), encoding=encoding) if encoding == _encoding() else answer

    kept = KeptAnswers(look, packed)

    def keep(endpoint: str, asked: Callable[[str], Asked | None]) -> None:
        dispatch = server.view_functions[endpoint]

        def answer(**parts: str) -> Response:
            found = asked(version())
            if found is None:
                return make_response(dispatch(**parts))
            note_kept(kept=True)
            return _response(kept.get(found, _encoding(), lambda: _made(make_response(dispatch(**parts)))))

        server.view_functions[endpoint] = answer

    keep(CALLBACKS, _asked)
    for endpoint in PAGE_ENDPOINTS:
        keep(endpoint, lambda version: _page_asked(version, pages))


def _page_asked(version: str, pages: Set[str]) -> Asked | None:
    """What a page, or what it is drawn from, depends on; None where there is no such page."""
    address = address_asked()
    if address is None or address[0] not in pages:
        return None
    return Asked(version, rights(), "layout" if request.path == LAYOUT_PATH else "page", address)


def _asked(version: str) -> Asked:
    body: Body = request.get_json()
    given = (*body.get("inputs", ()), *body.get("state", ()))
    return Asked(version, rights(), body["output"], tuple(item["value"] for item in given))


def _encoding() -> str:
    """The way of packing that the browser likes best; the first of ours among equals."""
    ours: list[str] = current_app.config["COMPRESS_ALGORITHM"]
    return request.accept_encodings.best_match((*ours, PLAIN)) or PLAIN


def _made(response: Response) -> Answer:
    """An answer that nobody had asked for before."""
    note_kept(kept=False)
    return _answer(response)


def _answer(response: Response) -> Answer:
    files: dict[str, Original] = g.get("seen_files", {})
    kind = response.mimetype or "text/plain"
    return Answer(response.get_data(), PLAIN, response.status_code, tuple(files.items()), kind)


def _response(answer: Answer) -> Response:
    response = Response(answer.body, answer.status, mimetype=answer.kind)
    if answer.encoding != PLAIN:
        response.headers["Content-Encoding"] = answer.encoding
    return response


def _bytes(answer: object) -> int:
    return len(answer.body) if isinstance(answer, Answer) else 0


def once_a_request(ask: Callable[[], str]) -> Callable[[], str]:
    """*ask*, answered once for everything that one request needs; outside of requests each time."""

    def asked() -> str:
        if not has_request_context():
            return ask()
        if "data_version" not in g:
            g.data_version = ask()
        return str(g.data_version)

    return asked
