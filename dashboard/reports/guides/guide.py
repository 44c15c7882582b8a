"""Knows what a guide is: ten minutes of one role, step by step, each step with the page on which it is taken."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step: what it is for, what to do and to look at, and where."""

    title: str
    words: tuple[str, ...]  # paragraphs
    page: str = ""  # its name, as in its address
    needs: str = ""  # the endpoint of a page that not every reader may open; empty: every reader


@dataclass(frozen=True, slots=True)
class Guide:
    """What one role does in Outturn."""

    slug: str
    title: str
    lede: str
    steps: tuple[GuideStep, ...]
    more: tuple[str, ...] = ()  # pages of docs/ that say all of it
