"""Proves that no two elements of a page without script bear one id: a label would lead to the wrong field."""

import re
from collections import Counter

import pytest
from flask.testing import FlaskClient

ADDRESSES = [
    *("/load", "/enter?partnership=derby", "/indicators?partnership=derby", "/partnerships", "/find?q=crime"),
    *("/checks?partnership=warwickshire", "/baselines", "/settings?partnership=derby", "/settings/files", "/audit"),
    "/lists?partnership=sampleshire",
    *(
        "/method",
        "/method/status",
        "/help",
        "/help/analyst",
        "/method/small-numbers",
        "/data/tables/1?partnership=warwickshire",
    ),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_id_stands_once_and_every_label_has_its_field(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    ids = Counter(re.findall(r'\sid="([^"]+)"', page.text))
    assert [name for name, count in ids.items() if count > 1] == []
    assert set(re.findall(r'<label[^>]*\sfor="([^"]+)"', page.text)) <= ids.keys()
