"""Knows incidents one by one: when each may have happened, and what of that may be shown."""
