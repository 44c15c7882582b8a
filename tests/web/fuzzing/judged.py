"""Gives the product many hostile requests and says of each answer what must not be in it."""

import gc
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flask import Flask

from dashboard.web.people.forms import A_DESK, HEADER, token
from tests.web.fuzzing.asking import Raw, ask

OURS = 500


@dataclass(slots=True)
class Judged:
    """How often each status was answered, and every answer that is a fault."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def judged(server: Flask, requests: Iterable[Raw]) -> Judged:
    """What came of all *requests*: no status from 500 on, no trace, path or statement in a refusal."""
    found = Judged()
    with server.app_context():
        known = token(A_DESK)
    for raw in requests:
        with_token = replace(raw, headers=(*raw.headers, (HEADER, known)))  # or no form would ever be read
        told = ask(server, with_token)
        found.statuses[told.status] += 1
        if told.status >= OURS or told.leaks or "X-Content-Type-Options" not in told.headers:
            found.faults.append(f"{told.status} {told.leaks} {raw!r:.600}")
    gc.collect()
    return found
