"""Knows callbacks as somebody hostile posts them: each begins as one of ours and is spoilt in one to four ways."""

import gzip
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from dash import Dash

from tests.app.bodies import CALLBACK, Body, body_of, server_callbacks
from tests.web.fuzzing.asking import Raw
from tests.web.fuzzing.values import METHODS, PLACES, header, query, text, value

Spoil = Callable[[Random, Body], Any]


def hostile_callbacks(app: Dash, seed: int, count: int) -> Iterator[Raw]:
    """So many requests, always the same for a seed."""
    random, ours = Random(seed), server_callbacks(app)
    for _ in range(count):
        search = random.choice(("", f"?partnership={random.choice(PLACES)}", "?" + query(random)))
        body = body_of(app, random.choice(ours), search=search, pathname=random.choice(("/", "/trends", text(random))))
        for _ in range(random.choice((0, 1, 1, 2, 3))):
            body = random.choice(SPOILS)(random, body) if isinstance(body, dict) else body
        yield sent(random, body)


def sent(random: Random, body: object) -> Raw:
    """*body* as a request, most of them as a browser would send it."""
    headers: dict[str, str] = {"Content-Type": "application/json"}
    if random.random() < 0.3:
        headers |= dict(header(random) for _ in range(random.randrange(1, 4)))
    method = random.choice(METHODS) if random.random() < 0.03 else "POST"
    target = CALLBACK.encode() + (b"?" + query(random).encode("latin-1", "replace") if random.random() < 0.05 else b"")
    return Raw(method, target, tuple(headers.items()), written(random, body))


def written(random: Random, body: object) -> bytes:
    """*body* in bytes: mostly JSON in UTF-8, now and then cut, packed, in another encoding, or none at all."""
    said = json.dumps(body, ensure_ascii=random.random() < 0.5)
    plain = said.encode("utf-8", "surrogatepass")
    if random.random() < 0.85:
        return plain
    return random.choice((*_strange(random, said, plain), *NO_JSON))


def _strange(random: Random, said: str, plain: bytes) -> tuple[bytes, ...]:
    return (
        plain[: random.randrange(len(plain))],
        gzip.compress(plain),
        said.encode("utf-16", "surrogatepass"),
        b"\xef\xbb\xbf" + plain,
        plain + b"\0" * 50,
        plain * 2,
        b" " * 70_000 + plain,
        plain.replace(b'"output"', b'"output": 1, "output"', 1),
        plain.replace(b'"inputs"', b'"inputs": [], "inputs"', 1),
        random.randbytes(200),
    )


NO_JSON = (
    *(b"", b"NaN", b'{"output": NaN, "inputs": Infinity}', b"1" * 5_000, b"[" * 10, b"[" * 1_000, b"[" * 60_000),
    *(b'{"a":' * 9_000, gzip.compress(b"0" * 5_000_000)),
)


def _drop(random: Random, body: Body) -> Body:
    gone = random.choice([*body, "output"])  # nothing may be left of it
    return {key: item for key, item in body.items() if key != gone}


def _replace(random: Random, body: Body) -> Body:
    return body | {random.choice([*body, "output"]): value(random)}


def _add(random: Random, body: Body) -> Body:
    return body | {
        random.choice(("state", "extra", "cancelJob", "background", "__proto__", text(random))): value(random)
    }


def _deepen(random: Random, body: Body) -> Body:
    found: Any = value(random)
    for _ in range(random.choice((3, 11, 12, 13, 200, 900))):
        found = [found] if random.random() < 0.5 else {"a": found}
    return body | {random.choice([*body, "extra"]): found}


def _input(random: Random, body: Body) -> Body:
    """One input says something else."""
    inputs = body.get("inputs")
    if not isinstance(inputs, list) or not inputs or not all(isinstance(item, dict) for item in inputs):
        return body
    at, key = random.randrange(len(inputs)), random.choice(("id", "property", "value", "value", "value", text(random)))
    said = random.choice((value(random), "?" + query(random), text(random)))
    return body | {"inputs": [item | {key: said} if at == place else item for place, item in enumerate(inputs)]}


def _several(random: Random, body: Body) -> Body:
    inputs = body.get("inputs")
    return body | {"inputs": inputs * random.randrange(4) if isinstance(inputs, list) and len(inputs) < 5 else inputs}


def _outputs(random: Random, body: Body) -> Body:
    outputs = body.get("outputs")
    if not isinstance(outputs, list) or not outputs:
        return body | {"outputs": value(random)}
    changed = random.choice(
        (outputs[::-1], outputs * 2, outputs[:-1], [*outputs, value(random)], [[item] for item in outputs])
    )
    return body | {"outputs": changed}


def _no_object(random: Random, body: Body) -> Any:  # noqa: ANN401 - whatever JSON can say
    return random.choice((value(random), [body], [body] * 30, json.dumps(body)))


SPOILS: tuple[Spoil, ...] = (_drop, _replace, _add, _deepen, _input, _input, _input, _several, _outputs, _no_object)
