"""Proves that every line of the documents' plans keeps a key of its own."""

from datetime import date

import pytest

from dashboard.domain.records import Scope
from dashboard.questions.store import Store

PUBLISHED = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby")


@pytest.mark.parametrize("partnership", PUBLISHED)
def test_no_two_lines_of_one_kind_share_a_key(store: Store, partnership: str) -> None:
    scope = Scope(partnership)
    lines = (
        *(store.actions(scope), store.risks(scope), store.meetings(partnership)),
        *(store.survey_ranks(partnership), store.priorities(partnership)),
    )
    for found in lines:
        keys = [item.key for item in found]
        assert all(keys)
        assert len(set(keys)) == len(keys), [key for key in keys if keys.count(key) > 1]


def test_a_printed_action_names_the_indicator_it_aims_at(store: Store) -> None:
    [first, *_] = store.actions(Scope("warwickshire"))
    assert (first.key, first.indicators) == ("violent-crime-violent-crime", ("warwickshire/serious-violent-crime",))


def test_a_campaign_has_the_days_that_its_words_print(store: Store) -> None:
    campaigns = store.meetings("south-staffordshire")[0].campaigns
    assert (campaigns[1].starts, campaigns[1].ends) == (date(2011, 3, 10), date(2011, 3, 10))
    assert campaigns[0].key == "doorstep-crime-police-and-trading-standards"
