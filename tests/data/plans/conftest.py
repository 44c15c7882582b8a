"""Gives a test a database with the published figures, on each engine or on SQLite alone."""

from tests.data.own.conftest import engine, quick_engine

__all__ = ["engine", "quick_engine"]
