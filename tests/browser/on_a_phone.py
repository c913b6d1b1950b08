"""A neighbour whose phone is a real browser: she taps and types on the page, and sees only what stands on it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error, Page

from bot.doors.door import WEB
from tests.browser.conftest import pictures_are_there, serving
from tests.neighbour import ISOLATES, Shown, _Person, matching
from tests.street import Street

PATIENCE = 25.0  # seconds until what was said must stand on the page
READ = """
() => [...document.querySelectorAll('#rows .bubble')].map((bubble) => {
  const rows = [];
  for (let next = bubble.nextElementSibling; next && next.classList.contains('keys'); next = next.nextElementSibling)
    for (const row of next.querySelectorAll(':scope > *'))
      rows.push([...row.querySelectorAll('button, a')].map((key) => key.textContent));
  return {
    mine: bubble.classList.contains('mine'),
    words: [...bubble.querySelectorAll('.text')].map((text) => text.innerText).join('\\n'),
    photo: Boolean(bubble.querySelector('img')),
    rows,
  };
})
"""
KEYS = "() => [...document.querySelectorAll('#rows .keys button')]"
LABELS = "(keys) => keys.map((key) => key.textContent)"
CONNECTED = "(keys, place) => keys[place].isConnected ? keys[place] : null"
HISTORY = """
async () => {
  const page = await (await fetch('/chat/history?limit=1')).json();
  return page.messages.length ? page.messages[0].text.trim() : '';
}
"""


class OnAPhone(_Person):
    door = WEB

    def __init__(self, street: Street, name: str, page: Page, me: int) -> None:
        self.street = street
        self.name = name
        self.page = page
        self._me = me
        # What its console says against the page: an error of ours, or something the policy forbids.
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)

    @property
    def user_id(self) -> int:
        return self._me

    async def says(self, words: str) -> None:
        await self.page.fill("#text", words)
        await self._and_waits("/chat/send", self.page.press("#text", "Enter"))

    async def presses(self, *label: str) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + PATIENCE
        while loop.time() < until:
            # Held, not counted: a message may change between looking and tapping, and another button stand there.
            keys = await self.page.evaluate_handle(KEYS)
            labels = [one.translate(ISOLATES) for one in await keys.evaluate(LABELS)]
            found = [place for _, place in matching(label, list(zip(labels, count(), strict=False)))]
            key = (await keys.evaluate_handle(CONNECTED, found[-1])).as_element() if found else None
            if key:
                try:
                    await self._and_waits("/chat/press", key.click())
                except Error as error:
                    # The message changed beneath the finger: nothing was pressed, and another button stands there.
                    if "not attached" not in str(error):
                        raise
                    continue
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{self.name} sees no button {label!r}, only {labels}")

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        await self.sends_album([photo], words)

    async def sends_album(self, photos: list[bytes], words: str = "") -> None:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{number}.jpg" for number in range(len(photos))]
            for path, photo in zip(paths, photos, strict=True):
                path.write_bytes(photo)
            await self.page.set_input_files("#pick-photo", paths)
            await self.page.locator("#tray img").nth(len(photos) - 1).wait_for(timeout=PATIENCE * 1000)
        if words:
            await self.page.fill("#text", words)
        await self._and_waits("/chat/send", self.page.click("#send"))

    async def screen(self) -> list[Shown]:
        bubbles: list[dict[str, Any]] = await self.page.evaluate(READ)
        return [
            Shown(
                number,
                one["mine"],
                one["words"].translate(ISOLATES),
                tuple(tuple((label.translate(ISOLATES), "") for label in row) for row in one["rows"]),
                "photo" if one["photo"] else "text",
            )
            for number, one in enumerate(bubbles)
        ]

    async def hears(self, *words: str) -> Shown:
        """As soon as it stands on the page."""
        loop = asyncio.get_running_loop()
        until = loop.time() + PATIENCE
        while True:
            try:
                return await super().hears(*words)
            except AssertionError:
                if loop.time() > until:
                    raise
                await asyncio.sleep(0.05)

    async def last(self) -> Shown:
        await self._settles()
        return await super().last()

    async def photo_of(self, message: Shown) -> bytes:
        """What the browser itself has loaded."""
        source = "() => [...document.querySelectorAll('#rows .theirs img')].pop().src"
        answer = await self.page.request.get(await self.page.evaluate(source))
        return await answer.body()

    async def _settles(self) -> None:
        """Until the page shows what the server has: as many messages, with the newest words."""
        loop = asyncio.get_running_loop()
        until = loop.time() + PATIENCE
        while loop.time() < until:
            history = await self.page.evaluate(HISTORY)
            if [one.words for one in await self.screen()][-1:] == [history.translate(ISOLATES)]:
                return
            await asyncio.sleep(0.05)

    async def shows(self, path: Path) -> None:
        """A picture of the phone, for people to look at."""
        path.parent.mkdir(parents=True, exist_ok=True)
        # Pictures come after their words, and only those within sight.
        await pictures_are_there(self.page)
        await self.page.screenshot(path=path)

    async def _and_waits(self, path: str, doing: Any) -> None:
        self.street.clock.advance_a_little()
        async with self.page.expect_response(lambda answer: path in answer.url) as answered:
            await doing
        answer = await answered.value
        assert answer.ok, f"{self.name}: {path} answered {answer.status}"
        await self.street.settle()


@asynccontextmanager
async def on_the_web(street: Street) -> AsyncIterator[str]:
    """The address on loopback where phones find this street."""
    await street.bot.gateway.start()
    async with serving(street.bot.web, street.bot.gateway.stop) as address:
        yield address


async def buys_a_phone(
    street: Street, browser: Browser, address: str, name: str, locale: str, code: str = "", **looks: Any
) -> OnAPhone:
    """Opens the page for the first time, as the QR code does. `looks` may say color_scheme and the like."""
    context = await browser.new_context(
        locale=locale,
        timezone_id="Asia/Urumqi",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        **looks,
    )
    page = await context.new_page()
    async with page.expect_response(lambda answer: "/chat/open" in answer.url) as opened:
        await page.goto(f"{address}/{'#' + code if code else ''}")
    me = (await (await opened.value).json())["me"]
    phone = OnAPhone(street, name, page, me)
    await page.locator("#rows .bubble.mine").first.wait_for(timeout=PATIENCE * 1000)
    await street.settle()
    return phone
