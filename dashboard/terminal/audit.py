"""Knows what `outturn audit` does: shows the newest lines, checks the trail, writes it to a file."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.access.audit import TrailLine
from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.exports.audit_file import as_csv
from data.audit import reading
from data.audit.recording import record

DONE, REFUSED = 0, 1
NEWEST = 20  # lines that are shown


def audit_command(engine: Engine, asked: argparse.Namespace) -> int:
    """Do what is asked of the trail; 0 where it is whole (and holds what was noted), 1 where it is not."""
    if asked.file is not None:
        record(engine, Deed(DeedKind.TRAIL_DOWNLOADED, "every line"), datetime.now(UTC))
    soundness, head = reading.check(engine)
    if not (asked.check or asked.noted or asked.file):
        for line in reversed(reading.page(engine, reading.EVERY_LINE)[:NEWEST]):
            print(_shown(line))
    print(soundness.sentence, file=sys.stdout if soundness.is_whole else sys.stderr)
    if head and head.digest:
        lines = f"{head.count:,} {'line' if head.count == 1 else 'lines'}"
        print(f"For the minutes: {lines}, ending in {head.shown}.")
    is_found = not asked.noted or _found(engine, asked.noted)
    is_written = asked.file is None or _written(engine, asked.file)
    return DONE if soundness.is_whole and is_found and is_written else REFUSED


def _shown(line: TrailLine) -> str:
    changed = " → ".join(filter(None, (line.before, line.after)))
    said = (line.partnership, line.subject, changed, line.outcome if line.outcome != "done" else "")
    who = f"{line.name or 'nobody named'} ({line.origin or line.way})"
    return f"{line.number:>7,}  {line.moment[:19]}  {who}: {'; '.join(filter(None, (line.deed, *said)))}"


def _found(engine: Engine, digest: str) -> bool:
    """Say at which line a fingerprint stands that somebody noted."""
    number = reading.noted(engine, digest)
    if number:
        print(f"Line {number:,} has the fingerprint {digest}.")
    else:
        why = "the trail was written anew, or it was noted wrong"
        print(f"No line has the fingerprint {digest}: {why}.", file=sys.stderr)
    return bool(number)


def _written(engine: Engine, file: Path) -> bool:
    """Write the trail to *file*, line by line."""
    soundness, _ = reading.check(engine)
    try:
        with file.open("w", encoding="utf-8", newline="") as out, reading.standing(engine) as connection:
            out.writelines(as_csv(reading.stream(connection), soundness))
    except OSError as fault:
        print(f"{file} cannot be written: {fault.strerror}.", file=sys.stderr)
        return False
    print(f"Every line was written to {file}.")
    return True
