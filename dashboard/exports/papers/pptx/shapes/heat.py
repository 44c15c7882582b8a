"""Knows a heat table as native tables: cells as dark as they hold much, their numbers in them."""

from dataclasses import replace

from dashboard.domain.palette import INK, INK_SOFT
from dashboard.exports.papers.look import signed, square
from dashboard.exports.papers.pptx.shapes.cells import TableCell, TableLook, cell_of
from dashboard.exports.papers.pptx.shapes.columns import groups
from dashboard.exports.papers.pptx.shapes.paper_tables import Sheaf, laid_out
from dashboard.reports.packs.charts import HeatCell, HeatTable


def heat_sheaves(chart: HeatTable, width: float, look: TableLook) -> tuple[Sheaf, ...]:
    """The table in one part, or in several where its columns are too many for *width* points."""
    head = tuple(
        cell_of(words, look, align="l" if at == 0 else "ctr", colour=INK_SOFT, bold=True)
        for at, words in enumerate((chart.corner, *chart.columns))
    )
    rows = [head]
    rows += [(cell_of(name, look, bold=True), *(_cell(cell, look) for cell in cells)) for name, cells in chart.rows]
    parts = groups(rows, width)
    return tuple(laid_out([tuple(row[at] for at in part) for row in rows], width, look) for part in parts)


def _cell(cell: HeatCell, look: TableLook) -> TableCell:
    if cell.share is None:
        return cell_of(cell.text, look, align="ctr", colour=INK)
    fill, ink = square(cell.share, cell.tone)
    words = signed(cell.text, cell.share, cell.tone)
    return replace(cell_of(words, look, align="ctr", colour=ink), behind=fill)
