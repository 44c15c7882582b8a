"""Knows the papers of a meeting: agenda, exceptions, what changed, each indicator, plan, localities, decisions, method.

They are made for a room: no small number and no private item stands in them, whoever asks. Those of a closed meeting
are made of what was frozen when it closed, so they say for good what the meeting saw.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.record import MeetingRecord, without_private
from dashboard.domain.snapshots.covering import public
from dashboard.domain.snapshots.reading import read
from dashboard.domain.snapshots.seen import Seen
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.made_up import is_invented
from dashboard.reports.meeting.addresses import meeting_address
from dashboard.reports.meeting.compared import now_of, since_slide
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.packs.meeting.method import method_section
from dashboard.reports.packs.meeting.said import agenda_section, decisions_section, meeting_place, undone_section
from dashboard.reports.packs.meeting.slides import measures_table, slide_section
from dashboard.reports.packs.pack import Pack, Section
from dashboard.reports.packs.pages.indicator import indicator_sections
from dashboard.reports.packs.pages.places import place_section
from dashboard.reports.packs.pages.plan import plan_sections
from dashboard.reports.packs.sections import sections_of
from dashboard.reports.packs.view import Made
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import Overview, overview
from dashboard.reports.pages.place import place
from dashboard.reports.pages.plan import plan
from dashboard.reports.pages.year_end import year_end

MOST_INDICATORS, MOST_PLACES = 24, 12
Said = Callable[[str], None]
EXCEPTIONS, CHANGED, INDICATORS = "What needs a word first", "Since the last meeting", "Indicator by indicator"
OF_A_PLACE = frozenset({"standings", "named", "hotspots", "actions"})  # priorities: where it has its own
PLAN, PLACES, WHOLE = "The plan", "Place by place", "All figures"


def pack_of_meeting(screens: Screens, view: MeetingView, made: Made, tell: Said = lambda _: None) -> Pack:
    """The papers of the meeting of *view*; *tell* is told each part as it is begun."""
    room = Screens(screens.desk.for_a_room(), screens.builders, screens.shows_street_places)
    view = as_in_a_room(view)
    meeting = view.meeting
    seen = None if meeting.is_open else _seen(room, meeting)
    parts = _open_parts(room, view, tell) if seen is None else _seen_parts(seen, view)
    return Pack(
        name=f"outturn-{meeting.partnership}-meeting-{meeting.number}",
        title=meeting.title,
        subtitle=f"{made.partnership} · {meeting_place(meeting)}",
        day=made.day,
        address=meeting_address(meeting.number),
        data_version=seen.data_version if seen else made.data_version,
        sections=_keyed((agenda_section(meeting), *parts, method_section())),
        brand=made.brand,
        is_made_up=is_invented(meeting.partnership),
    )


def as_in_a_room(view: MeetingView) -> MeetingView:
    """The meeting as everybody may know it, whoever asks."""
    return replace(view, meeting=without_private(view.meeting), book=replace(view.book, decisions=_public(view)))


def _public(view: MeetingView) -> tuple[MeetingDecision, ...]:
    hidden = {(at.number, item.number) for at in view.book.meetings for item in at.items if item.is_private}
    said = view.book.decisions
    return tuple(item for item in said if not item.is_private and (item.meeting, item.item) not in hidden)


def _seen(room: Screens, meeting: MeetingRecord) -> Seen | None:
    """What was frozen when *meeting* closed, as everybody may know it."""
    found = room.desk.ask(lambda store, _: store.snapshots(meeting.partnership))
    return next((public(read(item.text)) for item in found if item.meeting == meeting.number), None)


def _keyed(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Each with a key of its own: two that have the same are numbered; a long note is said once, by the first."""
    found: list[Section] = []
    said: set[str] = set()
    for section in sections:
        same = sum(item.key == section.key or item.key.startswith(f"{section.key}--") for item in found)
        notes = tuple(note for note in section.notes if note not in said)
        said.update(note for note in notes if not note[:1].isdigit())  # a numbered one belongs to its marks
        key = f"{section.key}--{same + 1}" if same else section.key
        found.append(replace(section, key=key, notes=notes))
    return tuple(found)


def _seen_parts(seen: Seen, view: MeetingView) -> Iterator[Section]:
    """Of a closed meeting: each item as it stood on the screen, what was decided, every figure of the view."""
    for item in seen.items:
        slide = item.slide if item.slide.title else replace(item.slide, title=item.words)
        yield slide_section(f"item-{item.number}", "As the meeting saw it", slide)
    yield from filter(None, (decisions_section(view), undone_section(view)))
    if seen.measures:
        title = f"Every figure of {seen.place}, as it stood on the day"
        tables = (measures_table(seen.measures),)
        notes = tuple(f"{name}: {value}" for name, value in seen.settings)
        yield Section(key="measures", part=WHOLE, title=title, place=seen.place, tables=tables, notes=notes)


def _open_parts(room: Screens, view: MeetingView, tell: Said) -> Iterator[Section]:
    """Of a meeting that is still to be held: everything as it stands now."""
    filters = room.desk.nearest(f"partnership={view.meeting.partnership}&{view.meeting.view}")[0]
    yield from filter(None, (undone_section(view),))
    tell(EXCEPTIONS)
    opening = room.desk.report(overview, filters)
    yield from _in(EXCEPTIONS, sections_of(opening))
    yield from _in(CHANGED, _changed(room, view))
    tell(INDICATORS)
    yield from _indicators(room, filters, opening)
    tell(PLAN)
    found = room.desk.report(plan, filters.with_(indicators=frozenset()))
    yield from _in(PLAN, plan_sections(found) if not found.empty else ())
    tell(PLACES)
    yield from _in(PLACES, _places(room, filters))
    tell(WHOLE)
    yield from _in(WHOLE, sections_of(room.desk.report(year_end, filters)))


def _in(part: str, sections: tuple[Section, ...] | Iterator[Section]) -> Iterator[Section]:
    for section in sections:
        yield replace(section, part=part)


def _changed(room: Screens, view: MeetingView) -> Iterator[Section]:
    """What changed since the last closed meeting of the same body."""
    before = view.book.before(view.meeting)
    seen = _seen(room, before) if before else None
    if before is None or seen is None:
        return
    compared = now_of(seen, room.now(seen, view.meeting.view))
    yield slide_section("since", CHANGED, since_slide(compared, f"/meeting/since?meeting={before.number}", most=40))


def _indicators(room: Screens, filters: Filters, opening: Overview) -> Iterator[Section]:
    """Each target in the order of the overview, exceptions first; without targets each measure."""
    for item in opening.tiles[:MOST_INDICATORS]:
        one = filters.with_(indicators=frozenset({item.indicator.slug}))
        for section in indicator_sections(room.desk.report(indicator_file, one)):
            yield replace(section, part=INDICATORS, key=f"{item.indicator.slug}-{section.key}")


def _places(room: Screens, filters: Filters) -> Iterator[Section]:
    """Each locality that has figures of its own."""
    if filters.area:
        return
    for key, _ in room.desk.partnership_choices(filters).areas[:MOST_PLACES]:
        found = room.desk.report(place, filters.with_(area=key))
        if found.figures or found.planned.actions:
            title = f"{found.area.name}: {found.title[:1].lower()}{found.title[1:]}"
            named = found.title if found.area.name in found.title else title
            section = place_section(found)
            own = tuple(table for table in section.tables if table.key in OF_A_PLACE or found.priorities)
            tables = tuple(table for table in own if table.key != "places")  # beside each other in their own chapter
            yield replace(section, key=f"place-{key}", title=named, tables=tables)
