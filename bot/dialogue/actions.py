"""Action: what people can do, and the buttons that lead back to it.

`support.button(t.support, idea.id, 1)` is a button whose address is `ideas.support:27:1`; pressing it calls
`support(context, 27, 1)`. It carries what is wished (on, off, how many), so that pressing twice is pressing once;
what an address from an old chat lacks, the handler has a default for, and a name that is gone is another one's alias
(`handlers/shipped_addresses.txt` lists what was ever shipped). An open question is the same address kept for
the next message. What a button carries is user input: rules are checked in the handler, when it is pressed.
"""

import inspect
import types
import typing
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, Concatenate, Generic, ParamSpec

from bot.dialogue.context import Context
from bot.dialogue.incoming import Location, Paper, Photo, Voice
from bot.i18n.texts import Text
from bot.identity.roles import EVERYONE, Audience
from bot.outbox.message import ADDRESS_LIMIT, Button

P = ParamSpec("P")

HEARD = (str, Photo, Voice, Location, Paper)
LARGEST = 10**15  # a moment in ms has 13 digits; beyond 2**63 both databases break


class UnknownAddress(Exception):
    """The address leads nowhere (any more), or its arguments do not read."""


@dataclass(frozen=True)
class Action(Generic[P]):
    """A handler with an address."""

    handler: Callable[Concatenate[Context, P], Awaitable[None]]
    who: Audience
    command: str | None
    # Its buttons mean the same wherever the person is now; all others belong to the place they were shown in.
    anywhere: bool = False
    # What it was called before, as `feature.function`: buttons in old chats still say so.
    aliases: tuple[str, ...] = ()
    # The log does not say that it was used: even that is nobody else's.
    private: bool = False

    @property
    def logged(self) -> str:
        """As the log calls it."""
        return "in private" if self.private else self.name

    @property
    def name(self) -> str:
        """`ideas.support`: the folder of the feature and the function."""
        return f"{self.feature}.{self.handler.__name__}"

    @property
    def feature(self) -> str:
        parts = self.handler.__module__.split(".")
        return parts[1] if parts[0] == "handlers" else parts[-1]

    def button(self, label: Text, *args: P.args, **kwargs: P.kwargs) -> Button:
        return Button(label, self.address(*args, **kwargs))

    def address(self, *args: P.args, **kwargs: P.kwargs) -> str:
        """Raises ValueError when it would not fit behind a button."""
        if kwargs:
            raise ValueError(f"{self.name}: an address has no named arguments")
        return self.partial_address(*args)

    def partial_address(self, *args: object) -> str:
        """For a question: the last argument is what the person will answer."""
        return address_of(self.name, *args)

    @cached_property
    def parameters(self) -> tuple[Any, ...]:
        """The annotations after the context."""
        hints = typing.get_type_hints(self.handler)
        names = list(inspect.signature(self.handler).parameters)[1:]
        return tuple(hints[name] for name in names)

    @cached_property
    def optional(self) -> int:
        """How many of the last arguments an address may lack."""
        named = list(inspect.signature(self.handler).parameters.values())[1:]
        return sum(one.default is not inspect.Parameter.empty for one in named)

    @cached_property
    def hears(self) -> tuple[type, ...]:
        """What kinds of message answer this action's question, from its last annotation."""
        if not self.parameters:
            return ()
        last = self.parameters[-1]
        kinds = typing.get_args(last) if isinstance(last, types.UnionType) else (last,)
        return tuple(kind for kind in kinds if kind in HEARD)

    def read(self, words: list[str], heard: object = None) -> list[object]:
        """The arguments of an address, as annotated, and what was heard as the last. Raises UnknownAddress."""
        parameters = self.parameters if heard is None else self.parameters[:-1]
        if not len(parameters) - self.optional <= len(words) <= len(parameters):
            raise UnknownAddress(self.name)
        try:
            arguments: list[object] = [_argument(kind, word) for kind, word in zip(parameters, words, strict=False)]
        except (TypeError, ValueError) as error:
            raise UnknownAddress(self.name) from error
        return arguments if heard is None else [*arguments, heard]

    async def __call__(self, context: Context, *args: P.args, **kwargs: P.kwargs) -> None:
        await self.handler(context, *args, **kwargs)


def address_of(name: str, *args: object) -> str:
    """Raises ValueError when it would not fit behind a button."""
    address = ":".join([name, *(str(arg.value if isinstance(arg, Enum) else arg) for arg in args)])
    if len(address.encode()) > ADDRESS_LIMIT:
        raise ValueError(f"{address!r} is longer than {ADDRESS_LIMIT} bytes")
    return address


def _argument(kind: Any, word: str) -> object:
    """Raises ValueError, also for a number that no column could hold."""
    value: object = kind(word)
    if isinstance(value, int) and abs(value) > LARGEST:
        raise ValueError(word)
    return value


def action(
    who: Audience = EVERYONE,
    command: str | None = None,
    *,
    anywhere: bool = False,
    aliases: tuple[str, ...] = (),
    private: bool = False,
) -> Callable[[Callable[Concatenate[Context, P], Awaitable[None]]], Action[P]]:
    """Makes a handler reachable: by its buttons and questions, and by `/command` when it has one."""

    def decorate(handler: Callable[Concatenate[Context, P], Awaitable[None]]) -> Action[P]:
        return Action(handler, who, command, anywhere, aliases, private)

    return decorate
