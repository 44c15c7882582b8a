"""Knows the cards of street-level crime."""
