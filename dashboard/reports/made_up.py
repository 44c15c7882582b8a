"""Knows the made-up county: which partnership it is, and what every page of it says."""

INVENTED = "sampleshire"
INVENTED_SOURCE = "Sampleshire, an invented county"  # as the log of loads names where its files are from
INVENTED_WEIGHTS = "Invented weights of Sampleshire"  # which weigh nothing but its own crime
INVENTED_WORDS = "Sampleshire is an invented county: its places, incidents and targets are made up to show the product."


def is_invented(partnership: str) -> bool:
    return partnership == INVENTED
