"""Knows a partnership's own figures as the pages ask for them: laid over the published ones, revised ones marked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter

from sqlalchemy import Engine, Table, select

from dashboard.domain.checks.findings import Judgement, Standing
from dashboard.domain.commentary import Commentary
from dashboard.domain.documents import Document, Note, document_of_file
from dashboard.domain.records import (
    OWN_FIGURES,
    Area,
    Indicator,
    LensCategory,
    Observation,
    Partnership,
    Scope,
    Target,
)
from data.kept import Kept
from data.own.commentaries import typed
from data.own.figure_memory import Asked, FigureMemory
from data.own.figure_queries import arrivals_of, inside, newest_of_files, periods_inside, touched, unfinished
from data.own.figure_rows import (
    FigureRow,
    Key,
    aliases,
    cell_of,
    commentary,
    observation,
    read_columns,
    signatures,
    target,
)
from data.own.indicator_rows import read_indicator
from data.own.pointer import PUBLISHED_ONLY, chain, erasures, pointer
from data.own.starts import NO_START, Start, spans, started, starts
from data.schema import Fields, Found, Query
from data.street.places import people_of
from data.tables import own as tables
from data.tables import street as street_tables

KIND = OWN_FIGURES


class OwnFigures:
    """Answers from the releases of one engine, as of one day or as published now."""

    def __init__(
        self, engine: Engine, day: date | None = None, kept: Kept | None = None, memory: FigureMemory | None = None
    ) -> None:
        self._engine = engine
        self._day = day
        self._kept = kept or Kept(keeps=False)
        self._memory = memory

    def judgements(self, partnership: str) -> tuple[Judgement, ...]:
        """The newest that was said of each finding."""
        item = tables.judgement.c
        columns = (item.finding, item.state, item.words, item.who, item.moment)
        query = select(*columns).where(item.partnership == partnership).order_by(item.id)
        with self._engine.connect() as connection:
            said = (Judgement(row[0], Standing(row[1]), *row[2:]) for row in connection.execute(query))
            return tuple({item.finding: item for item in said}.values())

    def rows_in_force(self, table: Table, partnership: str = "") -> Sequence[Fields]:
        """The rows of every release in force, of one partnership or of all, the oldest first."""
        query = select(table).order_by(table.c.id)
        if partnership and not self._kept.keeps:
            return self._read(query.where(table.c.partnership == partnership))
        every = self._kept.get(("own", table.name), lambda: grouped(self._read(query)))
        return every.get(partnership, ()) if partnership else [row for rows in every.values() for row in rows]

    @property
    def _releases(self) -> tuple[int, ...]:
        """Every release in force, the oldest first."""

        def read() -> tuple[int, ...]:
            with self._engine.connect() as connection:
                return chain(connection, pointer(connection, self._day))

        return self._kept.get("releases", read)

    def _read(self, query: Query) -> list[Fields]:
        names = tuple(query.selected_columns.keys())
        return [dict(zip(names, row, strict=True)) for row in self._tuples(query)]

    def _tuples(self, query: Query) -> Sequence[Found]:
        """What *query* gives of the releases in force; its first column is of the table that is limited to them."""
        column = query.selected_columns[0].table.c.release
        releases = self._releases if column.table is not tables.plan_row else (PUBLISHED_ONLY, *self._releases)
        if not releases:
            return []
        with self._engine.connect() as connection:
            return connection.execute(query.where(column.in_(releases))).all()  # in one go: they may be many

    def partnerships(self, published: Sequence[Partnership]) -> tuple[Partnership, ...]:
        """*published*, each starting in its newest year with an actual, then the partnership's own."""
        newest = self._starts()
        found = {item.slug: started(item, newest.get(item.slug)) for item in published}
        for row in self.rows_in_force(tables.partnership):
            slug, start = row["partnership"], newest.get(row["partnership"], NO_START)
            found.setdefault(slug, Partnership(slug, row["name"], KIND, slug, start.period))
        return tuple(found.values())

    def _starts(self) -> dict[str, Start]:
        return starts(row for row in self._spans() if not row["gone"])

    def _spans(self) -> Sequence[Fields]:
        """Of which periods there is anything, loaded when: every figure is looked at, once for two questions."""
        return self._kept.get("own spans", lambda: self._read(spans()))

    def areas(self, partnership: str) -> tuple[Area, ...]:
        found = {row["area"]: row for row in self.rows_in_force(tables.area, partnership)}
        codes = [row["code"] for row in found.values() if row["code"]]
        people = {}
        if codes:
            with self._engine.connect() as connection:
                people = people_of(connection, codes)
        return tuple(_area(row, partnership, people.get(row["code"])) for row in found.values())

    def lens(self, partnership: str, names: Mapping[str, str]) -> tuple[LensCategory, ...]:
        """The categories that a partnership without a document has indicators in, by their shared names."""
        found: dict[str, Fields] = {}
        for row in self.rows_in_force(tables.indicator, partnership):
            if not row["crime"]:
                found.setdefault(row["category"], row)
        return tuple(LensCategory(slug, names[slug], cell_of(row)) for slug, row in found.items() if slug in names)

    def counts_crime(self, partnership: str) -> bool:
        """Whether a file of the partnership's own sets targets on street-level crime."""
        return any(row["crime"] for row in self.rows_in_force(tables.indicator, partnership))

    def indicators(self, published: Sequence[Indicator], partnership: str) -> tuple[Indicator, ...]:
        """*published* as a file may have declared them otherwise, then the partnership's own."""
        known = {item.id: item for item in published}
        for row in self.rows_in_force(tables.indicator, partnership):
            before = known.pop(row["indicator"], None) if row["gone"] else known.get(row["indicator"])
            if not row["gone"]:
                known[row["indicator"]] = read_indicator(row, before, cell_of(row))
        return tuple(known.values())

    def aliases(self, partnership: str) -> dict[str, str]:
        """Every name that an indicator had or was merged from, as a key, and the id that it leads to now."""
        return aliases(self.rows_in_force(tables.indicator, partnership))

    def commentary_history(self, scope: Scope) -> tuple[Commentary, ...]:
        """Everything that files and forms said of figures, the oldest first."""
        rows = [row for rows in self._figures(scope, "commentary").values() for row in rows]
        said = signatures(self._engine, {row.release for row in rows})
        found = [commentary(row, *said[row.release]) for row in rows]
        found += typed(self._engine, scope, lambda: self.aliases(scope.partnership), self._day)
        return tuple(sorted(found, key=lambda item: item.moment))

    def observations(self, scope: Scope, published: Sequence[Observation]) -> tuple[Observation, ...]:
        """*published* with the partnership's own laid over them; a figure that was another before is marked revised."""
        if self._memory is not None and self._day is None and not published:
            asked = Asked(lambda inner: self._figures(inner, "actual"), self._touched)
            states = (-self._kept.get("erasures", lambda: erasures(self._engine)), *self._releases)
            return tuple(self._memory.actuals(scope, states, asked).values())
        found = {(item.indicator, item.area, item.period.slug): item for item in published}
        for key, rows in self._figures(scope, "actual").items():
            before = found.get(key)
            if rows[-1].gone == tables.GONE:
                found.pop(key, None)
            elif not rows[-1].gone:
                found[key] = observation(rows, before)
        return tuple(found.values())

    def targets(self, scope: Scope, published: Sequence[Target], kinds: Mapping[str, Indicator]) -> tuple[Target, ...]:
        found = {(item.indicator, item.area, item.period.slug): item for item in published}
        for key, rows in self._figures(scope, "target").items():
            if rows[-1].gone == tables.GONE:
                found.pop(key, None)
            elif key[0] in kinds and not rows[-1].gone:
                found[key] = target(rows[-1], kinds[key[0]])
        return tuple(found.values())

    def _figures(self, scope: Scope, what: str) -> dict[Key, list[FigureRow]]:
        """The rows of each figure, the oldest first."""
        found: dict[Key, list[FigureRow]] = {}
        rows = map(FigureRow._make, self._tuples(inside(select(*read_columns()), scope, what)))
        for row in sorted(rows, key=itemgetter(0)):  # SQLite asked in that order looks up no area
            if scope.indicators is None or row.indicator in scope.indicators:
                found.setdefault((row.indicator, row.area, row.period), []).append(row)
        return found

    def _touched(self, scope: Scope, releases: Sequence[int]) -> frozenset[str]:
        """The indicators that *releases* give an actual of in the areas of *scope*."""
        found = frozenset(row["indicator"] for row in self._read(touched(scope, releases)))
        return found if scope.indicators is None else found & scope.indicators

    def periods_of(self, scope: Scope, what: str) -> Iterable[tuple[str, str]]:
        """Each indicator with each period that it may have such a figure of; some may be withdrawn."""
        return ((row["indicator"], row["period"]) for row in self._read(periods_inside(scope, what)))

    def unfinished(self, partnership: str) -> frozenset[str]:
        """The indicators with a figure that is missing or of part of its period, or a target that is no bare number."""
        return frozenset(row["indicator"] for row in self._read(unfinished(partnership)))

    def periods(self) -> Mapping[str, frozenset[str]]:
        """The periods of every partnership that may have an actual or a target, by slug; some may be withdrawn."""
        rows = (row for row in self._spans() if row["what"] in ("actual", "target"))
        return {name: frozenset(row["period"] for row in found) for name, found in grouped(rows).items()}

    def withdraws(self) -> bool:
        """Whether a figure or an indicator of any partnership was withdrawn."""
        return any(row["gone"] for row in (*self.rows_in_force(tables.indicator), *self._spans()))

    def documents(self, partnership: str) -> tuple[Document, ...]:
        """The files that figures and plans were read from."""
        arrivals = {row["arrival"] for row in self._read(arrivals_of(partnership))}
        kept = (self.rows_in_force(table, partnership) for table in (tables.indicator, tables.plan_row))
        arrivals |= {row["arrival"] for rows in kept for row in rows}
        item = street_tables.arrival.c
        query = select(item.id, item.name, item.arrived_at).where(item.id.in_(sorted(arrivals)))
        with self._engine.connect() as connection:
            found = connection.execute(query).all() if arrivals else ()
        return tuple(
            Document(document_of_file(number), partnership, name, f"loaded {arrived[:10]}", "")
            for number, name, arrived in found
        )

    def _files(self, partnership: str) -> dict[int, str]:
        """The newest file that figures of each arrival were read from."""
        rows = sorted(self._read(newest_of_files(partnership)), key=lambda row: row["newest"])
        return {row["arrival"]: row["file"] for row in rows}

    def notes(self, partnership: str) -> tuple[Note, ...]:
        rows = self.rows_in_force(tables.note, partnership)
        files = self._files(partnership) if rows else {}
        return tuple(
            Note(document_of_file(row["arrival"]), files.get(row["arrival"], ""), row["mark"], row["text"])
            for row in rows
        )


def grouped(rows: Iterable[Fields]) -> dict[str, list[Fields]]:
    """Rows by their partnership, in their order."""
    found: dict[str, list[Fields]] = {}
    for row in rows:
        found.setdefault(row["partnership"], []).append(row)
    return found


def _area(row: Fields, partnership: str, people: int | None) -> Area:
    whole = row["area"] == partnership
    return Area(row["area"], row["name"], row["level"], "" if whole else partnership, people, code=row["code"])
