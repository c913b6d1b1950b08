"""A browser that keeps no cookie: the page of the running program tries once, says what is wrong, and stops."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, Route, async_playwright, expect

from tests.browser.conftest import NO_BROWSER, QUIET, find_browser
from tests.running.town import PATIENCE, Town, town

SAID = {"en-GB": "cookies are blocked", "zh-CN": "Cookie 被关闭了", "ug-CN": "ئېسىدە تۇتۇشىغا يول قويمايۋاتىدۇ"}
BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}


@asynccontextmanager
async def browsing(folder: Path, settings: object, locale: str) -> AsyncIterator[BrowserContext]:
    """With the settings that somebody made in her browser's menu."""
    (folder / "Default").mkdir(parents=True)
    (folder / "Default" / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
    async with async_playwright() as playwright:
        path = find_browser(playwright.chromium.executable_path)
        if path is None:
            pytest.skip(NO_BROWSER)
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        context = await playwright.chromium.launch_persistent_context(
            folder, executable_path=path, args=QUIET + root, locale=locale
        )
        yield context
        await context.close()


async def drops_the_cookie(route: Route) -> None:
    """As a webview does that says it keeps cookies."""
    answer = await route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "set-cookie"}
    await route.fulfill(response=answer, headers=headers)


async def reads_why(page: Page, here: Town, locale: str, stays: int) -> None:
    """And reads it for so many milliseconds; it was opened anew ten times a second."""
    await page.goto(here.url)
    await expect(page.locator("#opening")).to_contain_text(SAID[locale], timeout=PATIENCE * 1000)
    await page.wait_for_timeout(stays)
    await expect(page.locator("#opening")).to_contain_text(SAID[locale])


async def test_a_page_without_cookies_tries_once_says_why_and_shuts_nobody_out(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        asked: list[str] = []
        async with browsing(tmp_path / "blocked", BLOCKED, "en-GB") as context:
            context.on("request", lambda request: asked.append(request.url))
            await reads_why(context.pages[0], here, "en-GB", 4000)  # longer than a page that tries again waits
            opened = here.ask("SELECT count(*) FROM gateway_people")[0][0]
            assert opened <= 1
            assert len([url for url in asked if "/chat/" in url]) <= 3
        for locale in ("zh-CN", "ug-CN"):
            async with browsing(tmp_path / locale, {}, locale) as context:
                await context.route("**/chat/open", drops_the_cookie)
                # What is fetched for the page is also kept in its jar, which a browser that drops cookies has not.
                await context.route(
                    "**/chat/history*", lambda route: route.fulfill(status=401, json={"error": "no_session"})
                )
                await reads_why(context.pages[0], here, locale, 500)
        assert here.ask("SELECT count(*) FROM gateway_people")[0][0] <= opened + 2
        # Her neighbour behind the same address opens the page and is answered.
        await here.arrives("Aygul", "ug")
