"""Gives a test a database with Sampleshire, and reads without a child."""

from tests.data.own.conftest import quick_engine, reader
from tests.data.street.conftest import engine

__all__ = ["engine", "quick_engine", "reader"]
