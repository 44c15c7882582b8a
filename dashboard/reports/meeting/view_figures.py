"""Knows every figure of a view as a meeting sees it, and the settings under which it was judged."""

from collections.abc import Sequence

from dashboard.domain.filters import Filters
from dashboard.domain.snapshots.seen import Seen
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.meeting.measured import measured_of
from dashboard.reports.pages.overview import overview


def seen_figures(desk: Desk, partnership: str, view: str) -> Seen:
    """The figures of a *view* of a partnership, the worst first, without any item."""
    filters = desk.nearest(f"?{view or f'partnership={partnership}'}")[0]
    found = desk.report(overview, filters)
    shown = (*found.tiles, *found.measured)
    return Seen(
        partnership=partnership,
        partnership_name=desk.partnership_choices(filters).name,
        view=filters.to_query(),
        place=found.place,
        data_version=desk.data_version,
        settings=(*_asked(filters), *_tolerances(shown)),
        measures=tuple(map(measured_of, shown)),
    )


def _asked(filters: Filters) -> tuple[tuple[str, str], ...]:
    """Every filter that the view sets, and those that are as they are without being asked."""
    said = filters.described()
    named = {name: ", ".join(value) if isinstance(value, list) else value for name, value in said.items()}
    return tuple((name, str(value)) for name, value in named.items() if value not in (None, ""))


def _tolerances(items: Sequence[Judged]) -> tuple[tuple[str, str], ...]:
    """How near counts as near, indicator by indicator."""
    return tuple((f"tolerance of {item.indicator.name}", str(item.indicator.tolerance)) for item in items)
