"""Knows what is answered while the database is busy, full, closed or away: what to do, and what was typed is kept."""

from flask import Flask, Response, request

from dashboard.domain.errors import OriginalsAway, RefusedFile, TooManyLoads
from dashboard.web.faults.kept import fault_of_request
from dashboard.web.faults.sentences import REFUSED, Ways, said
from data.connections.trouble import FAULTS, trouble_of

TOO_MANY, NOT_NOW = 429, 503
STATUS = {TooManyLoads: TOO_MANY, OriginalsAway: NOT_NOW}


def answer_trouble(server: Flask, ways: Ways) -> None:
    """Answer every request that the database fails with 503, and one whose statement is wrong as a fault of ours."""

    def troubled(fault: Exception) -> Response:
        trouble = trouble_of(fault)
        if trouble is None:
            raise fault
        server.logger.warning("%s, asked by %s [%s]", trouble.name, request.endpoint, request.method)
        found = fault_of_request(trouble.wrong, trouble.mend, keeps_nothing=trouble.keeps_nothing)
        answer = said(found, 503, ways)
        answer.headers["Retry-After"] = str(trouble.seconds)
        return answer

    for kind in FAULTS:
        server.register_error_handler(kind, troubled)


def answer_refused(server: Flask, ways: Ways) -> None:
    """Answer a form whose words cannot be handed in now; what it said is kept."""

    @server.errorhandler(RefusedFile)
    def refused(fault: RefusedFile) -> Response:
        status = next((code for kind, code in STATUS.items() if isinstance(fault, kind)), REFUSED)
        return said(fault_of_request(str(fault)), status, ways)
