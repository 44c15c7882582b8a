"""Knows how a partnership's papers look: its name, its logo, its colour, and what its committees are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """Settings of a partnership; empty where it has none of its own, and then papers look like the product."""

    name: str = ""
    logo: bytes = b""  # a checked PNG
    logo_alt: str = ""
    accent: str = ""  # "#12436d", checked against white
    committees: tuple[str, ...] = ()
