"""Knows the words of `outturn user`: what can be done with accounts, and what is said with it."""

import argparse
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

ROLES = "reader, analyst, chair or administrator; of one partnership alone as analyst:derby; none"
OF_ONE = {
    "add": "make an account; its password is shown once",
    "role": "let an account have these roles and no other",
    "disable": "let nobody sign in by an account, and end its sessions",
    "enable": "let an account sign in again",
    "reset": "show a new password once, to be changed at the next sign-in",
}


def user_parser(commands: "Parsers", run: Callable[[argparse.Namespace], int]) -> list[argparse.ArgumentParser]:
    """Add `user` with its actions, and return the parser of each."""
    parser = commands.add_parser("user", help="who may sign in, and what each may do")
    actions = parser.add_subparsers(required=True, metavar="ACTION", dest="action")
    made = list(_made(actions))
    for action in made:
        action.set_defaults(run=run)
    return made


def _made(actions: "Parsers") -> Iterator[argparse.ArgumentParser]:
    for action, words in OF_ONE.items():
        parser = actions.add_parser(action, help=words)
        parser.add_argument("name", metavar="NAME", help="that is typed to sign in")
        if action in ("add", "role"):
            _add_roles(parser)
        if action == "add":
            parser.add_argument("--shown", default="", metavar="NAME", help="what pages and the log call the person")
        yield parser
    listing = actions.add_parser("list", help="every account with its roles and when it was last seen")
    listing.add_argument("--json", action="store_true", dest="as_json")
    yield listing


def _add_roles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", action="append", required=True, dest="roles", metavar="ROLE", help=ROLES)
    parser.add_argument(
        "--partnership", action="append", default=[], dest="partnerships", metavar="SLUG", help="for which they hold"
    )
