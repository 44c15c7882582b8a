"""Knows what campaigns aim at: the measures of the plan that they name, or that lie in their category."""

from collections.abc import Mapping

from dashboard.domain.documents import Campaign
from dashboard.domain.records import Indicator
from dashboard.reports.planning.lines import linked


def aims_of(campaign: Campaign, known: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """The indicators that a campaign names; else those of its own category, which are no part of another."""
    named = linked(known, campaign.indicators)
    if named or not campaign.category:
        return named
    return tuple(item for item in known.values() if item.category == campaign.category and not item.part_of)
