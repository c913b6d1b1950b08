"""`python -m bot doctor`: looks at settings, database, fonts, disk and doors, and says what to do."""

import argparse
import asyncio
import platform
import shutil
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

import httpx

from bot import program
from bot.backup import copies, make
from bot.backup.restore import database_path, server
from bot.backup.second_place import place_of
from bot.cli import invariants, postgres_health
from bot.cli.invariants import Invariant
from bot.clock import SystemClock, clock_of
from bot.config import Settings
from bot.database import connecting
from bot.database.db import NotSaved
from bot.database.migrations import migrations
from bot.graphics import fonts
from bot.media.pictures import Pictures
from bot.storage.opening import storage_of

OLD_BACKUP = timedelta(days=2)
SECONDS = 10.0
PROBE = "doctor/probe"  # a file of our own, gone again a moment later

Finding = tuple[bool, str]


async def examine(settings: Settings, options: argparse.Namespace, promises: Sequence[Invariant] = ()) -> int:
    """0 when everything that must work does. `promises` are what the town adds to those of the machine."""
    checks: tuple[Callable[[Settings], Awaitable[Finding | list[Finding]]], ...] = (
        _version, _data, _database, _server, _storage, _backups, _copies, partial(_invariants, promises=promises),
        _fonts, _telegram, _address,
    )  # fmt: skip
    well = True
    for check in checks:
        found = await check(settings)
        for fine, words in found if isinstance(found, list) else [found]:
            well = well and fine
            print(("✓ " if fine else "✗ ") + words)  # noqa: T201 this is a command's answer
    return 0 if well else 1


async def _version(settings: Settings) -> Finding:
    return True, f"this is Nestbox {program.VERSION} on Python {platform.python_version()}"


async def _data(settings: Settings) -> Finding:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return False, f"{settings.data_dir} cannot be written ({error.strerror}): name another DATA_DIR"
    free = shutil.disk_usage(settings.data_dir).free
    words = f"{free // 1024**2} MB are free in {settings.data_dir}"
    enough = free > settings.disk_reserve
    return enough, words if enough else f"{words}: make room, pictures need it"


async def _database(settings: Settings) -> Finding:
    database = connecting.connect(settings.database_url)
    try:
        await database.open()
        async with database.read() as tx:
            version = await tx.one(int, "SELECT coalesce(max(number), 0) FROM schema_migrations")
    except Exception as error:  # any of two engines' errors, and all of them mean the same here
        return (
            False,
            f"the database does not open ({type(error).__name__}): start the bot once, or check DATABASE_URL",
        )
    else:
        known = len(migrations())
        words = f"the database is at version {version} of {known}"
        if (version or 0) > known:
            return False, f"{words}: a newer Nestbox has used it; install that version"
        behind = f"{words}: the next start brings it there, `{program.typed('upgrade-check')}` says what that does"
        return version == known, words if version == known else behind
    finally:
        await database.close()


async def _server(settings: Settings) -> list[Finding]:
    """Of PostgreSQL alone. By the true time, also in a drill: it is a clock that is asked about."""
    if database_path(settings) is not None:
        return []
    database = connecting.connect(server(settings))
    found: list[Finding] = []
    try:
        await database.open()
    except Exception:  # said above
        return []
    try:
        for check in postgres_health.CHECKS:
            async with database.read() as tx:
                found.append(await check(tx, SystemClock().now()))
    except NotSaved as error:
        found.append((False, f"the server ended the conversation ({error}): look into its log"))
    finally:
        await database.close()
    return found


async def _invariants(settings: Settings, promises: Sequence[Invariant]) -> Finding:
    database = connecting.connect(settings.database_url)
    try:
        await database.open()
        pictures = Pictures(storage_of(settings))
        findings = await invariants.examine(database, pictures, clock_of(settings.clock_file).now(), promises)
    except Exception as error:  # any of two engines' errors; the finding above says what to do about them
        return False, f"what must be true could not be asked ({type(error).__name__})"
    else:
        broken = [one.line for one in findings if one.broken]
        words = f"{len(findings)} invariants hold"
        return not broken, "; ".join(broken) + ": please report this" if broken else words
    finally:
        await database.close()


async def _storage(settings: Settings) -> Finding:
    """Whether the bucket lets us do all of it, and keeps what it was given."""
    if settings.bucket is None:
        return True, f"pictures and files lie in {settings.data_dir}"
    storage, where = storage_of(settings), settings.bucket.name
    try:
        await storage.put(PROBE, b"nestbox")
        listed = [one.name for one in await storage.list(PROBE.partition("/")[0])]
        whole = await storage.get(PROBE) == b"nestbox"
        await storage.delete([PROBE])
        gone = not await storage.has(PROBE)
    except OSError as error:
        return False, f"the bucket {where} cannot be used ({error}): check MEDIA_URL and the AWS_ settings"
    if not (whole and gone and PROBE in listed):
        return False, f"the bucket {where} does not keep, list or delete what it is told to: look at its rights"
    beside = sum(1 for name in make.FOLDERS for _ in make.files_in(settings.data_dir / name))
    left = f"; {beside} files still lie in {settings.data_dir}: `{program.typed('relocate')}` takes them there"
    return True, f"pictures and files lie in the bucket {where}{left if beside else ''}"


async def _backups(settings: Settings) -> Finding:
    if settings.backup_dir is None:
        return True, "BACKUP_DIR is empty: no backup makes itself"
    there = make.listed(settings.backup_dir)
    if not there:
        return True, f"there is no backup in {settings.backup_dir} yet: one is made each night while the bot runs"
    recent = clock_of(settings.clock_file).now() - make.made_at(there[0]) <= OLD_BACKUP
    return recent, f"the newest backup is {there[0]}" + (
        "" if recent else f": run `{program.typed('backup')}`, and look why"
    )


async def _copies(settings: Settings) -> list[Finding]:
    place = place_of(settings)
    if place is None:
        return [(True, "BACKUP_COPY_DIR is empty: a fire takes the backups too, if they lie in this house")]
    try:
        there = await asyncio.to_thread(copies.listed, place)
    except OSError as error:
        return [(False, f"{place.where()} cannot be looked into ({error}): check it, and what the key there may do")]
    if not there:
        return [(True, f"there is no copy in {place.where()} yet: each backup brings one")]
    recent = clock_of(settings.clock_file).now() - copies.made_at(there[0]) <= OLD_BACKUP
    words = f"the newest copy elsewhere is {place.where(there[0])}"
    return [(recent, words if recent else f"{words}: is that place there? `{program.typed('backup')}` tries again")]


async def _fonts(settings: Settings) -> Finding:
    missing = fonts.missing_fonts()
    return True, missing or "Chinese and Uyghur can be drawn in pictures"


async def _telegram(settings: Settings) -> Finding:
    if not settings.telegram_token:
        return True, "no TELEGRAM_TOKEN: only the web chat runs"
    address = f"{settings.telegram_api_url}/bot{settings.telegram_token}/getMe"
    try:
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            answer = (await client.get(address)).json()
    except (httpx.HTTPError, ValueError) as error:
        return False, f"Telegram does not answer ({type(error).__name__}): is it reachable from here?"
    if not answer.get("ok"):
        return False, "Telegram does not know this TELEGRAM_TOKEN: copy it again from @BotFather"
    return True, f"Telegram knows us as @{answer['result']['username']}"


async def _address(settings: Settings) -> Finding:
    local = "127.0.0.1" in settings.web_url or "localhost" in settings.web_url
    if local:
        return True, f"links point to {settings.web_url}: set WEB_URL before you print a QR code"
    return settings.web_url.startswith("https://"), f"links point to {settings.web_url}"
