"""Knows what a meeting sees: pages as slides, and everything that is frozen when it is closed."""
