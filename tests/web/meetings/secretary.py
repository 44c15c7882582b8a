"""Knows how somebody fills in the forms of a meeting, as a browser sends them."""

import html
import re
from itertools import count

from werkzeug.test import TestResponse

from tests.web.access.askers import Product

CALL = {
    "partnership": "sampleshire",
    "title": "Strategy group, quarter 3",
    "body": "Strategy group",
    "day": "2026-12-10",
    "begins": "14:00",
    "length": "60",
}
ACTION = {"kind": "action", "words": "Light the towpath", "owner": "Parks manager", "due": "2026-12-01"}


class Secretary:
    """Sends forms; each has a token of its own unless a test says which."""

    def __init__(self, desk: Product) -> None:
        self.desk = desk
        self._tokens = count(1)

    def send(self, deed: str, **form: object) -> TestResponse:
        data = {"once": f"token-{next(self._tokens)}", **{name: str(said) for name, said in form.items()}}
        return self.desk.client.post(f"/meeting/{deed}", data=data)

    def call(self, **changed: str) -> int:
        """A new meeting; returns its number."""
        answer = self.send("call", **(CALL | changed))
        assert answer.status_code == 303, shown(answer)
        return int(answer.location.rpartition("=")[2])

    def page(self, address: str) -> str:
        answer = self.desk.client.get(address)
        assert answer.status_code == 200, answer.status_code
        return answer.text

    def decided(self, meeting: int, **changed: object) -> int:
        """A decision; returns its number."""
        assert self.send("decision", meeting=meeting, **(ACTION | changed)).status_code == 303
        return max(
            int(found)
            for found in re.findall(
                r"/meeting\?decision=(\d+)", self.page(f"/meeting?meeting={meeting}&item={changed.get('item', '')}")
            )
        )

    def held(self, **changed: str) -> int:
        """A meeting that has begun."""
        number = self.call(**changed)
        assert self.send("begin", meeting=number).status_code == 303
        return number


def shown(answer: TestResponse) -> str:
    """What a reader sees of an answer, on one line."""
    text = re.sub(r"<(script|style|title).*?</\1>", "", answer.text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def items(page: str) -> list[tuple[int, str]]:
    """The items of an agenda: number and words."""
    found = re.findall(r'<li id="item-(\d+)"><div class="what"><a[^>]*><bdi>(.*?)</bdi>', page)
    return [(int(number), html.unescape(words)) for number, words in found]


def seen(page: str, key: str) -> str:
    """The version that the form of a *key* was opened with."""
    form = next(part for part in page.split("<form")[1:] if f'name="form" value="{key}"' in part)
    return re.search(r'name="seen" value="(\d+)"', form)[1]  # type: ignore[index]
