"""One's own data on a real phone: consents, the file, and a conversation that is gone when its person is."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from handlers import FEATURES
from tests.birds_nest import words
from tests.browser.conftest import SCREENS
from tests.browser.on_a_phone import PATIENCE, buys_a_phone, on_the_web
from tests.browser.test_events import IN_CHINESE, IN_UYGHUR
from tests.street import open_street

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("language", "locale", "looks"),
    [pytest.param(*IN_CHINESE, id="zh", marks=pytest.mark.whole), pytest.param(*IN_UYGHUR, id="ug-dark")],
)
async def test_somebody_leaves_and_her_phone_forgets_the_conversation(
    browser: Browser, tmp_path: Path, language: str, locale: str, looks: dict[str, str]
) -> None:
    async with open_street(tmp_path, FEATURES) as street, on_the_web(street) as address:

        def t(key: str, **values: str | int) -> str:
            return words(language, "privacy", key, **values)

        aygul = await buys_a_phone(street, browser, address, "Aygul", locale, "", **looks)
        await aygul.presses({"zh": "中文", "ug": "ئۇيغۇرچە"}[language])
        await aygul.presses(words(language, "welcome", "agree"))
        await aygul.says("/privacy")
        await aygul.shows(SCREENS / f"privacy-{language}-1.png")
        await aygul.presses(t("consents-button"))
        await aygul.shows(SCREENS / f"privacy-{language}-2-consents.png")
        await aygul.presses(t("more-button"))
        await aygul.shows(SCREENS / f"privacy-{language}-3-kept.png")
        await aygul.presses(t("back"))
        await aygul.presses(t("one-by-one"))
        await aygul.presses(t("next-one"))
        await aygul.shows(SCREENS / f"privacy-{language}-4-consent.png")
        await aygul.says("/privacy")
        await aygul.presses(t("leave-button"))
        await aygul.shows(SCREENS / f"privacy-{language}-5-leave.png")
        await aygul.presses(t("leave-all"))
        await aygul.hears(t("gone-web"))
        await aygul.shows(SCREENS / f"privacy-{language}-6-gone.png")
        await expect(aygul.page.locator("#rows .bubble")).to_have_count(1, timeout=PATIENCE * 1000)
        assert not aygul.complaints
