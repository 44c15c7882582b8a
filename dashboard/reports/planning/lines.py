"""Knows the actions and risks of a view as they stand on its day, each with what was said of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dashboard.domain.documents import Action, Risk
from dashboard.domain.plans.progress import ActionStanding, ActionUpdate, Planned, standing_of, status_said
from dashboard.domain.plans.risks import Registered, RiskReview, RiskStanding, Score, risk_standing
from dashboard.domain.records import Indicator, Scope
from dashboard.questions.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action with how it stands, everything said of it, the oldest first, and the indicators it aims at."""

    item: Action
    standing: ActionStanding
    updates: tuple[ActionUpdate, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @property
    def words(self) -> str:
        return self.item.action.removeprefix(self.item.ref).strip()


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk with how it stands, its reviews, the oldest first, and the indicators it endangers."""

    item: Risk
    standing: RiskStanding
    reviews: tuple[RiskReview, ...] = ()
    indicators: tuple[Indicator, ...] = ()


def action_lines(store: Store, scope: Scope, day: date | None = None) -> tuple[ActionLine, ...]:
    """The actions of a scope in the order of the plan, as they stand on *day*, or on the day of the store."""
    day, known = day or store.day(), indicators_by_id(store, scope.partnership)
    said = _grouped((item.action, item) for item in store.action_updates(scope.partnership))
    return tuple(
        ActionLine(
            item,
            standing_of(planned(item), said.get(item.key, ()), day),
            said.get(item.key, ()),
            linked(known, item.indicators),
        )
        for item in store.actions(scope)
    )


def risk_lines(store: Store, scope: Scope, day: date | None = None) -> tuple[RiskLine, ...]:
    """The risks of a scope in the order of the register, on *day* or on the day of the store."""
    day, known = day or store.day(), indicators_by_id(store, scope.partnership)
    said = _grouped((item.risk, item) for item in store.risk_reviews(scope.partnership))
    return tuple(
        RiskLine(
            item,
            risk_standing(registered(item), said.get(item.key, ()), day),
            said.get(item.key, ()),
            linked(known, item.indicators),
        )
        for item in store.risks(scope)
    )


def planned(item: Action) -> Planned:
    """What the plan says of an action; a status stands in words of its own, or progress is one."""
    return Planned(item.due_date, status_said(item.status) or status_said(dict(item.cells).get("progress", "")))


def registered(item: Risk) -> Registered:
    inherent = Score(item.impact, item.likelihood, item.rating)
    residual = Score(item.residual_impact, item.residual_likelihood, item.residual)
    return Registered(inherent, residual, item.review_date)


def indicators_by_id(store: Store, partnership: str) -> Mapping[str, Indicator]:
    return {item.id: item for item in store.indicators(Scope(partnership))}


def linked(known: Mapping[str, Indicator], names: Iterable[str]) -> tuple[Indicator, ...]:
    """Those of *names* that there are."""
    return tuple(known[name] for name in names if name in known)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return {key: tuple(items) for key, items in found.items()}
