"""What was seen is written as one text and comes back the same, from older and newer products too."""

import json

from dashboard.domain.snapshots.canonical import canonical
from dashboard.domain.snapshots.reading import plain, read, written
from dashboard.domain.snapshots.seen import Seen, SeenItem
from dashboard.domain.snapshots.slides import Slide
from tests.domain.snapshots.typed import SEEN


def test_what_was_seen_comes_back_as_it_was() -> None:
    assert read(written(SEEN)) == SEEN
    assert written(read(written(SEEN))) == written(SEEN)


def test_what_a_newer_product_added_is_passed_over_and_what_an_older_one_lacks_is_empty() -> None:
    given = json.loads(written(SEEN))
    given["mood"] = {"of": ["the meeting"]}
    given["items"][0]["slide"]["colour"] = "red"
    del given["settings"], given["items"][0]["slide"]["diagram"]
    found = read(canonical(given))
    assert found.settings == ()
    assert found.items[0].slide.diagram is None
    assert found.items[0].said == SEEN.items[0].said


def test_words_that_read_like_something_else_stay_words() -> None:
    for words in ('{"a":1}', "</script>", "\u202etfel", "=1+1", "\U0001f600" * 20, "x" * 10_000, "null", ""):
        seen = Seen(meeting=words, items=(SeenItem(words=words, slide=Slide(title=words)),))
        assert read(written(seen)) == seen


def test_a_text_that_is_no_meeting_reads_as_an_empty_one() -> None:
    assert read("[]") == Seen()
    assert plain(Slide())["diagram"] is None  # type: ignore[index,call-overload]
