"""Who lives around L 店: eight residents, two volunteers, the owner, the yard's manager. All of them invented."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.identity.invites import place_code
from bot.identity.roles import Role
from simulation.web_phones import Phone, Town, role_code, together


@dataclass(frozen=True)
class Cast:
    zhou: Phone
    nurgul: Phone
    owner: Phone
    wang: Phone
    aygul: Phone
    emma: Phone
    li: Phone


@dataclass(frozen=True)
class Later:
    dilnur: Phone
    parhat: Phone
    chen: Phone
    daniel: Phone


FIRST = (
    ("周敏", "zh", Role.VOLUNTEER),
    ("نۇرگۈل", "ug", Role.VOLUNTEER),
    ("马师傅", "zh", Role.SHOPKEEPER),
    ("王秀兰", "zh", Role.RESIDENT),
    ("ئايگۈل", "ug", Role.RESIDENT),
    ("Emma", "en", Role.RESIDENT),
    ("李建国", "zh", Role.RESIDENT),
)
LATER = (
    ("دىلنۇر", "ug", Role.RESIDENT),
    ("پەرھات", "ug", Role.RESIDENT),
    ("陈小雨", "zh", Role.RESIDENT),
    ("Daniel", "en", Role.RESIDENT),
)

YARD = (("赵国强", "zh", Role.PROPERTY_MANAGER),)


async def first(town: Town) -> Cast:
    return Cast(*await _arrive(town, FIRST))


async def later(town: Town) -> Later:
    """They read the poster when the nest was already being built."""
    return Later(*await _arrive(town, LATER))


async def manages_the_yard(town: Town) -> Phone:
    return (await _arrive(town, YARD))[0]


async def _arrive(town: Town, named: Sequence[tuple[str, str, Role]]) -> list[Phone]:
    """Everybody opens the page by a link, chooses a language and agrees."""
    phones = [await town.phone(name, language) for name, language, _ in named]
    for phone, (_, _, role) in zip(phones, named, strict=True):
        code = place_code(town.place.code) if role is Role.RESIDENT else await role_code(town, role)
        await phone.says(f"/start {code}")
    await town.settle()
    await together(*(phone.presses("welcome.choose_language", phone.language) for phone in phones))
    await town.settle()
    await together(*(phone.presses("welcome.agree") for phone in phones))
    await town.settle()
    return phones
