"""Knows where loaded files are kept, byte for byte, under their sha256: any database can be filled again."""

import shutil
from pathlib import Path

from dashboard.domain.errors import RefusedFile


def keep(path: Path, sha256: str, folder: Path) -> Path:
    """Copy the file at *path* into *folder* unless it is there; never leaves half a copy; raises RefusedFile."""
    kept = folder / sha256[:2] / sha256
    if kept.is_file():
        return kept
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        half = kept.with_suffix(".part")
        shutil.copyfile(path, half)
        half.replace(kept)
    except OSError as fault:
        raise RefusedFile(f"{path.name} cannot be kept in {folder}: {fault.strerror}.") from fault
    return kept
