"""Who lives in the town: their languages, doors, roles and habits, drawn from the seed."""

import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from simulation.phones import Handset
from simulation.web_phones import Seen

# (sessions a day, share of the residents): a few are very active, most are silent.
HABITS = ((0.9, 0.05), (0.2, 0.2), (0.03, 0.75))
LANGUAGES = (("zh", 0.6), ("ug", 0.3), ("en", 0.1))
AT_TELEGRAM = 0.4
FIRST_WEEK = 0.6  # of the residents come at once, the others within the first third
TEAM = (
    (Role.LEAD, 1),
    (Role.VOLUNTEER, 6),
    (Role.SHOPKEEPER, 1),
    (Role.LIAISON, 1),
    (Role.PROPERTY_MANAGER, 1),
)
NAMES = {
    "zh": ("王芳", "李建国", "陈小雨", "周敏", "马师傅", "赵丽", "孙阿姨", "刘洋", "吴叔", "郑爽"),
    "ug": ("ئايگۈل", "پەرھات", "دىلنۇر", "نۇرگۈل", "ئەركىن", "گۈلنار", "تۇرسۇن", "زۇلپىيە", "ئالىم", "رەنا"),
    "en": ("Emma", "Daniel", "Olga", "Sam", "Nina", "Tom", "Maya", "Leo", "Ruth", "Ivan"),
}


@dataclass(frozen=True)
class Plan:
    """Somebody before she has come. `arrives` is the day, counted from nought."""

    number: int
    name: str
    language: str
    door: str
    role: Role
    talk: float
    arrives: int


@dataclass
class Person:
    plan: Plan
    phone: Handset
    chance: random.Random
    picture: Callable[[], bytes]
    away_until: int = 0  # the day she is back from falling silent, or from a journey
    own_event: str = ""  # the last she announced
    handled: set[str] = field(default_factory=set)  # invitations and polls she has answered

    @property
    def language(self) -> str:
        return self.plan.language

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    async def find(self, *actions: str, among: int = 20) -> tuple[int, list[str]]:
        """The newest message with a button of one of these actions, and all its buttons of them."""
        for seen in reversed((await self.phone.screen())[-among:]):
            found = [address for address in seen.addresses if leads_to(address, actions)]
            if found:
                return seen.id, found
        return 0, []

    async def presses(self, *actions: str, which: int | None = None, among: int = 20) -> bool:
        """One of these buttons on the newest message that has any; False when there is none."""
        message_id, found = await self.find(*actions, among=among)
        if not found:
            return False
        address = self.chance.choice(found) if which is None else found[min(which, len(found) - 1)]
        await self.phone.taps(message_id, address)
        return True


Session = AsyncIterator[None]
Habit = Callable[[Person], Session]


def leads_to(address: str, actions: tuple[str, ...]) -> bool:
    """`events.answer:coming` also asks for an argument."""
    name, *rest = address.split(":")
    for wanted in actions:
        wanted_name, *arguments = wanted.split(":")
        if name == wanted_name and set(arguments) <= set(rest):
            return True
    return False


def last_buttons(screen: list[Seen]) -> tuple[int, tuple[str, ...]]:
    return (screen[-1].id, screen[-1].addresses) if screen else (0, ())


def roster(residents: int, days: int, chance: random.Random) -> list[Plan]:
    """The team comes first, before anybody has anything to look after."""
    plans: list[Plan] = []
    for role, count in TEAM:
        for _ in range(count):
            plans.append(_plan(len(plans), role, 0, 1.0, chance))
    for _ in range(residents):
        talk = chance.choices([talk for talk, _ in HABITS], [share for _, share in HABITS])[0]
        week, third = min(7, days), max(1, days // 3)
        arrives = chance.randrange(week) if chance.random() < FIRST_WEEK else chance.randrange(third)
        plans.append(_plan(len(plans), Role.RESIDENT, arrives, talk, chance))
    return plans


def _plan(number: int, role: Role, arrives: int, talk: float, chance: random.Random) -> Plan:
    language = chance.choices([name for name, _ in LANGUAGES], [share for _, share in LANGUAGES])[0]
    door = TELEGRAM if chance.random() < AT_TELEGRAM else WEB
    name = f"{chance.choice(NAMES[language])} {number}"
    return Plan(number, name, language, door, role, talk, arrives)
