"""Knows where parcels wait between the reading of files and the writing: in memory, or on disk where they are many."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self, cast

from data.intake.frames import Frame, frames, written
from data.parcels import IncidentTable, OwnTable, Parcel, Refused

IN_MEMORY = 16 * 1024**2  # bytes


class KeptParcels:
    """The parcels of one call, in the order they were read; gone with the end of the call."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._place = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed at the end of the call
        self.is_refused = False
        self.holds_own_alone = True  # figures of partnerships, or their incident lists
        self.holds_incidents = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._place.close()

    def add(self, frame: Frame) -> None:
        self.is_refused |= isinstance(frame.said, Refused)
        self.holds_own_alone &= isinstance(frame.said, OwnTable | IncidentTable) or not isinstance(frame.said, Parcel)
        self.holds_incidents |= isinstance(frame.said, IncidentTable)
        self._place.write(written(frame))

    def all(self) -> Iterator[Frame]:
        self._place.seek(0)
        return frames(cast(IO[bytes], self._place), self._files)
