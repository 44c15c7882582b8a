"""Knows the addresses at which a meeting is presented, and those at which what it saw is shown again."""
