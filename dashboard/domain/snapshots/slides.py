"""Knows what stands on one screen of a meeting: a finding, one number, one chart or table, and where they come from.

Everything on it is a text, as it is read; numbers to calculate with stand beside it as decimals written out. So it can
be kept, and shown again by a product that knows nothing of how it was worked out.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """How one indicator stood in one area and period."""

    indicator: str = ""  # its id
    code: str = ""
    name: str = ""
    unit: str = ""
    area: str = ""  # its slug
    area_name: str = ""
    period: str = ""  # its slug
    period_label: str = ""
    number: str = ""  # unrounded; empty where none is known
    text: str = ""  # as it is read, or why there is none
    target: str = ""
    target_text: str = ""
    status: str = ""  # met, near, missed, not judged
    status_words: str = ""  # with how certain it is, or why it is not judged
    change: str = ""
    forecast: str = ""
    commentary: str = ""
    better: str = ""  # which way is
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """One point of a line."""

    period: str = ""  # its slug
    label: str = ""
    number: str = ""  # empty where there is none
    text: str = ""
    kind: str = ""  # of the period: unlike ones are not joined


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of a chart: of an area, or of the targets."""

    area: str = ""  # its slug
    name: str = ""
    is_whole: bool = False
    is_marked: bool = False  # drawn in colour among grey ones
    points: tuple[Plot, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """The data of a line chart; how it is drawn is not kept."""

    indicator: str = ""
    title: str = ""
    unit: str = ""
    strokes: tuple[Stroke, ...] = ()
    targets: tuple[Plot, ...] = ()
    baseline: str = ""
    baseline_text: str = ""
    breaks: tuple[str, ...] = ()  # labels of periods before which the meaning changed


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row of a slide's table; *address* is where it leads, *status* what its words say of a target."""

    cells: tuple[str, ...] = ()
    address: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The table of a slide: its first column names the row."""

    title: str = ""
    headings: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()  # which columns are numbers
    rows: tuple[ListedRow, ...] = ()
    of: int = 0  # how many rows there are, of which these are the first


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen."""

    address: str = ""  # of the page that it shows: path and query; empty for words alone
    place: str = ""
    title: str = ""  # the finding
    lede: str = ""
    number: str = ""  # the large one
    unit: str = ""
    status: str = ""
    status_words: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    diagram: Diagram | None = None
    listing: Listing | None = None
    measures: tuple[Measured, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
