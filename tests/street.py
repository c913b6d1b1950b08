"""A street for tests: the whole bot with a real database, both doors, a clock in our hands, and no loops.

Nothing runs by itself: `settle` lets updates in, pictures be fetched and messages out until all is quiet.
"""

import asyncio
import atexit
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bot import app as machine
from bot.clock import milliseconds
from bot.config import Bucket, Settings
from bot.database.postgres import PostgresDatabase
from bot.database.sqlite import SqliteDatabase
from bot.dialogue.feature import Feature
from bot.doors.door import TELEGRAM, WEB
from bot.identity import people, roles
from bot.identity.invites import make_invite
from bot.identity.places import Place
from bot.identity.roles import Role
from bot.media.picture_process import PictureProcess
from bot.outbox.rate_limits import NoPace
from bot.relay.public_http import NotFound, Reach
from bot.relay.sending import Deliver, deliver_to
from tests import ready_database
from tests.neighbour import AGREE, Neighbour, OnTelegram, OnTheWeb
from tests.telegram_server import TOKEN, FakeTelegram, Straight, person

MORNING = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # Monday, 12:00 in Beijing, 10:00 in Urumqi
# One for all streets of this process: a test is not there to wait for it to start.
PICTURES = PictureProcess()
atexit.register(PICTURES.close)
Connect = Callable[[str], SqliteDatabase | PostgresDatabase]
# What is looked into by whoever works in a street.
LOOKED_INTO = {
    WEB: ("gateway_updates",),
    "background": ("media WHERE state = 'waiting'", "erasures", "wipes", "sent_files", "forgotten"),
    "outbox": ("outbox WHERE state IN ('waiting', 'sending')",),
    "relaying": ("relay_posts",),
}
_ANY = "EXISTS (SELECT 1 FROM {})"
WAITS = "SELECT " + ", ".join(" OR ".join(map(_ANY.format, tables)) for tables in LOOKED_INTO.values())
MANY = 60  # rounds after which a street that is not quiet is talking to itself


class FakeClock:
    """Stands still until somebody moves it."""

    def __init__(self, start: datetime = MORNING) -> None:
        self._now = start
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, by: timedelta) -> None:
        self._now += by
        self._monotonic += by.total_seconds()

    def advance_a_little(self) -> None:
        """The second somebody needs to do the next thing."""
        self.advance(timedelta(seconds=1))


class Street:
    def __init__(self, bot: machine.App, place: Place, telegram: FakeTelegram, clock: FakeClock) -> None:
        self.bot = bot
        self.place = place
        self.telegram = telegram
        self.clock = clock
        self._next_user = 1000
        self._asked = False
        self._one_asks = asyncio.Lock()

    async def neighbour(self, name: str, door: str = WEB, language: str = "zh") -> Neighbour:
        """Somebody who has never spoken to the bot."""
        self._next_user += 1
        if door == TELEGRAM:
            return OnTelegram(self, name, person(self.telegram, self._next_user, name, language))
        transport = httpx.ASGITransport(app=self.bot.web, client=(self._address(), 4000))
        # Nothing is packed that goes nowhere; a real client asks for it in tests/running and tests/browser.
        headers = {"Origin": "http://nestbox.test", "Accept-Encoding": "identity"}
        client = httpx.AsyncClient(transport=transport, base_url="http://nestbox.test", headers=headers)
        one = OnTheWeb(self, name, client)
        await one.opens(language)
        return one

    def _address(self) -> str:
        """Everybody comes over a line of her own."""
        high, low = divmod(self._next_user, 250)
        return f"10.1.{high}.{low + 1}"

    async def arrives(self, name: str, door: str = WEB, language: str = "zh", role: Role | None = None) -> Neighbour:
        """Somebody who has chosen a language and agreed, with a role given without ceremony."""
        one = await self.neighbour(name, door, language)
        await one.says("/start")
        await one.presses({"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}[language])
        await one.presses(*AGREE)
        if role is not None:
            await self.gives(one, role)
        return one

    async def gives(self, one: Neighbour, role: Role) -> None:
        async with self.bot.database.write() as tx:
            speaker = await people.find_speaker(tx, one.door, one.user_id)
            assert speaker is not None
            await roles.give(tx, speaker.person.id, self.place.id, role, 1)

    async def takes_up(self, one: Neighbour, code: str) -> None:
        """Opens the link of a role, and says her name where nobody knows it yet."""
        await one.says(f"/start {code}")
        async with self.bot.database.read() as tx:
            speaker = await people.find_speaker(tx, one.door, one.user_id)
        if speaker is not None and (speaker.question or "").startswith("team.hear_name"):
            await one.says(one.name)

    async def person_id(self, one: Neighbour) -> int:
        async with self.bot.database.read() as tx:
            speaker = await people.find_speaker(tx, one.door, one.user_id)
        assert speaker is not None
        return speaker.person.id

    async def invite(self, role: Role) -> str:
        """What `/start` must carry to take up the role."""
        async with self.bot.database.write() as tx:
            return await make_invite(tx, self.place.id, role, None, self.clock.now())

    async def settle(self) -> None:
        """Until nobody has anything to say any more."""
        for _ in range(MANY):
            waits = await self._what_waits()
            moved = 0
            for name, polling in self.bot.pollings.items():
                if waits[name]:
                    async with self._one_asks:  # a door is asked by one at a time, also where two people do something
                        moved += await polling.poll(0)
            if moved:
                waits = await self._what_waits()
            if waits["background"]:
                moved += await self.bot.background.fetch_due()
            if waits["outbox"]:
                moved += await self.bot.outbox.send_due()
            if waits["relaying"]:
                moved += await self.bot.relaying.send_due()
            # These two know without a question to the database that nobody employs them.
            moved += await self.bot.handing_over.work_due()
            moved += await self.bot.translating.work_due()
            if not moved:
                return
        raise AssertionError("the street does not become quiet")

    async def _what_waits(self) -> dict[str, bool]:
        """Who would find anything, due or not; the first time everybody is asked, who may have to begin.

        Asked one after another they would take eleven transactions to find nothing, two or three times a step.
        """
        async with self.bot.database.read() as tx:
            found = await tx.one(lambda *seen: seen, WAITS)
        assert found is not None
        first, self._asked = not self._asked, True
        waits = {name: bool(some) or first for name, some in zip(LOOKED_INTO, found, strict=True)}
        waits[TELEGRAM] = bool(first or self.telegram.updates.pending or self.telegram.faults)
        return waits

    async def later(self, **time: float) -> None:
        """`later(hours=3)`: the clock moves, what is due happens."""
        self.clock.advance(timedelta(**time))
        await self.tick()

    async def until(self, moment: datetime) -> None:
        await self.later(seconds=(moment - self.clock.now()).total_seconds())

    async def tick(self) -> None:
        """What is due by the clock happens, and what follows from it."""
        await self.settle()
        await self.bot.scheduler.tick()
        await self.settle()

    def now_ms(self) -> int:
        return milliseconds(self.clock.now())


async def _nobody(host: str, port: int) -> list[tuple[str, int]]:
    """Nothing leaves loopback: a test that relays says where to."""
    raise NotFound(host)


@asynccontextmanager
async def open_street(
    folder: Path,
    features: Sequence[Feature],
    database_url: str = "",
    clock: FakeClock | None = None,
    telegram: FakeTelegram | None = None,
    deliver: Deliver | None = None,
    connect: Connect = ready_database.connect,
    open311: str = "",
    reach: Reach | None = None,
    translate: str = "",
    translate_a_day: int = 200,
    bucket: Bucket | None = None,
) -> AsyncIterator[Street]:
    clock = clock or FakeClock()
    telegram = telegram or FakeTelegram(wall=lambda: clock.now().timestamp(), monotonic=clock.monotonic)
    settings = Settings(
        telegram_token=TOKEN,
        telegram_api_url="http://telegram.test",
        telegram_webhook_url="",
        telegram_webhook_secret="",
        web_host="127.0.0.1",
        web_port=8080,
        web_url="http://nestbox.test",
        data_dir=folder,
        database_url=database_url or f"sqlite:///{folder / 'nestbox.db'}",
        place_name="L 店",
        place_timezone="Asia/Urumqi",
        place_languages=("zh", "ug", "en"),
        log_level="DEBUG",
        bucket=bucket,
        open311_url=open311,
        open311_jurisdiction="city.example" if open311 else "",
        open311_key="key-of-the-test" if open311 else "",
        open311_email="team@nestbox.test" if open311 else "",
        translate_url=translate,
        translate_key="key-of-the-machine" if translate else "",
        translate_model="small" if translate else "",
        translate_pairs=(("zh", "en"), ("en", "zh")) if translate else (),
        translate_a_day=translate_a_day,
    )
    paces = {name: NoPace(clock) for name in (WEB, TELEGRAM)}
    bot = await machine.build(
        settings, clock, features, random.Random(1), Straight(telegram), paces, connect,
        deliver or deliver_to(Reach(_nobody)), PICTURES, reach or Reach(_nobody),
    )  # fmt: skip
    try:
        place, _ = await machine.ensure_place(bot)
        for name, door in bot.doors.items():
            # Whoever agrees is shown a list of commands of her own; the one for all others hangs out in
            # tests/running and in the browser. Here it would be a sixth of what a story costs.
            await machine.say_name(bot, name, door)
        yield Street(bot, place, telegram, clock)
    finally:
        await bot.close()
