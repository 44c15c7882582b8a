"""Knows how what a meeting saw is kept: one sealed text a meeting."""
