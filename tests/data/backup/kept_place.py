"""Knows a place that is worth a backup: figures of one's own with their file, an account that is signed in, papers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, inspect, select

from dashboard.domain.papers.job import PaperOrder
from dashboard.exports.addresses import AskedFile, export
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from data.access.accounts import NewAccount, add
from data.access.sessions import begin
from data.originals.folder import keep
from data.papers.jobs import finish, order, take
from data.store import SqlStore
from data.tables.every import every_table
from data.tables.incidents import incidents
from tests.data.own.typed import load, table_1

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
FEW = ("year-end", "plan")  # of the pages
WARWICKSHIRE = ("partnership=warwickshire&period=2010-11",)
TOLD = ("audit_head", "own_figure", "release_move", "session", "street_state", "account")  # what any deed would change


@dataclass(frozen=True)
class KeptPlace:
    """A database with its folder of originals, and the fingerprint of the one file in it."""

    engine: Engine
    originals: Path
    sha256: str


def filled(engine: Engine, folder: Path) -> KeptPlace:
    """Fill *engine*, which holds the published figures, and keep in *folder* what was loaded."""
    path = table_1(folder, E7="1,131")
    sha256 = load(engine, path).files[0].sha256
    keep(path, sha256, folder / "originals")
    account = add(engine, NewAccount("jo", "local", shown="Jo"), NOON)
    begin(engine, account.number, "127.0.0.1", NOON)
    first, second = (
        order(engine, PaperOrder("derby", 3, form, "ab12cd3", "2026-11-30"), NOON) for form in ("pdf", "x")
    )
    for number in (first, second):
        take(engine, NOON)
        finish(engine, number, b"%PDF", "Ready")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM paper_job WHERE number = {second}")
        for table in incidents.sorted_tables:
            connection.execute(table.insert().values({column.name: said(column) for column in table.c}))
    return KeptPlace(engine, folder / "originals", sha256)


def said(column: Column[Any]) -> object:
    """Something that a column of incident lists may hold; they are of no partnership, so that none is shown."""
    return {int: 7, str: "x", bytes: b"\x00\xff"}[column.type.python_type]


def exports(engine: Engine, pages: Sequence[str] = FEW, views: Sequence[str] = WARWICKSHIRE) -> list[bytes]:
    """*pages* as files, each in these *views*."""
    desk = Desk(SqlStore(engine))
    asked = [AskedFile(page, query, "json") for page in pages for query in views]
    return [export(desk, OFFERED, one).body for one in asked]


def rows(engine: Engine, names: Collection[str] = TOLD) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables of these *names*; empty where there are no tables."""
    if not inspect(engine).get_table_names():
        return {}
    asked = [table for table in every_table() if table.name in names]
    with engine.connect() as connection:
        found = {table.name: connection.execute(select(table)).all() for table in asked}
    return {name: sorted((tuple(row) for row in said), key=repr) for name, said in found.items()}
