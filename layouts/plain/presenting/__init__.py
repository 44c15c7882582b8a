"""Knows how a meeting looks on the projector, and how what it saw is shown again."""
