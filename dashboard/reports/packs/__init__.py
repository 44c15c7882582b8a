"""Knows the papers of a view or of a meeting, one description for every format."""
