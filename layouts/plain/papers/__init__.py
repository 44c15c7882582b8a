"""Knows how papers that are made beside the pages are ordered and awaited."""
