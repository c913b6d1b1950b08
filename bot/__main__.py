"""`python -m bot`: the command line. The only file of the machine that imports the town."""

import argparse
import asyncio
import contextlib
import fcntl
import os
import random
import socket
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import segno
from telegram.warnings import PTBUserWarning

from bot import app as machine
from bot import backup, doctor, logs, places, rescue
from bot import restore as restoring
from bot.app import App
from bot.clock import SystemClock, milliseconds
from bot.config import BadSettings, Settings, load
from bot.context import Notices
from bot.db import DamagedDatabase, NotSaved
from bot.invites import make_invite, place_code
from bot.migrations import NewerDatabase
from bot.people import Role
from bot.places import Place
from bot.texts import render_plain
from handlers import FEATURES, demo, simulation
from handlers.digests import jobs as digests
from handlers.digests.rules import Kind
from handlers.exports import making as exports
from handlers.exports import store as export_store
from handlers.posters import making as posters
from handlers.simulation import promise_store
from handlers.simulation.faults import NONE, USUAL

BROKEN, BAD_SETTINGS, ALREADY_RUNNING, BAD_DATABASE = 1, 2, 3, 4  # exit statuses


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        settings = demo_settings() if options.demo else load(os.environ, Path(".env"))
    except BadSettings as error:
        for sentence in error.sentences:
            print(sentence, file=sys.stderr)
        return BAD_SETTINGS
    secrets = (settings.telegram_token, settings.telegram_webhook_secret, *settings.relay_keys)
    logs.set_up(settings.log_level, secrets)
    # The outbox sends every method the same way; python-telegram-bot would rather have each by its name.
    warnings.filterwarnings("ignore", "Please use 'Bot", PTBUserWarning)
    status: int = asyncio.run(options.command(settings, options))
    return status


def demo_settings() -> Settings:
    """A folder and a database of its own, whatever .env says about the real ones."""
    apart = {"DATA_DIR": demo.FOLDER, "DATABASE_URL": ""}
    return demo.settings_for_demo(load(apart | dict(os.environ), Path(".env")))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Nestbox, a suggestion box that lives in your chat."
    )
    parser.set_defaults(command=_run)
    parser.add_argument("--demo", action="store_true", help="run on an invented town, in a folder of its own")
    commands = parser.add_subparsers(title="commands")
    commands.add_parser("run", help="run the bot (the default)").set_defaults(command=_run)
    place = commands.add_parser("place", help="list the places, or make one")
    place.add_argument("name", nargs="?", help="the name of a new place")
    place.set_defaults(command=_place)
    invite = commands.add_parser("invite", help="print a one-time link for a role")
    invite.add_argument("role", choices=[role.value for role in Role])
    invite.add_argument("--place", help="the code of the place, when there are several")
    invite.set_defaults(command=_invite)
    digest = commands.add_parser("digest", help="send today's and this week's digests now")
    digest.add_argument("--show", action="store_true", help="say what would be sent of each kind, and send nothing")
    digest.set_defaults(command=_digest)
    poster = commands.add_parser("poster", help="draw the poster with a place's QR code")
    poster.add_argument("file", type=Path, help="where to write it, as a PDF")
    poster.add_argument("--place", help="the code of the place, when there are several")
    poster.add_argument("--png", action="store_true", help="as a picture instead")
    poster.set_defaults(command=_poster)
    export = commands.add_parser("export", help="write what happened in a place as CSV and JSON")
    export.add_argument("file", type=Path, help="where to write it, as a zip")
    export.add_argument("--place", help="the code of the place, when there are several")
    export.set_defaults(command=_export)
    examined = partial(doctor.examine, promises=promise_store.TOWN)
    commands.add_parser("migrate", help="bring the database to this version").set_defaults(command=_migrate)
    keep = commands.add_parser("backup", help="copy database and pictures, and examine the copy")
    keep.add_argument("folder", nargs="?", type=Path, help="where to; else BACKUP_DIR")
    keep.set_defaults(command=_backup)
    restore = commands.add_parser("restore", help="put a backup in the place of what is there")
    restore.add_argument("folder", nargs="?", type=Path, help="the backup; else they are listed")
    restore.add_argument("--send-waiting", action="store_true", help="also send what waited then, perhaps twice")
    restore.add_argument("--forget-again", action="store_true", help="only forget who was forgotten (PostgreSQL)")
    restore.set_defaults(command=_restore)
    replay = commands.add_parser("replay", help="list what was kept aside, or give it to the bot again")
    replay.add_argument("id", nargs="?", type=int, help="the number in that list")
    replay.set_defaults(command=_replay)
    commands.add_parser("doctor", help="say what is missing or wrong").set_defaults(command=examined)
    gateway = commands.add_parser("gateway", help="run the web chat for another bot, on loopback")
    gateway.add_argument("--token", required=True, help="the token that bot will use")
    gateway.add_argument("--port", type=int, default=8081, help="the port of its Bot API")
    gateway.set_defaults(command=_gateway)
    simulate = commands.add_parser("simulate", help="let invented people live through weeks, and say what happened")
    simulate.add_argument("--residents", type=int, default=500, help="how many people, besides a team of nine")
    simulate.add_argument("--days", type=int, default=90)
    simulate.add_argument("--seed", type=int, default=1, help="the same seed prints the same")
    simulate.add_argument("--data-dir", type=Path, help="keep the town in this new folder; else it is deleted")
    simulate.add_argument("--faults", action="store_true", help="429s, blocks, lost answers, restarts, mornings down")
    simulate.add_argument("--watch", action="store_true", help="also what it cost, month by month, table by table")
    simulate.set_defaults(command=_simulate)
    return parser


async def _run(settings: Settings, options: argparse.Namespace) -> int:
    with _alone(settings) as alone:
        if not alone:
            print("Another Nestbox is already running on this data folder. Stop it first.", file=sys.stderr)
            return ALREADY_RUNNING
        if not _port_is_free(settings):
            print(f"Port {settings.web_port} is taken: stop what uses it, or set WEB_PORT.", file=sys.stderr)
            return ALREADY_RUNNING
        await _tidy(settings)
        if options.demo and not await _demo_is_there(settings):
            return BAD_DATABASE
        async with _opened(settings) as app:
            if app is None:
                return BAD_DATABASE

            place, is_new = await machine.ensure_place(app)

            async def ready() -> None:
                await _welcome(app, place, is_new or options.demo)

            await machine.run(app, ready)
    return 0


async def _demo_is_there(settings: Settings) -> bool:
    """Fills a fresh database with it. False when there is something else, which has been said."""
    try:
        await demo.fill(settings, FEATURES)
    except demo.NotOurs as error:
        print(error, file=sys.stderr)
    except NewerDatabase as error:
        print(f"{error}. Install that version, or restore a backup.", file=sys.stderr)
    except OSError as error:
        print(f"The database cannot be opened: {error}.", file=sys.stderr)
    else:
        return True
    return False


async def _place(settings: Settings, options: argparse.Namespace) -> int:
    async with _opened(settings) as app:
        if app is None:
            return BAD_DATABASE
        if options.name:
            async with app.database.write() as tx:
                now = round(app.clock.now().timestamp() * 1000)
                await places.make_place(tx, options.name, settings.place_timezone, settings.place_languages, now)
        async with app.database.read() as tx:
            for place in await places.all_places(tx):
                print(f"{place.code}  {place.name}  {app.links.anywhere(place_code(place.code))}")
                print(f"          {_settings_of(place)}")
    return 0


def _settings_of(place: Place) -> str:
    """What its leads set, in one line."""
    quiet = "-".join(at.strftime("%H:%M") for at in (place.clocks.quiet_from, place.clocks.quiet_to))
    clocks = " and ".join(zone for zone in (place.timezone, place.second_timezone) if zone)
    return f"{place.language_list}; {clocks}; the team looks {place.moderation} publishing; quiet {quiet}"


async def _invite(settings: Settings, options: argparse.Namespace) -> int:
    async with _opened(settings) as app:
        if app is None:
            return BAD_DATABASE
        place = await _named_place(app, options.place)
        if place is None:
            return BAD_SETTINGS
        async with app.database.write() as tx:
            if options.role == Role.RESIDENT.value:
                code = place_code(place.code)
            else:
                code = await make_invite(tx, place.id, Role(options.role), None, app.clock.now())
        print(app.links.anywhere(code))
    return 0


async def _digest(settings: Settings, options: argparse.Namespace) -> int:
    """Queues them; the running bot sends."""
    async with _opened(settings) as app:
        if app is None:
            return BAD_DATABASE
        queued: Counter[Kind] = Counter()
        async with app.database.write() as tx:
            for place in await places.all_places(tx):
                notices = Notices(tx, app.clock.now(), place, app.town, app.links)
                if options.show:
                    await _show_digests(notices)
                else:
                    queued += await digests.send_now(notices)
        if not options.show:
            kinds = ", ".join(f"{kind} {queued[kind]}" for kind in Kind)
            print(f"Digests queued: {queued.total()} ({kinds})")
    return 0


async def _show_digests(notices: Notices) -> None:
    for kind in Kind:
        readers, text = await digests.preview(notices, kind)
        print(f"{notices.place.name}, {kind}: {readers} to write to")
        if text is not None:
            print(render_plain(text, notices.place.languages[0]))


async def _poster(settings: Settings, options: argparse.Namespace) -> int:
    async with _opened(settings) as app:
        if app is None:
            return BAD_DATABASE
        place = await _named_place(app, options.place)
        if place is None:
            return BAD_SETTINGS
        draw = posters.picture_for if options.png else posters.pdf_for
        if not _written(options.file, await draw(app.site, str(place.id))):
            return BAD_SETTINGS
        if app.links.only_here:
            print("Its code opens on this machine only: set WEB_URL before you print it.", file=sys.stderr)
    return 0


async def _export(settings: Settings, options: argparse.Namespace) -> int:
    """On record like every other one."""
    async with _opened(settings) as app:
        if app is None:
            return BAD_DATABASE
        place = await _named_place(app, options.place)
        if place is None:
            return BAD_SETTINGS
        async with app.database.write() as tx:
            export_id = await export_store.note(tx, place.id, None, milliseconds(app.clock.now()))
        if not _written(options.file, await exports.zip_for(app.site, str(export_id))):
            return BAD_SETTINGS
    return 0


async def _named_place(app: App, code: str | None) -> Place | None:
    """The one with this code, else the first one. None when there is no such code, which has been said."""
    first, _ = await machine.ensure_place(app)
    if not code:
        return first
    async with app.database.read() as tx:
        place = await places.find_by_code(tx, code)
    if place is None:
        print(f"There is no place with the code {code}.", file=sys.stderr)
    return place


def _written(file: Path, content: bytes) -> bool:
    """False when it cannot be, which has been said."""
    try:
        file.write_bytes(content)
    except OSError as error:
        print(f"{file} cannot be written: {error.strerror}.", file=sys.stderr)
        return False
    print(file)
    return True


async def _migrate(settings: Settings, options: argparse.Namespace) -> int:
    async with _opened(settings) as app:
        if app is None:
            return BAD_DATABASE
        print("The database is up to date.")
    return 0


async def _backup(settings: Settings, options: argparse.Namespace) -> int:
    """Also while the bot runs."""
    return await asyncio.to_thread(rescue.back_up, settings, options, SystemClock().now(), print, _complain)


async def _restore(settings: Settings, options: argparse.Namespace) -> int:
    with _alone(settings) as alone:
        if not alone:
            _complain("The bot is running on this data folder. Stop it first; nothing was changed.")
            return ALREADY_RUNNING
        await _tidy(settings)
        now = SystemClock().now()
        return await rescue.restore_from(settings, options, now, _reopen, print, _complain)


async def _reopen(settings: Settings) -> None:
    """Brings the database to this version; whoever was forgotten is forgotten in it, as at every start."""
    app = await machine.build(settings, SystemClock(), FEATURES, random.SystemRandom())
    await app.close()


async def _tidy(settings: Settings) -> None:
    """Expects to be alone on the folder."""
    if restoring.interrupted(settings):
        await asyncio.to_thread(restoring.finish, settings)
        print("A restore that had been interrupted is finished now.")
    await asyncio.to_thread(backup.prune_copies, settings.data_dir, SystemClock().now())


async def _replay(settings: Settings, options: argparse.Namespace) -> int:
    async with _opened(settings) as app:
        return BAD_DATABASE if app is None else await rescue.replay(app, options, print, _complain)


def _complain(words: str) -> None:
    print(words, file=sys.stderr)


async def _gateway(settings: Settings, options: argparse.Namespace) -> int:
    with _alone(settings) as alone:
        if not alone:
            print("Another Nestbox is already running on this data folder. Stop it first.", file=sys.stderr)
            return ALREADY_RUNNING
        await machine.run_gateway(settings, SystemClock(), options.token, options.port)
    return 0


async def _simulate(settings: Settings, options: argparse.Namespace) -> int:
    """What is the same for the same seed goes to stdout, everything else to stderr."""
    if options.residents < 0 or options.days < 1:
        print("--residents must be 0 or more and --days 1 or more.", file=sys.stderr)
        return BAD_SETTINGS
    if options.data_dir is not None and (options.data_dir / "nestbox.db").exists():
        print(f"A town lives in {options.data_dir} already. Name a new folder.", file=sys.stderr)
        return BAD_SETTINGS
    wish = simulation.Wish(options.residents, options.days, options.seed, USUAL if options.faults else NONE)
    told = (lambda line: print(line, file=sys.stderr, flush=True)) if options.watch else (lambda line: None)
    outcome = await simulation.live(settings, FEATURES, wish, options.data_dir, told)
    print("\n".join(outcome.lines))
    print("\n" + outcome.cost, file=sys.stderr)
    for error in outcome.errors:
        print(error, file=sys.stderr)
    if options.watch:
        print("\n".join(outcome.watched), file=sys.stderr)
    return BROKEN if outcome.broken else 0


@contextlib.asynccontextmanager
async def _opened(settings: Settings):  # type: ignore[no-untyped-def]  # an async generator of App | None
    """The parts, put together and not running; None when the database is not ours to use, which has been said."""
    if restoring.interrupted(settings):
        _complain("A restore was interrupted here. `python -m bot` finishes it.")
        yield None
        return
    try:
        app = await machine.build(settings, SystemClock(), FEATURES, random.SystemRandom())
    except (NewerDatabase, DamagedDatabase, NotSaved, OSError) as error:
        _complain(await asyncio.to_thread(_why_not, error, settings))
        yield None
        return
    try:
        yield app
    finally:
        await app.close()


def _why_not(error: Exception, settings: Settings) -> str:
    match error:
        case NewerDatabase():
            return f"{error}. Install that version, or restore a backup."
        case DamagedDatabase():
            command = rescue.restore_command(settings)
            if command is None:
                return f"The database is damaged ({error}). Put a backup in its place, then start again."
            return f"The database is damaged ({error}). The newest good backup comes back with:\n  {command}"
        case NotSaved():
            return f"The database could not be brought to this version ({error}). Make room, then start again."
    return f"The database cannot be opened: {error}."


async def _welcome(app: App, place: Place, with_roles: bool) -> None:
    """The links. Those that give a role are printed once, since only their hash is kept."""
    resident = app.links.anywhere(place_code(place.code))
    print(f"\n{place.name} is open: {app.settings.web_url}\n")
    print(f"  resident    {resident}")
    if with_roles:
        async with app.database.write() as tx:
            for role in (Role.VOLUNTEER, Role.SHOPKEEPER):
                code = await make_invite(tx, place.id, role, None, app.clock.now())
                print(f"  {role.value:<11} {app.links.anywhere(code)}")
        print("\nThe last two work once, within 24 hours. More: python -m bot invite volunteer")
    else:
        print("\nMore links: python -m bot invite volunteer (or lead, shopkeeper, liaison)")
    phone = resident.replace(app.settings.web_url, _seen_from_a_phone(app.settings))
    print(f"\nFor a phone on the same network: {phone}")
    if app.settings.web_host == "127.0.0.1":
        print("(set WEB_HOST=0.0.0.0 first, so that phones can reach this machine)")
    segno.make(phone).terminal(compact=True)
    sys.stdout.flush()


def _seen_from_a_phone(settings: Settings) -> str:
    if "127.0.0.1" not in settings.web_url and "localhost" not in settings.web_url:
        return settings.web_url
    # Connecting a datagram socket sends nothing; it only tells which of our addresses would be used.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # TEST-NET-1, RFC 5737
        except OSError:
            return settings.web_url
        return f"http://{probe.getsockname()[0]}:{settings.web_port}"


def _port_is_free(settings: Settings) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.web_host, settings.web_port))
        except OSError:
            return False
    return True


@contextlib.contextmanager
def _alone(settings: Settings) -> Iterator[bool]:
    """One process on a data folder; the lock goes with the process, however it ends."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / "nestbox.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


if __name__ == "__main__":
    sys.exit(main())
