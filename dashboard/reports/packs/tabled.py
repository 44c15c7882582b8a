"""Knows how a table of the papers is put together from words, numbers and judged figures."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.reports.indicators.judged import Judged, Standing
from dashboard.reports.meeting.measured import measured_of
from dashboard.reports.packs.pack import PaperCell, PaperColumn, PaperTable
from dashboard.reports.words.figures import actual_text, before_text, change_text, target_text, variance_text

NOTHING = "–"
Cells = Sequence[PaperCell]


def table(named: tuple[str, str], columns: Sequence[PaperColumn], rows: Iterable[Cells], of: int = 0) -> PaperTable:
    """A table *named* by key and title; of so many rows in all, where these are not all."""
    cells = tuple(tuple(row) for row in rows)
    return PaperTable(key=named[0], title=named[1], columns=tuple(columns), rows=cells, of=max(of, len(cells)))


def columns(*headings: str, words: Sequence[str] = ()) -> tuple[PaperColumn, ...]:
    """The first names the row; the others are numbers but those that are *words*."""
    return tuple(PaperColumn(name, at > 0 and name not in words) for at, name in enumerate(headings))


def said(text: str, status: Status | None = None) -> PaperCell:
    """Words, or a dash for none."""
    return PaperCell(text.strip() or NOTHING, status=status)


def counted(number: Decimal | float | None, places: int | None = 0) -> PaperCell:
    """A number as it is read; a dash where there is none."""
    if number is None:
        return PaperCell(NOTHING)
    exact = Decimal(str(number))
    return PaperCell(show(exact, places) if places is not None else show(exact), exact)


def target_cell(at: Standing) -> PaperCell:
    return PaperCell(target_text(at) if at.target else NOTHING, at.target_value.number)


def actual_cell(at: Standing, text: str) -> PaperCell:
    """The figure as it is read, with the marks that stand beside it."""
    value = at.actual.value if at.actual else None
    marks = (*(value.notes if value else ()), *([value.marker] if value and value.marker else ()))
    return PaperCell(text or NOTHING, at.value.number, tuple(map(str, marks)))


def status_cell(item: Judged) -> PaperCell:
    """How the target stands, and how certain that is."""
    return PaperCell(measured_of(item).status_words, status=item.verdict.status)


def standings_table(key: str, title: str, items: Sequence[Judged]) -> PaperTable:
    """Each figure beside its target and the year before; without any target only how it moved."""
    before = items[0].before.period.label
    if not any(item.now.target for item in items):
        heads = columns("Indicator", "Actual", before, "Change", words=("Change",))
        return table((key, title), heads, (_measured(item) for item in items))
    heads = columns("Indicator", "Target", "Actual", before, "Change", "Status", words=("Change", "Status"))
    return table((key, title), heads, (_targeted(item) for item in items))


def _targeted(item: Judged) -> Cells:
    name, actual, before, change = _measured(item)
    return name, target_cell(item.now), actual, before, change, status_cell(item)


def _measured(item: Judged) -> tuple[PaperCell, PaperCell, PaperCell, PaperCell]:
    measure = measured_of(item)
    return (
        said(f"{item.indicator.code} {item.indicator.name}"),
        actual_cell(item.now, actual_text(item.now)),
        actual_cell(item.before, before_text(item)),
        said(measure.change),
    )


def history_table(items: Sequence[Judged]) -> PaperTable:
    """Every period of one indicator, the newest first."""
    heads = columns("Period", "Target", "Actual", "Change", "Against target", "Status", words=("Status",))
    return table(("history", "Every period"), heads, map(_of_period, items))


def _of_period(item: Judged) -> Cells:
    return (
        said(item.now.period.label),
        target_cell(item.now),
        actual_cell(item.now, actual_text(item.now)),
        said(change_text(item)),
        said(variance_text(item.verdict)),
        status_cell(item),
    )
