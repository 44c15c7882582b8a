"""A store whose figures of one partnership are a test's own; everything else is answered by the one behind."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator, Observation, Scope, SourceCell, Target
from dashboard.domain.targets.grammar import read_target
from dashboard.domain.values.printed import Value
from dashboard.questions.store import Store

CELL = SourceCell(0, "WAR", "own table", "row", "column", "text")


class _Overlaid:
    def __init__(self, behind: Store, observations: Sequence[Observation], targets: Sequence[Target]) -> None:
        self._behind, self._observations, self._targets = behind, tuple(observations), tuple(targets)

    def __getattr__(self, question: str) -> Any:  # noqa: ANN401 - whatever the store answers
        return getattr(self._behind, question)

    def observations(self, scope: Scope) -> tuple[Observation, ...]:
        wanted = [item for item in self._observations if not scope.indicators or item.indicator in scope.indicators]
        return tuple(item for item in wanted if not scope.areas or item.area in scope.areas)

    def targets(self, _: Scope) -> tuple[Target, ...]:
        return self._targets

    def indicators(self, scope: Scope) -> tuple[Indicator, ...]:
        """Those of the documents, without their breaks."""
        return tuple(replace(item, breaks=()) for item in self._behind.indicators(scope))


def overlaid(behind: Store, observations: Sequence[Observation], targets: Sequence[Target] = ()) -> Store:
    return cast(Store, _Overlaid(behind, observations, targets))


def counted(key: tuple[str, str], period: Period, number: int, held: int | None = None) -> Observation:
    """A count of an indicator in an area, by *key*; of *held* months where it covers fewer."""
    return Observation(*key, period, Value(Decimal(number), raw=str(number)), (CELL,), held=held)


def aimed(key: tuple[str, str], period: Period, text: str, indicator: Indicator) -> Target:
    return Target(*key, period, read_target(text, indicator.value_type), None, CELL)
