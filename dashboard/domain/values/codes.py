"""Knows how indicators' codes are written, several together among them: "NI 40 & 115" is NI 40 and NI 115."""

import re

_ONE = r"(?:[A-Za-z]{1,5}[ .-]?)?[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?"
_APART = r"\s*(?:&|\+|/|,|\band\b)\s*"
_SEVERAL = re.compile(rf"\s*[A-Za-z]{{1,5}}[ .-]?[0-9].*?(?:{_APART}{_ONE})+\s*")


def halves(code: str) -> frozenset[str]:
    """The single codes in *code*, in small letters without blanks: ni40, ni115.

    A number without letters bears those of the code before it; a number alone counts rows and is nobody's code.
    """
    if not _SEVERAL.fullmatch(code):
        return frozenset(filter(None, (_key(code),)))
    letters, found = "", []
    for part in re.split(_APART, code.strip()):
        own = re.sub(r"[^A-Za-z].*", "", part)
        letters = own or letters
        found.append(_key(part if own else f"{letters}{part}"))
    return frozenset(found)


def _key(code: str) -> str:
    key = "".join(re.findall(r"[a-z0-9]+", code.lower()))
    return "" if key.isdigit() else key
