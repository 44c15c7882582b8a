"""Knows the words of `outturn export`: a page or a meeting, its view, a format, and where the file goes."""

import argparse
from collections.abc import Callable
from pathlib import Path


def export_parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    listed: tuple[str, str],
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """The command *name*, with the pages and formats that are *listed* in its help."""
    pages, formats = listed
    exporting = commands.add_parser(name, help="write what a page shows to a file")
    exporting.add_argument("page", metavar="PAGE", help=pages)
    exporting.add_argument("--query", default="", help='as in the address: "partnership=…&period=…"')
    exporting.add_argument("--format", default="csv", dest="form", help=formats)
    exporting.add_argument("--template", type=Path, metavar="FILE", help="slides of your own that pptx begins with")
    exporting.add_argument("-o", "--output", type=Path, help="the file; standard output without it")
    exporting.set_defaults(run=run)
    return exporting
