"""Knows a line of a plan as its file or document says it, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An action, a risk, a meeting, a campaign, a priority, a ranked concern or a category of one's own."""

    what: str
    key: str
    fields: Mapping[str, str] = field(hash=False)

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")
