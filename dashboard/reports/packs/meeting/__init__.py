"""Knows the papers of a whole meeting, before it is held and after it is closed."""
