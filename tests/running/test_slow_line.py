"""T13: a page far away on a line that is cut again and again. Nothing is missing, and nothing is there twice."""

import asyncio
import contextlib
import json
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

from tests.lengths import length
from tests.pictures import photograph
from tests.running.slow_line import SlowLine
from tests.running.town import town

CUTS = length(12, 100)
ROUND_TRIP, UPWARDS = 0.4, 20_000  # seconds, bytes a second
LONGEST = 2.5  # seconds between two cuts: a photo needs the longer ones


class Page:
    """What the page's script does: it listens and resumes by Last-Event-ID, and sends again with the same `txn`."""

    def __init__(self, url: str, cookies: httpx.Cookies, cursor: int) -> None:
        self._client = httpx.AsyncClient(base_url=url, headers={"Origin": url}, cookies=cookies, timeout=8)
        self.events: list[tuple[int, str, dict[str, Any]]] = []
        self.resumed = 0
        self.repeated = 0
        self._cursor = cursor

    async def close(self) -> None:
        await self._client.aclose()

    async def listens(self) -> None:
        """For ever."""
        while True:
            last = {"Last-Event-ID": str(self.events[-1][0] if self.events else self._cursor)}
            with contextlib.suppress(httpx.TransportError):
                async with self._client.stream("GET", "/chat/events", headers=last) as answer:
                    block: dict[str, str] = {}
                    async for line in answer.aiter_lines():
                        if not line:
                            self._take(block)
                            block = {}
                        elif not line.startswith(":"):
                            name, _, value = line.partition(": ")
                            block[name] = value
            self.resumed += 1
            await asyncio.sleep(0.05)

    def _take(self, block: dict[str, str]) -> None:
        if "id" in block:
            self.events.append((int(block["id"]), block["event"], json.loads(block["data"])))

    async def says(self, txn: str, words: str) -> None:
        await self._until_taken(lambda: self._client.post("/chat/send", json={"txn": txn, "text": words}))

    async def sends_photo(self, txn: str, photo: bytes) -> None:
        form = {"txn": txn, "kind": "photo", "text": ""}
        files = [("file", ("photo.jpg", photo, "image/jpeg"))]
        await self._until_taken(lambda: self._client.post("/chat/send", data=form, files=files))

    async def _until_taken(self, send: Callable[[], Awaitable[httpx.Response]]) -> None:
        while True:
            with contextlib.suppress(httpx.TransportError):
                answer = await send()
                if answer.status_code != 429:
                    assert answer.status_code == 200, answer.text
                    return
                await asyncio.sleep(answer.json()["retry_after"])
            self.repeated += 1

    async def history(self) -> list[dict[str, Any]]:
        while True:
            with contextlib.suppress(httpx.TransportError):
                answer = await self._client.get("/chat/history", params={"limit": 100})
                return list(answer.json()["messages"])


async def _cuts(line: SlowLine, chance: random.Random) -> None:
    while line.cuts < CUTS:
        await asyncio.sleep(chance.uniform(0.2, LONGEST))
        line.cut()


async def test_on_a_far_line_that_is_cut_again_and_again_every_message_is_there_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here, SlowLine(here.port, ROUND_TRIP, UPWARDS) as line:
        li, chance = await here.arrives("Li", "en"), random.Random(4714)
        before = (await li.client.get("/chat/history")).json()
        page = Page(line.url, li.client.cookies, before["cursor"])
        listening, cutting = asyncio.create_task(page.listens()), asyncio.create_task(_cuts(line, chance))
        await page.sends_photo("photo", photograph(160, 120))
        said = 0
        while not cutting.done():
            said += 1
            await page.says(f"t{said}", f"/{said}")
        await cutting
        await here.until(here.quiet)
        kept = [one for one in await page.history() if one["id"] > before["messages"][-1]["id"]]
        # The page that was cut off hears the rest by itself.
        newest = max(message["id"] for message in kept)
        await here.until(lambda: any(data.get("id") == newest for _, _, data in page.events))
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await page.close()

        numbers = [number for number, _, _ in page.events]
        told = [data["id"] for _, kind, data in page.events if kind == "message"]
        mine = [message["text"] for message in kept if message["from"] == "me" and message["text"]]
        print(
            f"{line.cuts} cuts at {ROUND_TRIP * 1000:.0f} ms and {UPWARDS // 1000} kB/s: {said + 1} sendings,"
            f" {page.repeated} sent again, the stream resumed {page.resumed} times,"
            f" {len(told)} messages told, 0 missing, 0 twice"
        )
        assert page.resumed >= CUTS // 2
        assert numbers == sorted(set(numbers))  # no event came twice, or out of order
        assert told == sorted(set(told)) == [message["id"] for message in kept]
        assert mine == [f"/{number}" for number in range(1, said + 1)]
        answers = [message["text"] for message in kept if message["from"] == "bot"]
        assert [words for words in answers if "There is no idea" in words] == [
            f"There is no idea {number} here. Check the number, or look at the board."
            for number in range(1, said + 1)
        ]
        assert sum(bool(message.get("photo")) for message in kept) == 1
