"""Builds the parts and runs them; nothing else constructs anything."""

import asyncio
import contextlib
import logging
import random
import secrets
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import telegram
import telegram.error
import uvicorn
from starlette.types import ASGIApp
from telegram.request import BaseRequest

from bot.clock import Clock, TurnedClock, milliseconds
from bot.config import Settings
from bot.database import connecting
from bot.database.db import Database, NotSaved, Tx
from bot.database.migrations import latest, migrate
from bot.database.postgres import PostgresDatabase
from bot.database.presence import Presence, while_leading
from bot.database.sqlite import SqliteDatabase
from bot.dialogue import menu
from bot.dialogue.feature import Feature, Town
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB, Door
from bot.doors.http import request_to
from bot.doors.in_process import InHouse
from bot.gateway import Gateway, Limits
from bot.gateway.bot_api.serve import serve
from bot.gateway.files import Shelf
from bot.gateway.queues import NEWS
from bot.identity import places
from bot.identity.places import Place
from bot.identity.roles import Role
from bot.media.cleaning import Cleaner
from bot.media.picture_process import PictureProcess
from bot.media.pictures import Pictures
from bot.metrics import Metrics
from bot.open311.client import Endpoint
from bot.open311.handing_over import HandingOver
from bot.outbox import held_pictures
from bot.outbox.loop import Outbox
from bot.outbox.message import Lane
from bot.outbox.packing import Packing
from bot.outbox.rate_limits import NoPace, Pace
from bot.privacy.erasing import Erasing, remember_forgetting
from bot.privacy.forgetting import forget_again, say_goodbye_for_good
from bot.privacy.marks import Marks
from bot.relay import encryption
from bot.relay.encryption import Seal
from bot.relay.public_http import Reach
from bot.relay.sending import Deliver, Relaying, deliver_to
from bot.server.connections import server_config
from bot.services import PUBLIC_PAGES, Links, Site
from bot.storage.opening import storage_of
from bot.storage.owner import check_ours
from bot.storage.storage import Storage
from bot.translating.asking import Translating
from bot.translating.client import Machine
from bot.updates import newcomers
from bot.updates.dispatch import Dispatch
from bot.updates.receiving import ALLOWED, Apology, Polling, Webhook
from bot.web import measuring, routes
from bot.web.health import Health, Readiness, Sends
from bot.workers import crowds, standing
from bot.workers.file_fetcher import FileFetcher
from bot.workers.looking import Looking
from bot.workers.media_fetcher import Background
from bot.workers.nightly_backup import SECONDS as NIGHTLY_SECONDS
from bot.workers.nightly_backup import Nightly
from bot.workers.purse import Purse
from bot.workers.scheduler import Chore, Scheduler

log = logging.getLogger(__name__)

RECEIPTS_KEPT = timedelta(days=3)  # Telegram keeps an update for one
ASIDE_KEPT = timedelta(days=30)
GOODBYES_KEPT = timedelta(days=1)
OCCURRENCES_KEPT = timedelta(days=90)
ONCE = "demo"  # of a job whose occurrences are once in the life of a town
TOWN = "town"  # what one of several processes leads for all of them
LOOPBACK = "127.0.0.1"
SEND = "outbox"  # what is called between processes: the lanes (door and number) that have something more to send
# When the program ends: seconds for updates that were taken, and for all of it. Calls under way have their own
# (bot/outbox/loop.py); whoever sends us something has what is left.
LAST_UPDATES = 2.0
ENDS_WITHIN = 9.0
LEAST_GRACE = 1
SERVER_AGAIN = 0.5  # seconds between two tries to reach the database when the program starts
LONGEST_PAUSE = 5.0  # seconds between tries to introduce ourselves to a door


@dataclass
class App:
    """The running bot, part by part. Tests drive the parts; `run` lets them drive themselves."""

    settings: Settings
    clock: Clock
    database: Database
    presence: Presence
    town: Town
    links: Links
    site: Site
    doors: dict[str, Door]
    gateway: Gateway
    dispatch: Dispatch
    outbox: Outbox
    background: Background
    erasing: Erasing
    relaying: Relaying
    handing_over: HandingOver
    translating: Translating
    looking: Looking
    scheduler: Scheduler
    pollings: dict[str, Polling]
    webhook: Webhook | None
    readiness: Readiness
    web: ASGIApp
    closers: list[Callable[[], Awaitable[Any]]] = field(default_factory=list)

    async def prune(self) -> None:
        """Forgets what is too old to be kept; docs/privacy.md says what and when."""
        await _prune(self.database, self.clock, self.outbox, self.relaying)

    async def close(self) -> None:
        for closer in reversed(self.closers):
            await closer()


async def build(
    settings: Settings,
    clock: Clock,
    features: Sequence[Feature],
    chance: random.Random,
    telegram_request: BaseRequest | None = None,
    paces: Mapping[str, Pace] | None = None,
    connect: Callable[[str], SqliteDatabase | PostgresDatabase] | None = None,
    deliver: Deliver | None = None,
    picture_process: PictureProcess | None = None,
    reach: Reach | None = None,
    storage: Storage | None = None,
    patience: float = 0.0,
) -> App:
    """Opens and migrates the database and puts the parts together. Raises what the database raises, when its server
    does not answer for so many seconds, and Unavailable when what only the bucket knows cannot be read."""
    database, presence = _engine(settings, connect)
    await _opened(database, presence, patience)
    storage = storage or storage_of(settings)
    pictures, shelf = Pictures(storage), Shelf(storage, settings.data_dir)
    # Several may be started at once: what the first one makes, the others find.
    async with _closed_if_broken(database, presence), presence.alone("starting"):
        async with database.write() as tx:
            token = await _secret(tx, "gateway_token", lambda: f"{10**9}:{secrets.token_urlsafe(32)}")
            salt = await _secret(tx, "address_salt", lambda: secrets.token_hex(32))
            links = Links(settings.web_url, await _known_name(tx, settings))
        if storage.path("") is None:  # a folder is one's own
            await check_ours(storage, salt)
        seal = Seal(await encryption.keys(settings.relay_keys, storage, settings.data_dir))
        town = Town(tuple(features), seal, settings.relay_allow)
        await _forget_restored(database, clock, town, links, Marks(storage, settings.data_dir))
    cleaner = Cleaner(picture_process)
    gateway = Gateway(
        database, clock, shelf, token, salt.encode(), Limits(reserve=settings.disk_reserve),
        cleaner=cleaner, plain_page=PUBLIC_PAGES,
        standing=lambda tx, user_id: standing.of(tx, user_id, clock.now()),
        others=None if database.dialect == "sqlite" else presence,
    )  # fmt: skip
    doors = {WEB: Door(WEB, _web_bot(gateway, token), repeats_safely=True, files=shelf)}
    if settings.telegram_token:
        doors[TELEGRAM] = Door(TELEGRAM, _telegram_bot(settings, telegram_request), repeats_safely=False)
    paces = paces or {name: NoPace(clock) if name == WEB else Pace(clock) for name in doors}
    site = Site(database, clock, links, pictures, shelf, town.person_columns, seal.find)
    metrics = Metrics(doors, [measuring.lane_name(lane) for lane in Lane])
    outbox = Outbox(database, presence, clock, doors, paces, Packing(site, town.makers), chance, metrics.note_call)
    erasing = Erasing(database, clock, settings.data_dir, pictures, shelf, presence)
    purse = Purse(settings.data_dir, settings.disk_reserve)
    files = FileFetcher(database, clock, doors, town, links)
    background = Background(
        database, clock, doors, pictures, cleaner, purse, town, links, erasing, files, presence
    )  # fmt: skip
    reach = reach or _reach(settings)
    relaying = Relaying(database, presence, clock, seal, deliver or deliver_to(reach), chance, settings.relay_allow)
    handing_over = HandingOver(database, presence, clock, _city(settings), reach, chance)
    translating = Translating(
        database, presence, clock, _translator(settings), _reach_machine(settings, reach), chance
    )

    woken_by: dict[str, Callable[[], None]] = {
        "media": background.wake,
        "sent_files": background.wake,
        "wipes": erasing.wake,
        "erasures": erasing.wake,
        "forgotten": erasing.wake,
        "relay_posts": relaying.wake,
        "city_requests": handing_over.wake,
        "machine_translations": translating.wake,
    }

    def wake(tx: Tx) -> None:
        """Those whose tables were written to. What a trigger writes is found when they look by themselves."""
        if tx.calls:
            gateway.ring(tx.calls.get(NEWS, ()))
        if "outbox" in tx.touched:
            outbox.wake(tx.queued)
            if away := _sent_elsewhere(tx, outbox):
                presence.call({SEND: away})
        for table in tx.touched & woken_by.keys():
            woken_by[table]()
            tx.notify(TOWN, table)  # another process may be the one who leads

    def hear(tables: str) -> None:
        for table in tables.split(",") if tables else woken_by:
            woken_by[table]()

    presence.listen(TOWN, hear)
    presence.listen(SEND, partial(_hear_of_calls, outbox))
    presence.when_somebody_died(outbox.look_after_the_dead)
    looking = Looking(database, clock, woken_by)
    background.after_commit = wake
    dispatch = Dispatch(database, clock, town, links, wake, metrics.note_update)
    apologies = {name: Apology(door, clock) for name, door in doors.items()}
    pollings = {
        name: Polling(door, dispatch, apologies[name], partial(outbox.let_go, door)) for name, door in doors.items()
    }
    webhook = None
    if settings.telegram_token and settings.telegram_webhook_url:
        del pollings[TELEGRAM]
        webhook = Webhook(TELEGRAM, dispatch, apologies[TELEGRAM], settings.telegram_webhook_secret)
    chores = (
        Chore("prune", lambda: _prune(database, clock, outbox, relaying), seconds=3600),
        Chore("backup", Nightly(database, clock, settings).run, seconds=NIGHTLY_SECONDS),
        Chore("erase pictures", lambda: held_pictures.erase(database, gateway, clock.now()), seconds=60),
    )
    scheduler = Scheduler(database, clock, town, links, wake, chores)
    readiness = Readiness(
        Health(database, clock), lambda: Sends(outbox.under_way, tuple(doors), outbox.silent_doors())
    )
    looks = measuring.measuring(site, town, settings, metrics, readiness, tuple(doors), gateway.open_streams)
    app = routes.build(
        site, town, gateway.phone_routes, looks, webhook, settings.telegram_webhook_url, settings.metrics_token,
        settings.trusted_proxies,
    )  # fmt: skip
    closers: list[Callable[[], Awaitable[Any]]] = [
        database.close,
        presence.close,
        cleaner.close,
        gateway.stop,
        *(door.bot.shutdown for door in doors.values()),
    ]
    return App(
        settings, clock, database, presence, town, links, site, doors, gateway, dispatch, outbox, background, erasing,
        relaying, handing_over, translating, looking, scheduler, pollings, webhook, readiness, app, closers,
    )  # fmt: skip


def _sent_elsewhere(tx: Tx, outbox: Outbox) -> set[str]:
    """What the only sender of its door is to be woken for; in which lanes nobody knows when none is named."""
    if not tx.queued:
        return {""}
    return {f"{door} {lane}" for door, lane in tx.queued if not outbox.sends(door)}


def _hear_of_calls(outbox: Outbox, words: str) -> None:
    lanes = [lane.split(" ") for lane in words.split(",")] if words else []
    outbox.wake([(door, int(lane)) for door, lane in lanes])


def _engine(
    settings: Settings, connect: Callable[[str], SqliteDatabase | PostgresDatabase] | None
) -> tuple[SqliteDatabase | PostgresDatabase, Presence]:
    url, past_pooler = settings.database_url, settings.database_session_url
    database = connect(url) if connect else connecting.connect(url, past_pooler, settings.database_connections)
    # Nothing that people see depends on its number.
    return database, connecting.presence(database, url, past_pooler, random.SystemRandom())


async def _opened(database: SqliteDatabase | PostgresDatabase, presence: Presence, patience: float) -> None:
    """At this program's version; of several processes one brings it there."""
    await _patiently(database.open, patience)
    async with _closed_if_broken(database, presence):
        await _patiently(presence.open, patience)
        async with presence.alone("starting"):
            await migrate(database)


@contextlib.asynccontextmanager
async def _closed_if_broken(database: Database, presence: Presence) -> AsyncIterator[None]:
    try:
        yield
    except BaseException:
        await presence.close()
        await database.close()
        raise


async def others_alive(settings: Settings) -> int:
    """How many other processes run on this database. Raises NotSaved and OSError."""
    _, presence = _engine(settings, None)
    try:
        await presence.open()
        return await presence.others()
    finally:
        await presence.close()


async def _patiently(open_it: Callable[[], Awaitable[None]], patience: float) -> None:
    """A machine that starts brings up its services in any order."""
    loop = asyncio.get_running_loop()
    began, said = loop.time(), False
    while True:
        try:
            await open_it()
        except NotSaved as error:
            if loop.time() - began >= patience:
                raise
            if not said:
                log.warning("the database does not answer yet (%s): waiting up to %.0f s for it", error, patience)
            said = True
            await asyncio.sleep(SERVER_AGAIN)
        else:
            return


async def _forget_restored(database: Database, clock: Clock, town: Town, links: Links, marks: Marks) -> None:
    """Whoever was forgotten stays so, although a backup may have been put in the place of this database."""
    await remember_forgetting(database, marks)
    async with database.write() as tx:
        here = await places.all_places(tx)
        again = await forget_again(Notices(tx, clock.now(), here[0], town, links)) if here else 0
    if again:
        log.warning("people who had been forgotten were in this database: %s, and are gone again", again)


async def ensure_place(app: App) -> tuple[Place, bool]:
    """The first place, and whether it was made just now."""
    return await first_place(app.settings, app.site)


async def first_place(settings: Settings, site: Site) -> tuple[Place, bool]:
    """The same for whoever has no doors."""
    async with site.database.write() as tx:
        await tx.lock("first place")
        existing = await places.all_places(tx)
        if existing:
            return existing[0], False
        now = milliseconds(site.clock.now())
        made = await places.make_place(
            tx, settings.place_name, settings.place_timezone, settings.place_languages, now
        )
        return made, True


async def run(app: App, ready: Callable[[], Awaitable[None]]) -> None:
    """Until SIGTERM or SIGINT. `ready` is called when the page answers."""
    settings = app.settings
    config = server_config(app.web, settings.web_host, settings.web_port, settings.trusted_proxies, LEAST_GRACE)
    server = _Server(config)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, server.asked_to_end)
    await app.gateway.start()
    await app.outbox.recover()
    serving = asyncio.create_task(server.serve())
    working = asyncio.create_task(_work(app))
    announcing = asyncio.create_task(_announce(server, ready))
    stopping = asyncio.create_task(server.stopping.wait())
    await asyncio.wait({serving, working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    await _drain(app, server, working, announcing, stopping)
    await serving
    if working.done() and not working.cancelled() and (error := working.exception()):
        raise error


async def _drain(app: App, server: "_Server", *tasks: asyncio.Task[Any]) -> None:
    """Says so, takes nothing new, finishes what is under way, and then lets whoever is still sending finish."""
    loop = asyncio.get_running_loop()
    app.readiness.drain()
    await asyncio.sleep(app.settings.drain_seconds)
    began = loop.time()
    if app.webhook is not None:
        app.webhook.stop()
    # While the outbox still sends, since these have answers.
    await asyncio.gather(*(polling.stop(LAST_UPDATES) for polling in app.pollings.values()))
    for task in tasks:
        task.cancel()
    await asyncio.gather(app.scheduler.stop(), *tasks, return_exceptions=True)
    await app.gateway.stop()
    server.stop(round(ENDS_WITHIN - (loop.time() - began)))


async def run_gateway(
    settings: Settings, clock: Clock, token: str, port: int, ready: Callable[[], None] = lambda: None
) -> None:
    """The web chat alone, for another bot that calls its Bot API on loopback."""
    database, presence = _engine(settings, None)
    await _opened(database, presence, 0.0)
    try:
        shelf = Shelf(storage_of(settings), settings.data_dir)
        gateway = Gateway(database, clock, shelf, token, secrets.token_bytes(32))
        await serve(gateway, LOOPBACK, port, ready)
    finally:
        await presence.close()
        await database.close()


class _Server(uvicorn.Server):
    """Ends when we say so: uvicorn's own signal handling would end the process in the middle of our work."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self.stopping = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Any:
        yield

    def asked_to_end(self) -> None:
        self.stopping.set()

    def stop(self, grace: int) -> None:
        """`grace` is in seconds, for requests that are being read or answered."""
        self.config.timeout_graceful_shutdown = max(LEAST_GRACE, grace)
        self.should_exit = True


async def _work(app: App) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(app.presence.run(latest()))
        _begin_sending(app, group)
        group.create_task(while_leading(app.presence, TOWN, partial(_lead, app)))
        if isinstance(app.clock, TurnedClock):
            group.create_task(app.clock.follow(app.scheduler.turned))


async def _lead(app: App) -> None:
    """What one process does for all: what is due by the clock, and what is fetched, erased and sent elsewhere."""
    async with asyncio.TaskGroup() as group:
        group.create_task(app.scheduler.run())
        if app.database.dialect != "sqlite":
            group.create_task(app.looking.run())
        group.create_task(app.background.run())
        group.create_task(app.erasing.run())
        group.create_task(app.relaying.run())
        group.create_task(app.handing_over.run())
        group.create_task(app.translating.run())


def _begin_sending(app: App, group: asyncio.TaskGroup) -> None:
    """One process does everything. Of several each answers in the web chat, and one alone speaks with Telegram."""
    if app.database.dialect == "sqlite":
        group.create_task(app.outbox.run())
        for name, door in app.doors.items():
            group.create_task(_open_door(app, name, door))
        return
    group.create_task(app.outbox.run(WEB))
    group.create_task(_open_door(app, WEB, app.doors[WEB]))
    group.create_task(while_leading(app.presence, "web chat", partial(_lead_web_chat, app)))
    if TELEGRAM in app.doors:
        group.create_task(_patiently_at(TELEGRAM, partial(learn_name, app, app.doors[TELEGRAM])))
        # Who speaks for another token is somebody else: what stands before its colon is the bot's id.
        name = f"sender {app.settings.telegram_token.partition(':')[0]}"
        group.create_task(while_leading(app.presence, name, partial(_speak_with_telegram, app)))


async def _lead_web_chat(app: App) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(app.gateway.keep_house())
        group.create_task(app.outbox.look(WEB))


async def _speak_with_telegram(app: App) -> None:
    await _patiently_at(TELEGRAM, partial(app.outbox.take_up, TELEGRAM))
    async with asyncio.TaskGroup() as group:
        group.create_task(app.outbox.run(TELEGRAM))
        group.create_task(app.outbox.look(TELEGRAM))
        group.create_task(_open_door(app, TELEGRAM, app.doors[TELEGRAM]))


async def _open_door(app: App, name: str, door: Door) -> None:
    """Introduces us and receives; a door that does not answer yet keeps nobody else waiting."""
    await _patiently_at(name, partial(introduce, app, name, door))
    if name in app.pollings:
        await app.pollings[name].run()


async def _patiently_at(name: str, do: Callable[[], Awaitable[None]]) -> None:
    pause = 1.0
    while True:
        try:
            await do()
            break
        except (telegram.error.TelegramError, NotSaved) as error:
            log.warning("door %s: %s, trying again in %.0f s", name, type(error).__name__, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)


async def introduce(app: App, name: str, door: Door) -> None:
    """Learns our own name, hangs out the commands, and says how updates shall come. Raises TelegramError."""
    await say_name(app, name, door)
    await _hang_out_commands(app, door)
    if name in app.pollings:
        await door.bot.delete_webhook()
    else:
        settings = app.settings
        await door.bot.set_webhook(
            settings.telegram_webhook_url, secret_token=settings.telegram_webhook_secret, allowed_updates=ALLOWED
        )


async def say_name(app: App, name: str, door: Door) -> None:
    """What we are called is Telegram's to say at its door, and ours at our own. Raises TelegramError."""
    await door.bot.initialize()
    if name == TELEGRAM:
        await learn_name(app, door)
    else:
        place, _ = await ensure_place(app)
        await door.bot.set_my_name(place.name)


async def learn_name(app: App, door: Door) -> None:
    """What we are called at Telegram; kept, so that links are whole before Telegram has answered. Raises
    TelegramError."""
    await door.bot.initialize()
    name = door.bot.username
    async with app.database.write() as tx:
        if name != await _known_name(tx, app.settings):
            await tx.run(
                "INSERT INTO secrets (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                _name_of(app.settings),
                name,
            )
    app.links.telegram = name


async def _known_name(tx: Tx, settings: Settings) -> str | None:
    if not settings.telegram_token:
        return None
    return await tx.one(str, "SELECT value FROM secrets WHERE name = ?", _name_of(settings))


def _name_of(settings: Settings) -> str:
    """With another token we are somebody else: what stands before its colon is the bot's id."""
    return f"name at Telegram of {settings.telegram_token.partition(':')[0]}"


async def _hang_out_commands(app: App, door: Door) -> None:
    """Commands are the same in every language, their descriptions are not."""
    for language in (None, *app.settings.place_languages):
        found = menu.commands(app.town, frozenset({Role.RESIDENT}), language or app.settings.place_languages[0])
        named = [(one["command"], one["description"]) for one in found]
        await door.bot.set_my_commands(named, language_code=language)


async def _announce(server: _Server, ready: Callable[[], Awaitable[None]]) -> None:
    await server.listening.wait()
    await ready()


async def _prune(database: Database, clock: Clock, outbox: Outbox, relaying: Relaying) -> None:
    now = clock.now()
    async with database.write() as tx:
        await tx.run("DELETE FROM receipts WHERE received_at < ?", milliseconds(now - RECEIPTS_KEPT))
        await tx.run("DELETE FROM kept_aside WHERE kept_at < ?", milliseconds(now - ASIDE_KEPT))
        await newcomers.prune(tx, milliseconds(now - newcomers.KEPT))
        await crowds.prune(tx, milliseconds(now - crowds.KEPT))
        await say_goodbye_for_good(tx, milliseconds(now - GOODBYES_KEPT))
        kept = milliseconds(now - OCCURRENCES_KEPT)
        await tx.run("DELETE FROM occurrences WHERE happened_at < ? AND job <> ?", kept, ONCE)
    await outbox.prune()
    await relaying.prune()
    # What was deleted by now; while somebody reads on, it is the next time.
    await database.empty_log()


async def _secret(tx: Tx, name: str, make: Callable[[], str]) -> str:
    """Made on the first start, the same ever after."""
    found = await tx.one(str, "SELECT value FROM secrets WHERE name = ?", name)
    if found is None:
        found = make()
        await tx.run("INSERT INTO secrets (name, value) VALUES (?, ?)", name, found)
    return found


def _reach(settings: Settings) -> Reach:
    authority = str(settings.relay_ca) if settings.relay_ca else None
    return Reach(authority=authority, hosts=settings.relay_allow)


def _city(settings: Settings) -> Endpoint | None:
    if not settings.open311_url:
        return None
    return Endpoint(settings.open311_url, settings.open311_jurisdiction, settings.open311_key, settings.open311_email)


def _translator(settings: Settings) -> Machine | None:
    if not settings.translate_url:
        return None
    return Machine(
        settings.translate_url,
        settings.translate_model,
        settings.translate_pairs,
        settings.translate_a_day,
        settings.translate_key,
    )


def _reach_machine(settings: Settings, reach: Reach) -> Reach:
    """A model beside us, at an address of loopback, is whom the operator means when she writes that."""
    parts = urlsplit(settings.translate_url)
    if parts.scheme != "http" or not parts.hostname:
        return reach
    return replace(reach, hosts=reach.hosts | {(parts.hostname, parts.port or 80)})


def _web_bot(gateway: Gateway, token: str) -> telegram.Bot:
    # The host is never looked up: the gateway is in this process.
    base = "http://gateway"
    return telegram.Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=InHouse(gateway.bot_api),
        get_updates_request=InHouse(gateway.bot_api),
    )


def _telegram_bot(settings: Settings, request: BaseRequest | None) -> telegram.Bot:
    base = settings.telegram_api_url
    return telegram.Bot(
        settings.telegram_token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request or request_to(15),
        get_updates_request=request or request_to(15),
    )
