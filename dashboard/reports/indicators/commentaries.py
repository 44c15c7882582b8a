"""Knows what the partnership says of an indicator, period by period, as a table and as the start of it."""

from collections.abc import Iterable

from dashboard.domain.commentary import Commentary
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator
from dashboard.reports.report import Cell, Table

COLUMNS = (
    *("indicator_code", "indicator", "indicator_id", "area", "period"),
    *("commentary", "commentary_by", "commentary_date", "source_cell"),
)
LONGEST_START = 120  # letters, in a tile or a row


class Commentaries:
    """What is said in a view, by indicator, area and period."""

    def __init__(self, items: Iterable[Commentary]) -> None:
        self._items = {(item.indicator, item.area, item.period): item for item in items}

    def of(self, indicator: str, area: str, period: Period) -> Commentary | None:
        return self._items.get((indicator, area, period))

    def on(self, indicator: str, area: str) -> tuple[Commentary, ...]:
        """Everything on one area, the newest period first."""
        found = [item for key, item in self._items.items() if key[:2] == (indicator, area)]
        return tuple(sorted(found, key=lambda item: item.period, reverse=True))


def commentary_table(indicator: Indicator, area: Area, said: tuple[Commentary, ...]) -> Table:
    return Table.of("commentary", "Commentary", COLUMNS, (_row(indicator, area, item) for item in said))


def _row(indicator: Indicator, area: Area, item: Commentary) -> dict[str, Cell]:
    return {
        "indicator_code": indicator.code or None,
        "indicator": indicator.name,
        "indicator_id": indicator.slug,
        "area": area.name,
        "period": item.period.label,
        "commentary": item.text,
        "commentary_by": item.author,
        "commentary_date": item.day,
        "source_cell": item.source.place,
    }


def start_of(item: Commentary) -> str:
    """Its first words; the indicator's page has the whole."""
    if len(item.text) <= LONGEST_START:
        return item.text
    return f"{item.text[:LONGEST_START].rsplit(' ', 1)[0]} …"
