"""A page shows what fits of a long list and says how much there is; the indicator that is chosen is always offered."""

from dataclasses import replace

import pytest

from dashboard.domain.records import Indicator, Scope
from dashboard.questions.store import Store
from layouts.components.most_shown import MOST_OFFERED, MOST_ROWS, first_rows, offered, rest_of, worst_of


@pytest.mark.parametrize(
    ("count", "said"), [(0, 0), (1, 0), (MOST_ROWS - 1, 0), (MOST_ROWS, 0), (MOST_ROWS + 1, 1), (8000, 1)]
)
def test_a_list_that_fits_says_nothing(count: int, said: int) -> None:
    assert len(rest_of(count, "indicators")) == said
    assert len(first_rows(range(count))) == min(count, MOST_ROWS)


def test_the_words_say_how_many_there_are() -> None:
    [words] = rest_of(8000, "indicators")
    assert words.children.startswith("The first 100 of 8,000 indicators are shown")


@pytest.mark.parametrize(
    ("chosen", "count"), [(None, MOST_OFFERED), (0, MOST_OFFERED), (MOST_OFFERED, MOST_OFFERED + 1)]
)
def test_the_chosen_indicator_is_offered(store: Store, chosen: int | None, count: int) -> None:
    first = store.indicators(Scope("warwickshire"))[0]
    every: list[Indicator] = [replace(first, id=f"warwickshire/n-{at}") for at in range(200)]
    found = offered(every, None if chosen is None else every[chosen])
    assert len(found) == count
    assert chosen is None or every[chosen] in found


@pytest.mark.parametrize(("count", "said"), [(0, []), (10, []), (11, ["The 10 worst of 11 are drawn."])])
def test_a_chart_of_the_worst_says_how_many_there_are(count: int, said: list[str]) -> None:
    assert [words.children for words in worst_of(count, 10)] == said
