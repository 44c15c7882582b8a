"""A sentence names a handful of indicators at most, and says how many others there are."""

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.judged import judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.words.counted import MOST_NAMED, names_of


@pytest.mark.parametrize(("over", "ending"), [(0, None), (1, None), (2, "2 more"), (37, "37 more")])
def test_a_long_list_of_names_ends_with_how_many_there_are_more(store: Store, over: int, ending: str | None) -> None:
    filters: Filters = Desk(store).filters("partnership=warwickshire")
    ledger, first = Ledger(store, filters), store.indicators(Scope("warwickshire"))[0]
    item = judged(ledger, first, ledger.area("warwickshire"), filters.period)
    names = names_of([item] * (MOST_NAMED + over))
    assert names[-1] == (ending or names[0])
    assert len(names) == (MOST_NAMED + 1 if ending else MOST_NAMED + over)
