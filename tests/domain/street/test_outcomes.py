"""Every published outcome belongs to one group, and a month is as old as what was loaded with it tells."""

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.street.outcomes import (
    GROUP_WORDS,
    PUBLISHED,
    SETTLED,
    OutcomeGroup,
    group_of,
    has_outcomes,
    known_age,
)

NOV_2014, JUN_2025, DEC_2025 = (month_number(name) for name in ("2014-11", "2025-06", "2025-12"))


@pytest.mark.parametrize(
    ("published", "group"),
    [
        ("Awaiting court outcome", OutcomeGroup.CHARGED),
        ("Defendant found not guilty", OutcomeGroup.CHARGED),  # a charge it was
        ("Suspect charged as part of another case", OutcomeGroup.CHARGED),
        ("Local resolution", OutcomeGroup.OUT_OF_COURT),
        ("Offender given a caution", OutcomeGroup.OUT_OF_COURT),
        ("Investigation complete; no suspect identified", OutcomeGroup.NO_SUSPECT),
        ("Unable to prosecute suspect", OutcomeGroup.NOT_PROSECUTED),
        ("Further action is not in the public interest", OutcomeGroup.NO_INTEREST),
        ("Action to be taken by another organisation", OutcomeGroup.ELSEWHERE),
        ("Under investigation", OutcomeGroup.OPEN),
        ("under investigation ", OutcomeGroup.OPEN),
        ("Status update unavailable", OutcomeGroup.NO_UPDATE),
        ("", OutcomeGroup.NONE),
        ("Sent to the moon", OutcomeGroup.OTHER),
    ],
)
def test_a_published_outcome_belongs_to_one_group(published: str, group: OutcomeGroup) -> None:
    assert group_of(published) is group


def test_no_published_outcome_stands_in_two_groups_and_each_group_has_words() -> None:
    every = [name for names in PUBLISHED.values() for name in names]
    assert len(every) == len(set(every)) == 29
    assert set(GROUP_WORDS) == set(OutcomeGroup) == {*PUBLISHED, OutcomeGroup.OTHER}


def test_anti_social_behaviour_has_no_outcome() -> None:
    assert [has_outcomes(kind) for kind in ("anti-social-behaviour", "burglary", "shoplifting")] == [False, True, True]


@pytest.mark.parametrize(
    ("month", "together", "age"),
    [
        (JUN_2025, range(JUN_2025 - 5, DEC_2025 + 1), SETTLED),
        (DEC_2025, range(JUN_2025, DEC_2025 + 1), 0),
        (JUN_2025, [JUN_2025], 0),  # loaded alone: nothing tells when it was downloaded
        (NOV_2014, [NOV_2014, *range(JUN_2025, DEC_2025 + 1)], 0),  # of another download, ten years before
        (JUN_2025, [JUN_2025, JUN_2025 + 1, JUN_2025 + 3], 1),
    ],
)
def test_a_month_is_at_least_as_old_as_the_months_that_follow_it_tell(
    month: int, together: list[int], age: int
) -> None:
    assert known_age(month, together) == age
