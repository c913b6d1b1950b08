"""The wholly furnished street the deep crawler walks: furnished once a run, then copied for every walker."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.doors.door import WEB
from bot.identity import places
from bot.identity.roles import Role
from handlers import FEATURES
from tests import telegram_server
from tests.neighbour import Neighbour
from tests.pictures import photograph
from tests.street import FakeClock, Street, open_street
from tests.tools.furnished import Household, _idea_ids, a_day_later, furnish, moves_in
from tests.town.people.test_elsewhere import carries_on

MARK, OTHER = "Ωmega", "Ψsi"  # letters of no language we speak: whatever people said is told from our sentences
HANDFUL = 6
GROUP = -100_777


@asynccontextmanager
async def furnished_street(base: Path, folder: Path) -> AsyncIterator[Street]:
    """A copy of the street in `base`, which is furnished when it is not there yet."""
    if not base.exists():  # noqa: ASYNC240 nobody else waits
        await _furnish_into(base)
    shutil.copytree(base, folder)
    clock = FakeClock(datetime.fromisoformat((base / "now").read_text()))
    async with open_street(folder, FEATURES, clock=clock) as street:
        street._next_user = 5000  # those before are in the database
        async with street.bot.database.write() as tx:
            # This Telegram counts its updates from the beginning, and has no pictures yet.
            await tx.run("DELETE FROM receipts")
            await tx.run("DELETE FROM media_at_door")
        yield street


async def _furnish_into(base: Path) -> None:
    clock = FakeClock()
    making = base.with_name(f"{base.name}-making")
    async with open_street(making, FEATURES, clock=clock) as street:
        await _furnish(street)
    (making / "now").write_text(clock.now().isoformat())
    making.rename(base)


@asynccontextmanager
async def furnished_anew(folder: Path, database_url: str) -> AsyncIterator[Street]:
    """The same in a database that cannot be copied."""
    async with open_street(folder, FEATURES, database_url) as street:
        await _furnish(street)
        yield street


async def _furnish(street: Street) -> None:
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE places SET name = ? WHERE id = ?", f"{MARK} shop", street.place.id)
        other = await places.make_place(tx, f"{OTHER} tea house", "Asia/Urumqi", ("zh", "ug", "en"), 1)
        first = await places.place(tx, street.place.id)
    home = await furnish(street, first, MARK, 100)
    await furnish(street, other, OTHER, 300)
    await _more_ideas(home)
    await _more_polls(home)
    await _over(street, home)
    await _more_broadcasts(home)
    await _at_two_doors(street, home)
    await home[Role.RESIDENT].says("/weekly")
    await a_day_later(street)
    await _after(street, home)


async def taps(one: Neighbour, address: str) -> None:
    await one.taps((await one.last()).id, address)


async def _more_ideas(home: Household) -> None:
    """One on trial, one planned, one merged, one asked of a human; comments to leaf through."""
    resident, volunteer, keeper = home[Role.RESIDENT], home[Role.VOLUNTEER], home[Role.SHOPKEEPER]
    for number, words in enumerate(("tap", "shelf", "mural", "swing"), 5):
        await resident.says("/suggest")
        await resident.says(f"{home.mark} {words}")
        await resident.presses(f"1 · {home.mark} corner")
        while f"no. {number}" not in (await resident.last()).words:
            await resident.presses("Mine is different")
    await volunteer.says("/desk")
    ids = await _idea_ids(home, resident)
    for idea in ids[4:8]:
        await taps(volunteer, f"ideas.publish_different:{idea}")
    await taps(keeper, f"ideas.answer_with:{ids[4]}:try")
    await keeper.says("2026-12-20")
    await keeper.says(f"{home.mark} until the snow")
    await taps(keeper, f"ideas.answer_with:{ids[5]}:yes")
    await taps(volunteer, f"ideas.merge_into:{ids[7]}:{ids[6]}")
    for number in range(HANDFUL):
        await taps(home[Role.LIAISON], f"ideas.comments_below:{ids[4]}")
        await home[Role.LIAISON].says(f"{home.mark} comment {number}")


async def _more_polls(home: Household) -> None:
    """Dots, scores, several and a named one; open, and one that was closed early."""
    volunteer = home[Role.VOLUNTEER]
    for number, (until, live) in enumerate(
        (("In a week", "Yes, all the time"), ("Tomorrow evening", "Only after the close"))
    ):
        await volunteer.says(f"/newpoll {home.mark} How many? {number}\n{home.mark} one\n{home.mark} two")
        if "Start a new one" in " ".join((await volunteer.last()).labels):
            await volunteer.presses("Start a new one")
            await volunteer.says(f"{home.mark} How many? {number}")
            await volunteer.says(f"{home.mark} one\n{home.mark} two")
        await volunteer.presses("That’s all")
        await volunteer.presses("Several options each")
        await volunteer.presses(until)
        await volunteer.presses(live)
        await volunteer.presses("Send it to everybody")
    await taps(volunteer, "polls.close_because:1:all-voted")
    await volunteer.says(f"/newpoll {home.mark} Which evening?")
    for label in ("Which time suits?", "Fri, Nov 27", "19:00"):
        await volunteer.presses(label)
    await volunteer.says("2026-11-28 20:00")
    for label in ("That’s all", "Tomorrow evening", "Yes, all the time", "Send it to everybody"):
        await volunteer.presses(label)
    await volunteer.says(f"/newpoll {home.mark} What for?\n{home.mark} one\n{home.mark} two")
    for label in ("That’s all", "Dots or points", "A budget", "¥500", "¥500"):
        await volunteer.presses(label)
    await volunteer.says("600")
    for label in ("Tomorrow evening", "Yes, all the time", "Send it to everybody"):
        await volunteer.presses(label)


async def _over(street: Street, home: Household) -> None:
    """An event that is over when the walk begins, and a choir that meets every week."""
    resident = home[Role.RESIDENT]
    await _event(home, "small fair", "2026-11-23 20:00")
    await resident.says("/events")
    await resident.presses(f"{home.mark} small fair")
    await resident.presses("Coming")
    await _event(home, "choir", "2026-11-26 20:00", "3")


async def _event(home: Household, title: str, when: str, times: str = "") -> None:
    volunteer = home[Role.VOLUNTEER]
    await volunteer.says("/newevent")
    if "Begin" in " ".join((await volunteer.last()).labels):
        await volunteer.presses("Begin a new one")
    for words in (title, when, "gate"):
        await volunteer.says(words if words == when else f"{home.mark} {words}")
    await volunteer.presses("No limit")
    await volunteer.says(f"{home.mark} bring cups")
    await volunteer.sends_photo(photograph(280, 200, seed=771))
    if times:
        await taps(volunteer, f"events.repeat:{await _newest(home, 'events')}:{times}")
    await volunteer.presses("📣")


async def _more_broadcasts(home: Household) -> None:
    """One that leaves on Friday, beside the one that is being written."""
    lead = home[Role.LEAD]
    await lead.says("/broadcast")
    await lead.says(f"{home.mark} the lamps come")
    await lead.presses("To whom?")
    await lead.presses("Everyone here")
    await taps(lead, f"broadcasts.ask_when:{await _newest(home, 'broadcasts')}")
    await lead.says("2026-11-27 19:00")


async def _at_two_doors(street: Street, home: Household) -> None:
    """Somebody is one person at Telegram and in the web chat; the team's group hears the news."""
    one = await moves_in(street, home.place, f"{home.mark} twice")
    there = await street.arrives(f"{home.mark} again", WEB, "en")
    await carries_on(one, there)
    volunteer = home[Role.VOLUNTEER]
    chat = telegram_server.group(street.telegram, GROUP, f"{home.mark} group", volunteer.person)
    volunteer.person.in_chat(chat).says("/bind@nestbox_test_bot")
    await street.settle()


async def _after(street: Street, home: Household) -> None:
    """Feedback and photos of the event that is over, one of them in the album; a question to a human."""
    resident, volunteer = home[Role.RESIDENT], home[Role.VOLUNTEER]
    async with street.bot.database.read() as tx:
        over = await tx.one(int, "SELECT id FROM events WHERE title = ?", f"{home.mark} small fair")
    await taps(resident, f"events.feedback:{over}:good")
    await taps(resident, f"events.add_photos:{over}:s")
    await resident.sends_album([photograph(seed=880 + number) for number in range(4)])
    await taps(volunteer, "events.let_through:1")
    await taps(volunteer, "events.let_through:2")
    await resident.says("/human")
    await resident.says(f"{home.mark} Is there tea?")
    await street.later(minutes=1)


async def _newest(home: Household, table: str) -> int:
    async with home[Role.LEAD].street.bot.database.read() as tx:
        return await tx.one(int, f"SELECT max(id) FROM {table}") or 0  # noqa: S608 a word of ours
