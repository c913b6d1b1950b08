"""`python -m bot`: runs the bot, the demo or a simulation. The only file of the machine that imports the town.

The invented people (`simulation/`) are imported where they are asked for: a start needs none of them.
"""

import gc

# What is imported stays: to look through all of it again and again is a sixth of the time it takes.
gc.disable()

import argparse
import asyncio
import os
import socket
import sys
import warnings
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from telegram.warnings import PTBUserWarning

from bot import app as machine
from bot import logs, program
from bot.app import App
from bot.cli import doctor, opening, operating
from bot.cli.opening import ALREADY_RUNNING, BAD_DATABASE, BAD_SETTINGS, BROKEN, OUTDATED, complain
from bot.config import BadSettings, Settings, load
from bot.database.db import NewerDatabase
from bot.identity.invites import make_invite, place_code
from bot.identity.places import Place
from bot.identity.roles import Role
from handlers import FEATURES

gc.enable()

PRIVATE = 0o077  # whatever this program writes, nobody else on the machine reads


def main(arguments: Sequence[str] | None = None) -> int:
    gc.freeze()  # nor is it looked through while people wait for an answer
    options = _parser().parse_args(arguments)
    try:
        settings = demo_settings() if options.demo else load(os.environ, Path(".env"))
    except BadSettings as error:
        for sentence in error.sentences:
            complain(sentence)
        return BAD_SETTINGS
    os.umask(PRIVATE)
    words = (settings.telegram_token, settings.telegram_webhook_secret, settings.metrics_token)
    of_bucket = (settings.bucket.secret,) if settings.bucket else ()
    logs.set_up(settings.log_level, (*words, *settings.relay_keys, *of_bucket), settings.log_format)
    # The outbox sends every method the same way; python-telegram-bot would rather have each by its name.
    warnings.filterwarnings("ignore", "Please use 'Bot", PTBUserWarning)
    try:
        status: int = asyncio.run(options.command(settings, options))
    except opening.NotWritable as error:
        complain(str(error))
        return BAD_SETTINGS
    return status


def demo_settings() -> Settings:
    """A folder and a database of its own, whatever .env says about the real ones."""
    from simulation import demo

    apart = {"DATA_DIR": demo.FOLDER, "DATABASE_URL": ""}
    return demo.settings_for_demo(load(apart | dict(os.environ), Path(".env")))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program.typed(), description="Nestbox, a suggestion box that lives in your chat."
    )
    parser.set_defaults(command=_run)
    parser.add_argument("--version", action="version", version=f"{program.INSTALLED} {program.VERSION}")
    parser.add_argument("--demo", action="store_true", help="run on an invented town, in a folder of its own")
    commands = parser.add_subparsers(title="commands")
    commands.add_parser("run", help="run the bot (the default)").set_defaults(command=_run)
    operating.add_to(commands, FEATURES)
    commands.add_parser("doctor", help="say what is missing or wrong").set_defaults(command=_examine)
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
    with opening.at_home(settings) as at_home:
        if not at_home:
            complain(opening.RUNS_ALREADY)
            return ALREADY_RUNNING
        if not opening.port_is_free(settings.web_host, settings.web_port):
            complain(f"Port {settings.web_port} is taken: stop what uses it, or set WEB_PORT.")
            return ALREADY_RUNNING
        await opening.tidy(settings)
        if options.demo and not await _demo_is_there(settings):
            return BAD_DATABASE
        async with opening.opened(settings, FEATURES, opening.PATIENCE) as app:
            if app is None:
                return BAD_DATABASE

            place, is_new = await machine.ensure_place(app)

            async def ready() -> None:
                await _welcome(app, place, is_new or options.demo)

            return await _until_the_end(app, ready)


async def _until_the_end(app: App, ready: Callable[[], Awaitable[None]]) -> int:
    try:
        await machine.run(app, ready)
    except ExceptionGroup as group:
        newer = group.subgroup(NewerDatabase)
        if newer is None:
            raise
        complain(f"{newer.exceptions[0]}. What was under way is finished. Start that version here, too.")
        return OUTDATED
    return 0


async def _demo_is_there(settings: Settings) -> bool:
    """Fills a fresh database with it. False when there is something else, which has been said."""
    from simulation import demo

    try:
        await demo.fill(settings, FEATURES)
    except demo.NotOurs as error:
        complain(str(error))
    except (NewerDatabase, OSError) as error:
        complain(opening.why_not(error, settings))
    else:
        return True
    return False


async def _examine(settings: Settings, options: argparse.Namespace) -> int:
    from simulation import promise_store

    return await doctor.examine(settings, options, promise_store.TOWN)


async def _simulate(settings: Settings, options: argparse.Namespace) -> int:
    """What is the same for the same seed goes to stdout, everything else to stderr."""
    import simulation
    from simulation.faults import NONE, USUAL

    if options.residents < 0 or options.days < 1:
        complain("--residents must be 0 or more and --days 1 or more.")
        return BAD_SETTINGS
    if options.data_dir is not None and (options.data_dir / "nestbox.db").exists():
        complain(f"A town lives in {options.data_dir} already. Name a new folder.")
        return BAD_SETTINGS
    wish = simulation.Wish(options.residents, options.days, options.seed, USUAL if options.faults else NONE)
    told = (lambda line: print(line, file=sys.stderr, flush=True)) if options.watch else (lambda line: None)
    outcome = await simulation.live(settings, FEATURES, wish, options.data_dir, told)
    print("\n".join(outcome.lines))
    complain("\n" + outcome.cost)
    for error in outcome.errors:
        complain(error)
    if options.watch:
        complain("\n".join(outcome.watched))
    return BROKEN if outcome.broken else 0


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
        print(f"\nThe last two work once, within 24 hours. More: {program.typed('invite volunteer')}")
    else:
        print(f"\nMore links: {program.typed('invite volunteer')} (or lead, shopkeeper, liaison, property_manager)")
    phone = resident.replace(app.settings.web_url, _seen_from_a_phone(app.settings))
    print(f"\nFor a phone on the same network: {phone}")
    if app.settings.web_host == "127.0.0.1":
        print("(set WEB_HOST=0.0.0.0 first, so that phones can reach this machine)")
    import segno  # late: a start without anybody at a terminal needs none

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


if __name__ == "__main__":
    sys.exit(main())
