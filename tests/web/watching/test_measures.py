"""What is counted: requests by page, how long they took, answers that were kept; over all processes of a server."""

import os
from pathlib import Path

from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from dashboard.questions.store import Store
from dashboard.web.watching.measures import Measures, counted_together
from dashboard.web.watching.told import Answered

ASKED = Answered("/year-end", "page", "GET", 200, 0.02, kept=False)


class Away:
    """A store whose database is gone."""

    def version(self) -> str:
        raise OSError("gone")


def values(text: str) -> dict[tuple[str, ...], float]:
    """Each sample by its name and labels."""
    found = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {(item.name, *(value for _, value in sorted(item.labels.items()))): item.value for item in found}


def test_requests_are_counted_by_page_and_answers_by_whether_they_were_kept(store: Store) -> None:
    measures = Measures()
    for kept in (False, True, True):
        measures.hear(Answered("/year-end", "page", "GET", 200, 0.02, kept=kept))
    measures.hear(Answered("/load", "other", "POST", 303, 2.0, kept=None))
    found = values(measures.text(store).decode())
    assert found["outturn_requests_total", "page", "/year-end", "200"] == 3
    assert found["outturn_requests_total", "other", "/load", "303"] == 1
    assert found["outturn_request_seconds_bucket", "page", "0.025", "/year-end"] == 3
    assert found["outturn_request_seconds_bucket", "other", "1.0", "/load"] == 0
    assert (found["outturn_answers_total", "yes"], found["outturn_answers_total", "no"]) == (2, 1)
    assert found["outturn_database_up",] == 1
    assert found["outturn_loaded_files",] == len(store.arrivals())


def test_a_database_that_is_gone_is_told_as_gone() -> None:
    found = values(Measures().text(Away()).decode())  # type: ignore[arg-type]
    assert found == {("outturn_database_up",): 0}


def test_two_servers_in_one_process_count_apart() -> None:
    one, other = Measures(), Measures()
    one.hear(ASKED)
    assert ("outturn_requests_total", "page", "/year-end", "200") not in values(other.text(Away()).decode())  # type: ignore[arg-type]


def test_processes_of_one_server_count_together_also_one_that_ended() -> None:
    with counted_together() as folder:
        measures = Measures(folder)
        measures.hear(ASKED)
        process = os.fork()
        if process == 0:
            measures.hear(ASKED)
            os._exit(0)
        os.waitpid(process, 0)
        found = values(measures.text(Away()).decode())  # type: ignore[arg-type]
        assert found["outturn_requests_total", "page", "/year-end", "200"] == 2
        assert found["outturn_database_up",] == 0
    assert not Path(folder).exists()


def test_the_product_tells_of_itself(client: FlaskClient) -> None:
    client.get("/year-end?partnership=derby")
    answer = client.get("/metrics")
    found = values(answer.text)
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    assert found["outturn_requests_total", "page", "/year-end", "200"] >= 1
    assert found["outturn_database_up",] == 1
