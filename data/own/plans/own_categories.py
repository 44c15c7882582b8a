"""Knows a partnership's own strategic-assessment categories: nodes of the tree that hold indicators and crime."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.categories import Category
from dashboard.domain.records import Indicator, LensCategory
from dashboard.domain.street.crime import CrimeType
from data.names import slug
from data.own.plan_rows import PlanRow
from data.own.plans.plan_names import PARTS, PlanNames

LAST = 1_000_000  # where a category without an order stands


@dataclass(frozen=True, slots=True)
class Crimes:
    """What the words for crime may mean: shared categories and crime types, by the key of their name."""

    categories: Mapping[str, str]
    types: Mapping[str, str]

    @classmethod
    def of(cls, shared: Iterable[Category], types: Iterable[CrimeType]) -> "Crimes":
        named = {slug(row.name): row.slug for row in shared}
        return cls(named | {key: key for key in named.values()}, {slug(item.name): item.slug for item in types})


def in_order(rows: Iterable[PlanRow]) -> list[PlanRow]:
    """The categories by their order, then as they stand in their files."""

    def place(row: PlanRow) -> tuple[int, int]:
        return (int(row["order"]) if row["order"].strip().isdecimal() else LAST, row.order)

    return sorted(rows, key=place)


def address(row: PlanRow) -> str:
    """The slug of a category of one's own, which no other partnership has."""
    return f"{row.partnership}-{row.key}"


def nodes(rows: Sequence[PlanRow], crimes: Crimes) -> tuple[Category, ...]:
    """The categories as nodes of the tree; one whose parent is none of them stands at the top."""
    known = {slug(row["category"]): address(row) for row in rows}
    return tuple(_node(row, known, crimes) for row in rows)


def _node(row: PlanRow, known: Mapping[str, str], crimes: Crimes) -> Category:
    words = [slug(part) for part in PARTS.split(row["crimes"])] + [slug(row["crimes"])]
    own, whole = slug(row["category"]), known.get(slug(row["parent"]), "")
    shared = [crimes.categories[key] for key in words if key in crimes.categories]
    if not any(words) and not row["indicators"] and own in crimes.categories:
        shared.append(crimes.categories[own])
    types = frozenset(crimes.types[key] for key in words if key in crimes.types)
    parent = "" if whole == address(row) else whole
    return Category(address(row), row["category"], parent, tuple(dict.fromkeys(shared)), types, row.partnership)


def rooted(found: Sequence[Category]) -> tuple[Category, ...]:
    """The nodes without a ring: one that is its own ancestor stands at the top."""
    parents = {item.slug: item.parent for item in found}

    def goes_round(start: str) -> bool:
        seen, at = {start}, parents[start]
        while at and at not in seen:
            seen.add(at)
            at = parents[at]
        return bool(at)

    return tuple(replace(item, parent="") if goes_round(item.slug) else item for item in found)


def wordings(rows: Iterable[PlanRow]) -> tuple[LensCategory, ...]:
    return tuple(LensCategory(address(row), row["category"], row.cell("category")) for row in rows)


def recategorised(
    every: Iterable[Indicator], rows: Sequence[PlanRow], found: Sequence[Category]
) -> tuple[Indicator, ...]:
    """Each indicator in the own category that lists it, or that counts the crime it is of."""
    every = tuple(every)
    names = PlanNames(every, (), {})
    listed = {item: address(row) for row in reversed(rows) for item in names.indicators_of(row["indicators"])}
    counted = {crime: item.slug for item in reversed(found) for crime in item.crimes}
    return tuple(
        replace(item, category=listed.get(item.id) or counted.get(item.crime, item.category))
        if item.id in listed or item.crime in counted
        else item
        for item in every
    )
