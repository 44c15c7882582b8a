"""Knows the two ways in which a served product reaches its database: pages never wait behind loads."""

from dataclasses import dataclass

from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Engines:
    """One for pages and forms, one for loads; in memory they are the same."""

    pages: Engine
    loads: Engine

    def dispose(self) -> None:
        """Let every connection go; workers are forked after that, and no two may share one."""
        self.pages.dispose()
        self.loads.dispose()
