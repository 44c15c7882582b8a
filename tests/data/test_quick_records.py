"""A record that is made quickly is the one that its name would make."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from dashboard.domain.doors import FigureDoor
from dashboard.domain.records import SourceCell
from data.quick_records import maker


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    number: int = 7

    @property
    def words(self) -> str:
        return f"{self.name} {self.number}"


def test_it_is_equal_has_the_same_hash_and_the_same_words() -> None:
    made, named = maker(Place)("Rugby", 9), Place("Rugby", 9)
    assert (made, hash(made), repr(made), made.words) == (named, hash(named), repr(named), "Rugby 9")
    assert type(made) is Place


def test_it_is_as_frozen_and_can_be_replaced() -> None:
    made = maker(Place)("Rugby", 9)
    with pytest.raises(FrozenInstanceError):
        made.name = "Warwick"  # type: ignore[misc]
    assert replace(made, number=8) == Place("Rugby", 8)


def test_records_within_records_are_told_apart_by_what_they_hold() -> None:
    make, door = maker(SourceCell), maker(FigureDoor)
    cells = {make(0, "file-1", "t", "r", "c", text, door(3), False) for text in ("12", "12", "13")}
    assert cells == {SourceCell(0, "file-1", "t", "r", "c", text, FigureDoor(3)) for text in ("12", "13")}


@pytest.mark.parametrize("values", [("Rugby",), ("Rugby", 9, 10)], ids=str)
def test_too_few_values_are_no_record_of_rows_and_neither_are_too_many(values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        maker(Place)(*values)
