"""Knows every error the product raises on purpose, as one tree.

OutturnError
├── UnreadableValue      a cell that is neither a number, a reason nor a rule
├── UnreadablePeriod     words that name no period, or name two
├── UnknownFilter        an address that asks for something the data does not have
├── UnknownPage          a page or format that the product does not offer
├── MissingFigure        a figure that an example is made of is not loaded
├── PublishedFault       the CSVs of the published documents contradict themselves
├── AlreadyFrozen        what a meeting saw is frozen, and not written over
├── RefusedBackup        a backup that cannot be made, or a file that is none and is not restored
├── RefusedAccount       an account, role or password that cannot be taken
├── RefusedDecision      a decision on control limits without what it needs, or of nothing
├── RefusedEntry         a form without what it needs, field by field
├── RefusedErasure       a file that is not erased, or not yet
├── TemplateFault        a template of slides that cannot be used; the papers are made without it
├── UnwrittenPapers      papers that could not be written, or not now
├── WrittenMeanwhile     somebody else wrote the same first: what they wrote is shown
├── RefusedFile          a file that is not taken in: what it is, and the mend
│   ├── OriginalsAway    the store of loaded files does not answer: later it may
│   └── TooManyLoads     one more than may be under way: it can be handed in later
└── SettingsFault        an environment the product cannot start with
"""


class OutturnError(Exception):
    """A fault we can name; its text is one sentence a reader can act on."""


class UnreadableValue(OutturnError):
    """A cell's text is refused rather than guessed at."""


class UnreadablePeriod(OutturnError):
    """A period's text is refused rather than guessed at."""


class UnknownFilter(OutturnError):
    """A filter names something that is not there."""


class UnknownPage(OutturnError):
    """A page or export format that does not exist."""


class MissingFigure(OutturnError):
    """A method's example cannot be worked out from what is loaded."""


class PublishedFault(OutturnError):
    """The published CSVs cannot be loaded; every fault is listed at once."""


class SettingsFault(OutturnError):
    """A setting is missing or cannot be used."""


class AlreadyFrozen(OutturnError):
    """What a meeting saw was frozen before; it stays."""


class TemplateFault(OutturnError):
    """A partnership's own template of slides is none, is broken, or lacks what papers need."""


class UnwrittenPapers(OutturnError):
    """Whatever writes papers ended without them, was stopped, or is busy with those of others."""


class RefusedAccount(OutturnError):
    """An account is not made or changed so; nothing of it is kept."""


class RefusedBackup(OutturnError):
    """A backup is not made or not restored; everything is as it was."""


class RefusedDecision(OutturnError):
    """A decision on control limits is not kept; every fault is told with the field that mends it."""

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        super().__init__(" ".join(words for _, words in faults))
        self.faults = faults  # field and sentence


class RefusedEntry(RefusedDecision):
    """What was typed into a form cannot be taken; every fault is told with the field that mends it."""


class WrittenMeanwhile(OutturnError):
    """What a form would change was changed by somebody else since it was opened; nothing is lost."""

    def __init__(self, words: str, who: str, moment: str) -> None:
        super().__init__("Somebody else changed this since you opened it.")
        self.words, self.who, self.moment = words, who, moment  # of what they wrote; the moment ISO, UTC


class RefusedFile(OutturnError):
    """A file is not what its kind must be; nothing of it is loaded."""


class TooManyLoads(RefusedFile):
    """More is under way, or waits to be confirmed, than may be: this can be handed in later."""


class OriginalsAway(RefusedFile):
    """The store of loaded files does not answer: nothing is kept in it, and nothing read from it."""


class RefusedErasure(OutturnError):
    """A file is not erased: it cannot be, or something is not said."""
