"""The sub-commands of the machine: places, invitations, backups, what was kept aside, the web chat for others."""

import argparse
import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from telegram.error import TelegramError

from bot import app as machine
from bot.app import App
from bot.cli import moving, opening, recovery, upgrade_check
from bot.cli.opening import ALREADY_RUNNING, BAD_DATABASE, BAD_SETTINGS
from bot.clock import clock_of, milliseconds
from bot.config import Settings
from bot.database.db import NotSaved
from bot.dialogue.feature import Command, Feature, Opened
from bot.doors.door import TELEGRAM
from bot.identity import places
from bot.identity.invites import make_invite, place_code
from bot.identity.places import Place
from bot.identity.roles import Role
from bot.privacy.marks import Marks
from bot.storage.opening import storage_of


@dataclass(frozen=True)
class Own:
    """A command of the machine itself, which gets all of it."""

    name: str
    help: str
    run: Callable[[App, argparse.Namespace], Awaitable[int]]
    arguments: Callable[[argparse.ArgumentParser], object] | None = None


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", features: Sequence[Feature]) -> None:
    """Those of the features as well. Each is called with the settings and its options."""
    of_features = (command for feature in features for command in feature.management_commands)
    for command in (PLACE, INVITE, *map(_opened, of_features), MIGRATE):
        _add(commands, command, features)
    keep = commands.add_parser("backup", help="copy database and pictures, and examine the copy")
    keep.add_argument("folder", nargs="?", type=Path, help="where to; else BACKUP_DIR")
    keep.set_defaults(command=_back_up)
    upgrade = commands.add_parser("upgrade-check", help="say what this version will do to the database")
    upgrade.set_defaults(command=_check_upgrade)
    restore = commands.add_parser("restore", help="put a backup in the place of what is there")
    restore.add_argument("folder", nargs="?", type=Path, help="a backup or an encrypted copy; else they are listed")
    restore.add_argument("--send-waiting", action="store_true", help="also send what waited then, perhaps twice")
    restore.add_argument("--forget-again", action="store_true", help="only forget again who was forgotten")
    restore.add_argument("--key", type=Path, help="the secret key of an encrypted copy")
    restore.set_defaults(command=partial(_restore, features))
    move = commands.add_parser("relocate", help="take pictures and files from the data folder into the bucket")
    move.set_defaults(command=_move_media)
    key = commands.add_parser("backup-key", help="make the key for encrypted copies of backups")
    key.add_argument("file", type=Path, help="where its secret half goes, for you to take away")
    key.set_defaults(command=_make_key)
    _add(commands, REPLAY, features)
    gateway = commands.add_parser("gateway", help="run the web chat for another bot, on loopback")
    gateway.add_argument("--token", required=True, help="the token that bot will use")
    gateway.add_argument("--port", type=int, default=8081, help="the port of its Bot API and its page")
    gateway.add_argument("--data-dir", type=Path, help="its own folder; else DATA_DIR with -gateway behind it")
    gateway.set_defaults(command=_run_gateway)


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", command: Own, features: Sequence[Feature]
) -> None:
    parser = commands.add_parser(command.name, help=command.help)
    if command.arguments is not None:
        command.arguments(parser)
    parser.set_defaults(command=partial(_run_opened, command, features))


def _opened(command: Command) -> Own:
    """That of a feature gets the town without its doors."""

    async def run(app: App, options: argparse.Namespace) -> int:
        return await command.run(Opened(app.settings, app.site, app.town), options)

    return Own(command.name, command.help, run, command.arguments)


async def _run_opened(
    command: Own, features: Sequence[Feature], settings: Settings, options: argparse.Namespace
) -> int:
    async with opening.opened(settings, features) as app:
        return BAD_DATABASE if app is None else await command.run(app, options)


def add_place(parser: argparse.ArgumentParser) -> None:
    """The argument that `find_place` reads."""
    parser.add_argument("--place", help="the code of the place, when there are several")


async def find_place(opened: Opened, options: argparse.Namespace) -> Place | None:
    """The one with this code, else the first one. None when there is no such code, which has been said."""
    first, _ = await machine.first_place(opened.settings, opened.site)
    if not options.place:
        return first
    async with opened.site.database.read() as tx:
        place = await places.find_by_code(tx, options.place)
    if place is None:
        opening.complain(f"There is no place with the code {options.place}.")
    return place


def write(file: Path, content: bytes) -> bool:
    """False when it cannot be written, which has been said."""
    try:
        file.write_bytes(content)
    except OSError as error:
        opening.complain(f"{file} cannot be written: {error.strerror}.")
        return False
    print(file)
    return True


async def _list_places(app: App, options: argparse.Namespace) -> int:
    """Makes one first, when there is a name."""
    settings = app.settings
    if options.name:
        async with app.database.write() as tx:
            now = milliseconds(app.clock.now())
            await places.make_place(tx, options.name, settings.place_timezone, settings.place_languages, now)
    async with app.database.read() as tx:
        for place in await places.all_places(tx):
            print(f"{place.code}  {place.name}  {app.links.anywhere(place_code(place.code))}")
            print(f"          {_settings_of(place)}")
    return 0


def _settings_of(place: Place) -> str:
    """What its leads set, in one line."""
    quiet = "-".join(at.strftime("%H:%M") for at in (place.clocks.quiet_from, place.clocks.quiet_to))
    rests = "; it rests, without a team" if place.rests_since is not None else ""
    clocks = " and ".join(zone for zone in (place.timezone, place.second_timezone) if zone)
    return f"{place.language_list}; {clocks}; the team looks {place.moderation} publishing; quiet {quiet}{rests}"


def _invite_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("role", choices=[role.value for role in Role])
    add_place(parser)


async def _invite(app: App, options: argparse.Namespace) -> int:
    place = await find_place(Opened(app.settings, app.site, app.town), options)
    if place is None:
        return BAD_SETTINGS
    async with app.database.write() as tx:
        if options.role == Role.RESIDENT.value:
            code = place_code(place.code)
        else:
            code = await make_invite(tx, place.id, Role(options.role), None, app.clock.now())
    await _learn_name(app)
    print("\n".join(app.links.each(code)))
    return 0


async def _learn_name(app: App) -> None:
    """The bot that has run knows what it is called at Telegram; one that has not asks, if it can."""
    if app.links.telegram is None and TELEGRAM in app.doors:
        with contextlib.suppress(TelegramError):
            await machine.learn_name(app, app.doors[TELEGRAM])


async def _migrate(app: App, options: argparse.Namespace) -> int:
    """Whoever opens the database has brought it there."""
    print("The database is up to date.")
    return 0


async def _replay(app: App, options: argparse.Namespace) -> int:
    return await recovery.replay(app, options, print, opening.complain)


async def _back_up(settings: Settings, options: argparse.Namespace) -> int:
    """Also while the bot runs."""
    now = clock_of(settings.clock_file).now()
    return await asyncio.to_thread(recovery.back_up, settings, options, now, print, opening.complain)


async def _move_media(settings: Settings, options: argparse.Namespace) -> int:
    """Not while the bot runs: what it looks for is on its way."""
    with opening.alone(settings) as alone:
        if not alone:
            opening.complain("The bot is running on this data folder. Stop it first; nothing was moved.")
            return ALREADY_RUNNING
        return await moving.move_media(settings, print, opening.complain)


async def _check_upgrade(settings: Settings, options: argparse.Namespace) -> int:
    return await upgrade_check.check(settings, print, opening.complain)


async def _make_key(settings: Settings, options: argparse.Namespace) -> int:
    return await asyncio.to_thread(recovery.make_key, options, print, opening.complain)


async def _restore(features: Sequence[Feature], settings: Settings, options: argparse.Namespace) -> int:
    async def reopen(settings: Settings) -> None:
        """Brings the database to this version; whoever was forgotten is forgotten in it, as at every start. Here all
        of their marks have to be at hand."""
        await Marks(storage_of(settings), settings.data_dir).known_there()
        app = await machine.build(settings, clock_of(settings.clock_file), features, random.SystemRandom())
        await app.close()

    with opening.alone(settings) as alone:
        if not alone:
            opening.complain("The bot is running on this data folder. Stop it first; nothing was changed.")
            return ALREADY_RUNNING
        if options.forget_again and not await _is_nobodys(settings):
            return ALREADY_RUNNING
        await opening.tidy(settings)
        now = clock_of(settings.clock_file).now()
        return await recovery.restore_from(settings, options, now, reopen, print, opening.complain)


async def _is_nobodys(settings: Settings) -> bool:
    """Whether no process runs on this database, from whichever folder; else it has been said."""
    try:
        others = await machine.others_alive(settings)
    except (NotSaved, OSError) as error:
        opening.complain(f"Nothing was changed, for it did not work out: {error}.")
        return False
    if others:
        words = f"{others} of its processes run on this database, here or elsewhere. Stop them first"
        opening.complain(f"{words}; nothing was changed.")
    return not others


async def _run_gateway(settings: Settings, options: argparse.Namespace) -> int:
    """In a folder of its own: the people of another bot are none of ours."""
    folder = options.data_dir or settings.data_dir.with_name(f"{settings.data_dir.name}-gateway")
    database = f"sqlite:///{(folder / 'nestbox.db').absolute()}"
    apart = replace(settings, data_dir=folder, database_url=database, bucket=None)
    api, page = f"http://{machine.LOOPBACK}:{options.port}/telegram", f"http://{machine.LOOPBACK}:{options.port}/"

    def ready() -> None:
        print(f"Bot API  {api}   (base_url {api}/bot, base_file_url {api}/file/bot)")
        print(f"page     {page}", flush=True)

    with opening.alone(apart) as alone:
        if not alone:
            opening.complain(opening.RUNS_ALREADY)
            return ALREADY_RUNNING
        if not opening.port_is_free(machine.LOOPBACK, options.port):
            opening.complain(f"Port {options.port} is taken: stop what uses it, or name another with --port.")
            return ALREADY_RUNNING
        await machine.run_gateway(apart, clock_of(settings.clock_file), options.token, options.port, ready)
    return 0


PLACE = Own(
    "place",
    "list the places, or make one",
    _list_places,
    lambda parser: parser.add_argument("name", nargs="?", help="the name of a new place"),
)
INVITE = Own("invite", "print a one-time link for a role, for each door", _invite, _invite_arguments)
MIGRATE = Own("migrate", "bring the database to this version", _migrate)
REPLAY = Own(
    "replay",
    "list what was kept aside, or give it to the bot again",
    _replay,
    lambda parser: parser.add_argument("id", nargs="?", type=int, help="the number in that list"),
)
