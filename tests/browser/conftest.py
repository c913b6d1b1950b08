"""A browser, and the phone page served by a pretend chat on loopback."""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect
from starlette.applications import Starlette

from tests.browser.pretend_chat import PretendChat

SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# The last such option is the one that holds, so the list of Playwright's own (chromiumSwitches.ts) is said again.
PLAYWRIGHTS_OWN = (
    "AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
    "HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,"
    "OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning"
)
# Two pages of Chromium's address bar, loaded anew for every phone: five sixths of what a phone costs.
ADDRESS_BAR = "WebUIOmniboxPopup,WebUIOmniboxAimPopup"
QUIET = [
    f"--disable-features={PLAYWRIGHTS_OWN},{ADDRESS_BAR}",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
# Colours follow the scheme, words and their direction the language: each is seen, every pair in the whole form.
LANGUAGES_AND_SCHEMES = [
    pytest.param(lang, scheme, marks=[] if (scheme == "dark") == (lang == "ug") else [pytest.mark.whole])
    for lang in ("zh", "ug", "en")
    for scheme in ("light", "dark")
]
SCREENS = Path(__file__).parents[2] / "build" / "screens"
# How long a look waits for what must come: a bound for what never comes, not a pause; two busy cores take their time.
PATIENCE = 20.0  # seconds
expect.set_options(timeout=PATIENCE * 1000)
NO_BROWSER = (
    "NO BROWSER, so the phone page is NOT tested: install chromium, or `python -m playwright install chromium`"
)


def find_browser(playwrights_own: str) -> str | None:
    for name in SYSTEM_BROWSERS:
        if found := shutil.which(name):
            return found
    return playwrights_own if Path(playwrights_own).exists() else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if any(NO_BROWSER in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(NO_BROWSER, red=True, bold=True)


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """Raises FileNotFoundError where there is none."""
    async with async_playwright() as playwright:
        path = find_browser(playwright.chromium.executable_path)
        if path is None:
            raise FileNotFoundError(NO_BROWSER)
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = await playwright.chromium.launch(executable_path=path, args=QUIET + root)
        yield started
        await started.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with AsyncExitStack() as stack:
        try:
            yield await stack.enter_async_context(launched())
        except FileNotFoundError:
            pytest.skip(NO_BROWSER)


async def pictures_are_there(page: Page) -> None:
    """Waits for every picture that is not scrolled away above.

    `wait_for_function` would not do: when its first look comes too early it polls by `eval`, which our pages forbid.
    """
    for picture in await page.locator("img").all():
        box = await picture.bounding_box()
        if box is None or box["y"] + box["height"] >= 0:
            await expect(picture).not_to_have_js_property("naturalWidth", 0, timeout=15_000)


@dataclass
class Phone:
    """One phone in front of the page; remembers whatever its console complained about."""

    chat: PretendChat
    address: str
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)

    async def opens(self, code: str = "") -> None:
        await self.page.goto(f"{self.address}/{code}")

    async def writes(self, text: str) -> None:
        await self.page.fill("#text", text)
        await self.page.press("#text", "Enter")

    async def sees(self, text: str) -> None:
        await self.page.get_by_text(text, exact=False).first.wait_for(timeout=PATIENCE * 1000)

    async def screenshot(self, name: str) -> None:
        SCREENS.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(path=SCREENS / f"page-{name}.png")

    async def until(self, truth: Callable[[], Any]) -> None:
        """Waits for something the server should notice."""
        async with asyncio.timeout(PATIENCE):
            while not truth():
                await self.chat.changed.wait()


@pytest_asyncio.fixture(loop_scope="session")
async def chat() -> PretendChat:
    return PretendChat()


@asynccontextmanager
async def serving(app: Starlette, farewell: Callable[[], Awaitable[None]]) -> AsyncIterator[str]:
    """The address of the app on loopback; `farewell` ends what is still streaming."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        running = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            await farewell()
            server.should_exit = True
            await running


@pytest_asyncio.fixture(loop_scope="session")
async def address(chat: PretendChat) -> AsyncIterator[str]:
    async with serving(chat.app(), chat.close) as where:
        yield where


PhoneShop = Callable[..., Awaitable[Phone]]


@pytest_asyncio.fixture(loop_scope="session")
async def phone(browser: Browser, chat: PretendChat, address: str) -> AsyncIterator[PhoneShop]:
    contexts: list[BrowserContext] = []
    phones: list[Phone] = []

    async def buy(locale: str = "en-GB", width: int = 390, height: int = 780, **more: Any) -> Phone:
        context = await browser.new_context(
            locale=locale, viewport={"width": width, "height": height}, has_touch=True, **more
        )
        contexts.append(context)
        page = await context.new_page()
        one = Phone(chat, address, context, page)
        page.on("pageerror", lambda error: one.complaints.append(str(error)))
        page.on(
            "console",
            lambda line: one.complaints.append(line.text) if line.type in ("error", "warning") else None,
        )
        phones.append(one)
        return one

    yield buy
    for context in contexts:
        await context.close()
    blocked = [line for one in phones for line in one.complaints if "Content Security" in line]
    assert not blocked
