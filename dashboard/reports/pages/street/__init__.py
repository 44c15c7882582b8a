"""Knows what the pages say that go with street-level crime: how incidents ended, stop and search."""
