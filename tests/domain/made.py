"""Makes an indicator of a financial year's counts, whose parts a test names only where they matter."""

from decimal import Decimal
from typing import Any

from dashboard.domain.periods.period import PeriodKind
from dashboard.domain.records import Indicator, SourceCell
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

NOWHERE = SourceCell(0, "", "", "", "", "")


def indicator(address: str, **named: Any) -> Indicator:  # noqa: ANN401 - whatever an indicator has
    """Its name is its address; lower is better, within 5%."""
    plain: dict[str, Any] = {
        "code": "",
        "name": address,
        "category": "",
        "polarity": Polarity.LOWER,
        "value_type": ValueType.COUNT,
        "multiplier": 1,
        "unit": "",
        "period_kind": PeriodKind.FINANCIAL_YEAR,
        "tolerance": Decimal(5),
        "frequency": "",
        "definition": "",
        "part_of": "",
        "source": NOWHERE,
    }
    return Indicator(id=address, **(plain | named))
