"""Knows every difference between the figures of two days: what was new, changed or withdrawn in between."""

from dashboard.domain.checks.changes import Change, ChangeKind
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Observation, Scope, SourceCell, Target
from dashboard.domain.values.printed import Marker
from dashboard.questions.store import Store

Key = tuple[str, str, str, Period]  # what, indicator, area, period
Said = tuple[str, SourceCell]


def changes_since(store: Store, filters: Filters) -> tuple[Change, ...]:
    """The differences between the state of *filters.since* and the one shown; nothing where no day is asked."""
    if filters.since is None:
        return ()
    partnership = filters.partnership
    then, now = _figures(store.as_at(filters.since), partnership), _figures(store, partnership)
    names = {item.id: item.name for item in store.indicators(Scope(partnership))}
    areas = {item.slug: item.name for item in store.areas(partnership)}
    found = []
    for key in dict.fromkeys([*now, *then]):
        before, after = then.get(key), now.get(key)
        if (before[0] if before else None) == (after[0] if after else None):
            continue
        kind = ChangeKind.NEW if before is None else ChangeKind.GONE if after is None else ChangeKind.CHANGED
        what, indicator, area, period = key
        named = (names.get(indicator, indicator), what, areas.get(area, area), period.label)
        texts = (before[0] if before else "", after[0] if after else "")
        found.append(Change(kind, partnership, *named, *texts, _place(after or before)))
    return tuple(found)


def _place(said: Said | None) -> str:
    return said[1].place if said else ""


def _figures(store: Store, partnership: str) -> dict[Key, Said]:
    """Every figure that stands in a table, as it is written there; counts of files are not."""
    if partnership not in {item.slug for item in store.partnerships()}:
        return {}
    scope = Scope(partnership)
    actuals = [item for item in store.observations(scope) if item.held is None]
    found = {("actual", *_key(item)): (_text(item), item.sources[0]) for item in actuals}
    return found | {("target", *_key(item)): (item.source.text, item.source) for item in store.targets(scope)}


def _text(item: Observation) -> str:
    """The figure as it is written, with its marker and the day it covers up to: a change of either is one as well."""
    said = item.value.marker if item.value.marker is not Marker.REVISED else None  # ours, of the change itself
    marker = f" [{said}]" if said else ""
    covers = f", up to {item.covers_to.day} {item.covers_to:%B %Y}" if item.covers_to else ""
    return f"{item.sources[0].text}{marker}{covers}"


def _key(item: Observation | Target) -> tuple[str, str, Period]:
    return item.indicator, item.area, item.period
