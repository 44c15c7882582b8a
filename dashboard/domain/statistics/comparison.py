"""Knows how areas compare: each one's rate with its interval beside that of all, and who moved the total.

Sources: Public Health England, Technical Guide: Confidence Intervals (2018); Fingertips, comparison with a benchmark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.intervals import count_interval
from dashboard.domain.statistics.many import among_many
from dashboard.domain.statistics.series import counter_movers

PER = 1000


class Against(StrEnum):
    """Where an area's 95% interval lies beside the rate of all areas together."""

    HIGHER = "higher"
    SIMILAR = "similar"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Rate:
    """Incidents per 1,000 people, with the 95% interval."""

    number: Decimal
    low: float
    high: float

    def against(self, benchmark: Decimal) -> Against:
        """Whether the whole interval lies on one side of *benchmark*, itself per 1,000 and taken as exact."""
        if self.low > benchmark:
            return Against.HIGHER
        return Against.LOWER if self.high < benchmark else Against.SIMILAR


@dataclass(frozen=True, slots=True)
class Move:
    """What one area adds to the change of the total."""

    change: Decimal  # in incidents
    share: Decimal | None  # of the total's change, in percent; None where the total did not change
    real: bool  # more than chance makes among so many parts
    counter: bool  # against the total


def rate_of(count: Decimal, people: int) -> Rate:
    """Return the rate of *count* among *people*; exact interval under 10, else Byar's."""
    if people <= 0:
        raise ValueError(f"{people} people have no rate")
    low, high = (edge * PER / people for edge in count_interval(float(count)))
    return Rate(count * PER / people, low, high)


def moves(parts: Mapping[str, tuple[Decimal, Decimal]]) -> dict[str, Move]:
    """Return what each part (whole counts before, now) adds to the change of their total.

    Shares may pass 100% or be under zero where changes cancel; they add up to 100%.
    """
    total = sum(now - before for before, now in parts.values())
    against = counter_movers(parts)
    tested = among_many([(int(now), int(before)) for before, now in parts.values()])
    real = {name: bool(item and item.real) for name, item in zip(parts, tested, strict=True)}
    return {
        name: Move(
            change=now - before,
            share=(now - before) / total * 100 if total else None,
            real=real[name],
            counter=name in against,
        )
        for name, (before, now) in parts.items()
    }
