"""Knows what a store answers about frozen meetings."""

from sqlalchemy import Engine

from dashboard.domain.snapshots.seen import Snapshot
from data.snapshots.keeping import snapshots


class AnswersSnapshots:
    """The part of a store that tells what closed meetings have seen."""

    _engine: Engine

    def snapshots(self, partnership: str) -> tuple[Snapshot, ...]:
        return snapshots(self._engine, partnership)
