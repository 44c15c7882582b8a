"""Knows how the pages look that go with street-level crime."""
