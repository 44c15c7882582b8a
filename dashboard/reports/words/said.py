"""Knows what is said of a figure by the print alone: the text beside a sum, the side of a target without a unit."""

from decimal import Decimal

from dashboard.reports.indicators.judged import Judged


def side_as_printed(item: Judged) -> str:
    """On which side of the target the actual is, by the bare numbers."""
    actual, target = item.now.value.number or Decimal(0), item.now.target_value.number or Decimal(0)
    side = "below target" if actual < target else "above target" if actual > target else "on target"
    return f"{side} as {printed_or_given(item)}"


def printed_or_given(item: Judged) -> str:
    """What is not a cell of a document was given by somebody: a file, or a form."""
    cells = [
        *(item.now.actual.sources if item.now.actual else ()),
        *([item.now.target.source] if item.now.target else ()),
    ]
    return "given" if any(cell.target for cell in cells) else "printed"


def said_text(item: Judged) -> str:
    """What the document's text says of the figure, as printed: "3,135; reduction of 15%"."""
    level_first = sorted(item.said, key=lambda figure: figure.compare != "actual")
    return "; ".join(figure.source.text for figure in level_first)
