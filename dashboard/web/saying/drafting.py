"""Knows how what is typed into any form is kept until it is sent: by whom, where it is shown again, when it goes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.people import EVERY, Right
from dashboard.web.access.asking import person
from dashboard.web.answers import plain
from dashboard.web.people.returning import local
from data.keeping.drafts import LONGEST_DRAFT, drafts, keep_draft, sent_draft
from layouts.components.drafts import BACK, DRAFT, KEEPS
from layouts.components.fields import Faults, Filled, PageForms

#: What belongs to a form and not to what is typed into it.
PLUMBING = frozenset({"once", "form", "csrf_token", "seen", DRAFT, BACK})
WRITES = (Right.PUBLISH, Right.DECIDE, Right.ADMINISTER)
FORM = "form"  # the key of the form of a page that has but one
NOT_YOURS = "You may not write here: ask whoever administers Outturn."
TOO_LONG = f"This was not kept as a draft: it must be {LONGEST_DRAFT:,} characters or fewer."
NO_FORM = "This says of no form what is typed into it."


def about(partnership: str, *place: str) -> str:
    """The beginning of the keys of a page's forms; its first part is whose they are."""
    return "/".join((partnership, *(quote(part, safe="") for part in place)))


def forms_of(engine: Engine, key: str, page: str, refused: str = "", filled: Filled | None = None) -> PageForms:
    """The forms of a *page*, with what whoever asks has typed before and not sent."""
    return PageForms(key, page, drafts(engine, person().key, f"{key}/"), refused, filled or Filled())


def form_here(engine: Engine, beginning: str, typed: Mapping[str, str], faults: Faults = ()) -> Filled:
    """The one form of the page that is asked for, or that was sent from one: as sent, else drafted, else as *typed*.

    What the address names beside the partnership is part of the key: a draft on one figure is not shown on another.
    """
    sent = request.form.get(DRAFT, "") if request.form.get(DRAFT, "").startswith(f"{beginning}/") else ""
    named = (said for name, said in sorted(request.args.items()) if name != "partnership" and said)
    key = sent.rpartition("/")[0] if sent else about(beginning, *named)
    page = local(request.form.get(BACK, "") if sent else f"{request.path}?{request.query_string.decode()}")
    refused = Filled(typed, faults) if faults else None
    return forms_of(engine, key, page, refused=FORM if refused else "", filled=refused).of(FORM, **typed)


def _keep(engine: Engine) -> Answer:
    """Keep what is typed so far; a script asks for no page, a button without script for the one it stands on."""
    form = {name: "\n".join(said) for name, said in request.form.lists()}
    key = form.get(DRAFT, "")
    if not key:
        return plain(NO_FORM, 400)
    if not _may(key.partition("/")[0]):
        return plain(NOT_YOURS, 403)
    typed = {name: said for name, said in form.items() if name not in PLUMBING}
    if not keep_draft(engine, (person().key, key), typed, datetime.now(UTC)):
        return plain(TOO_LONG, 413)
    if request.headers.get("Accept", "").startswith("application/json"):
        return Response("", 204)
    return redirect(local(form.get(BACK, "")), 303)


def _may(partnership: str) -> bool:
    """Whether whoever asks writes anything for a partnership; for none, of a form that founds one."""
    return any(person().may(right, partnership or EVERY) for right in WRITES)


def _sent(engine: Engine, answer: Response) -> Response:
    """What was taken in is a draft no longer."""
    is_taken = request.method == "POST" and answer.status_code == 303 and request.path != KEEPS
    if is_taken and (key := request.form.get(DRAFT)):
        sent_draft(engine, (person().key, key))
    return answer


def add_drafts(server: Flask, engine: Engine) -> None:
    server.add_url_rule(KEEPS, DRAFT, lambda: _keep(engine), methods=["POST"])
    server.after_request(lambda answer: _sent(engine, answer))
