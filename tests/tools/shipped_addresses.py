"""`python -m tests.tools.shipped_addresses --write`: adds today's addresses to the list of all ever shipped.

A line is an address with what stands for its arguments: `int`, `str`, the words of a choice (`yes|no`), or `heard`
for what only a message can answer; `?` marks what an address may lack. A line is never taken out.
"""

import sys
from enum import Enum
from pathlib import Path

from bot.dialogue.actions import HEARD, Action
from bot.dialogue.feature import Town
from handlers import FEATURES

LIST = Path(__file__).parents[2] / "handlers" / "shipped_addresses.txt"
OPTIONAL = "?"


def shape(action: Action[...]) -> str:
    """`ideas.support:int:int?`"""
    words = [_kind(parameter) for parameter in action.parameters]
    lacking = len(words) - action.optional
    return ":".join([action.name, *(word + OPTIONAL * (at >= lacking) for at, word in enumerate(words))])


def today() -> set[str]:
    return {shape(action) for action in Town(FEATURES).actions.values()}


def shipped() -> list[str]:
    return LIST.read_text(encoding="utf-8").split()


def examples(line: str) -> list[tuple[str, bool]]:
    """Addresses as they stood behind buttons, each with whether a message is its last argument.

    Every word of every choice, and without what may be lacking.
    """
    name, *kinds = line.split(":")
    heard = bool(kinds) and kinds[-1] == "heard"
    kinds = kinds[:-1] if heard else kinds
    needed = sum(not kind.endswith(OPTIONAL) for kind in kinds)
    words = [[_example(word) for word in kind.rstrip(OPTIONAL).split("|")] for kind in kinds]
    plain = [one[0] for one in words]
    found = {":".join([name, *plain[:length]]) for length in range(needed, len(plain) + 1)}
    for at, choices in enumerate(words):
        found |= {":".join([name, *plain[:at], choice, *plain[at + 1 :]]) for choice in choices}
    return [(address, heard) for address in sorted(found)]


def _kind(parameter: object) -> str:
    if isinstance(parameter, type) and issubclass(parameter, Enum):
        return "|".join(sorted(str(one.value) for one in parameter))
    if isinstance(parameter, type):
        return "heard" if parameter in HEARD and parameter is not str else parameter.__name__
    return "heard"


def _example(word: str) -> str:
    return "1" if word == "int" else word


def write() -> None:
    LIST.write_text("\n".join(sorted({*shipped(), *today()})) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        print("\n".join(sorted(today() - set(shipped()))))
