"""Knows the questions that reports ask; whoever answers them (a database, a fake in a test) is a Store."""

from typing import Protocol

from dashboard.domain.categories import CategoryTree
from dashboard.domain.papers import (
    Action,
    Document,
    Load,
    Meeting,
    Note,
    Priority,
    Responsibility,
    Risk,
    SurveyRank,
    TableHeading,
)
from dashboard.domain.records import (
    Area,
    Baseline,
    Indicator,
    LensCategory,
    Observation,
    Partnership,
    PrintedFigure,
    Scope,
    SourceCell,
    Target,
)
from dashboard.reports.street_store import Streets


class Places(Protocol):
    """Who and where: rarely changes."""

    def version(self) -> str: ...
    def partnerships(self) -> tuple[Partnership, ...]: ...
    def areas(self, partnership: str) -> tuple[Area, ...]: ...
    def categories(self) -> CategoryTree: ...
    def lens(self, partnership: str) -> tuple[LensCategory, ...]: ...


class Figures(Protocol):
    """What was measured, aimed at and printed; each answer in printed order."""

    def indicators(self, scope: Scope) -> tuple[Indicator, ...]: ...
    def observations(self, scope: Scope) -> tuple[Observation, ...]: ...
    def targets(self, scope: Scope) -> tuple[Target, ...]: ...
    def baselines(self, scope: Scope) -> tuple[Baseline, ...]: ...
    def printed_figures(self, scope: Scope) -> tuple[PrintedFigure, ...]: ...


class Papers(Protocol):
    """The documents themselves: their cells, notes, plans."""

    def documents(self, partnership: str) -> tuple[Document, ...]: ...
    def cells(self, partnership: str) -> tuple[SourceCell, ...]: ...
    def printed_tables(self, partnership: str) -> tuple[TableHeading, ...]: ...
    def notes(self, partnership: str) -> tuple[Note, ...]: ...
    def priorities(self, partnership: str) -> tuple[Priority, ...]: ...
    def survey_ranks(self, partnership: str) -> tuple[SurveyRank, ...]: ...
    def actions(self, scope: Scope) -> tuple[Action, ...]: ...
    def risks(self, scope: Scope) -> tuple[Risk, ...]: ...
    def meetings(self, partnership: str) -> tuple[Meeting, ...]: ...
    def responsibilities(self, partnership: str) -> tuple[Responsibility, ...]: ...
    def loads(self) -> tuple[Load, ...]: ...


class Store(Places, Figures, Papers, Streets, Protocol):
    """Everything a page can ask."""
