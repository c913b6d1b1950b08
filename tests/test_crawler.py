"""A crawler presses every button of every screen, in every role and language, and finds no dead end."""

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.people import Role
from tests.neighbour import OnTelegram
from tests.street import Street
from tests.tools.crawl import Crawl


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
@pytest.mark.parametrize("role", list(Role))
async def test_no_button_of_any_screen_leads_nowhere(street: Street, role: Role, language: str) -> None:
    person = await street.arrives("Walker", TELEGRAM, language, role)
    assert isinstance(person, OnTelegram)
    crawl = Crawl(person, language)
    commands = [f"/{command}" for feature in street.bot.town.features for command in feature.menu]
    await crawl.run("/home", *commands)
    assert not crawl.complaints, "\n".join(dict.fromkeys(crawl.complaints))
    assert len(crawl.pressed) > 5
