"""Settings and a message to many on a real phone, in Chinese and in dark Uyghur; larger letters are kept."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.identity.roles import Role
from handlers import FEATURES
from tests.browser.conftest import SCREENS
from tests.browser.on_a_phone import OnAPhone, buys_a_phone, on_the_web
from tests.neighbour import AGREE
from tests.street import Street, open_street

pytestmark = pytest.mark.asyncio(loop_scope="session")
LOCALES = {"zh": "zh-CN", "ug": "ug-CN"}
LINES_OF_THE_LAST_ROW = """
() => new Set([...[...document.querySelectorAll('#rows .keyrow')].pop().children].map(
  (key) => Math.round(key.getBoundingClientRect().top))).size
"""
WORDS = {
    "zh": ("中文", "暂停", "重新接收", "🌐", "大一点的字", "最大", "发给谁", "所有人", "晚点再发", "📣", "暂停"),
    "ug": (
        "ئۇيغۇرچە",
        "توختىتىش",
        "قايتا ئېچىش",
        "🌐",
        "چوڭراق خەت",
        "ئەڭ چوڭ",
        "كىمگە",
        "ھەممەيلەن",
        "كېيىن",
        "📣",
        "توختىتىپ",
    ),
}


@pytest.mark.parametrize(
    ("language", "looks"),
    [
        pytest.param("zh", {}, id="zh"),
        pytest.param("ug", {"color_scheme": "dark"}, id="ug-dark", marks=pytest.mark.whole),
    ],
)
async def test_settings_and_a_message_to_many_on_a_phone(
    browser: Browser, tmp_path: Path, language: str, looks: dict[str, str]
) -> None:
    name, pause, again, world, letters, largest, whom, everyone, later, send, halt = WORDS[language]
    async with open_street(tmp_path, FEATURES) as street, on_the_web(street) as address:
        await street.arrives("Li")
        phone = await buys_a_phone(street, browser, address, "Aygul", LOCALES[language], **looks)
        await phone.presses(name)
        await phone.presses(*AGREE)
        await phone.says("/settings")
        await _look(phone, language, "settings")
        assert await phone.page.evaluate(LINES_OF_THE_LAST_ROW) == 1  # Back, Home and Help stand side by side
        await phone.presses(pause)
        await _look(phone, language, "paused")
        await phone.presses(again)
        await phone.presses(world)
        await phone.presses(letters)  # beside what is kept of her, one screen further
        await phone.presses(letters)
        await phone.last()
        key = phone.page.locator("#rows .keys button", has_text=largest).last
        await key.click()
        assert await _size(phone) >= 30
        await _look(phone, language, "largest")
        await phone.page.reload()
        await phone.page.locator("#rows .bubble.mine").first.wait_for()
        assert await _size(phone) >= 30
        await phone.page.evaluate("document.documentElement.className = ''")
        await _writes_to_many(street, phone, language, (whom, everyone, later, send, halt))
        assert not phone.complaints, phone.complaints
        await phone.page.context.close()


async def _writes_to_many(street: Street, phone: OnAPhone, language: str, labels: tuple[str, ...]) -> None:
    whom, everyone, later, send, halt = labels
    await street.gives(phone, Role.VOLUNTEER)
    await phone.says("/broadcast")
    await phone.says("社区秋日会改到星期天")
    await phone.presses(whom)
    await phone.presses(everyone)
    await _look(phone, language, "preview")
    await phone.presses(later)
    await _look(phone, language, "when")
    await phone.says("/broadcast")
    await phone.presses("✏")
    await phone.presses("👁")
    await phone.presses(send)
    await phone.presses(halt)
    await _look(phone, language, "halted")


async def _look(phone: OnAPhone, language: str, name: str) -> None:
    await phone.last()
    await phone.shows(SCREENS / f"settings-{language}-{name}.png")


async def _size(phone: OnAPhone) -> float:
    found: float = await phone.page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)")
    return found
