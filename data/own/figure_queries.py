"""Knows the questions about a partnership's own figures; whoever asks limits them to the releases in force."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select

from dashboard.domain.records import Scope
from data.schema import Query
from data.tables import own as tables

FEW = 500  # indicators that are named in a query; more are picked from all
DIGITS = "0123456789."


def inside(query: Query, scope: Scope, what: str) -> Query:
    """*query* of the figures of one kind in *scope*; of many indicators the caller picks."""
    item = tables.figure.c
    partnership: ColumnElement[str] = item.partnership
    if scope.areas is not None:
        query = query.where(item.area.in_(sorted(scope.areas)))
    if scope.indicators is not None and len(scope.indicators) <= FEW:
        query = query.where(item.indicator.in_(sorted(scope.indicators)))
        partnership = partnership.concat("")  # SQLite would look up all of the partnership, not the few indicators
    return query.where(partnership == scope.partnership, item.what == what)


def touched(scope: Scope, releases: Sequence[int]) -> Query:
    """The indicators that *releases* give an actual of in the areas of *scope*."""
    item = tables.figure.c
    query = inside(select(item.indicator), Scope(scope.partnership, areas=scope.areas), "actual")
    return query.where(item.release.in_(releases)).distinct()


def periods_inside(scope: Scope, what: str) -> Query:
    """Each indicator with each period that it has rows of."""
    item = tables.figure.c
    return inside(select(item.indicator, item.period), scope, what).distinct()


def arrivals_of(partnership: str) -> Query:
    item = tables.figure.c
    return select(item.arrival).where(item.partnership == partnership).distinct()


def newest_of_files(partnership: str) -> Query:
    """The files that figures of each arrival were read from, with the number of the newest."""
    item = tables.figure.c
    query = select(item.arrival, item.file, func.max(item.id).label("newest"))
    return query.where(item.partnership == partnership).group_by(item.arrival, item.file)


def unfinished(partnership: str) -> Query:
    """The question for the indicators with such a figure; some may be withdrawn, or said otherwise since."""
    item = tables.figure.c
    actual = and_(item.what == "actual", or_(item.covers_to != "", item.value_reason != ""))
    target = and_(item.what == "target", ~_is_bare(item.text))
    return select(item.indicator).where(item.partnership == partnership, or_(actual, target)).distinct()


def _is_bare(text: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether nothing but digits and points stands there: such a target is its number, or is refused as none.

    Points alone are the mark of what is not available.
    """
    points_alone = func.rtrim(text, ".") == ""
    return and_(func.rtrim(text, DIGITS) == "", ~points_alone, ~text.contains(".."))
