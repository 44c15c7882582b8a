"""Knows how a served product reaches its database: pages never wait behind loads, and readers may have standbys."""

from dataclasses import dataclass

from sqlalchemy import Engine

from data.connections.standbys import Reads, as_engine


@dataclass(frozen=True, slots=True)
class Engines:
    """One for pages and forms, one for loads; in memory they are the same. Readers may have standbys."""

    pages: Engine
    loads: Engine
    standbys: Reads | None = None

    @property
    def reads(self) -> Engine:
        """Where what pages show is asked for."""
        return as_engine(self.standbys) if self.standbys else self.pages

    def dispose(self) -> None:
        """Let every connection go; workers are forked after that, and no two may share one."""
        self.pages.dispose()
        if self.standbys:
            self.standbys.dispose()
        self.loads.dispose()
