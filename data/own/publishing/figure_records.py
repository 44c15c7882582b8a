"""Knows the values of a figure's row in a release, and of a row that withdraws one."""

from data.documents.records import stored
from data.own.published_now import Key, PublishedFigure
from data.own.reading.entering import WITHDRAWN as WITHDRAWN_ENTRY
from data.own.reading.readings import Read
from data.tables import own as tables


def figure_record(item: Read) -> dict[str, object]:
    said = item.said
    what = {"partnership": item.home.slug, "what": item.what, "indicator": item.indicator.id, "area": item.area}
    place = {
        "file": item.file,
        "sheet": said["sheet"],
        "cell": said["cell"],
        "arrival": item.arrival,
        "gone": _fate(item),
    }
    text = {"text": said["text"], "note": said["note"], "covers_to": said["covers_to"], "period": item.period.slug}
    days = {"event_days": item.event_days}
    return what | place | text | days | stored(item.value) | dict(zip(tables.COUNTS, item.counts, strict=True))


def _fate(item: Read) -> int:
    """A withdrawn correction lets the printed figure stand again; a figure that moved leaves nothing."""
    if item.gone == WITHDRAWN_ENTRY:
        return tables.BENEATH
    return tables.GONE if item.gone else tables.PRESENT


def tombstone(key: Key, item: PublishedFigure, arrival: int) -> dict[str, object]:
    names = dict(zip(("what", "indicator", "area", "period"), key, strict=True))
    place = {"file": item.file, "sheet": "", "cell": "", "text": "", "note": "", "covers_to": "", "event_days": ""}
    nothing = stored(None) | dict.fromkeys(tables.COUNTS)
    return names | {"partnership": item.partnership, "arrival": arrival, "gone": 1} | place | nothing
