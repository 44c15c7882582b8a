"""Whether the product lives and is ready, in plain words."""

from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from dashboard.app import build
from dashboard.domain.records import Partnership
from dashboard.questions.store import Store
from dashboard.settings import Settings


class FailingStore:
    """A database that goes away: answers while *well*, then raises as SQLAlchemy does."""

    def __init__(self, behind: Store) -> None:
        self._behind = behind
        self.well = True

    def version(self) -> str:
        self._check()
        return self._behind.version()

    def partnerships(self) -> tuple[Partnership, ...]:
        self._check()
        return self._behind.partnerships()

    def __getattr__(self, question: str) -> object:
        return getattr(self._behind, question)

    def _check(self) -> None:
        if not self.well:
            raise OperationalError("SELECT 1", {}, OSError("the server closed the connection"))


def test_the_product_lives(client: FlaskClient) -> None:
    response = client.get("/health/live")
    assert (response.status_code, response.text, response.mimetype) == (200, "live\n", "text/plain")


def test_the_product_is_ready_when_its_figures_can_be_read(client: FlaskClient) -> None:
    response = client.get("/health/ready")
    assert (response.status_code, response.text) == (200, "ready: 6 partnerships\n")


def test_the_product_is_not_ready_while_the_database_is_away_and_ready_again_after(store: Store) -> None:
    failing = FailingStore(store)
    client = build(failing, Settings(database="not opened")).server.test_client()  # type: ignore[arg-type]
    assert client.get("/health/ready").status_code == 200
    failing.well = False
    answer = client.get("/health/ready")
    assert (answer.status_code, "SELECT" in answer.text, "Traceback" in answer.text) == (503, False, False)
    assert client.get("/health/live").status_code == 200
    failing.well = True
    assert client.get("/health/ready").status_code == 200
