"""Knows how the front-end files that we keep become ours: run by `make vendor`, no part of the product."""
