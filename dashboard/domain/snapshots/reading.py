"""Knows how what was seen becomes plain values and comes back: what is unknown is passed over."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import cast, get_args, get_origin, get_type_hints

from dashboard.domain.snapshots.canonical import Plain, canonical
from dashboard.domain.snapshots.seen import Seen


def plain(value: object) -> Plain:
    """*value*, frozen and of any of our kinds, as lists and dictionaries of texts."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return cast(Plain, value)


def written(seen: Seen) -> str:
    """The canonical text of what was *seen*."""
    return canonical(plain(seen))


def read(text: str) -> Seen:
    """What was seen, from its *text*, whichever version of the product wrote it."""
    return cast(Seen, _known(Seen, json.loads(text)))


def _known(kind: type, given: Plain) -> object:
    hints = _hints(kind)
    found = given if isinstance(given, dict) else {}
    return kind(**{name: _value(hints[name], part) for name, part in found.items() if name in hints})


@cache
def _hints(kind: object) -> dict[str, object]:
    """The types of the fields of a *kind*."""
    return get_type_hints(cast(type, kind))


def _value(kind: object, given: Plain) -> object:
    """*given* as a field of a *kind* holds it."""
    if get_origin(kind) is UnionType:
        return None if given is None else _value(get_args(kind)[0], given)
    if get_origin(kind) is tuple and isinstance(given, list):
        parts = get_args(kind)
        each = parts[:1] * len(given) if parts[-1] is Ellipsis else parts
        return tuple(_value(part, item) for part, item in zip(each, given, strict=False))
    return _known(kind, given) if isinstance(kind, type) and is_dataclass(kind) else given
