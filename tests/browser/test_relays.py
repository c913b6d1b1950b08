"""Relays on real phones: a lead pastes an address, sees it vanish from the page, and reads how the test went."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.identity.roles import Role
from handlers import FEATURES
from tests.birds_nest import words
from tests.browser.conftest import SCREENS
from tests.browser.on_a_phone import buys_a_phone, on_the_web
from tests.browser.test_events import IN_CHINESE, IN_UYGHUR
from tests.outside import open_outside
from tests.street import open_street
from tests.town.telling.test_relays import DINGTALK, TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("language", "locale", "looks"),
    [pytest.param(*IN_CHINESE, id="zh", marks=pytest.mark.whole), pytest.param(*IN_UYGHUR, id="ug-dark")],
)
async def test_a_lead_sets_up_a_robot_on_a_real_phone(
    browser: Browser, tmp_path: Path, language: str, locale: str, looks: dict[str, str]
) -> None:
    async with (
        open_outside(tmp_path) as outside,
        open_street(tmp_path, FEATURES, deliver=outside.deliver) as street,
        on_the_web(street) as address,
    ):

        def t(key: str, **values: str | int) -> str:
            return words(language, "relays", key, **values)

        lead = await buys_a_phone(street, browser, address, "Leyla", locale, "", **looks)
        await lead.presses({"zh": "中文", "ug": "ئۇيغۇرچە"}[language])
        await lead.presses(words(language, "welcome", "agree"))
        await street.gives(lead, Role.LEAD)
        await lead.says("/relays")
        await lead.shows(SCREENS / f"relays-{language}-1-none.png")
        await lead.presses(t("add-button"))
        await lead.presses(t("kind-robot"))
        await lead.shows(SCREENS / f"relays-{language}-2-services.png")
        await lead.presses(t("service-dingtalk"))
        await lead.shows(SCREENS / f"relays-{language}-3-paste.png")
        await lead.says(DINGTALK)
        await street.tick()
        await lead.hears(t("test-arrived"))
        await lead.shows(SCREENS / f"relays-{language}-4-arrived.png")
        assert not [one for one in await lead.screen() if TOKEN in one.words]
        await lead.presses(t("see-relay"))
        await lead.hears("oapi.dingtalk.com …test")
        await lead.shows(SCREENS / f"relays-{language}-5-relay.png")
        await lead.presses(t("topics-button"))
        await lead.shows(SCREENS / f"relays-{language}-6-topics.png")
        assert not lead.complaints
