"""Knows papers as slides: native charts and tables on layouts with placeholders."""
