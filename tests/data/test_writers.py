"""Knows that no kind of parcel comes in without a writer."""

from typing import get_args

from data.intake.writers import WRITERS
from data.parcels import ReadTable


def test_every_kind_of_parcel_has_a_writer() -> None:
    assert set(WRITERS) == set(get_args(ReadTable))
