"""The list of passwords that no account may have is read from the file as it stands, long ones alone."""

import os
from pathlib import Path

from dashboard.web.people.known_passwords import known_passwords


def test_the_file_is_read_anew_when_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "known.txt"
    file.write_bytes(b"short\nKettle harbour violin\r\n\xff kettle and a half\n")
    assert known_passwords(file) == {"kettle harbour violin", "\ufffd kettle and a half"}
    file.write_text("another kettle\n")
    os.utime(file, ns=(1, 1))
    assert known_passwords(file) == {"another kettle"}
    assert known_passwords(None) == frozenset()
