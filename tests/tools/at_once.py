"""Several people press in the same moment, at Telegram: all are on their way before the bot looks at any."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.neighbour import OnTelegram
from tests.street import Street


@dataclass(frozen=True)
class Heard:
    """What somebody saw before; `since` is what she sees and was told over the chat besides."""

    one: OnTelegram
    screen: frozenset[str]
    toasts: int

    async def since(self) -> str:
        new = [shown for shown in await screen_of(self.one) if shown not in self.screen]
        return "\n".join([*new, *(await self.one.toasts())[self.toasts :]])


async def listening(people: Sequence[OnTelegram]) -> list[Heard]:
    return [Heard(one, frozenset(await screen_of(one)), len(await one.toasts())) for one in people]


async def at_once(street: Street, presses: Sequence[tuple[OnTelegram, str]]) -> list[str]:
    """What each of them heard of it."""
    before = await listening([one for one, _ in presses])
    for one, address in presses:
        one.person.taps(one.person.chat.messages[(await one.last()).id], address)
    await street.settle()
    return [await heard.since() for heard in before]


async def say_at_once(street: Street, said: Sequence[tuple[OnTelegram, str]]) -> list[str]:
    before = await listening([one for one, _ in said])
    for one, words in said:
        one.person.says(words)
    await street.settle()
    return [await heard.since() for heard in before]


async def screen_of(one: OnTelegram) -> list[str]:
    return [f"{shown.id} {shown.words} {shown.labels}" for shown in await one.screen() if not shown.mine]
