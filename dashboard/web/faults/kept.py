"""Knows what is said to a request that came to nothing, with what a form had said, to be sent once more."""

from flask import request
from werkzeug.exceptions import HTTPException

from dashboard.web.people.forms import FIELD
from layouts.plain.fault import Fault

NOTHING_KEPT = "Nothing was saved."
UNSURE = "It may have been saved: look for it before you send it again."
CHOOSE_AGAIN = "The files have to be chosen again."
READS = ("GET", "HEAD")


def fault_of_request(wrong: str, mend: str = "", *, keeps_nothing: bool = True) -> Fault:
    """What is *wrong* with this request and how it is mended; *keeps_nothing*: surely nothing of it was written."""
    if request.method in READS:
        return Fault(wrong, mend, again=_here())
    words = [NOTHING_KEPT if keeps_nothing else UNSURE, mend]
    if _sent_files():
        return Fault(wrong, _joined([*words, CHOOSE_AGAIN]), again=request.path)
    return Fault(wrong, _joined(words), again=_here(), typed=_typed(), is_form=True)


def _joined(words: list[str]) -> str:
    return " ".join(filter(None, words))


def _typed() -> list[tuple[str, str]]:
    """Every field of the form but the token, of which each page gives a new one."""
    return [pair for pair in request.form.items(multi=True) if pair[0] != FIELD]


def _here() -> str:
    return request.full_path.removesuffix("?")


def _sent_files() -> bool:
    try:
        return any(True for _ in request.files)
    except HTTPException:
        return True
