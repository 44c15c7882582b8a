"""Knows targets set on a crime type or category of street-level crime: one row a target, as an officer types it."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from dashboard.domain.errors import OutturnError, RefusedFile
from dashboard.domain.periods.period import read_period
from dashboard.domain.targets.target import read_target
from dashboard.domain.values.printed import ValueType
from data.names import slug
from data.sources.containers.sheets import Sheet
from data.sources.rejections import Once, Rejections
from data.sources.words import is_plain

KIND = "street-targets"
NAMES = ("partnership", "area", "crime", "target", "note")
UNNAMED = {"partnership": "partnership-unknown", "crime": "crime-unknown"}
USUAL_TOLERANCE = "5"


def recognises(heading: tuple[str, ...]) -> bool:
    return {"partnership", "crime", "period", "target"} <= {name.lower() for name in heading}


def read(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """Yield targets as texts with the line each stands on; twice the same with other figures rejects both."""
    lowered = [name.lower() for name in sheet.heading]
    rejections = Rejections()
    targets = Once[tuple[str, ...], dict[str, Any]](rejections)
    for line, row in rejections.whole(sheet):
        target, rule = _target(dict(zip(lowered, map(str.strip, row), strict=True)))
        if rule:
            rejections.add(line, rule, row)
        else:
            key = (*(slug(target[name]) for name in NAMES[:3]), target["period"])
            targets.add(key, target, line, row)
    column = lowered.index("target") + 1
    found = [
        {"line": line, "cell": f"line {line}, field {column}", **target} for line, target in targets.values().values()
    ]
    if not found:
        raise RefusedFile(f"{sheet.name} holds no target that can be read.")
    sheet.remarks += targets.remarks()
    yield rejections.parcel(KIND, sheet, targets.taken) | {"targets": found, "figures": [], "declared": []}


def _target(fields: dict[str, str]) -> tuple[dict[str, Any], str]:
    """The target as it is kept, or the rule it breaks."""
    kept = {name: fields.get(name, "") for name in NAMES}
    if not all(is_plain(kept[name]) for name in NAMES[:4]):
        return {}, "words-unreadable"
    for name, rule in UNNAMED.items():
        if not slug(kept[name]):
            return {}, rule
    try:
        period = read_period(fields["period"])
    except OutturnError:
        return {}, "period-unreadable"
    try:
        read_target(fields["target"], ValueType.COUNT)
    except OutturnError:
        return {}, "target-unreadable"
    tolerance = (fields.get("tolerance") or USUAL_TOLERANCE).removesuffix("%").strip()
    if not _is_percentage(tolerance):
        return {}, "tolerance-unreadable"
    return kept | {"period": period.slug, "tolerance": tolerance}, ""


def _is_percentage(text: str) -> bool:
    try:
        return bool(0 <= Decimal(text) <= 100)
    except InvalidOperation:
        return False
