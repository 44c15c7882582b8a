"""Knows what was published by whom and when, which can be undone, and where one figure was read."""

from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.doors import EntryDoor


@dataclass(frozen=True, slots=True)
class PublishedRelease:
    """One move of the pointer: a load that was published, or an undoing."""

    release: int
    moment: str  # ISO, UTC
    who: str
    why: str
    figures: int  # actuals and targets that the release laid down
    is_current: bool
    homes: frozenset[str] = frozenset()  # whose figures, areas or indicators the release laid down
    erased: str = ""  # by whom, when and why figures of it were erased


@dataclass(frozen=True, slots=True)
class PastValue:
    """One value that a figure had."""

    text: str
    moment: str
    who: str
    file: str
    place: str
    standing: str  # published, superseded, undone
    reason: str = ""  # that somebody gave in a form
    value: Decimal | None = field(default=None, compare=False)  # of a number


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """One figure of a user's file with the cell it was read from, and what it was before."""

    number: int
    partnership: str
    what: str
    indicator: str
    area: str
    period: str
    text: str
    file: str  # the table's own file, which may lie in an archive
    sheet: str
    cell: str
    arrival: int
    name: str  # of what was handed in
    sha256: str
    moment: str
    source: str
    history: tuple[PastValue, ...] = ()
    indicator_id: str = ""
    area_slug: str = ""
    period_slug: str = ""
    value: Decimal | None = field(default=None, compare=False)  # of a number
    is_covered: bool = False  # by a rule on small numbers: the file is not for these eyes either

    @property
    def correction(self) -> EntryDoor:
        """The form that corrects it."""
        area = self.area_slug.partition("/")[2]
        indicator = self.indicator_id.rsplit("/", 1)[-1]
        return EntryDoor(self.partnership, indicator, area, self.period_slug, self.what)
