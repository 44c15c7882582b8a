"""Knows papers as a data package: tables as text, with a description that machines and people read."""
