"""Knows which sections each page becomes."""
