"""Knows the shared tree of strategic-assessment categories."""

from dataclasses import dataclass

from dashboard.domain.errors import PublishedFault, UnknownFilter


@dataclass(frozen=True, slots=True)
class Category:
    """One row of the tree; *parent* is "" for a category at the top."""

    slug: str
    name: str
    parent: str = ""


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
        self._row(slug)
        below = (self.within(row.slug) for row in self.children(slug))
        return frozenset({slug}).union(*below)

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
