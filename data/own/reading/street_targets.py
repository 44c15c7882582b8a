"""Knows how targets on street-level crime become figures of a release, beside the printed ones of the same name."""

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import Connection

from dashboard.domain.namesakes import named_with_origin
from dashboard.domain.periods.period import from_slug
from dashboard.domain.street.crime import ALL_CRIME
from dashboard.domain.targets.grammar import read_target
from dashboard.domain.values.printed import Reason, Value, ValueType
from data.names import slug
from data.own.reading.name_index import Home, NameIndex
from data.own.reading.readings import Read, Reading
from data.parcel_rows import SaidFigure, SaidTarget
from data.parcels import StreetTargets
from data.sources.figures.parcels import NO_FIGURE, TARGET
from data.street.indicators import StreetFigures
from data.street.targets import targets_of

KIND = "street-targets"
ALL_SAID = "“All incidents” counts recorded crime and anti-social behaviour: police.uk lists both."
UNKNOWN = "No partnership “{}” is known yet: its targets show as soon as its crime files are loaded."


def read_targets(connection: Connection, parcel: StreetTargets, arrival: int, known: NameIndex) -> Reading:
    """The targets of one file; raises RefusedFile with a sentence."""
    found, street = Reading(), StreetFigures(connection.engine)
    for (_, area, crime, period), item in targets_of(connection, parcel).items():
        home = known.street_home(item["partnership"])
        place: Mapping[str, str | int] = {"file": parcel.file, "sheet": "", "cell": item["cell"], "arrival": arrival}
        indicator = known.counted(home, street.crime(crime), Decimal(item["tolerance"]), place)
        found.figures.append(
            Read(
                home=home,
                indicator=named_with_origin(indicator) if not indicator.origin else indicator,
                what=TARGET,
                area=_area(home, area, item["area"]),
                period=from_slug(period),
                value=_value(item["target"]),
                said=_said(item),
                file=parcel.file,
                arrival=arrival,
            )
        )
    found.remarks += _remarks(found, known)
    return found


def _said(item: SaidTarget) -> SaidFigure:
    return {**NO_FIGURE, "cell": item["cell"], "line": item["line"], "note": item["note"], "text": item["target"]}


def _remarks(found: Reading, known: NameIndex) -> list[str]:
    said = [ALL_SAID] if any(item.indicator.crime == ALL_CRIME for item in found.figures) else []
    strangers = dict.fromkeys(item.home.name for item in found.figures if not known.is_known(item.home))
    return said + [UNKNOWN.format(name) for name in strangers]


def _area(home: Home, key: str, name: str) -> str:
    """The slug of an area that a file names; one that is not known yet comes with its localities or crime files."""
    if not key:
        return home.whole
    found = f"{home.slug}/{slug(key)}"
    home.names.setdefault(found, name)
    return found


def _value(text: str) -> Value:
    rule = read_target(text, ValueType.COUNT)
    reason = None if rule.number is not None else Reason.UNRESOLVED
    return Value(rule.number, reason, notes=rule.notes, raw=text)
