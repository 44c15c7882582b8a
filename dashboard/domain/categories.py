"""Knows the tree of strategic-assessment categories: the shared ones, and those that partnerships have of their own."""

from dataclasses import dataclass

from dashboard.domain.errors import PublishedFault, UnknownFilter

UNSORTED = "not-categorised"  # the shared category of what is in no other


@dataclass(frozen=True, slots=True)
class Category:
    """One row of the tree; *parent* is "" for a category at the top."""

    slug: str
    name: str
    parent: str = ""
    includes: tuple[str, ...] = ()  # shared categories that count as within it
    crimes: frozenset[str] = frozenset()  # crime types that count as within it, whatever their shared category
    home: str = ""  # the partnership whose own it is; shared ones have none


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """Every category in reading order; each parent is there, and none is its own ancestor."""

    categories: tuple[Category, ...]

    def __post_init__(self) -> None:
        parents = {row.slug: row.parent for row in self.categories}
        if len(parents) < len(self.categories):
            raise PublishedFault("A category is listed twice: keep one row for each.")
        for slug in parents:
            _refuse_unrooted(slug, parents)

    def name(self, slug: str) -> str:
        """Return the shared name, as a reader knows it."""
        return self._row(slug).name

    def children(self, slug: str = "") -> tuple[Category, ...]:
        """Return the categories directly under *slug*; without it, the top of the tree."""
        return tuple(row for row in self.categories if row.parent == slug)

    def within(self, slug: str) -> frozenset[str]:
        """Return *slug* and all its descendants; raises UnknownFilter."""
        inside = [row.slug for row in self.children(slug)] + [*self._row(slug).includes]
        return frozenset({slug}).union(*map(self.within, inside))

    def crimes_within(self, slug: str) -> frozenset[str]:
        """Return the crime types that *slug* and its descendants name themselves; raises UnknownFilter."""
        inside = self.within(slug)
        return frozenset().union(*(row.crimes for row in self.categories if row.slug in inside))

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(row.slug for row in self.categories)

    def meant_by(self, partnership: str) -> dict[str, str]:
        """The slug of each category that a partnership may name: its own before a shared one of the same name."""
        own = tuple(row for row in self.categories if row.home == partnership)
        found = (*self.shared, *own)
        return {row.slug: row.slug for row in found} | {row.name: row.slug for row in found}

    @property
    def shared(self) -> tuple[Category, ...]:
        return tuple(row for row in self.categories if not row.home)

    def path(self, slug: str) -> tuple[Category, ...]:
        """Return the categories from the top of the tree down to *slug*; raises UnknownFilter."""
        row = self._row(slug)
        return (*self.path(row.parent), row) if row.parent else (row,)

    def _row(self, slug: str) -> Category:
        for row in self.categories:
            if row.slug == slug:
                return row
        raise UnknownFilter(f"“{slug[:60]}” is no category: choose one of the list.")


def _refuse_unrooted(slug: str, parents: dict[str, str]) -> None:
    """Raise PublishedFault unless the parents of *slug* lead to the top."""
    seen = {slug}
    while parent := parents[slug]:
        if parent not in parents:
            raise PublishedFault(f"“{parent}”, the parent of “{slug}”, is no category: add its row.")
        if parent in seen:
            raise PublishedFault(f"“{parent}” is its own ancestor: correct its parent.")
        seen.add(parent)
        slug = parent
