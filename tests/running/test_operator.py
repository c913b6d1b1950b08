"""An operator's evening: the program ends well in the middle of everything, and what it logs is read by programs."""

import asyncio
import json
import re
import sys
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx

from tests.bench import nestbox as seeds
from tests.bench.programs import ROOT
from tests.pictures import photograph
from tests.postgres import path_with_tools
from tests.running.town import OnTheWire, Town, town

FIRST_TOLD, TOLD = 100_000, 200
DRAIN = 1  # seconds
ENDS_WITHIN = 10.0  # seconds after it takes nothing more
TEN_MINUTES = 600.0  # seconds
IDEA = "把洞口筑成鸟巢的形状"
BOUNDARY = "x-the-test-x"
HEAD = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="txn"\r\n\r\nslow-one\r\n'
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="kind"\r\n\r\nphoto\r\n'
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
    "Content-Type: image/jpeg\r\n\r\n"
).encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()


class Slow:
    """A phone at the edge of its network, that sends the rest of its photo when it is told to."""

    def __init__(self, one: OnTheWire, photo: bytes) -> None:
        self._one = one
        self._whole = HEAD + photo + TAIL
        self.half_way, self.goes_on = asyncio.Event(), asyncio.Event()

    async def sends(self) -> httpx.Response:
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "Content-Length": str(len(self._whole)),
        }
        return await self._one.client.post("/chat/send", content=self._pieces(), headers=headers)

    async def _pieces(self) -> AsyncIterator[bytes]:
        middle = len(self._whole) // 2
        yield self._whole[:middle]
        self.half_way.set()
        await self.goes_on.wait()
        yield self._whole[middle:]


async def readiness(here: Town) -> tuple[int, list[str]]:
    """As a proxy asks; 0 when nobody answers any more."""
    try:
        async with httpx.AsyncClient(base_url=here.url, timeout=5) as proxy:
            answer = await proxy.get("/readyz")
    except httpx.HTTPError:
        return 0, []
    return answer.status_code, answer.json()["reasons"]


async def listens(one: OnTheWire) -> str:
    """An open page, until the program lets it go."""
    heard = ""
    async with one.client.stream("GET", "/chat/events", params={"after": -1}) as stream:
        async for line in stream.aiter_text():
            heard += line
    return heard


async def test_a_program_that_is_asked_to_end_finishes_a_broadcast_and_an_upload_and_leaves_nothing_unsure(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    await asyncio.to_thread(seeds.seed_people, data, FIRST_TOLD, TOLD)
    begins = datetime.now(UTC)
    async with town(tmp_path, telegram=True, begins=begins, dev=False, DRAIN_SECONDS=str(DRAIN)) as here:
        fake = here.fake
        assert fake is not None
        fake.does("people", first_id=FIRST_TOLD, count=TOLD)
        aygul = await here.arrives("Aygul")
        await here.stop()
        await asyncio.to_thread(seeds.seed_broadcast, data, FIRST_TOLD, TOLD)
        fake.does("limits", on=True)
        await here.start()
        await here.until(lambda: told(here) > 20)
        assert await readiness(here) == (200, [])
        slow = Slow(aygul, photograph(7))
        upload, page = asyncio.create_task(slow.sends()), asyncio.create_task(listens(aygul))
        await slow.half_way.wait()

        here.asks_to_end()
        began = time.monotonic()
        while (found := await readiness(here)) == (200, []):
            assert time.monotonic() - began < 5
        assert found == (503, ["draining"])  # said while everything else still goes on
        while await readiness(here) == (503, ["draining"]):
            assert time.monotonic() - began < ENDS_WITHIN
            await asyncio.sleep(0.05)
        slow.goes_on.set()  # when nobody new is let in any more
        assert (await upload).status_code == 200
        assert await here.ended(ENDS_WITHIN + DRAIN) == 0
        took = time.monotonic() - began
        await page
        print(f"asked to end with {TOLD - told(here)} of {TOLD} still to be told: ended after {took:.1f} s")
        assert took < ENDS_WITHIN + DRAIN
        assert not here.ask("SELECT 1 FROM outbox WHERE state IN ('uncertain', 'sending')")
        assert 20 < told(here) < TOLD

        await here.start()
        await here.until(lambda: told(here) == TOLD, 60.0)
        await here.until(here.quiet)
        for number in range(TOLD):
            heard = fake.does("transcript", id=FIRST_TOLD + number)
            assert len([one for one in heard if one["from_bot"]]) == 1
        await aygul.hears("已经帮您留好了")  # the photo is there, and she is asked what it is


def told(here: Town) -> int:
    return int(here.ask("SELECT count(*) FROM outbox WHERE state = 'sent' AND campaign IS NOT NULL")[0][0])


async def test_a_log_of_json_has_one_object_a_line_whatever_people_are_called_and_write(tmp_path: Path) -> None:
    async with town(tmp_path, LOG_FORMAT="json") as here:
        mallory = await here.joins("Mallory", "volunteer", "en")
        evil = 'Eve\n{"level": "CRITICAL"}\x1b[2K \u202e"}'
        await mallory.says(f"/name {evil}")
        await mallory.says(evil)
        await here.stop()
        lines = [json.loads(line) for line in here.log().splitlines()]
        assert all({"time", "level", "logger", "message"} <= set(line) for line in lines)
        assert {line["level"] for line in lines} <= {"INFO", "DEBUG"}
        updates = [line for line in lines if "update_id" in line]
        assert len({(line["door"], line["update_id"]) for line in updates}) == len(updates) > 4
        assert all({"door", "outcome", "seconds"} <= set(line) for line in updates)
        for words in ("Mallory", "Eve", "CRITICAL", "\x1b"):
            assert words not in here.log()
        await here.start()


def drill(engine: str) -> str:
    """The lines of docs/operating.md, as they stand there."""
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    match = re.search(rf"<!-- drill {engine} -->\n```\n(.*?)```", page, re.DOTALL)
    assert match is not None
    return match[1]


async def as_a_stranger(folder: Path, lines: str, **more: str) -> tuple[str, float]:
    """Who types what the page says, in the folder with `data/`; returns what she reads and how long it took."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{path_with_tools()}",
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    } | more
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        "bash", "-e", "-c", lines,
        cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), TEN_MINUTES)
    words = said.decode()
    assert process.returncode == 0, words
    return words, time.monotonic() - began


async def lives_a_little(here: Town) -> None:
    aygul = await here.arrives("Aygul")
    await aygul.sends_photo(photograph(3), IDEA)
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await aygul.hears("1 号")


def before_the_last(lines: str, more: str) -> str:
    *rest, last = lines.rstrip().splitlines()
    return "\n".join([*rest, more, last])


async def test_a_stranger_does_the_drill_within_ten_minutes(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await lives_a_little(here)
        asks = "sqlite3.connect('drill/nestbox.db').execute('SELECT words FROM ideas').fetchall()"
        looks = f'python -c "import sqlite3; print({asks})"; find drill/media -type f | wc -l'
        lines = before_the_last(drill("sqlite"), looks)
        said, took = await as_a_stranger(tmp_path, lines, PLACE_NAME="小店", CLOCK_FILE=str(tmp_path / "clock"))
        print(f"the drill took {took:.0f} s")
        assert took < TEN_MINUTES
        assert "Restored: " in said
        assert IDEA in said
        assert re.search(r"^2$", said, re.MULTILINE), said  # the picture and its thumbnail
        assert "http://127.0.0.1:8099/#p-" in said
        assert "✗" not in said
        assert not (tmp_path / "drill").exists()
        await (await here.arrives("Memet")).says("/1")  # the one in use went on


async def test_a_stranger_does_the_drill_on_postgres(
    tmp_path: Path, new_postgres: Callable[..., str], ready_postgres: str
) -> None:
    url, empty = new_postgres(ready_postgres), new_postgres()
    async with town(tmp_path, DATABASE_URL=url):
        looks = 'psql "$DRILL_URL" --tuples-only --command="SELECT name FROM places"'
        lines = before_the_last(drill("postgres"), looks)
        more = {"DATABASE_URL": url, "DRILL_URL": empty, "PLACE_NAME": "小店", "CLOCK_FILE": str(tmp_path / "clock")}
        said, took = await as_a_stranger(tmp_path, lines, **more)
        print(f"the drill on PostgreSQL took {took:.0f} s")
        assert took < TEN_MINUTES
        assert "Restored: " in said
        assert "小店" in said
        assert "http://127.0.0.1:8099/#p-" in said
        assert "✗" not in said
