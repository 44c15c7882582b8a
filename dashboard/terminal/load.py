"""Knows the conversation of `outturn load`: a bar while reading, what will change, a question, the summary."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.errors import RefusedFile
from dashboard.reports.street.incomplete import why
from dashboard.terminal.indicator_table import indicator_table
from dashboard.terminal.plan_lines import line_of_plan, plan_lines
from dashboard.terminal.who import user_name
from data.intake.pipeline import FileSummary, Summary, Wish, load_files
from data.intake.reader import Reader
from data.originals.places import Address, at, keep_again
from data.sources.first_look import name_of
from data.sources.rejections import RULES
from data.sources.words import shown
from data.street import doubting
from data.street.unreleased import stays_loaded

LOADED, REFUSED, WRONG_USAGE = 0, 1, 2
ASK = "Load this? [y/N] "
MOST_LISTED = 12
MOST_CHANGES = 40
MOST_QUOTED = 5  # rejected rows of a file


def load(engine: Engine, originals: Address, asked: Namespace, reader: Reader | None = None) -> int:
    """Load the files *asked* for and keep them; return 0 loaded or nothing new, 1 refused, 2 nobody to be asked."""
    talk = _Talk(asked)
    wish = Wish(
        datetime.now(UTC),
        asked.source,
        who=user_name(),
        partnership=asked.partnership,
        withdraw=asked.withdraw,
        answers=_answers(asked.answers),
        agree=lambda summary: talk.agree(summary) and _keep(asked.files, summary, originals),
        looks_first=not asked.yes,
        waiting=talk.waiting,
        progress=talk.progress,
        period=asked.period,
    )
    summary = load_files(engine, asked.files, wish, reader)
    if not (summary.loaded or summary.refused or summary.changes_anything):
        keep_again(engine, list(dict.fromkeys(asked.files)), summary.files, originals)
    talk.end(summary)
    if summary.refused or summary.questions:
        return REFUSED
    return WRONG_USAGE if talk.unasked else LOADED


def _answers(given: Sequence[str]) -> dict[str, dict[str, str]]:
    """The answers of the command line by indicator; raises RefusedFile for what is none."""
    found: dict[str, dict[str, str]] = {}
    for text in given:
        said, equals, value = text.rpartition("=")
        about, _, column = said.rpartition(":")
        if not (equals and column.strip() and value.strip()):
            raise RefusedFile(f'“{shown(text)}” is no answer: say --answer "Burglary: combines=sum".')
        found.setdefault(about.strip(), {})[column.strip()] = value.strip()
    return found


def undo_newest(engine: Engine, *, ask: bool) -> int:
    """Move the pointer back by one load; return 0 undone, 1 refused, 2 nobody to be asked."""
    from data.own.history import moves
    from data.own.publishing.release import undo

    newest = next((item for item in moves(engine) if item.is_current), None)
    stays = stays_loaded(engine, newest.moment if newest else "")
    if newest is None:
        said = f"There is nothing to undo: no figures of your own are published. {stays}".strip()
        print(said, file=sys.stderr)
        return REFUSED
    said = f"{newest.why}, {newest.moment[:16]} UTC, {_number(newest.figures, 'figure')}"
    if stays:
        print(stays, file=sys.stderr)
    if ask and not sys.stdin.isatty():
        print(f"Nothing was undone: nobody is there to be asked. Say --yes to undo: {said}.", file=sys.stderr)
        return WRONG_USAGE
    if ask and input(f"Undo: {said}? [y/N] ").strip().lower() not in ("y", "yes"):
        print("Nothing was undone.", file=sys.stderr)
        return LOADED
    undo(engine, newest.release, datetime.now(UTC), user_name())
    print(f"Undone: {said}.")
    return LOADED


def accept(engine: Engine, asked: Namespace) -> int:
    """Let a month that looks incomplete count, or not any more; raises RefusedFile where none is named."""
    month = doubting.named(engine, asked.force, asked.month, asked.crime)
    said = doubting.Said(not asked.take_back, asked.because, user_name())
    doubting.say(engine, month, said, datetime.now(UTC))
    print(f"{'Left out again' if asked.take_back else 'Accepted by ' + said.who}: {why(month)}")
    return LOADED


def _keep(files: Sequence[Path], summary: Summary, originals: Address) -> bool:
    """Keep the files before their figures count, and agree; raises RefusedFile, for which nothing is loaded."""
    for path, item in zip(dict.fromkeys(files), summary.files, strict=True):
        at(originals).keep(path, item.sha256)
    return True


class _Talk:
    """What is said on the terminal; with --json only the summary goes to standard output."""

    def __init__(self, asked: Namespace) -> None:
        self._asked = asked
        self._bar = sys.stderr.isatty()
        self.unasked = False
        self._declined = False

    def progress(self, name: str, rows: int) -> None:
        if self._bar:
            print(f"\r\033[K{rows:>12,} rows  {name[:60]}", end="", file=sys.stderr, flush=True)

    def waiting(self) -> None:
        if self._bar:
            print("\r\033[K  waiting for another load to be written", end="", file=sys.stderr, flush=True)

    def agree(self, summary: Summary) -> bool:
        """Show what would change and ask; without a terminal only --yes agrees."""
        if self._asked.yes:
            return True
        self._clear()
        print("\n".join(described(summary)), file=sys.stderr)
        if not sys.stdin.isatty():
            self.unasked = True
            return False
        self._declined = input(ASK).strip().lower() not in ("y", "yes")
        return not self._declined

    def end(self, summary: Summary) -> None:
        self._clear()
        if self._asked.as_json:
            print(json.dumps(as_json(summary), ensure_ascii=False, indent=1))
        elif self._asked.yes or summary.refused or summary.questions or not (self.unasked or self._declined):
            print("\n".join(described(summary)))
        for sentence in summary.refused:
            print(f"Nothing was loaded. {sentence}", file=sys.stderr)
        for question in summary.questions:
            print(f"Nothing was loaded. {question.words} {question.told}", file=sys.stderr)
        if self.unasked:
            print("Nothing was loaded: nobody is there to be asked. Say --yes to load.", file=sys.stderr)
        if self._declined:
            print("Nothing was loaded.", file=sys.stderr)

    def _clear(self) -> None:
        if self._bar:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def as_json(summary: Summary) -> dict[str, object]:
    """The summary by the contract of the command."""
    figures = summary.figures
    found: dict[str, Sequence[object]] = {
        "incomplete": summary.incomplete,
        "new_partnerships": figures.partnerships,
        "new_areas": figures.areas,
        "plan": [line_of_plan(item) for item in figures.plan],
    }
    return {
        "loaded": summary.loaded,
        "rows": summary.rows,
        "rejected": sum(item.rejected for item in summary.files),
        "refused": summary.refused,
        "questions": [asdict(replace(item, columns=())) for item in summary.questions],
        "indicators": [asdict(item) for item in figures.described],
        "files": [asdict(item) for item in summary.files],
        **{name: list(words) for name, words in found.items() if words},
    }


def described(summary: Summary) -> list[str]:
    """One line a file, then what has to be known; many alike are counted."""
    lines = [_line(item) for item in summary.files]
    if len(lines) > MOST_LISTED:
        lines = [*lines[:MOST_LISTED], f"… and {len(lines) - MOST_LISTED} more files"]
    said = [f"  {item.name}: {words}" for item in summary.files for words in (*item.said, *_rejected(item))]
    if len(said) > MOST_LISTED:
        said = [*said[:MOST_LISTED], f"  … and {len(said) - MOST_LISTED} more remarks, on the Data page"]
    said += [f"  {words}" for words in summary.incomplete]
    said += _figures(summary)
    total = f"{_number(summary.rows, 'row')} in {_number(len(summary.files), 'file')}."
    return [*lines, *said, *([] if summary.refused else [total])]


def _figures(summary: Summary) -> list[str]:
    """What the load does to indicator figures, the most telling first."""
    found = summary.figures
    told = [f"  New partnership: {name}" for name in found.partnerships]
    told += [f"  New area: {name}" for name in found.areas] + [f"  New indicator: {name}" for name in found.indicators]
    told += [f"  {words}" for words in found.still_parts]
    told += [f"  Not judged, no polarity declared: {name}" for name in found.unjudged]
    told += [f"  {words}" for words in found.declared]
    told += indicator_table(found.described)
    for item in found.changes[:MOST_CHANGES]:
        before = f"{item.before} → " if item.before else ""
        named = f"{item.indicator}, {item.area}, {item.period} {item.what}"
        told.append(f"  {item.kind}: {named}: {before}{item.now or '–'}")
    rest = len(found.changes) - MOST_CHANGES
    told += [f"  … and {rest:,} more figures"] if rest > 0 else []
    told += plan_lines(found)
    return told + ([f"  {_number(found.same, 'figure')} the same as published"] if found.same else [])


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def _line(item: FileSummary) -> str:
    kind = name_of(item.kind, "nothing new")
    return f"{item.name}: {kind}, {_number(item.rows, 'row')}" if item.kind else f"{item.name}: nothing new"


def _rejected(item: FileSummary) -> list[str]:
    said = [f"{_number(count, 'row')} rejected: a row {RULES.get(rule, rule)}." for rule, count in item.rules.items()]
    return said + [f"line {row['line']}: {row['text']}" for row in item.kept[:MOST_QUOTED]]
