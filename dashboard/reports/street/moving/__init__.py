"""Knows which places moved most between two periods, and which of them by more than chance among so many."""
