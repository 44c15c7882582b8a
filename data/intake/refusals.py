"""Knows why a file is refused as a whole."""

from collections.abc import Sequence

from data.parcel_rows import Rejection
from data.parcels import Parcel
from data.sources.rejections import RULES


def mostly_unread(name: str, rejected: Sequence[Rejection]) -> str:
    """Why a table is refused as a whole, with its first reason."""
    return f"{name}: {len(rejected):,} of its figures cannot be read; the first: {rejected[0]['text']}"


def too_many(parcel: Parcel, rejected: int) -> str:
    """Why a file is refused as a whole: the rule that most of its rows break."""
    rule = max(parcel.rules, key=lambda name: parcel.rules[name])
    return f"{parcel.file}: {rejected:,} of {parcel.rows:,} rows cannot be taken; most: a row {RULES[rule]}."
