"""Knows what of a trend its chart draws: whether there is a line, which have a colour, the targets, the baseline."""

from dashboard.reports.performance.series import Trend, drawn

MOST_COLOURED = 2  # lines among grey ones


def has_line(trend: Trend | None) -> bool:
    """A line needs two points of one area, or two targets: one figure alone is read in the table."""
    if trend is None:
        return False
    lines = (drawn(trend, line) for line in trend.lines)
    return len(trend.targets) > 1 or any(sum(point.number is not None for point in points) > 1 for points in lines)


def highlighted(trend: Trend) -> tuple[str, ...]:
    """The areas whose lines have a colour among many: those that clearly moved against the total, or drove it."""
    if trend.movement is None:
        return ()
    driver = [trend.movement.driver] if trend.movement.driver else []
    movers = trend.movement.counter_movers or driver
    return tuple(part.area.name for part in movers[:MOST_COLOURED])


def targets_of(trend: Trend) -> dict[str, tuple[float, str]]:
    return {point.period.label: (float(point.number), point.text) for point in trend.targets}


def baseline_of(trend: Trend) -> tuple[float, str] | None:
    value = trend.baseline.value if trend.baseline else None
    return None if value is None or value.number is None else (float(value.number), value.raw)
