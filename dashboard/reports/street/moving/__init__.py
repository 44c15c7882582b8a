"""Knows which places moved most between two periods, which of them by more than chance, and the ways on from there."""
