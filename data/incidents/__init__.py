"""Knows incident lists as they are kept: in columns by month, each list standing or withdrawn."""
