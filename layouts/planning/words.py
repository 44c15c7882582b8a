"""Knows how a long text is shown in short."""


def start_of(words: str, most: int) -> str:
    """The start of a long text, up to the end of a word."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"
