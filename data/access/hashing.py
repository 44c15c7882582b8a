"""Knows how passwords are kept: by argon2id, a few at once, so that signing in cannot stop the site."""

import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dashboard.domain.errors import OutturnError

#: OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane: 42 ms here.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
AT_ONCE = 2  # in each process
PATIENCE = 3.0  # seconds that others wait for their turn
#: Without letters and digits that are taken for each other.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 5, 4  # 99 bits
DUMMY = HASHER.hash("nobody has this password")


class HashingBusy(OutturnError):
    """Too many sign in at this moment."""


class Hashing:
    """argon2 with a few hashes under way at once; who finds all taken waits a little, then is told so."""

    def __init__(self, hasher: PasswordHasher = HASHER, patience: float = PATIENCE) -> None:
        self._hasher, self._patience = hasher, patience
        self._turns = BoundedSemaphore(AT_ONCE)

    def hashed(self, password: str) -> str:
        with self._turn():
            return self._hasher.hash(password)

    def verifies(self, kept: str, password: str) -> bool:
        """Whether *password* is the one *kept*; without one the same time goes by."""
        with self._turn():
            try:
                return self._hasher.verify(kept or DUMMY, password) and bool(kept)
            except (VerificationError, InvalidHashError):
                return False

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(kept)

    def _turn(self) -> "Turn":
        return Turn(self._turns, self._patience)


class Turn:
    """One of a few places; raises HashingBusy where none becomes free in time."""

    def __init__(self, turns: BoundedSemaphore, patience: float) -> None:
        self._turns, self._patience = turns, patience

    def __enter__(self) -> None:
        if not self._turns.acquire(timeout=self._patience):
            raise HashingBusy("Many people sign in at this moment: try again in a minute.")

    def __exit__(self, *_fault: object) -> None:
        self._turns.release()


def made_up() -> str:
    """A password to be used once: long, and read without doubt."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
