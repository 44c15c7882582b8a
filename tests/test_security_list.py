"""The page on security stands by its words: every requirement once, no line without a test that exists or a reason."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "security.md"
# Of ASVS 5.0.0, the requirements of levels 1 and 2: in each section the first that is listed to the last, with what is
# left out between because it is of level 3.
LISTED = """
1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2
2.1.1-3 2.2.1-3 2.3.1-4 2.4.1
3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.1-2
4.1.1-3 4.2.1 4.3.1-2 4.4.1-4
5.1.1 5.2.1-3 5.3.1-2 5.4.1-3
6.1.1-3 6.2.1-12 6.3.1-4 6.4.1-4 6.5.1-5 6.6.1-3 6.8.1-4
7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2
8.1.1-2 8.2.1-3 8.3.1 8.4.1
9.1.1-3 9.2.1-4
10.1.1-2 10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3
11.1.1-2 11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1
12.1.1-3 12.2.1-2 12.3.1-4
13.1.1 13.2.1-5 13.3.1-2 13.4.1-5
14.1.1-2 14.2.1-4 14.3.1-3
15.1.1-3 15.2.1-3 15.3.1-7
16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3
17.1.1 17.2.1-4 17.3.1-2
"""
NEEDS_A_TEST = ("Met", "Set up")
STANDINGS = (*NEEDS_A_TEST, "No use", "Open")
RANGE = re.compile(r"(\d+\.\d+)\.(\d+)(?:-(\d+))?")


@dataclass(frozen=True)
class Line:
    numbers: tuple[str, ...]
    standing: str
    how: str
    tests: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it says how or why, and names a test exactly where it claims something."""
        return len(self.how) > 5 and bool(self.tests) == (self.standing in NEEDS_A_TEST)


def spread(text: str) -> Iterator[str]:
    """Each requirement that a list with ranges names: 1.2.3-5 is three."""
    for section, first, last in RANGE.findall(text):
        yield from (f"{section}.{number}" for number in range(int(first), int(last or first) + 1))


def lines_of(page: str) -> list[Line]:
    """The rows of every table of requirements."""
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in page.splitlines() if row.startswith("| ")]
    return [
        Line(
            tuple(spread(re.sub(r"–(?:\d+\.\d+\.)?", "-", row[0]))),
            row[1],
            row[2],
            tuple(re.findall("`(.+?)`", row[3])),
        )
        for row in rows
        if row[0] != "Requirement"
    ]


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return lines_of(PAGE.read_text(encoding="utf-8"))


@cache
def names_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = (node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in names if name.startswith("test_"))


def exists(test: str) -> bool:
    file, _, name = test.partition("::")
    return file.startswith("tests/") and (ROOT / file).is_file() and name in names_of(file)


def test_the_list_has_as_many_requirements_as_the_standard() -> None:
    assert len(set(spread(LISTED))) == len(list(spread(LISTED))) == 253


def test_each_requirement_stands_there_once(lines: list[Line]) -> None:
    told = Counter(number for line in lines for number in line.numbers)
    assert sorted(told.elements()) == sorted(spread(LISTED))


def test_each_line_has_a_standing_and_a_test_or_a_reason(lines: list[Line]) -> None:
    assert [line.numbers for line in lines if line.standing not in STANDINGS or not line.is_sound] == []


def test_each_test_that_is_named_is_there(lines: list[Line]) -> None:
    assert [test for line in lines for test in line.tests if not exists(test)] == []


@pytest.mark.parametrize(
    ("row", "numbers", "is_sound"),
    [
        ("| 1.2.3–1.2.5, 2.1.1 | Met | it is done so | `tests/x.py::test_y` |", "1.2.3 1.2.4 1.2.5 2.1.1", True),
        ("| 1.2.3 | Met | it is done so | |", "1.2.3", False),
        ("| 1.2.3 | Open | what would do is this | |", "1.2.3", True),
        ("| 1.2.3 | Open | | |", "1.2.3", False),
        ("| 1.2.3 | No use | nothing is here | `tests/x.py::test_y` |", "1.2.3", False),
    ],
)
def test_a_line_is_read_as_it_stands(row: str, numbers: str, is_sound: bool) -> None:
    [line] = lines_of(row)
    assert (line.numbers, line.is_sound) == (tuple(numbers.split()), is_sound)


def test_a_test_that_is_not_there_is_noticed() -> None:
    assert exists("tests/test_security_list.py::test_a_test_that_is_not_there_is_noticed")
    assert not exists("tests/test_security_list.py::test_nothing_of_the_kind")
    assert not exists("tests/nowhere.py::test_nothing_of_the_kind")
