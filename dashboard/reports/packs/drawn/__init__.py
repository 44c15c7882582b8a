"""Knows what a report shows as charts of the papers."""
