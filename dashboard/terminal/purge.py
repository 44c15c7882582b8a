"""Knows what `outturn purge` does: says what would go, asks, erases, and takes the bytes from the disk."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import Engine

from dashboard.domain.access.retention import KeepRule, LoadedFile, rule_of
from dashboard.domain.errors import RefusedErasure
from dashboard.domain.wording import listed, plural
from dashboard.terminal.who import user_name
from data.keeping.erasing import Because, Loss, erase, look
from data.keeping.finishing import copies_of, finish_erasing
from data.keeping.retention import due_files, files, months_of, rules
from data.originals.places import Address

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
FOR_GOOD = "What other files say of the same places becomes what is published. Nothing brings the rest back."
ASK = "Erase this for good? [y/N] "


def purge_command(engine: Engine, originals: Address, asked: argparse.Namespace) -> int:
    """Erase what is asked for; 0 done or nothing due, 1 refused or not finished, 2 nobody to be asked."""
    now = datetime.now(UTC)
    wanted = _wanted(engine, asked, now.date())
    losses = look(engine, wanted, now) if wanted else ()
    if losses and not asked.yes:
        print("\n".join(told(losses)), file=sys.stderr)
        if not sys.stdin.isatty():
            print("Nothing was erased: nobody is there to be asked. Say --yes to erase it.", file=sys.stderr)
            return WRONG_USAGE
        if input(ASK).strip().lower() not in ("y", "yes"):
            print("Nothing was erased.", file=sys.stderr)
            return DONE
    erased = _erase(engine, wanted, now) if losses else []
    return _end(engine, originals, erased, asked)


def _wanted(engine: Engine, asked: argparse.Namespace, today: date) -> dict[int, str]:
    """The numbers of the files to erase, each with the reason; raises RefusedErasure where none is given."""
    known, found = rules(engine), dict[int, str]()
    if asked.due:
        found |= {file.number: asked.because or _rule(file, known) for _, file in due_files(engine, today)}
    named = set(asked.files)
    if asked.source:
        of_source = {file.number for file in files(engine) if file.source.casefold() == asked.source.casefold()}
        if not of_source:
            raise RefusedErasure(f"No file was loaded from “{asked.source}”, or each was erased.")
        named |= of_source
    if named and not asked.because.strip():
        raise RefusedErasure("Say why with --because: it stands in the place of what is erased.")
    return found | dict.fromkeys(named, asked.because.strip())


def _rule(file: LoadedFile, known: Sequence[KeepRule]) -> str:
    rule = rule_of(file, known)
    return f"files of this {rule.about} are kept {months_of(rule.months)}" if rule else ""


def _erase(engine: Engine, wanted: Mapping[int, str], now: datetime) -> list[Loss]:
    """Erase the files of each reason together; the same bytes once."""
    erased: list[Loss] = []
    for reason in dict.fromkeys(wanted.values()):
        gone = {number for loss in erased for number in loss.numbers}
        numbers = {number for number, why in wanted.items() if why == reason} - gone
        erased += erase(engine, numbers, Because(user_name(), reason), now) if numbers else ()
    return erased


def told(losses: Sequence[Loss]) -> list[str]:
    """What would go, a line for each file."""
    return [*map(_line, losses), FOR_GOOD]


def _line(loss: Loss) -> str:
    own = loss.own
    parts = [
        plural(len(own.figures), "figure") if own.figures else "",
        plural(own.indicators, "indicator") if own.indicators else "",
        plural(own.areas, "area") if own.areas else "",
        f"{plural(own.lines, 'line')} of a plan" if own.lines else "",
        listed(loss.months),
        plural(loss.incidents, "incident") if loss.incidents else "",
        f"{plural(loss.areas.lines, 'line')} on areas" if loss.areas.lines else "",
        f"stop and search of {listed(loss.areas.searches)}" if loss.areas.searches else "",
        plural(loss.rejected, "rejected row") if loss.rejected else "",
        "the kept file",
    ]
    whose = f" of {listed(sorted(own.partnerships))}" if own.partnerships else ""
    need = f"{plural(own.stay, 'name')} that other files need {'stays' if own.stay == 1 else 'stay'}"
    stay = f" ({need})" if own.stay else ""
    numbers = listed([str(number) for number in loss.numbers])
    named = f"{'File' if len(loss.numbers) == 1 else 'Files'} {numbers}, {loss.name}"
    return f"{named}: {listed([*filter(None, parts)])}{whose}{stay}."


def _end(engine: Engine, originals: Address, erased: Sequence[Loss], asked: argparse.Namespace) -> int:
    """Take the bytes from the disk, also those that an earlier run could not, and say what was done."""
    faults, copies = finish_erasing(engine, originals), [str(path) for path in copies_of(engine)]
    if asked.as_json:
        print(json.dumps({"erased": list(map(_as_json, erased)), "unfinished": faults, "copies": copies}, indent=1))
    elif erased:
        print("\n".join(f"Erased: {_line(loss)}" for loss in erased))
    else:
        print("Nothing is due." if asked.due else "Nothing was asked for: say --due, --file N or --source NAME.")
    for fault in faults:
        print(fault, file=sys.stderr)
    if erased and copies:
        print(f"Copies that upgrades kept still hold it: {listed(copies)}. Erase them yourself.", file=sys.stderr)
    return REFUSED if faults else DONE


def _as_json(loss: Loss) -> dict[str, object]:
    own = loss.own
    said = {
        "figures": len(own.figures),
        "indicators": own.indicators,
        "areas": own.areas,
        "lines": own.lines,
        "rejected": loss.rejected,
    }
    said |= {"area_lines": loss.areas.lines, "incidents": loss.incidents}
    names = {
        "months": list(loss.months),
        "searches": list(loss.areas.searches),
        "partnerships": sorted(own.partnerships),
    }
    return {"files": list(loss.numbers), "name": loss.name, "sha256": loss.sha256, **said, **names}
