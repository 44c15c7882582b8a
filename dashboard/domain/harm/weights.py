"""Knows what an offence weighs: a table of weights that somebody loaded, by offence code or by crime type.

Nothing is weighed without such a table. police.uk's crime types mix offences of which one weighs a hundred times the
other, so a type has an estimate with its range at most; three of them are a single offence and weigh what that weighs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.street.crime import ASB

#: Crime types of police.uk that are one offence code of the Home Office each.
ONE_CODE = {"theft-from-the-person": "39", "bicycle-theft": "44", "shoplifting": "46"}
#: What is counted as incidents and is no crime: it has no weight, whatever a table says.
NEVER_WEIGHED = frozenset({ASB})


class Weighed(StrEnum):
    """What a weight is of."""

    CODE = "offence code"
    TYPE = "crime type"


@dataclass(frozen=True, slots=True)
class Weight:
    """What one offence of *key* (a code, or a crime type's slug) weighs; *low* and *high*: its range over places."""

    of: Weighed
    key: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    place: str = ""  # of its row in the file

    @property
    def range(self) -> tuple[Decimal, Decimal]:
        """The least and the most that it may weigh; the same number twice where no range is given."""
        return self.value if self.low is None else self.low, self.value if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class WeightTable:
    """Weights of one *year* from one *source*, which every view of them names."""

    year: str
    source: str
    weights: tuple[Weight, ...]
    file: str = ""  # that they were read from
    arrival: int = 0  # its number among the files that were loaded; 0 where none is noted

    @property
    def name(self) -> str:
        return f"{self.source}, {self.year}"

    def of_code(self, code: str) -> Weight | None:
        return self._found(Weighed.CODE, code)

    def of_type(self, crime: str) -> Weight | None:
        """The weight of a crime type: of its only offence code, else as the table has it; None for what has none."""
        if crime in NEVER_WEIGHED:
            return None
        return self.of_code(ONE_CODE.get(crime, "")) or self._found(Weighed.TYPE, crime)

    def _found(self, of: Weighed, key: str) -> Weight | None:
        return next((weight for weight in self.weights if (weight.of, weight.key) == (of, key)), None)


def is_exact(weight: Weight) -> bool:
    """Whether a weight is of one offence; that of a type which mixes several is an estimate."""
    return weight.of is Weighed.CODE


def newest(tables: Iterable[WeightTable]) -> WeightTable | None:
    """Return the table of the newest year; of one year the last in the order of its source's name."""
    return max(tables, key=lambda table: (table.year, table.source), default=None)
