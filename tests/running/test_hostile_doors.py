"""What the running program says to those who knock in odd ways, to a proxy, and to whoever watches over it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.server.headers import HEADERS
from tests.running.town import Town, town

WORD = "a-word-that-nobody-guesses"
PROXIED = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}


@pytest.mark.parametrize("proxies", ["", "127.0.0.1"], ids=["no proxy", "a named proxy"])
async def test_every_answer_is_protected_and_nobody_is_believed_who_is_not_named(
    tmp_path: Path, proxies: str
) -> None:
    async with town(tmp_path, TRUSTED_PROXIES=proxies, METRICS_TOKEN=WORD) as here:
        here.expects("Invalid HTTP request received")
        here.expects("not in TRUSTED_PROXIES")
        async with httpx.AsyncClient(base_url=here.url, headers={"Accept-Language": "en"}) as client:
            await _odd_requests(here, client)
            await _through_a_proxy(client, named=bool(proxies))
            await _metrics(client)
        assert here.log().count("not in TRUSTED_PROXIES") == (0 if proxies else 1)
        assert here.log().count("Invalid HTTP request received") == 1
        if proxies:
            await _health(here)
        private = [path for path in here.data.rglob("*") if path.stat().st_mode & 0o077]
        assert not private, f"others on this machine may read {private}"


async def _odd_requests(here: Town, client: httpx.AsyncClient) -> None:
    answers = {
        404: await client.get("/nothing/here"),
        405: await client.delete("/healthz"),
        413: await client.post(
            "/chat/open",
            content=b'"' + b"x" * 300_000,
            headers={"Content-Type": "application/json", "Origin": here.url},
        ),
    }
    for status, answer in answers.items():
        assert answer.status_code == status
        missing = [name for name in HEADERS if name not in answer.headers]
        assert not missing, f"{status} comes without {missing}"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answers[404].text == "Nothing is to be found at this address. The chat is at the front page.\n"
    page = await client.get("/nothing", headers={"Accept": "text/html", "Accept-Language": "ug"})
    assert 'lang="ug" dir="rtl"' in page.text
    for _ in range(30):
        reader, writer = await asyncio.open_connection("127.0.0.1", here.port)
        writer.write(b"\x16\x03\x01 hello?\r\n\r\n")
        assert (await reader.read()).startswith(b"HTTP/1.1 400 ")
        writer.close()


async def _through_a_proxy(client: httpx.AsyncClient, named: bool) -> None:
    secured = await client.get("/", headers=PROXIED)
    assert ("Strict-Transport-Security" in secured.headers) == named
    origin = {"Origin": str(client.base_url).rstrip("/")}
    opened = await client.post("/chat/open", json={}, headers=PROXIED | origin)
    assert ("Secure" in opened.headers["Set-Cookie"]) == named
    assert "Strict-Transport-Security" not in (await client.get("/")).headers


async def _metrics(client: httpx.AsyncClient) -> None:
    assert "nestbox_outbox_rows" in (await client.get("/metrics")).text
    for stranger in (PROXIED, {"X-Forwarded-For": "127.0.0.1"}, {"Host": "nestbox.example.org"}):
        assert (await client.get("/metrics", headers=stranger)).status_code == 403
    with_word = PROXIED | {"Authorization": f"Bearer {WORD}"}
    assert (await client.get("/metrics", headers=with_word)).status_code == 200


async def _health(here: Town) -> None:
    """Another program holds the database: nothing can be saved."""
    here.expects("not saved")
    here.expects("does not save")
    async with httpx.AsyncClient(base_url=here.url, timeout=30) as client:

        async def status() -> int:
            return (await client.get("/readyz")).status_code

        assert await status() == 200
        await here.turn(seconds=6)  # what was answered last is old by now
        with closing(sqlite3.connect(here.data / "nestbox.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await _until(status, 503)
            other.execute("ROLLBACK")
        await here.turn(seconds=6)
        await _until(status, 200)


async def _until(status: Callable[[], Awaitable[int]], wanted: int) -> None:
    for _ in range(200):
        if await status() == wanted:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"never {wanted}")
