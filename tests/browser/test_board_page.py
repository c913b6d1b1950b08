"""The public pages in a real browser: three languages, light and dark, narrow, enlarged, with and without scripts."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.async_api import Browser, Page, expect

from bot.i18n.texts import direction
from bot.identity.roles import Role
from handlers import FEATURES
from tests.browser.conftest import LANGUAGES_AND_SCHEMES, SCREENS, pictures_are_there, serving
from tests.pictures import photograph
from tests.street import Street, open_street
from tests.town.events.test_events import announced
from tests.town.ideas.test_board import REASON, full_board
from tests.town.ideas.test_desk import moves, publishes, team_of
from tests.town.polls.test_polls import makes_poll

pytestmark = pytest.mark.asyncio(loop_scope="session")
SERIOUS = {"serious", "critical"}
NEST = "把洞口筑成鸟巢的形状，孩子们可以看见小鸟回家"
NEST_IN_UYGHUR = "تامدىكى تۆشۈكنى قۇش ئۇۋىسى شەكلىدە ياساش، بالىلار قۇشلارنى كۆرەلەيدۇ"
FITS = """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth
  && [...document.querySelectorAll("a, p, h1, h2, h3, img, input, li")].filter((node) => node.offsetParent)
    .map((node) => node.getBoundingClientRect()).every(({ left, right }) => left >= -1 && right <= innerWidth + 1)"""
TARGETS = """() => [...document.querySelectorAll(".key, .chip, .plain, .home, .languages a, input")]
  .map((node) => node.getBoundingClientRect()).filter(({ width, height }) => height < 44 || width < 24).length"""


@dataclass
class Reader:
    """Somebody who only reads."""

    address: str
    browser: Browser
    complaints: list[str] = field(default_factory=list)

    async def opens(self, path: str = "", width: int = 390, **looks: Any) -> Page:
        context = await self.browser.new_context(viewport={"width": width, "height": 844}, **looks)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        answer = await page.goto(f"{self.address}{path}", wait_until="networkidle")
        assert answer is not None
        assert answer.ok, f"{path} answered {answer.status}"
        return page


async def shows(page: Page, name: str) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    # Pictures further down wait until somebody scrolls to them.
    await page.evaluate("[...document.images].forEach((one) => { one.loading = 'eager'; })")
    await pictures_are_there(page)
    await page.screenshot(path=SCREENS / f"board-{name}.png", full_page=True)


async def lived_in(street: Street) -> None:
    """A board as it looks after a year: a finished nest with both its photos, an event, a poll."""
    volunteer = await team_of(street)
    for words, seed in ((NEST, 3), (NEST_IN_UYGHUR, 5)):
        author = await street.arrives("Aygul")
        await author.says("/suggest")
        await author.sends_photo(photograph(seed=seed), words)
        await author.presses("其他位置")
        await author.presses("院子")
        if "✨ 我的不一样" in (await author.last()).labels:
            await author.presses("我的不一样")
        await publishes(volunteer)
    await moves(volunteer, 1, "☑ 有条件同意", REASON)
    for status in ("已排上计划", "正在做", "🎉 完成"):
        await moves(volunteer, 1, status)
    await volunteer.sends_photo(photograph(seed=11))
    await moves(volunteer, 2, "⏸ 先不做", "先看第一个鸟巢住进了谁，明年春天再说。")
    await announced(street)
    english = await street.arrives("Volunteer", language="en", role=Role.VOLUNTEER)
    await makes_poll(english, "鸟巢用什么做？", "树枝\nياغاچ ۋە سېغىز لاي", "Tomorrow evening")
    await english.presses("Vote")
    await english.presses("ياغاچ ۋە سېغىز لاي")
    for one, option in ((volunteer, "树枝"), (author, "树枝")):
        await one.says("/polls")
        await one.presses("鸟巢用什么做？")
        if option not in (await one.last()).labels:
            await one.presses("去投票")
        await one.presses(option)
    await street.later(days=2)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Reader]:
    folder: Path = tmp_path_factory.mktemp("board")
    async with open_street(folder, FEATURES) as street:
        await lived_in(street)
        async with serving(street.bot.web, street.bot.gateway.stop) as address:
            yield Reader(f"{address}/p/{street.place.code}", browser)


@pytest.fixture(autouse=True)
def nothing_complains(reader: Reader) -> Iterator[None]:
    reader.complaints.clear()
    yield
    assert reader.complaints == []


@pytest.mark.parametrize(("lang", "scheme"), LANGUAGES_AND_SCHEMES)
async def test_axe_finds_nothing_serious(reader: Reader, lang: str, scheme: Any) -> None:
    for path in ("", "/1", "/2"):
        page = await reader.opens(f"{path}?lang={lang}", color_scheme=scheme)
        assert await page.locator("html").get_attribute("dir") == direction(lang)
        await shows(page, f"{lang}-{scheme}-{path.strip('/') or 'place'}")
        found = (await Axe().run(page)).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS] == []
        assert await page.evaluate(TARGETS) == 0
        await page.context.close()


@pytest.mark.parametrize("lang", ["zh", "ug", "en"])
async def test_a_narrow_phone_with_large_text_never_scrolls_sideways(reader: Reader, lang: str) -> None:
    for path in ("", "/1"):
        page = await reader.opens(f"{path}?lang={lang}", width=320)
        await shows(page, f"{lang}-320-{path.strip('/') or 'place'}")
        assert await page.evaluate(FITS)
        await page.evaluate("document.documentElement.style.fontSize = '225%'")
        await shows(page, f"{lang}-200-percent-{path.strip('/') or 'place'}")
        assert await page.evaluate(FITS)
        await page.context.close()


@pytest.mark.parametrize("lang", ["zh", "ug"])
async def test_the_slider_moves_by_keyboard_and_follows_the_reading_direction(reader: Reader, lang: str) -> None:
    page = await reader.opens(f"/1?lang={lang}")
    slider = page.get_by_role("slider")
    assert await slider.get_attribute("aria-label")
    after = page.locator(".compare .after")
    middle = await after.evaluate("node => getComputedStyle(node).clipPath")
    assert middle == ("inset(0px 0px 0px 50%)" if lang == "zh" else "inset(0px 50% 0px 0px)")
    await slider.focus()
    await page.keyboard.press("Home")
    everything = await after.evaluate("node => getComputedStyle(node).clipPath")
    assert "50%" not in everything
    await page.keyboard.press("End")
    nothing = await after.evaluate("node => getComputedStyle(node).clipPath")
    assert "100%" in nothing
    await page.context.close()


async def test_without_scripts_both_pictures_stand_there_and_filters_work(reader: Reader) -> None:
    page = await reader.opens("/1?lang=zh", java_script_enabled=False)
    assert await page.locator(".compare img").count() == 2
    assert all([await one.is_visible() for one in await page.locator(".compare img").all()])
    assert await page.get_by_role("slider").count() == 0
    await page.get_by_role("link", name="全部建议").click()
    await expect(page.locator(".card")).to_have_count(2)
    await page.get_by_role("link", name="完成").first.click()
    await expect(page.locator(".card")).to_have_count(1)
    await page.get_by_role("link", name="ئۇيغۇرچە").click()
    await expect(page.locator("html")).to_have_attribute("lang", "ug")
    await expect(page.locator(".card")).to_have_count(1)  # the filter stays
    await page.context.close()


async def test_all_of_a_card_can_be_tapped_and_the_chat_opens_with_the_right_code(reader: Reader) -> None:
    page = await reader.opens("?lang=zh")
    await page.locator(".card .status").first.click(force=True)
    await page.wait_for_url("**/2?lang=zh")
    async with page.expect_request(lambda request: "/chat/send" in request.url) as sent:
        await page.get_by_role("link", name="在聊天里打开").click()
    assert f"/start idea-{reader.address.rsplit('/', 1)[1]}-2" in ((await sent.value).post_data or "")
    await page.context.close()


async def test_many_ideas_are_paged(browser: Browser, tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        await full_board(street, 45)
        async with serving(street.bot.web, street.bot.gateway.stop) as address:
            page = await Reader(f"{address}/p/{street.place.code}", browser).opens("?lang=zh&page=2")
            assert await page.evaluate(FITS)
            await page.get_by_role("link", name="较早的").click()
            assert await page.locator(".card").count() == 5
            await page.context.close()
