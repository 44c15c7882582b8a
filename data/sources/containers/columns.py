"""Knows how to count the rows of a plain table by a columnar engine, as text; leaves any other to be read by row."""

from collections.abc import Sequence

from data.sources.containers.sheets import LONGEST_FIELD, Sheet

COMMA = ","
MARK = "\N{BYTE ORDER MARK}"  # in front of a table the engine takes it away
SEPARATOR = "\0"  # of texts that are joined: it stands in no text file
#: Where every stretch of this many characters holds a line end, no field is longer than a row's reader takes.
STRETCH = LONGEST_FIELD // 2

Counted = tuple[list[str], list[str], list[int]]  # fields joined by the separator, twice, and how many rows hold both


def counted(sheet: Sheet, one: Sequence[str], other: Sequence[str]) -> Counted | None:
    """How many rows hold each pair of texts in the columns *one* and *other*, in the order of the file.

    None where a row has to be looked at: a quotation mark, another number of fields, a blank line, a lone return.
    """
    body = _plain(sheet)
    if body is None:
        return None
    # Imported here: only a process that reads street-level files should wait for it.
    import polars as pl

    try:
        # All columns: of some the engine does not say that a row has more fields.
        read = pl.read_csv(
            body.encode(), has_header=False, infer_schema=False, quote_char=None, empty_string_is_null=False
        )
    except pl.exceptions.PolarsError:
        return None
    if read.width != len(sheet.heading):
        return None
    keys = [[read.columns[sheet.heading.index(name)] for name in columns] for columns in (one, other)]
    joined = read.select(pl.concat_str(some, separator=SEPARATOR).alias(str(at)) for at, some in enumerate(keys))
    pairs = joined.group_by("0", "1", maintain_order=True).len()
    return pairs["0"].to_list(), pairs["1"].to_list(), pairs["len"].to_list()


def _plain(sheet: Sheet) -> str | None:
    """The rows of a table that has as many commas as a table of lines with all fields; None for any other."""
    body = sheet.body if sheet.body.endswith("\n") else sheet.body + "\n"
    if sheet.delimiter != COMMA or '"' in body or body.startswith(MARK) or _has_lone_returns(body):
        return None
    commas = body.count("\n") * (len(sheet.heading) - 1)
    return body if body.count(COMMA) == commas and _has_short_lines(body) else None


def _has_lone_returns(body: str) -> bool:
    """Whether a carriage return stands elsewhere than before a line end; the engine takes it for text."""
    return "\r" in body and body.count("\r") != body.count("\r\n")


def _has_short_lines(body: str) -> bool:
    return all(body.find("\n", at, at + STRETCH) >= 0 for at in range(0, len(body), STRETCH))
