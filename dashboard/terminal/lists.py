"""Knows `outturn lists`: the incident lists of every partnership, one withdrawn or put back; and its words."""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.domain.incidents.lists import IncidentList

Opened = Callable[[argparse.Namespace], "Engine"]
DONE = 0


def lists_parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", opened: Opened
) -> argparse.ArgumentParser:
    """The parser of `outturn lists`, on the database that is *opened*."""
    listing = commands.add_parser("lists", help="name the incident lists; withdraw one, or put it back")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--withdraw", type=int, metavar="N", help="what stood before it counts again")
    which.add_argument("--restore", type=int, metavar="N", help="put back one that was withdrawn")
    which.add_argument("--offences", metavar="PARTNERSHIP", help="its offences, each with its crime type")
    listing.add_argument(
        "--is", action="append", default=[], dest="types", metavar="OFFENCE=TYPE", help="with --offences: what one is"
    )
    listing.add_argument("--json", action="store_true", dest="as_json", help="the lists as JSON")
    listing.set_defaults(run=lambda asked: _lists(opened(asked), asked))
    return listing


def _lists(engine: "Engine", asked: argparse.Namespace) -> int:
    """Do what is asked, then name every list."""
    from datetime import UTC, datetime

    from dashboard.terminal.who import user_name
    from data.incidents.standing import move
    from data.store import SqlStore

    if asked.offences is not None:
        return _offences(engine, asked)
    number = asked.withdraw if asked.withdraw is not None else asked.restore
    if number is not None:
        standing = asked.restore is not None
        move(engine, number, standing=standing, who=user_name(), moment=datetime.now(UTC))
    store = SqlStore(engine)
    found = [(home.name, item) for home in store.partnerships() for item in store.incident_lists(home.slug)]
    if asked.as_json:
        print(json.dumps([_as_json(home, item) for home, item in found], indent=1))
    else:
        print("\n".join(_line(home, item) for home, item in found) or "No incident list is loaded.")
    return DONE


def _offences(engine: "Engine", asked: argparse.Namespace) -> int:
    """Say what offences are, then name every one with its crime type."""
    from datetime import UTC, datetime

    from dashboard.domain.wording import so_many
    from dashboard.terminal.who import user_name
    from data.incidents.typing import NONE, say_types
    from data.names import slug
    from data.store import SqlStore

    home = slug(asked.offences)
    if said := [item.rpartition("=") for item in asked.types]:
        types = {words: crime for words, _, crime in said}
        say_types(engine, home, types, user_name(), datetime.now(UTC))
    found = SqlStore(engine).offence_types(home)
    rows = [{"offence": item.words, "type": item.crime or NONE, "incidents": item.incidents} for item in found]
    lines = [f"{item.words}: {item.crime or NONE} ({so_many(item.incidents, 'incident')})" for item in found]
    print(json.dumps(rows, indent=1) if asked.as_json else "\n".join(lines) or "No incident list is loaded.")
    return DONE


def _line(home: str, item: "IncidentList") -> str:
    from dashboard.domain.periods.months import month_text
    from dashboard.domain.wording import so_many

    state = "" if item.is_standing else ", withdrawn"
    months = f"{month_text(item.first)} to {month_text(item.last)}"
    return f"{item.number}  {home}: {item.file}, {so_many(item.incidents, 'incident')}, {months}{state}"


def _as_json(home: str, item: "IncidentList") -> dict[str, object]:
    from dashboard.domain.periods.months import month_text

    said = {"first": month_text(item.first), "last": month_text(item.last), "incidents": item.incidents}
    return {"number": item.number, "partnership": home, "file": item.file, **said, "stands": item.is_standing}
