"""Knows what is answered while the database is busy, full, closed or away: what to do, and what was typed is kept."""

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from dashboard.web.faults.sentences import Ways, said
from data.connections.trouble import FAULTS, Trouble, trouble_of
from layouts.plain.fault import Fault

NOTHING_KEPT = "Nothing of what you sent was kept."
UNSURE = "What you sent may have been kept: look for it before you send it again."
CHOOSE_AGAIN = "The files have to be chosen again."
READS = ("GET", "HEAD")


def answer_trouble(server: Flask, ways: Ways) -> None:
    """Answer every request that the database fails with 503, and one whose statement is wrong as a fault of ours."""

    def troubled(fault: Exception) -> Response:
        trouble = trouble_of(fault)
        if trouble is None:
            raise fault
        server.logger.warning("%s, asked by %s [%s]", trouble.name, request.endpoint, request.method)
        answer = said(_fault(trouble), 503, ways)
        answer.headers["Retry-After"] = str(trouble.seconds)
        return answer

    for kind in FAULTS:
        server.register_error_handler(kind, troubled)


def _fault(trouble: Trouble) -> Fault:
    if request.method in READS:
        return Fault(trouble.wrong, trouble.mend, again=_here())
    kept = NOTHING_KEPT if trouble.keeps_nothing else UNSURE
    if _sent_files():
        return Fault(trouble.wrong, f"{kept} {trouble.mend} {CHOOSE_AGAIN}", again=request.path)
    return Fault(trouble.wrong, f"{kept} {trouble.mend}", again=_here(), typed=_typed(), is_form=True)


def _here() -> str:
    return request.full_path.removesuffix("?")


def _sent_files() -> bool:
    try:
        return any(True for _ in request.files)
    except HTTPException:
        return True


def _typed() -> list[tuple[str, str]]:
    """What a form said, with every field that it had."""
    return [*request.form.items(multi=True)]
