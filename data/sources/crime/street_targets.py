"""Knows targets set on a crime type or category of street-level crime: one row a target, as an officer types it."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from dashboard.domain.errors import OutturnError, RefusedFile
from dashboard.domain.periods.period import read_period
from dashboard.domain.targets.target import read_target
from dashboard.domain.values.printed import ValueType
from data.names import slug
from data.parcel_rows import NamedTarget, SaidTarget
from data.parcels import StreetTargets
from data.sources.containers.sheets import Sheet
from data.sources.rejections import Once, Rejections
from data.sources.words import is_plain

KIND = StreetTargets.kind
USUAL_TOLERANCE = "5"


def recognises(heading: tuple[str, ...]) -> bool:
    return {"partnership", "crime", "period", "target"} <= {name.lower() for name in heading}


def read(sheet: Sheet) -> Iterator[StreetTargets]:
    """Yield targets as texts with the line each stands on; twice the same with other figures rejects both."""
    lowered = [name.lower() for name in sheet.heading]
    rejections = Rejections()
    targets = Once[tuple[str, ...], SaidTarget](rejections)
    for line, row in rejections.whole(sheet):
        target = _target(dict(zip(lowered, map(str.strip, row), strict=True)))
        if isinstance(target, str):
            rejections.add(line, target, row)
        else:
            key = (*map(slug, (target["partnership"], target["area"], target["crime"])), target["period"])
            targets.add(key, target, line, row)
    column = lowered.index("target") + 1
    found: list[SaidTarget] = [
        {**target, "line": line, "cell": f"line {line}, field {column}"} for line, target in targets.values().values()
    ]
    if not found:
        raise RefusedFile(f"{sheet.name} holds no target that can be read.")
    sheet.remarks += targets.remarks()
    yield StreetTargets(**rejections.taken(sheet, targets.taken), targets=found)


def _target(fields: dict[str, str]) -> SaidTarget | str:
    """The target as it is kept, its place aside, or the rule it breaks."""
    kept = _kept(fields)
    if rule := _naming_rule(kept):
        return rule
    try:
        period = read_period(fields["period"])
    except OutturnError:
        return "period-unreadable"
    try:
        read_target(fields["target"], ValueType.COUNT)
    except OutturnError:
        return "target-unreadable"
    tolerance = (fields.get("tolerance") or USUAL_TOLERANCE).removesuffix("%").strip()
    if not _is_percentage(tolerance):
        return "tolerance-unreadable"
    return SaidTarget(**kept, period=period.slug, tolerance=tolerance, line=0, cell="")


def _kept(fields: dict[str, str]) -> NamedTarget:
    return {
        "partnership": fields.get("partnership", ""),
        "area": fields.get("area", ""),
        "crime": fields.get("crime", ""),
        "target": fields.get("target", ""),
        "note": fields.get("note", ""),
    }


def _naming_rule(kept: NamedTarget) -> str:
    """The rule that the words of a target break, if any."""
    if not all(map(is_plain, (kept["partnership"], kept["area"], kept["crime"], kept["target"]))):
        return "words-unreadable"
    if not slug(kept["partnership"]):
        return "partnership-unknown"
    return "" if slug(kept["crime"]) else "crime-unknown"


def _is_percentage(text: str) -> bool:
    try:
        return bool(0 <= Decimal(text) <= 100)
    except InvalidOperation:
        return False
