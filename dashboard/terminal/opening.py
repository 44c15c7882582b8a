"""Knows how every command opens the database: upgraded first, then filled; what an upgrade did is said."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import SettingsFault
from data.audit.recording import record
from data.connections.engines import Engines
from data.connections.manners import LOADS, LOOKING, PAGES
from data.connections.standbys import Reads, Standby
from data.engine import is_file, open_engine
from data.intake.published import ensure_published
from data.sample.ensure import ensure_sample
from data.upgrading import Upgrade, upgrade

NO_STANDBY = "OUTTURN_DATABASE_READ names standbys of PostgreSQL, and OUTTURN_DATABASE their primary: not SQLite."
NO_COPY = "No copy was kept: the database was in memory."
POSTGRESQL = "No copy was kept: on PostgreSQL a dump is yours to take. The upgrade was one transaction."


def open_database(address: str, *, sample: bool = True) -> Engine:
    """Return an engine on an up-to-date database; *sample*: with the made-up county. Raises SettingsFault."""
    engine = open_engine(address)
    done = _upgraded(engine)
    if done and not done.is_new:
        print(said(engine, done), file=sys.stderr)
    ensure_published(engine)
    if sample:
        ensure_sample(engine, datetime.now(UTC))
    return engine


def open_to_serve(address: str, standbys: Sequence[str] = ()) -> Engines:
    """The engines of a served product on an up-to-date database, with its *standbys*; raises SettingsFault."""
    opened = open_database(address)
    if opened.dialect.name == "sqlite" and not is_file(opened.url):  # in memory: another engine is another database
        return Engines(opened, opened)
    opened.dispose()
    pages = open_engine(address, PAGES)
    return Engines(pages, open_engine(address, LOADS), _reads(pages, address, standbys))


def _reads(pages: Engine, address: str, standbys: Sequence[str]) -> Reads | None:
    if not standbys:
        return None
    if {pages.dialect.name, *(make_url(said).get_backend_name() for said in standbys)} != {"postgresql"}:
        raise SettingsFault(NO_STANDBY)
    followers = [Standby(open_engine(said, PAGES), open_engine(said, LOOKING)) for said in standbys]
    return Reads(pages, open_engine(address, LOOKING), followers)


def bring_up_to_date(address: str) -> str:
    """Upgrade the database at *address*, fill it, and return the sentence that says what was done."""
    engine = open_engine(address)
    done = _upgraded(engine)
    filled = ensure_published(engine) | ensure_sample(engine, datetime.now(UTC))
    if done:
        return said(engine, done)
    again = " The published documents and Sampleshire were read again." if filled else ""
    return f"The database {_named(engine)} is up to date: there is nothing to upgrade.{again}"


def _upgraded(engine: Engine) -> Upgrade | None:
    """Upgrade the database, and tell the audit trail of one that there was before."""
    done = upgrade(engine)
    if done and not done.is_new:
        steps = (f"step {done.before}" if done.before else "no numbered step", f"step {done.now}")
        record(engine, Deed(DeedKind.DATABASE_UPGRADED, before=steps[0], after=steps[1]), datetime.now(UTC))
    return done


def said(engine: Engine, done: Upgrade) -> str:
    """What an upgrade did, and where the database as it was before is kept."""
    if done.is_new:
        return f"There was no database {_named(engine)}: a new one was made."
    before = f"step {done.before}" if done.before else "an Outturn without numbered steps"
    kept = f"As it was before, it is kept in {done.copy}." if done.copy else _why_no_copy(engine)
    return f"The database {_named(engine)} was upgraded from {before} to step {done.now}. {kept}"


def _why_no_copy(engine: Engine) -> str:
    return POSTGRESQL if engine.dialect.name == "postgresql" else NO_COPY


def _named(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)
