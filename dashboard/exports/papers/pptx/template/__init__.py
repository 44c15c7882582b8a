"""Knows the layouts that slides stand on: the product's own, or those of a partnership's template."""
