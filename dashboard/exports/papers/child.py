"""Knows how papers are written where nothing else is done: asked on standard input, told on standard output."""

import os
import pickle
import sys

from dashboard.exports.papers.apart import write_here
from dashboard.exports.papers.formats import FORMATS

NICENESS = 5


def behind_pages() -> None:
    """Let whoever opens a page go first."""
    if sys.platform != "win32":
        os.nice(NICENESS)


def main() -> None:
    """Write the papers that our own parent asks for: a line, empty or why the template was left out, and the file."""
    behind_pages()
    form, pack, template = pickle.load(sys.stdin.buffer)
    written = write_here(FORMATS[form], pack, template)
    sys.stdout.buffer.write(" ".join(written.left_out.split()).encode() + b"\n" + written.body)
