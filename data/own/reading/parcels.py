"""Knows which indicators a parcel declares and uses, each by all of its cells in the call."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator
from dashboard.domain.values.limits import may_be_negative
from data.names import slug
from data.own.areas.homes import WHOLE
from data.own.indicators.asking import COMBINES
from data.own.indicators.declaring import RULE, Undeclared, unread
from data.own.indicators.kinds import Cells
from data.own.indicators.unexplained import kind_question, with_scale, with_unit
from data.own.reading.name_index import Home, NameIndex, Place
from data.own.reading.placing import TYPED
from data.own.reading.readings import Reading
from data.parcel_rows import CellPlace, Declared, SaidFigure
from data.parcels import OwnTable
from data.sources.words import shown

Gathered = Mapping[str, Sequence[SaidFigure]]  # every figure of the call, by the slug of its indicator's name
Where = tuple[NameIndex, Home, int, Gathered]


def gathered(parcels: Iterable[OwnTable]) -> Gathered:
    """The figures of typed tables by indicator: what kind one is, all of its cells say."""
    found: dict[str, list[SaidFigure]] = defaultdict(list)
    for parcel in parcels:
        if parcel.source in TYPED:
            for said in parcel.figures:
                found[slug(said["indicator"])].append({**said, "file": parcel.file})
    return found


def parcel_indicators(
    found: Reading, parcel: OwnTable, figures: Iterable[SaidFigure], where: Where
) -> dict[str, Indicator]:
    """The indicators that are declared and, in a table of figures, used; one that cannot be read is rejected."""
    cells: dict[str, list[SaidFigure]] = defaultdict(list)
    for figure in figures:
        cells[figure["indicator"]].append(figure)
    indicators: dict[str, Indicator] = {}
    for said in parcel.declared:
        name = said["name"]
        if parcel.figures and name not in cells:
            continue
        places = parcel.places.get(name, {})
        try:
            indicators[name] = _indicator(parcel, said, cells[name], where)
        except ValueError as fault:
            lost = f" Its figures were left out: {len(cells[name]):,}." if cells[name] else ""
            at = places.get(fault.column) if isinstance(fault, Undeclared) else None
            found.reject(at, RULE, f"{shown(name)}: {fault}{lost}")
            continue
        told = where[0].inquiry.answered(said)
        found.remarks += [_left_open(name, fault, places) for fault in unread(told)]
    return indicators


def _indicator(parcel: OwnTable, said: Declared, own: Cells, where: Where) -> Indicator:
    """The indicator of one declaration, its answers laid over it; raises ValueError."""
    known, home, arrival, gathered = where
    told, name = known.inquiry.answered(said), said["name"]
    told = told if parcel.source in TYPED else known.apart(home, told)
    told = with_unit(with_scale(told, own), own, parcel.unit)
    asked = kind_question(parcel, told, own, known=known.knows(home, told))
    if asked is not None:
        known.inquiry.questions.setdefault(asked.key, asked)
    periods = sorted({cell["period"] for cell in own})
    told = {**known.addressed(home, told, list(map(from_slug, periods))), "about": name}
    told["running"] = parcel.running
    place: Place = {"file": parcel.file, "sheet": parcel.sheet, "cell": "", "arrival": arrival}
    is_area = slug(name) not in WHOLE and home.so_called(name)
    if parcel.source in TYPED and is_area and not known.knows(home, told):
        raise RefusedFile(_is_an_area(parcel.file, name))
    made = known.indicator(home, told, gathered.get(slug(name)) or own, place)
    if parcel.source in TYPED and not may_be_negative(name, told["unit"], told["definition"]):
        known.inquiry.ask_of_zeros(name, told, gathered.get(slug(name)) or own)
    if asked is not None:  # how the year is made follows from what it is
        known.inquiry.questions.pop((name, COMBINES), None)
    return made


def _is_an_area(file: str, name: str) -> str:
    return (
        f"{file}: “{shown(name)}” is the name of an area, and stands where an indicator does. Put areas in a column "
        "“Area”, one a row, and name the indicators by what is counted."
    )


def _left_open(name: str, fault: Undeclared, places: Mapping[str, CellPlace]) -> str:
    """What is said of a declaration that is left open, with its place."""
    where = places[fault.column]["cell"] if fault.column in places else ""
    return f"{shown(name)}: {f'{where}: ' if where else ''}{fault} Until then it is left open."
