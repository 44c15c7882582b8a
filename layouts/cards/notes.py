"""Knows how the notes of a figure stand beside it: a mark is raised, a sentence stands under the figure."""

from collections.abc import Sequence

from dash import html

LONGEST_MARK = 8  # letters: “note 12”


def notes_beside(notes: Sequence[str]) -> tuple[list[html.Sup], list[html.Span]]:
    """The marks of *notes*, raised, and those that are sentences."""
    marks = [note for note in notes if len(note) <= LONGEST_MARK]
    said = [note for note in notes if len(note) > LONGEST_MARK]
    raised = [html.Sup(" ".join(marks))] if marks else []
    return raised, [html.Span(note, className="basis note-text") for note in said]
