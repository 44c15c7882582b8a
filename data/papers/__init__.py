"""Knows papers that are made beside the pages: what was ordered, how far it is, and the files."""
