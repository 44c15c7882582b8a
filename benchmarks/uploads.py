"""Measures how pages are answered while loads are read and wait: `python -m benchmarks uploads`.

Twenty tables of a thousand rows are handed in one after the other, as one person may have waiting; every view of a page
is asked for before that, while they are read, and when all of them wait to be confirmed.
"""

import argparse
import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from benchmarks import callbacks
from benchmarks.measured import Measured, heading, row, write
from benchmarks.served import served

UPLOADS, ROWS = 20, 1_000
PAGE = "overview"
ROUNDS = 5
BOUNDARY = "outturn-benchmark"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
DONE = re.compile(r'<button[^>]*>(?:Publish|Answer)|class="problem"')


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks uploads", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    heading()
    table = []
    with served() as product, ThreadPoolExecutor(1) as hand:
        callbacks.filter_changes(product.address, PAGE)  # every view was seen before
        table.append(_views(product.address, "with nothing handed in"))
        handed = hand.submit(_hand_in, product.address)
        table.append(_views(product.address, f"while {UPLOADS} tables of {ROWS:,} rows are read", handed))
        read = handed.result()
        table += [_views(product.address, f"with {read} of them waiting"), row("tables read and waiting", [read], "")]
    if asked.json:
        write(asked.json, table)


def _views(address: str, when: str, until: "Future[int] | None" = None) -> Measured:
    """Every view's filter change, again and again: so many rounds, or as long as something is not done."""
    waited: list[float] = []
    rounds = 0
    while rounds < ROUNDS if until is None else not until.done():
        waited += [change.whole for change in callbacks.filter_changes(address, PAGE)]
        rounds += 1
    return row(f"{PAGE}, all callbacks {when}", waited, "ms")


def _hand_in(address: str) -> int:
    """Hand every table in, wait until it was read, and return how many wait."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    return sum(_is_waiting(browser, address, number) for number in range(UPLOADS))


def _is_waiting(browser: OpenerDirector, address: str, number: int) -> bool:
    form = browser.open(f"{address}/load").read().decode()
    found = TOKEN.search(form)
    fields = {"csrf_token": found[1] if found else "", "partnership": "warwickshire"}
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    answer = browser.open(Request(f"{address}/load", b"".join(_parts(fields, number)), kind))
    place, page, end = answer.geturl(), answer.read().decode(), time.monotonic() + 120
    while not DONE.search(page) and time.monotonic() < end:
        time.sleep(0.2)
        page = browser.open(place).read().decode()
    return 'class="problem"' not in page


def _parts(fields: dict[str, str], number: int) -> Iterator[bytes]:
    for name, value in fields.items():
        yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    head = f'Content-Disposition: form-data; name="files"; filename="table-{number}.csv"'
    yield f"--{BOUNDARY}\r\n{head}\r\n\r\n{_table(number)}\r\n--{BOUNDARY}--\r\n".encode()


def _table(number: int) -> str:
    rows = (f"Measure {number},Area {at},2011/12,{at},{at + 1},lower" for at in range(ROWS))
    return "\n".join(["Indicator,Area,Period,Actual,Target,Better", *rows])
