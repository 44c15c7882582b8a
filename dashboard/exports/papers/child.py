"""Knows how papers are written where nothing else is done: asked on standard input, told on standard output."""

import os
import pickle
import sys

from dashboard.exports.papers.apart import write_here
from dashboard.exports.papers.formats import FORMATS

BEHIND_PAGES = 5  # of niceness: whoever opens a page goes first


def main() -> None:
    """Write the papers that our own parent asks for: a line, empty or why the template was left out, and the file."""
    if sys.platform != "win32":
        os.nice(BEHIND_PAGES)
    form, pack, template = pickle.load(sys.stdin.buffer)
    written = write_here(FORMATS[form], pack, template)
    sys.stdout.buffer.write(" ".join(written.left_out.split()).encode() + b"\n" + written.body)
