"""Who is signed in goes on reading while the primary does not answer: their session is looked for on a standby."""

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.exc import OperationalError

from dashboard.web.people.cookies import SESSION
from dashboard.web.people.entrance import Entrance
from dashboard.web.people.identity import _by_session
from data.tables.access import session
from tests.web.people.local_site import LOCAL_SIGN_IN, READER, Site
from tests.web.people.test_local import token_of

AWAY = create_engine("sqlite:////nowhere/at/all/outturn.db")


def test_a_session_is_found_on_a_standby_to_read_and_not_to_write(county: Site) -> None:
    token = token_of(county.signed_in("reads-on", READER))
    cookie = {"Cookie": f"{SESSION}={token}"}
    asked = county.server.test_request_context
    entrance = Entrance(AWAY, LOCAL_SIGN_IN, standbys=county.engine)
    with county.engine.connect() as connection:
        before = connection.execute(select(session)).all()
    with asked("/", headers=cookie):
        account = _by_session(entrance)
        assert account is not None
        assert account.name == "reads-on"
    with asked("/", method="POST", headers=cookie), pytest.raises(OperationalError):
        _by_session(entrance)
    with asked("/", headers=cookie), pytest.raises(OperationalError):
        _by_session(Entrance(AWAY, LOCAL_SIGN_IN))
    with county.engine.connect() as connection:
        assert connection.execute(select(session)).all() == before
