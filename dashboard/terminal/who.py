"""Knows who sits at the terminal, as far as the machine does."""

import getpass
import os
import socket

from dashboard.domain.access.deeds import Actor, Way


def user_name() -> str:
    """The name of the user; a container may run as a number that no name belongs to."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # OSError from Python 3.13 on
        return f"user {os.getuid()}"


def at_the_terminal() -> Actor:
    """Who runs a command, for the audit trail: the user, and the machine."""
    name = user_name()
    return Actor("terminal", name, Way.COMMAND, f"{name} at {socket.gethostname()}")
