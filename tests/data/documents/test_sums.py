"""The published CSVs hold every row of the documents, and sum to what the documents sum to."""

from decimal import Decimal

import pytest

from tests.data.documents.reading import rows

COUNTS = {
    "partnerships": 5,
    "documents": 5,
    "indicators": 50,
    "breaks": 8,
    "observations": 156,
    "targets": 41,
    "baselines": 6,
    "notes": 6,
    "survey_ranks": 30,
    "actions": 65,
    "risks": 3,
    "meetings": 14,
    "responsibilities": 28,
}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_every_row_of_a_table_is_there(name: str, count: int) -> None:
    assert len(rows(name)) == count


TOTALS = {
    "asb": (4369, 3712, 3682, 3127),
    "violent-crime": (1409, 1060, 1174, 1047),
    "serious-acquisitive-crime": (1263, 1111, 1218, 1085),
    "burglary": (340, 290, 357, 389),
    "vehicle-crime": (683, 758, 819, 654),
    "killed-or-seriously-injured": (70, 56, 54, 48),
}


@pytest.mark.parametrize(("indicator", "totals"), TOTALS.items())
def test_localities_sum_to_the_districts_totals(indicator: str, totals: tuple[int, ...]) -> None:
    found: dict[str, int] = {}
    for row in rows("observations"):
        if row["indicator"] == f"south-staffordshire/{indicator}":
            found[row["period"]] = found.get(row["period"], 0) + int(row["text"])
    assert tuple(found[period] for period in sorted(found)) == totals


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("serious-violent-crime", ("most-serious-violence", "assault-less-serious-injury")),
        ("serious-acquisitive-crime", ("domestic-burglary", "robbery", "vehicle-crime")),
    ],
)
def test_warwickshires_parts_sum_to_their_total(total: str, parts: tuple[str, ...]) -> None:
    texts = {
        row["indicator"].removeprefix("warwickshire/"): row["text"]
        for row in rows("observations")
        if row["indicator"].startswith("warwickshire/") and row["period"] == "2010-11"
    }
    numbers = {name: Decimal(texts[name].replace(",", "")) for name in (total, *parts)}
    assert numbers[total] == sum(numbers[part] for part in parts)


@pytest.mark.parametrize(
    ("partnership", "count", "objectives"),
    [("derby", 30, 8), ("staffordshire", 9, 2), ("shropshire", 12, 7), ("warwickshire", 14, 4)],
)
def test_every_action_is_there_under_its_objective(partnership: str, count: int, objectives: int) -> None:
    found = [row for row in rows("actions") if row["partnership"] == partnership]
    assert len(found) == count
    assert len({row["objective"] for row in found}) == objectives
