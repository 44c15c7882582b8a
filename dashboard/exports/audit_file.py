"""Knows the audit trail as a file: a CSV written line by line, which says itself where the trail is not whole."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from dashboard.domain.access.audit import SAID, Soundness, TrailLine
from dashboard.exports.render import harmless

COLUMNS = (*SAID, "digest")


def as_csv(lines: Iterable[TrailLine], soundness: Soundness) -> Iterator[str]:
    """The heading and each of *lines*; in front of them what is wrong, where something is."""
    yield "\ufeff" + _row(COLUMNS)
    if not soundness.is_whole:
        yield _row(["", f"The trail is not whole. {soundness.sentence}"])
    for line in lines:
        yield _row([harmless(str(getattr(line, name))) for name in COLUMNS])


def _row(fields: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(fields)
    return out.getvalue()
