"""Knows what happened to the figures: every move of the pointer, and every value that one figure had."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, Engine, func, select

from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.evidence.releases import FigurePlace, PastValue, PublishedRelease
from data.audit.erased import by_number
from data.own.pointer import chain, pointer
from data.schema import Fields, Found
from data.tables import documents as published
from data.tables import own as tables
from data.tables.incidents import incident_list
from data.tables.street import arrival

MOST_MOVES = 50
PRINTED = {"actual": published.observation, "target": published.target}  # what a document may print of a figure


def moves(engine: Engine) -> tuple[PublishedRelease, ...]:
    """The newest moves of the pointer, the last one first; and the one that published what stands, however old."""
    with engine.connect() as connection:
        newest = _publishing(connection, pointer(connection))
        found = _newest(connection, newest)
        counts = _counted(connection)
        homes = _homes(connection, "release", {row.release for row in found})
        erased = [(number, item.sentence) for number, item in by_number(connection, "release")]
    return tuple(
        PublishedRelease(
            row.release,
            row.moment,
            row.who,
            row.why,
            counts.get(row.release, 0),
            row.id == newest,
            homes.get(row.release, frozenset()),
            "; ".join(dict.fromkeys(words for number, words in erased if number == row.release)),
        )
        for row in found
    )


def _publishing(connection: Connection, release: int) -> int | None:
    """The move that published *release*, the last one where there are several."""
    move = tables.move.c
    query = select(func.max(move.id)).where(move.release == release, ~move.why.startswith("undid"))
    found: int | None = connection.execute(query).scalar()
    return found


def _newest(connection: Connection, publishing: int | None) -> Sequence[Found]:
    move = tables.move.c
    first = connection.execute(select(move.id).order_by(move.id.desc()).limit(1).offset(MOST_MOVES - 1)).scalar() or 0
    query = select(tables.move).where((move.id >= first) | (move.id == publishing)).order_by(move.id.desc())
    return connection.execute(query).all()


def _counted(connection: Connection) -> Counter[int]:
    """How many figures, and lines of plans, each release laid down."""
    found: Counter[int] = Counter()
    for item in (tables.figure.c, tables.plan_row.c):
        for release, count in connection.execute(select(item.release, func.count()).group_by(item.release)):
            found[release] += count
    return found


def arrival_homes(engine: Engine, among: Collection[int] | None = None) -> Mapping[int, frozenset[str]]:
    """Whose figures, areas or indicators each file brought, or each *among* which is asked.

    Files of no partnership's own are not listed.
    """
    with engine.connect() as connection:
        return _homes(connection, "arrival", among)


def release_homes(engine: Engine, release: int) -> frozenset[str]:
    """Whose figures, areas or indicators one release laid down."""
    with engine.connect() as connection:
        return _homes(connection, "release", (release,)).get(release, frozenset())


def _homes(connection: Connection, by: str, among: Collection[int] | None = None) -> dict[int, frozenset[str]]:
    """Whose rows each file or release brought, or each of those *among* which is asked."""
    found: dict[int, set[str]] = defaultdict(set)
    lists = incident_list.c
    for table in (tables.figure, tables.indicator, tables.area, tables.partnership, tables.plan_row):
        query = select(table.c[by], table.c.partnership).distinct()
        asked = query if among is None else query.where(table.c[by].in_(among))
        for number, partnership in connection.execute(asked):
            found[number].add(partnership)
    for number, partnership in connection.execute(select(lists.arrival, lists.partnership)) if by == "arrival" else ():
        if among is None or number in among:
            found[number].add(partnership)
    for number, erased in by_number(connection, by):
        if among is None or number in among:
            found[number] |= erased.partnerships
    return {number: frozenset(homes) for number, homes in found.items()}


def figure_place(engine: Engine, store: Store, number: int) -> FigurePlace | None:
    """The figure with this number, where it was read, and what it was before and after."""
    with engine.connect() as connection:
        row = connection.execute(select(tables.figure).where(tables.figure.c.id == number)).first()
        if row is None or row.gone:
            return None
        said = row._asdict()
        file = connection.execute(select(arrival).where(arrival.c.id == row.arrival)).one()
        history = _history(connection, said)
    names = {item.id: item.name for item in store.indicators(Scope(row.partnership))}
    areas = {item.slug: item.name for item in store.areas(row.partnership)}
    place = {name: said[name] for name in ("partnership", "what", "text", "file", "sheet", "cell", "arrival")}
    place |= {"indicator_id": row.indicator, "area_slug": row.area, "period_slug": row.period, "value": row.number}
    return FigurePlace(
        number=number,
        indicator=names.get(row.indicator, row.indicator),
        area=areas.get(row.area, row.area),
        period=from_slug(row.period).label,
        name=file.name,
        sha256=file.sha256,
        moment=file.arrived_at,
        source=file.source,
        history=history,
        **place,
    )


def _history(connection: Connection, said: Fields) -> tuple[PastValue, ...]:
    """Every value of the same figure, the newest first, each with what it is today."""
    figure, release = tables.figure.c, tables.release.c
    keys = ("what", "indicator", "area", "period")
    query = (
        select(tables.figure, release.moment, release.who, release.reason)
        .join(tables.release, release.id == figure.release)
        .where(*(figure[name] == said[name] for name in keys))
        .order_by(figure.id.desc())
    )
    inside = set(chain(connection, pointer(connection)))
    found, standing = [], "published"
    for row in connection.execute(query):
        state = standing if row.release in inside else "undone"
        standing = "superseded" if row.release in inside else standing
        text = "withdrawn" if row.gone else row.text
        place = ", ".join(filter(None, (row.sheet, row.cell)))
        found.append(PastValue(text, row.moment, row.who, row.file, place, state, row.reason, row.number))
    return (*found, *_printed(connection, said, standing))


def _printed(connection: Connection, said: Fields, standing: str) -> list[PastValue]:
    """The same figure as one of the five documents prints it."""
    if said["what"] not in PRINTED:
        return []
    table, cell = PRINTED[said["what"]], published.source_cell
    query = select(cell.c.text, cell.c.document, cell.c.table, cell.c.row, cell.c.column)
    query = query.join(table, table.c.source_cell == cell.c.id)
    query = query.where(*(table.c[name] == said[name] for name in ("indicator", "area", "period")))
    return [
        PastValue(text, "", "", document, " · ".join((name, row, column)), standing)
        for text, document, name, row, column in connection.execute(query)
    ]
