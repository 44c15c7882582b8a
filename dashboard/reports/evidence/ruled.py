"""Knows what the page of settings says of a partnership's small numbers: its rules, and whom a rule can be about."""

from dataclasses import dataclass

from dashboard.domain.disclosure.covers import Preview
from dashboard.domain.disclosure.deciding import OF_INDICATOR, OF_SOURCE, WHOLE, About, KeptRule, Proposal
from dashboard.domain.records import Indicator

EVERYTHING = "All of its own figures"


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rules of one partnership, and what one that is proposed would do."""

    partnership: str
    name: str
    rules: tuple[KeptRule, ...]
    indicators: tuple[Indicator, ...]
    sources: tuple[str, ...]
    proposal: Proposal | None = None
    preview: Preview | None = None
    shows_repeats: bool = True

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """Whom a rule can be about: the value of a form's choice, and its words."""
        sources = ((f"{OF_SOURCE}{name}", f"Figures from {name}") for name in self.sources)
        indicators = ((f"{OF_INDICATOR}{item.id}", item.name) for item in self.indicators)
        return ((WHOLE, EVERYTHING), *sources, *indicators)

    def said_of(self, about: About) -> str:
        """Whom a rule is about, in words."""
        if about.source:
            return f"Figures from {about.source}"
        names = {item.id: item.name for item in self.indicators}
        return names.get(about.indicator, about.indicator) if about.indicator else EVERYTHING
