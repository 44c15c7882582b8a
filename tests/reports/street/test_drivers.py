"""What drove a change: where the total moved by more than chance, and what moved with and against it."""

from dashboard.domain.choices import Measure
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import from_slug
from dashboard.reports.street.columns import Columns
from dashboard.reports.street.drivers import MOST_NAMED, Drivers, drivers
from dashboard.reports.street.focus import Focus, focus_of
from dashboard.reports.street.grid import GridRow, squares
from tests.reports.streets import TOWN, columns, months

FOUND = columns(months("2024-04", "2026-03"), By.QUARTER)
Q = {column.period.label: at for at, column in enumerate(FOUND.every)}
NEWEST = Focus((Q["Q4 2025/26"],), (Q["Q4 2024/25"],))


def row(name: str, counts: dict[str, int], *, is_group: bool = False, found: Columns = FOUND) -> GridRow:
    totals = {Q[label]: n for label, n in counts.items()}
    return GridRow(name, name, squares(totals, found, Measure.COUNT, TOWN), is_group=is_group)


def step(name: str, before: int, now: int, *, is_group: bool = False) -> GridRow:
    """A row that stands still until its newest quarter."""
    return row(name, dict.fromkeys(Q, before) | {"Q4 2025/26": now}, is_group=is_group)


def driven(*rows: GridRow, total: tuple[int, int] = (400, 600)) -> Drivers:
    found = drivers(step("total", *total), rows, FOUND, NEWEST)
    assert found is not None
    return found


def test_the_months_asked_for_are_looked_at_whatever_chance_says_of_them() -> None:
    found = drivers(step("total", 100, 103), [], FOUND, NEWEST)
    assert found is not None
    assert (found.focus, found.real, found.moved) == (NEWEST, False, 3)


def test_a_year_of_quarters_is_looked_at_as_one() -> None:
    spans = columns(months("2023-04", "2026-03"), By.QUARTER)
    focus = focus_of(from_slug("2025-26"), spans)
    assert focus is not None
    assert (len(focus.now), focus.now[0] - focus.before[0]) == (4, 4)
    assert (focus.period(spans).label, focus.against(spans).label) == ("2025/26", "2024/25")
    total = GridRow("total", "All", squares(dict.fromkeys(range(12), 100), spans, Measure.COUNT, TOWN))
    found = drivers(total, [], spans, focus)
    assert found is not None
    assert (found.now, found.before) == (400, 400)


def test_a_quarter_in_progress_is_left_out_of_what_is_looked_at() -> None:
    spans = columns(months("2023-04", "2025-11"), By.QUARTER)
    focus = focus_of(from_slug("2025-26"), spans)
    assert focus is not None
    assert (focus.period(spans).label, focus.against(spans).label) == ("Apr 2025 to Sep 2025", "Apr 2024 to Sep 2024")


def test_without_the_year_before_the_newest_quarter_stands_beside_the_one_before() -> None:
    spans = columns(months("2025-04", "2026-03"), By.QUARTER)
    focus = focus_of(from_slug("2025-26"), spans)
    assert focus is not None
    assert (focus.period(spans).label, focus.against(spans).label) == ("Q4 2025/26", "Q3 2025/26")
    assert (focus.is_a_year_before(spans), focus.before_words(spans)) == (False, "the quarter before")


def test_without_anything_to_compare_with_there_are_no_drivers() -> None:
    alone = columns(months("2025-04", "2025-05"), By.QUARTER)
    total = GridRow("total", "All", squares({alone.history: 9}, alone, Measure.COUNT, TOWN))
    assert focus_of(from_slug("2025-26"), alone) is None
    assert drivers(total, [], alone, None) is None


def test_where_the_total_moved_by_chance_only_rows_are_named_that_moved_by_more() -> None:
    found = driven(step("real", 100, 160), step("chance", 100, 103), step("fell", 90, 40), total=(1000, 1013))
    assert not found.real
    assert [item.row.name for item in found.with_it] == ["real"]
    assert [item.row.name for item in found.against_it] == ["fell"]


def test_drivers_are_named_the_largest_first_and_by_name_where_equal() -> None:
    found = driven(step("b", 100, 150), step("a", 100, 150), step("c", 100, 200))
    assert [item.row.name for item in found.with_it] == ["c", "a", "b"]
    assert [item.moved for item in found.with_it] == [100, 50, 50]


def test_what_moved_against_the_total_is_named_only_beyond_chance() -> None:
    found = driven(step("real", 200, 100), step("chance", 100, 97), step("with", 100, 403))
    assert [item.row.name for item in found.against_it] == ["real"]
    assert [item.row.name for item in found.with_it] == ["with"]


def test_what_moved_with_the_total_says_whether_chance_explains_it() -> None:
    found = driven(step("real", 100, 200), step("chance", 100, 103))
    assert {item.row.name: item.real for item in found.with_it} == {"real": True, "chance": False}


def test_a_fall_names_what_fell() -> None:
    found = driven(step("fell", 300, 100), step("rose", 100, 300), total=(600, 400))
    assert ([item.row.name for item in found.with_it], [item.row.name for item in found.against_it]) == (
        ["fell"],
        ["rose"],
    )


def test_groups_do_not_count_twice_and_what_stood_still_is_not_named() -> None:
    found = driven(step("group", 100, 300, is_group=True), step("still", 50, 50), step("type", 100, 300))
    assert [item.row.name for item in found.with_it] == ["type"]


def test_no_more_than_five_are_named_each_way() -> None:
    found = driven(*(step(f"{at}", 100, 120 + at) for at in range(8)))
    assert len(found.with_it) == MOST_NAMED
