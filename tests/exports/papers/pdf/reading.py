"""Reads a PDF as a screen reader does: its structure tree, its bookmarks, its text, and what is not marked at all."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

SHOWS = {"Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "b", "sh", "Do"}
BEGIN, END = {"BDC", "BMC"}, "EMC"
Element = tuple[str, pikepdf.Object]


def opened(body: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(body))


def elements(pdf: pikepdf.Pdf) -> list[Element]:
    """Every element of the structure tree by its type, in reading order."""
    return list(_under(pdf.Root.StructTreeRoot))


def _under(node: pikepdf.Object) -> Iterator[Element]:
    for child in _inside(node):
        yield str(child.S)[1:], child
        yield from _under(child)


def _inside(node: pikepdf.Object) -> list[pikepdf.Object]:
    """The elements directly inside *node*."""
    kids = node.get("/K")
    every = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in every if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def children(node: pikepdf.Object) -> list[str]:
    """The types of what is directly inside."""
    return [str(kid.S)[1:] for kid in _inside(node)]


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        roots = list(outline.root)
    found: list[str] = []
    while roots:
        item = roots.pop(0)
        found.append(item.title)
        roots = [*item.children, *roots]
    return found


def unmarked(pdf: pikepdf.Pdf) -> list[str]:
    """What is shown on a page without belonging to an element or being left out of reading."""
    found, depth = [], 0
    for page in pdf.pages:
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            depth += (name in BEGIN) - (name == END)
            if name in SHOWS and not depth:
                found.append(name)
    return found


def text_of(pdf: pikepdf.Pdf) -> str:
    """All that is written, pictures among it, without spaces and places to break."""
    return "".join(re.sub(r"[\s\u200b]", "", part) for page in pdf.pages for part in _texts(page.obj))


def _texts(holder: pikepdf.Object) -> Iterator[str]:
    resources = holder.Resources
    fonts = {name: _letters(font) for name, font in resources.get("/Font", {}).items()}
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(holder):
        name, operands = str(instruction.operator), instruction.operands
        if name == "Tf":
            letters = fonts[str(operands[0])]
        elif name == "Do" and resources.XObject[str(operands[0])].Subtype == "/Form":
            yield from _texts(resources.XObject[str(operands[0])])
        elif name in ("Tj", "TJ"):
            parts = operands[0] if name == "TJ" else operands
            yield "".join(_decoded(bytes(part), letters) for part in parts if isinstance(part, pikepdf.String))


def _decoded(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What each glyph of a font says."""
    said = font.ToUnicode.read_bytes().decode("ascii")
    letters: dict[int, str] = {}
    for first, text in re.findall(r"^<(\w{4})> <(\w+)>$", said, re.M):
        letters[int(first, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for first, last, text in re.findall(r"^<(\w{4})> <(\w{4})> <(\w+)>$", said, re.M):
        begin = int(text, 16)
        letters |= {code: chr(begin + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return letters
