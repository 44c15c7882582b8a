"""Knows what a row of a typed table is of: its labels, carried down where they are left blank, and its role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.domain.values.printed import without_notes
from data.sources.containers.book_cells import MERGED
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import TARGET
from data.sources.figures.people import columns_of_people
from data.sources.typed.column_roles import role
from data.sources.typed.heading_words import Apart, Words, suffixed, words_of
from data.sources.typed.headings import NUMBER, Heading, texts_of
from data.sources.typed.yearly_rows import year_column
from data.sources.words import shown

#: Headings of what divides an indicator, in lower case.
DIVISIONS = frozenset(
    {"breakdown", "break down", "sub measure", "submeasure", "sub-measure", "sub indicator", "sub-indicator", "detail",
     "split", "cohort", "sub group", "component", "sub category", "strand"}
)  # fmt: skip
MOST_UNKNOWN = 3  # one in so many texts of a column of roles may be another word


@dataclass(frozen=True, slots=True)
class RowOf:
    """What one row is of."""

    indicator: str
    what: str = ""  # target or actual; the columns say it where the row does not
    apart: Apart | None = None  # why its figures are none
    unknown: str = ""  # a role that nobody knows
    carried: bool = False  # a label above it stands for a blank one
    marker: str = ""
    area: Mapping[str, str] = field(default_factory=dict)  # of the label above, for one that is blank


@dataclass(slots=True)
class RowLabels:
    """How the rows of one table are labelled."""

    roles: int | None = None  # the column of Target, Actual, Baseline
    division: int | None = None  # the column of "Number of incidents" under "Domestic abuse"
    rows: dict[int, RowOf] = field(default_factory=dict)
    sections: set[int] = field(default_factory=set)  # rows of one cell that name the rows below
    by_year: bool = False  # an indicator has a row a year
    area: int | None = None  # the column of areas behind the names

    @property
    def columns(self) -> set[int]:
        return {column for column in (self.roles, self.division) if column is not None}


def labels_of(grid: Grid, heading: Heading, end: int) -> RowLabels:
    """How the rows under *heading* up to *end* are labelled."""
    column = heading.labels.get("indicator")
    found, rows = RowLabels(by_year=year_column(heading) is not None), _rows(grid, heading, end)
    if column is None:
        return found
    found.area = at if (at := heading.labels.get("area", -1)) > column else None
    within = [at for at in range(heading.first_figure) if at != column]
    behind = [at for at in heading.behind if _may_divide(texts_of(heading.stacks[at]))]
    beside = [*within, *(at for at in behind if _names_targets(grid.at(row, at) for row in rows))]
    found.roles = next((at for at in beside if _tells_roles(grid.at(row, at) for row in rows)), None)
    if found.roles is None and _tells_some_roles(grid, rows, column):
        found.roles = column
    free = [at for at in within if at != found.roles and at not in heading.labels.values()]
    found.division = _division(grid, heading, rows, free)
    _label(grid, found, column, rows)
    if found.roles is None:
        _take_suffixes(found)
    _name_by_sections(grid, heading, found, rows)
    _carry_areas(grid, heading, found, rows)
    return found


def _rows(grid: Grid, heading: Heading, end: int) -> list[int]:
    return [row for row in grid.filled(heading.under) if row < end]


def _tells_roles(texts: Iterable[str]) -> bool:
    """Whether a column says Target, Actual, Baseline and little else."""
    said = [role_words(text) for text in texts if text]
    unknown = sum(1 for words in said if not words.is_known)
    strict = {words.what for words in said if words.what and not words.is_weak and words.apart is None}
    return bool(strict) and unknown * MOST_UNKNOWN <= len(said)


def _names_targets(texts: Iterable[str]) -> bool:
    """Whether a column behind the figures says Target: "Achieved" and "On track" alone are verdicts."""
    return any(role_words(text).what == TARGET for text in texts)


def _tells_some_roles(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether the names of indicators have bare "Target" rows among them."""
    said = [words_of(grid.at(row, column)) for row in rows if grid.at(row, column)]
    return any(words.what == TARGET and not (words.period or words.part) and words.apart is None for words in said)


def role_words(text: str) -> Words:
    """What the role of a row says; a period in it is none of the row's business."""
    words = words_of(text)
    return Words(words.text) if words.period or words.part else words


def _division(grid: Grid, heading: Heading, rows: Sequence[int], free: Sequence[int]) -> int | None:
    """The column that divides an indicator: by its heading, or because rows stand twice without it."""
    for at in free:
        if " ".join(texts_of(heading.stacks[at]).lower().split()) in DIVISIONS:
            return at
    named = [at for at in heading.labels.values()]
    keys = [tuple(grid.at(row, at) for at in named) for row in rows if _has_figure(grid, row, heading)]
    if len(set(keys)) == len(keys):
        return None
    for at in free:
        own = [grid.at(row, at) for row in rows if _has_figure(grid, row, heading)]
        told = len(set(zip(keys, own, strict=True))) == len(keys)
        wordy = all(text and not NUMBER.fullmatch(text) for text in own)
        if told and wordy and _may_divide(texts_of(heading.stacks[at])):
            return at
    return None


def _may_divide(heading: str) -> bool:
    if columns_of_people({0: heading}):
        return False
    return words_of(heading).apart is None and role(heading) not in ("period", "year", "quarter", "month")


def _has_figure(grid: Grid, row: int, heading: Heading) -> bool:
    return any(grid.at(row, at) for at in range(heading.first_figure, len(grid.rows[row])))


def _label(grid: Grid, found: RowLabels, column: int, rows: Sequence[int]) -> None:
    """Name each row, with the label above it where its own is blank."""
    above, parent = "", None
    for row in rows:
        own, alone = grid.at(row, column), _is_alone(grid, row)
        if found.roles == column:
            if own and not _is_role(own):
                above, parent = own, row
            elif own and parent is not None and _is_alone(grid, parent):
                found.sections.add(parent)
            found.rows[row] = _with_role(above or own, own if _is_role(own) else "", carried=bool(above))
            continue
        above = own if own and not alone else above
        blank = not own and (bool(found.columns) or found.by_year or bool(found.area and grid.at(row, found.area)))
        name = above if blank else own
        found.rows[row] = _with_role(
            _divided(name, grid.at(row, found.division) if found.division is not None else ""),
            grid.at(row, found.roles) if found.roles is not None else "",
            carried=blank,
        )


def _take_suffixes(found: RowLabels) -> None:
    """Read “Burglary target” as the target of Burglary, and “Burglary actual” as its actual where there is a target."""
    ends = {row: suffixed(of.indicator) for row, of in found.rows.items()}
    aimed = {name for name, what in ends.values() if what == TARGET}
    for row, (name, what) in ends.items():
        if what == TARGET or (what and name in aimed):
            found.rows[row] = replace(found.rows[row], indicator=name, what=what)


def _name_by_sections(grid: Grid, heading: Heading, found: RowLabels, rows: Sequence[int]) -> None:
    """Names that stand below several lines of one cell are of what those lines say."""
    section, of_section = None, {}
    for row in rows:
        if _is_alone(grid, row) and grid.at(row, heading.labels["indicator"]) and row not in found.sections:
            section = row
        elif section is not None:
            of_section[row] = section
    under: dict[str, set[int]] = {}
    for row, above in of_section.items():
        under.setdefault(found.rows[row].indicator, set()).add(above)
    for row, above in of_section.items():
        of = found.rows[row]
        if len(under[of.indicator]) > 1:
            found.sections.add(above)
            name = _divided(grid.at(above, heading.labels["indicator"]), of.indicator)
            found.rows[row] = replace(of, indicator=name)


def _carry_areas(grid: Grid, heading: Heading, found: RowLabels, rows: Sequence[int]) -> None:
    """An area stands for the rows below that leave it blank with their indicator, or beside theirs if it is first."""
    labels = {name: at for name, at in heading.labels.items() if name in ("area", "area_code", "partnership")}
    if not found.columns or not labels:
        return
    is_first = max(labels.values()) < heading.labels["indicator"]
    above: dict[str, str] = {}
    for row in rows:
        own, of = {name: text for name, at in labels.items() if (text := grid.at(row, at))}, found.rows[row]
        above = own or above
        if not own and (of.carried or is_first):
            found.rows[row] = replace(of, area=above, carried=True)


def _is_alone(grid: Grid, row: int) -> bool:
    return sum(1 for text in grid.rows[row] if text.strip()) == 1


def _is_role(text: str) -> bool:
    words = words_of(text)
    return words.is_known and not (words.period or words.part)


def _with_role(indicator: str, said: str, *, carried: bool) -> RowOf:
    if not said:
        return RowOf(indicator, carried=carried)
    words = role_words(said)
    if words.apart is not None:
        return RowOf(indicator, apart=words.apart, carried=carried)
    if not words.what:
        return RowOf(indicator, unknown=said, carried=carried)
    return RowOf(indicator, words.what, carried=carried, marker=words.marker)


def _divided(indicator: str, division: str) -> str:
    """The name of an indicator with what divides it: Domestic abuse: number of incidents."""
    if not division or not indicator:
        return indicator
    name, notes = without_notes(indicator)
    first = division[0].lower() if division[1:2].islower() or division[1:2] == " " else division[0]
    marks = "".join(f" ({mark})" for mark in notes)
    return f"{name}: {first}{division[1:]}{marks}"


def fault_of(grid: Grid, row: int, columns: Iterable[int], of: RowOf) -> str:
    """The rule that the labels of a row break; a label merged over the rows that it stands for breaks none."""
    rule = grid.fault(row, columns)
    return "" if rule == MERGED and of.carried else rule


def told_roles(found: Mapping[int, RowOf], grid: Grid) -> list[str]:
    """A sentence for each reason for which rows are left out."""
    by_reason: dict[Apart, list[str]] = {}
    for row, of in found.items():
        if of.apart is not None:
            by_reason.setdefault(of.apart, []).append(str(grid.lines[row]))
    return [
        f"Rows left out, {why}: {', '.join(lines[:10])}{' and others' if len(lines) > 10 else ''}."
        for why, lines in by_reason.items()
    ]


def named_division(found: RowLabels, heading: Heading) -> list[str]:
    if found.division is None:
        return []
    words = shown(texts_of(heading.stacks[found.division]) or "the second column")
    return [f"Indicators are named with what “{words}” says of them."]
