"""What a group's list may be of: hand a SignUpSource over in `Feature.offers`, and it can go out and come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text
from handlers.sign_up_list.rules import Noted


@dataclass(frozen=True)
class Gathering:
    """What neighbours sign up for. `free`: how many more, None without a limit; `answered`: how many come who said so
    here themselves, with whom they bring; `code`: what `/start` must carry to open it; `start` in ms."""

    id: int
    title: str
    when: When
    where: str | Text
    start: int
    free: int | None
    answered: int
    code: str
    is_open: bool


@dataclass(frozen=True)
class Booked:
    """What became of somebody on the list: noted, and perhaps waiting for a seat."""

    id: int
    waiting: bool


@dataclass(frozen=True)
class SignUpSource:
    """One source a kind; `parties`: whether somebody may bring others along. All are asked for one place alone."""

    kind: str
    parties: bool
    # The actions that show it, given its id: in the place of a screen, and below a message that stays.
    shows: str
    shows_below: str
    # None where it is not here.
    find: Callable[[Notices, int], Awaitable[Gathering | None]]
    # Of two who change it at once, the second reads what the first did.
    hold: Callable[[Notices, int], Awaitable[None]]
    # What is to come, soonest first.
    ahead: Callable[[Notices, int], Awaitable[list[Gathering]]]
    # Who is noted on behalf, in their order.
    noted: Callable[[Notices, int], Awaitable[list[Noted]]]
    # What those are called who answered here themselves.
    themselves: Callable[[Notices, int], Awaitable[list[str]]]
    # By whom, name, grown-ups and children beside her; None where there is no room.
    add: Callable[[Notices, int, int, str, int, int], Awaitable[Booked | None]]
    # With how many she comes now; whether there was room for them.
    change: Callable[[Notices, int, int, int, int], Awaitable[bool]]
    drop: Callable[[Notices, int, int], Awaitable[bool]]


def find_source(notices: Notices, kind: str) -> SignUpSource | None:
    return next((one for _, one in town_of(notices).offered(SignUpSource) if one.kind == kind), None)


def sources(notices: Notices) -> list[SignUpSource]:
    return [one for _, one in town_of(notices).offered(SignUpSource)]
