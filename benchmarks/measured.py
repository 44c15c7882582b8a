"""Knows one line of a benchmark's table: how it is worked out, printed and written beside."""

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: median and 95th percentile of what *measure* names."""

    measure: str
    p50: float
    p95: float
    unit: str


def heading() -> None:
    print(f"{'measure':<58}{'p50':>9}{'p95':>9}  unit")


def row(words: str, figures: Sequence[float], unit: str) -> Measured:
    """Print one line and return it."""
    high = sorted(figures)[min(len(figures) - 1, int(len(figures) * 0.95))]
    line = Measured(words.strip(), statistics.median(figures), high, unit)
    print(f"{words:<58}{line.p50:>9.2f}{line.p95:>9.2f}  {unit}", flush=True)
    return line


def write(path: Path, table: Iterable[Measured]) -> None:
    path.write_text(json.dumps([asdict(line) for line in table], indent=1) + "\n", encoding="utf-8")
