"""The page of the running program, in a browser whose language is not the one that is chosen in the chat."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise, takewhile
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import NO_BROWSER, launched
from tests.pictures import photograph
from tests.running.town import PATIENCE, town

# Chromium finds every name under localhost here, and a link with such a name can be passed on (Links.only_here).
OUTSIDE = {"WEB_URL": "http://nest.localhost:{port}"}
WAIT = PATIENCE * 1000
SENT_PHOTOS = (
    "SELECT count(*), count(DISTINCT txn) FROM gateway_messages WHERE by_bot = 0 AND body LIKE '%\"photo\"%'"
)


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    try:
        async with launched() as browser:
            yield browser
    except FileNotFoundError:
        pytest.skip(NO_BROWSER)


async def buys_a_phone(browser: Browser, url: str, **looks: Any) -> Page:
    context = await browser.new_context(
        locale="de-DE", viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True, **looks
    )
    page = await context.new_page()
    await page.goto(url)
    return page


async def presses(page: Page, label: str) -> None:
    """The newest button with these words on it."""
    await page.locator(".keys button", has_text=label).last.click(timeout=WAIT)


async def says(page: Page, words: str) -> None:
    await page.fill("#text", words)
    await page.press("#text", "Enter")


async def is_in(page: Page, tag: str, direction: str, placeholder: str) -> None:
    await expect(page.locator("#text")).to_have_attribute("placeholder", placeholder, timeout=WAIT)
    await expect(page.locator("html")).to_have_attribute("lang", tag)
    await expect(page.locator("html")).to_have_attribute("dir", direction)


async def menu_has(page: Page, words: str) -> None:
    await page.click("#menu")
    sheet = page.get_by_role("dialog")
    await expect(sheet.get_by_text(words)).to_be_visible(timeout=WAIT)
    await page.keyboard.press("Escape")


async def test_the_page_follows_the_language_that_is_chosen_in_the_chat(tmp_path: Path) -> None:
    async with town(tmp_path, **OUTSIDE) as here, browsing() as browser:
        url = here.url.replace("127.0.0.1", "nest.localhost")
        page = await buys_a_phone(browser, url)
        await is_in(page, "zh-Hans", "ltr", "写消息…")
        await presses(page, "ئۇيغۇرچە")
        await is_in(page, "ug", "rtl", "خەت يېزىڭ…")
        await page.reload()
        await is_in(page, "ug", "rtl", "خەت يېزىڭ…")
        await presses(page, "قوشۇلىمەن")
        await expect(page.locator(".key", has_text="تەكلىپ بېرىش")).to_be_visible(timeout=WAIT)
        await expect(page.locator(".day").last).to_have_text(re.compile("^23-نويابىر، "))
        await menu_has(page, "تەكلىپ بېرىش")
        # A browser that keeps nothing for the page: the server says it again.
        await page.evaluate("localStorage.clear()")
        await page.reload()
        await is_in(page, "ug", "rtl", "خەت يېزىڭ…")
        await menu_has(page, "تەكلىپ بېرىش")
        code = here.ask("SELECT code FROM places")[0][0]
        await opens_the_board(page, f"{url}/p/{code}", "ug", "rtl")
        await says(page, "/settings")
        await presses(page, "· 🙋")
        await expect(page.locator(".keys button", has_text="🙋 مېنىڭ")).to_be_visible(timeout=WAIT)
        await presses(page, "🌐")
        await page.locator(".keys button", has_text=re.compile(r"^\W*中文\W*$")).click(timeout=WAIT)
        await is_in(page, "zh-Hans", "ltr", "写消息…")
        await expect(page.locator(".key", has_text="提建议")).to_be_visible(timeout=WAIT)
        await expect(page.locator(".day").last).to_have_text(re.compile("11月23日"))
        await menu_has(page, "提建议")
        await page.reload()
        await is_in(page, "zh-Hans", "ltr", "写消息…")
        await menu_has(page, "提建议")


async def opens_the_board(page: Page, address: str, tag: str, direction: str) -> None:
    """By a link that stands in the chat; what may be copied from it is the bare address."""
    await says(page, address)
    link = page.locator(".text a").last
    async with page.context.expect_page() as opened:
        await link.click(timeout=WAIT)
    board = await opened.value
    await expect(board.locator("html")).to_have_attribute("lang", tag, timeout=WAIT)
    await expect(board.locator("html")).to_have_attribute("dir", direction)
    await expect(link).to_have_attribute("href", address)
    await board.close()


async def test_photos_that_wait_survive_a_reload_and_a_restart_and_the_page_is_back_within_a_second(
    tmp_path: Path,
) -> None:
    """She sends while the server is down and closes the page; it was sent to the server only once she is back."""
    async with town(tmp_path) as here, browsing() as browser:
        page = await buys_a_phone(browser, here.url)
        await presses(page, "English")
        await presses(page, "✓")
        await expect(page.locator(".key", has_text="Suggest")).to_be_visible(timeout=WAIT)
        await page.route("**/chat/send", lambda route: route.abort())
        await sends_photos(page, tmp_path, 1)
        await sends_photos(page, tmp_path, 2)
        await expect(page.locator("#pending img")).to_have_count(3, timeout=WAIT)
        await page.reload()
        await expect(page.locator("#pending img")).to_have_count(3, timeout=WAIT)
        await here.stop()
        await expect(page.locator("#offline")).not_to_be_empty(timeout=WAIT)
        await page.unroute("**/chat/send")
        await page.evaluate("performance.clearResourceTimings()")
        await here.start()
        await expect(page.locator("#offline")).to_be_empty(timeout=WAIT)
        await expect(page.locator("#pending .row")).to_have_count(0, timeout=WAIT)
        await expect(page.locator("#rows .of-me img")).to_have_count(3, timeout=WAIT)
        assert here.ask(SENT_PHOTOS) == [(3, 2)]
        # For so long the server may be back before the page knows: from one try to the next while nobody is there.
        between = [later - earlier for earlier, later in pairwise(await tries(page))]
        assert median(between) < 1000, between
        await page.reload()
        await expect(page.locator("#rows .of-me img")).to_have_count(3, timeout=WAIT)
        await expect(page.locator("#pending .row")).to_have_count(0)


async def sends_photos(page: Page, folder: Path, count: int) -> None:
    photos = [folder / f"{number}.jpg" for number in range(count)]
    for photo in photos:
        photo.write_bytes(photograph())
    await page.set_input_files("#pick-photo", photos)
    await expect(page.locator(".thumb")).to_have_count(count, timeout=WAIT)
    await page.click("#send")


async def tries(page: Page) -> list[float]:
    """When the page asked for events until it was answered, in milliseconds."""
    asked: list[tuple[float, int]] = await page.evaluate(
        "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/chat/events'))"
        ".map(({ startTime, responseStatus }) => [startTime, responseStatus])"
    )
    refused = list(takewhile(lambda one: one[1] != 200, asked))
    return [at for at, _ in asked[: len(refused) + 1]]
