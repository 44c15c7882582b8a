"""Knows the one text that a value has, and its sha256: the same content gives the same bytes on every machine."""

import json
import unicodedata
from collections.abc import Mapping
from hashlib import sha256

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def canonical(value: Plain) -> str:
    """*value* as JSON: keys in order, no blanks, NFC, no escapes; numbers with a point are texts.

    Raises TypeError for a float, which is not written alike everywhere.
    """
    return json.dumps(_exact(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(text: str) -> str:
    """The sha256 of a canonical *text*."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _exact(value: Plain) -> Plain:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Mapping):
        return {unicodedata.normalize("NFC", name): _exact(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_exact(part) for part in value]
    raise TypeError(f"{type(value).__name__} has no canonical form.")
