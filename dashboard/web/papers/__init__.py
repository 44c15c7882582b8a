"""Knows the addresses of papers that are made beside the pages."""
