"""A crawler presses every button of every screen, in every role and language, and finds no dead end."""

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from tests.lengths import length
from tests.neighbour import OnTelegram
from tests.street import Street
from tests.tools.crawl import Crawl

LANGUAGES = ("zh", "ug", "en")
EVERY = [(role, language) for role in Role for language in LANGUAGES]
# Each role once, so that each language comes; the deep crawler walks each role in another one.
FEW = [(role, LANGUAGES[number % len(LANGUAGES)]) for number, role in enumerate(Role)]


@pytest.mark.parametrize(("role", "language"), length(FEW, EVERY))
async def test_no_button_of_any_screen_leads_nowhere(street: Street, role: Role, language: str) -> None:
    person = await street.arrives("Walker", TELEGRAM, language, role)
    assert isinstance(person, OnTelegram)
    crawl = Crawl(person, language)
    commands = [f"/{command}" for feature in street.bot.town.features for command in feature.menu]
    await crawl.run("/home", *commands)
    assert not crawl.complaints, "\n".join(dict.fromkeys(crawl.complaints))
    assert len(crawl.pressed) > 5
