"""The phone page with the real gateway behind it, and a small bot at the gateway's other side."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from starlette.applications import Starlette

from bot.clock import SystemClock
from bot.database import migrations
from bot.database.connecting import connect
from bot.gateway import Gateway
from tests.browser.conftest import pictures_are_there, serving
from tests.browser.test_sending import picture
from tests.shelf import shelf_in

pytestmark = pytest.mark.asyncio(loop_scope="session")
TOKEN = "4242:AAgateway-token_of-the-tests"


@dataclass
class Shop:
    """The bot's side of the counter."""

    address: str
    bot: httpx.AsyncClient
    offset: int = 0

    async def call(self, method: str, **values: Any) -> Any:
        answer = (await self.bot.post(f"/bot{TOKEN}/{method}", json=values)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def hears(self) -> dict[str, Any]:
        async with asyncio.timeout(8):
            while True:
                updates = await self.call("getUpdates", offset=self.offset, limit=1, timeout=2)
                if updates:
                    self.offset = updates[0]["update_id"] + 1
                    return dict(updates[0])


@pytest_asyncio.fixture(loop_scope="session")
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    folder = tmp_path / "migrations"
    folder.mkdir()
    for number, path in enumerate(sorted(migrations.FOLDER.glob("*_gateway*.sql")), start=1):
        copyfile(path, folder / f"{number:04}_gateway.sql")
    database = connect(f"sqlite:///{tmp_path}/shop.db")
    await database.open()
    await migrations.migrate(database, folder)
    gateway = Gateway(database, SystemClock(), shelf_in(tmp_path / "media"), TOKEN, b"secret")
    await gateway.start()
    transport = httpx.ASGITransport(gateway.bot_api)
    try:
        async with (
            serving(Starlette(routes=gateway.phone_routes), gateway.stop) as address,
            httpx.AsyncClient(transport=transport, base_url="http://gateway.test", timeout=10) as bot,
        ):
            yield Shop(address, bot)
    finally:
        await database.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, shop: Shop) -> AsyncIterator[Page]:
    context = await browser.new_context(locale="en-GB", viewport={"width": 360, "height": 740})
    page = await context.new_page()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    await page.goto(f"{shop.address}/#shop_L")
    yield page
    await context.close()
    assert complaints == []


async def test_suggesting_with_a_photo_from_start_to_receipt(page: Page, shop: Shop, tmp_path: Path) -> None:
    start = (await shop.hears())["message"]
    assert start["text"] == "/start shop_L"
    chat = start["chat"]["id"]
    keys = {"inline_keyboard": [[{"text": "💡 Suggest", "callback_data": "suggest"}]]}
    home = await shop.call("sendMessage", chat_id=chat, text="<b>Home</b>", parse_mode="HTML", reply_markup=keys)
    await page.get_by_role("button", name="Suggest").click()
    pressed = (await shop.hears())["callback_query"]
    assert pressed["data"] == "suggest"
    await shop.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Gladly")
    where = {"chat_id": chat, "message_id": home["message_id"]}
    await shop.call("editMessageText", **where, text="Send a photo")
    await expect(page.locator(".theirs .text")).to_have_text("Send a photo")
    await expect(page.locator("#toast")).to_have_text("Gladly")
    two = [picture(tmp_path / f"{n}.jpg", 640, 480) for n in range(2)]
    await page.set_input_files("#pick-photo", two)
    await page.fill("#text", "The old wall")
    await page.get_by_role("button", name="Send", exact=True).click()
    first, second = (await shop.hears())["message"], (await shop.hears())["message"]
    assert first["caption"] == "The old wall"
    assert first["media_group_id"] == second["media_group_id"]
    await shop.call("sendMessage", chat_id=chat, text="Saved ✓ no. 27, see /27")
    await page.get_by_role("button", name="/27").click()
    assert (await shop.hears())["message"]["text"] == "/27"
    await expect(page.locator(".album .photo")).to_have_count(2)
    await page.reload()
    await expect(page.locator(".album img")).to_have_count(2)
    await expect(page.locator(".row")).to_have_count(5)
    await pictures_are_there(page)
