"""Knows where the files that travel with the product lie."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def assets_folder(package: Path = PACKAGE) -> Path:
    """Return the folder of css, fonts and scripts: inside an installed wheel, beside it in a checkout."""
    installed = package / "_assets"
    return installed if installed.is_dir() else package.parent / "assets"
