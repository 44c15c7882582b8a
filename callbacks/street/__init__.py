"""Wires the pages that go with street-level crime."""
