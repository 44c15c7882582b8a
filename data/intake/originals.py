"""Knows where loaded files are kept, byte for byte, under their sha256: any database can be filled again."""

import shutil
from pathlib import Path

from dashboard.domain.errors import RefusedFile


def kept(sha256: str, folder: Path) -> Path:
    """Where the file of this fingerprint is kept, or would be."""
    return folder / sha256[:2] / sha256


def keep(path: Path, sha256: str, folder: Path) -> Path:
    """Copy the file at *path* into *folder* unless it is there; never leaves half a copy; raises RefusedFile."""
    place = kept(sha256, folder)
    if place.is_file():
        return place
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(".part")
        shutil.copyfile(path, half)
        half.replace(place)
    except OSError as fault:
        raise RefusedFile(f"{path.name} cannot be kept in {folder}: {fault.strerror}.") from fault
    return place
