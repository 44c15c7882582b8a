"""Gives a test the tables of the product with nothing in them, on each engine."""

from tests.data.access.conftest import engine

__all__ = ["engine"]
