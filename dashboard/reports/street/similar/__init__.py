"""Knows areas beside similar ones in street-level crime."""
