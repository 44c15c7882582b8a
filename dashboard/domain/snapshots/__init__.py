"""Knows what a meeting saw, frozen: slides of figures and words, their canonical form, and what changed between two."""
