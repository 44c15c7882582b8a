"""A store that asks another each question once, so that thousands of views can be walked in seconds."""

from collections.abc import Callable
from typing import Any, cast

from dashboard.questions.store import Store


class RememberedStore:
    """Hands out the first answer to each question again; answers are frozen."""

    def __init__(self, behind: Store) -> None:
        self._behind = behind
        self._answers: dict[tuple[object, ...], Any] = {}

    def __getattr__(self, question: str) -> Callable[..., Any]:
        ask = getattr(self._behind, question)

        def answer(*details: object) -> Any:  # noqa: ANN401 - whatever the store answers
            key = (question, *details)
            if key not in self._answers:
                self._answers[key] = ask(*details)
            return self._answers[key]

        return answer


def remembered(behind: Store) -> Store:
    return cast(Store, RememberedStore(behind))
