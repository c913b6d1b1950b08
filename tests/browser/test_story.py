"""The bird's nest story on real phones: headless Chromium, in Chinese and in Uyghur; the screens are kept."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from handlers import FEATURES
from tests.birds_nest import Cast, tell
from tests.browser.conftest import SCREENS
from tests.browser.on_a_phone import OnAPhone, buys_a_phone, on_the_web
from tests.neighbour import Neighbour
from tests.street import open_street

pytestmark = pytest.mark.asyncio(loop_scope="session")
LOCALES = {"zh": "zh-CN", "ug": "ug-CN", "en": "en-GB"}


@pytest.mark.parametrize(
    ("language", "looks"),
    [
        pytest.param("zh", {}, id="zh", marks=pytest.mark.whole),
        pytest.param("ug", {"color_scheme": "dark"}, id="ug-dark"),
    ],
)
async def test_the_story_on_real_phones(
    browser: Browser, tmp_path: Path, language: str, looks: dict[str, str]
) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        phones: list[OnAPhone] = []
        async with on_the_web(street) as address:

            async def newcomer(name: str, speaks: str, code: str) -> Neighbour:
                phone = await buys_a_phone(street, browser, address, name, LOCALES[speaks], code, **looks)
                phones.append(phone)
                return phone

            async def look(name: str, one: Neighbour) -> None:
                assert isinstance(one, OnAPhone)
                await one.shows(SCREENS / f"story-{language}-{name}.png")

            await tell(street, Cast(newcomer, look, language))
            for phone in phones:
                assert not phone.complaints, phone.complaints
                await phone.page.context.close()
