"""Knows the address of a stylesheet or script: it changes with its content, so that no browser keeps an old one."""

from functools import cache
from hashlib import sha256

from dashboard.places import assets_folder

LENGTH = 8  # of the letters that tell one content from another


@cache
def asset_href(name: str) -> str:
    """Where the asset of a *name* is, such as outturn.css; raises FileNotFoundError."""
    content = (assets_folder() / name).read_bytes()
    return f"/assets/{name}?v={sha256(content).hexdigest()[:LENGTH]}"
