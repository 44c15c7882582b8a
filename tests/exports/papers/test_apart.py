"""Papers come out of a process of their own as they come out of this one, and stop when they are to."""

from dataclasses import replace

import pytest

from dashboard.domain.errors import TemplateFault, UnwrittenPapers
from dashboard.exports.papers.apart import settled, write_apart, write_here
from dashboard.exports.papers.formats import FORMATS, PaperFormat
from dashboard.reports.packs.pack import Pack
from dashboard.reports.report import Table
from tests.exports.papers.typed_pack import DATA, PACK, SECTION

FUSSY = PaperFormat("Fussy", "text/plain", __name__, takes_template=True)
BROKEN = "The template holds no slides: save it as .pptx."


def write(pack: Pack, template: bytes | None = None) -> bytes:
    """A writer, as `FORMATS` names one by its module."""
    if template == b"broken":
        raise TemplateFault(BROKEN)
    return f"{pack.title} on {template!r}".encode()


def test_another_process_writes_what_this_one_writes() -> None:
    words = "more than a pipe holds " * 20_000
    long = replace(PACK, sections=(*PACK.sections, replace(SECTION, key="long", notes=(words,))))
    assert write_apart("html", long) == write_here(FORMATS["html"], long)


@pytest.mark.parametrize(("stop", "seconds", "words"), [(True, 9.0, "were stopped"), (False, 0.0, "took longer")])
def test_papers_that_are_to_stop_are_not_awaited(stop: bool, seconds: float, words: str) -> None:
    with pytest.raises(UnwrittenPapers, match=words):
        write_apart("html", PACK, stop=lambda: stop, seconds=seconds)


def test_a_writer_that_fails_is_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(UnwrittenPapers, match="could not be written as html: try another format"):
        write_apart("html", replace(PACK, title=7))  # type: ignore[arg-type]
    assert "Error" in caplog.text


def test_a_broken_template_is_told_and_the_papers_are_made_without_it() -> None:
    made = write_here(FUSSY, PACK, b"broken")
    assert (made.body, made.left_out) == (f"{PACK.title} on None".encode(), BROKEN)
    assert write_here(FUSSY, PACK, b"ours").body.endswith(b"on b'ours'")


def test_only_a_writer_that_reads_data_is_given_it_with_its_rows_made() -> None:
    asked = Table.asked("all", "All", DATA.columns, lambda: DATA.rows)
    pack = replace(PACK, sections=(replace(SECTION, data=(asked,)),))
    assert settled(pack, FUSSY).data == ()
    [(_, table)] = settled(pack, replace(FUSSY, reads_data=True)).data
    assert table.rows == tuple(DATA.rows)
