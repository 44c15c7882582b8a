"""Knows what a part of an address may be: a number that a database can hold, the token of a load, text in UTF-8."""

import re

from flask import Flask, Response, request
from werkzeug.routing import BaseConverter

from dashboard.web.answers import no_text, plain

LARGEST = 2**31 - 1  # of PostgreSQL's whole numbers
NO_NUMBER = -1  # of nothing that there is
NO_TOKEN = ""
PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")  # as addresses write it: no sign, no zero before it, no other digits
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")  # 128 bits of chance


def number_of(words: str) -> int:
    """The number that *words* are; NO_NUMBER where they are none, or one that no database holds."""
    found = int(words) if PLAIN_NUMBER.fullmatch(words) else NO_NUMBER
    return found if found <= LARGEST else NO_NUMBER


class Number(BaseConverter):
    """`<number:n>`: whatever stands there comes as a number, so that the address can say what it does not have."""

    regex = "[^/]+?"  # a file's ending may follow

    def to_python(self, value: str) -> int:
        return number_of(value)


class Token(BaseConverter):
    """`<token:load>`: a token as it was given out, or NO_TOKEN."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        return value if TOKEN.fullmatch(value) else NO_TOKEN


def know_addresses(server: Flask) -> None:
    """Let routes name numbers and tokens, and refuse an address that no database can be asked for before it is read."""
    server.url_map.converters |= {"number": Number, "token": Token}

    @server.before_request
    def check() -> Response | None:
        try:
            request.query_string.decode("utf-8")
        except UnicodeDecodeError:
            return plain("The address is not written in UTF-8.", 400)
        return no_text(request.args)
