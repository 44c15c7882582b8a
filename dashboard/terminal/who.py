"""Knows who sits at the terminal, as far as the machine does."""

import getpass
import os


def user_name() -> str:
    """The name of the user; a container may run as a number that no name belongs to."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # OSError from Python 3.13 on
        return f"user {os.getuid()}"
