"""Knows of which periods the indicators have figures, without reading the figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.records import Observation, Target


def periods_of(
    published: Iterable[Observation | Target], own: Iterable[tuple[str, str]]
) -> Mapping[str, frozenset[Period]]:
    """The periods by indicator, of *published* figures and of the partnership's *own*, of which those are named."""
    found: dict[str, set[Period]] = defaultdict(set)
    for item in published:
        found[item.indicator].add(item.period)
    for indicator, slug in own:
        found[indicator].add(from_slug(slug))
    return {indicator: frozenset(periods) for indicator, periods in found.items()}
