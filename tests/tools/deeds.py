"""Every deed of a furnished town that changes something: found by pressing all there is, each press undone again."""

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from enum import Enum

from bot.dialogue.actions import Action
from bot.dialogue.feature import Town
from tests.tools.two_chats import Deed, Somebody, TwoChats

TYPED = ("2", "Something new")  # what answers a question: a number, and words
IDS = (1, 2, 3)
MADE_UP = 12  # addresses of one action that are made up


async def deeds_of(chats: TwoChats, one: Somebody, each: int, most: int, chance: random.Random) -> list[Deed]:
    """What changes something when she does it: of each action as many as `each`, of all she tries at most `most`."""
    town = chats.street.bot.town
    waiting = [Deed(address) for address in await chats.seen_by(one)]
    waiting += [Deed(f"/{command}") for command in town.commands] + [Deed(f"/{number}") for number in IDS]
    chance.shuffle(waiting)
    tried: Counter[tuple[str, bool]] = Counter()
    seen: set[Deed] = set()
    found: list[Deed] = []
    made_up = iter(_made_up(town))
    while tried.total() < most:
        deed = waiting.pop(0) if waiting else next(made_up, None)
        if deed is None:
            break
        if deed in seen or tried[deed.action, bool(deed.words)] >= each:
            continue
        seen.add(deed)
        tried[deed.action, bool(deed.words)] += 1
        came = await chats.tries(one, deed)
        waiting += [Deed(address) for address in came.buttons]
        if came.question and not deed.words:
            waiting += [Deed(came.question, words) for words in TYPED]
        if came.changed:
            found.append(deed)
    return found


def _made_up(town: Town) -> Iterator[Deed]:
    for action in town.actions.values():
        yield from itertools.islice(_addresses(action), MADE_UP)


def _addresses(action: Action[...]) -> Iterator[Deed]:
    parameters = action.parameters[:-1] if action.hears else action.parameters
    for values in itertools.product(*map(_values, parameters)):
        address = action.partial_address(*values)
        if not action.hears:
            yield Deed(address)
        elif str in action.hears:
            yield from (Deed(address, words) for words in TYPED)


def _values(kind: object) -> list[object]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    return list(IDS) if kind is int else ["one"]
