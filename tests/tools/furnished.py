"""A place in which everything has happened: every word, name and picture of it carries its mark."""

from dataclasses import dataclass

from bot.doors.door import TELEGRAM
from bot.identity.invites import place_code
from bot.identity.people import Role, give_role
from bot.identity.places import Place
from tests.neighbour import Neighbour, OnTelegram
from tests.pictures import photograph
from tests.street import Street


@dataclass(frozen=True)
class Household:
    """The people of one place, each with one role, at Telegram, where names are kept."""

    place: Place
    mark: str
    people: dict[Role, OnTelegram]

    def __getitem__(self, role: Role) -> OnTelegram:
        return self.people[role]


async def moves_in(street: Street, place: Place, name: str, *roles: Role, language: str = "en") -> OnTelegram:
    """Through the link of the place; roles are given without ceremony."""
    one = await street.neighbour(name, TELEGRAM, language)
    await one.says(f"/start {place_code(place.code)}")
    await one.presses({"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}[language])
    await one.presses("✓")
    person_id = await street.person_id(one)
    async with street.bot.database.write() as tx:
        for role in roles:
            await give_role(tx, person_id, place.id, role)
    assert isinstance(one, OnTelegram)
    return one


async def furnish(street: Street, place: Place, mark: str, seed: int) -> Household:
    home = Household(
        place, mark, {role: await moves_in(street, place, f"{mark} {role.value}", role) for role in Role}
    )
    await _spots(home, seed)
    await _ideas(home, seed)
    await _polls(home)
    await _events(street, home, seed)
    await _broadcast(street, home, seed)
    await home[Role.RESIDENT].says("/human")
    await home[Role.RESIDENT].says(f"{mark} When do you open?")
    await _half_done(home)
    return home


async def _spots(home: Household, seed: int) -> None:
    lead = home[Role.LEAD]
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.presses("1 · Inside")
    await lead.presses("Rename")
    await lead.says(f"{home.mark} corner")
    await lead.presses("⋯ More")
    await lead.presses("Photo")
    await lead.sends_photo(photograph(300, 200, seed=seed))


async def _ideas(home: Household, seed: int) -> None:
    """One open with comments, voices and a question to its author, one waiting, one hidden, one answered."""
    resident, volunteer, liaison = home[Role.RESIDENT], home[Role.VOLUNTEER], home[Role.LIAISON]
    first = 1
    for number, words in enumerate(("bench", "lamp", "fountain", "kite"), first):
        await resident.says("/suggest")
        await resident.sends_photo(photograph(320, 240, seed=seed + number), f"{home.mark} {words}")
        await resident.presses(f"1 · {home.mark} corner")
        while f"no. {number}" not in (await resident.last()).words:
            await resident.presses("Mine is different")
    for _ in range(3):
        await volunteer.says("/desk")
        await volunteer.presses("Put it on the board")
        if "different" in " ".join((await volunteer.last()).labels):
            await volunteer.presses("It is different: put it on the board")
    await liaison.says("/1")
    await liaison.presses("👍")
    await liaison.presses("⋯")
    await liaison.taps((await liaison.last()).id, await _address(home, liaison, "ideas.comments_below", 0))
    await liaison.says(f"{home.mark} I like the bench")
    ids = await _idea_ids(home, resident)
    await volunteer.taps((await volunteer.last()).id, in_place(home, f"ideas.ask_author:{ids[0]}"))
    await volunteer.says(f"{home.mark} How long is the bench?")
    await volunteer.taps((await volunteer.last()).id, in_place(home, f"ideas.hide:{ids[1]}"))
    await volunteer.says(f"{home.mark} It hurts somebody.")
    keeper = home[Role.SHOPKEEPER]
    await keeper.taps((await keeper.last()).id, in_place(home, f"ideas.answer_with:{ids[2]}:but"))
    await keeper.says(f"{home.mark} only in summer")


async def _polls(home: Household) -> None:
    volunteer = home[Role.VOLUNTEER]
    for number in range(2):
        await volunteer.says("/newpoll")
        await volunteer.says(f"{home.mark} Which colour? {number}")
        await volunteer.says(f"{home.mark} green\n{home.mark} blue")
        await volunteer.presses("That’s all")
        await volunteer.presses("One option each")
        await volunteer.presses("In three days")
        await volunteer.presses("Only after the close")
        await volunteer.presses("Send it to everybody")
        await home[Role.RESIDENT].presses(f"{home.mark} green")


async def _events(street: Street, home: Household, seed: int) -> None:
    volunteer, resident = home[Role.VOLUNTEER], home[Role.RESIDENT]
    for hour in (15, 18):
        await volunteer.says("/newevent")
        await volunteer.says(f"{home.mark} fair at {hour}")
        await volunteer.says(f"2026-11-28 {hour}:00")
        await volunteer.says(f"{home.mark} yard")
        await volunteer.presses("No limit")
        await volunteer.says(f"{home.mark} bring tea")
        await volunteer.sends_photo(photograph(280, 200, seed=seed + 50 + hour))
        await volunteer.presses("📣")
        # Two unasked messages a week are the polls': she finds the event by herself.
        await resident.says("/events")
        await resident.presses(f"{home.mark} fair at {hour}")
        await resident.presses("Coming")
    await resident.says("/calendar")
    await resident.presses("link")


async def _broadcast(street: Street, home: Household, seed: int) -> None:
    volunteer = home[Role.VOLUNTEER]
    await volunteer.says("/broadcast")
    await volunteer.sends_photo(photograph(260, 200, seed=seed + 90), f"{home.mark} the wall is painted")
    await volunteer.presses("To whom?")
    await volunteer.presses("Everyone here")
    await volunteer.presses("Send to")
    await street.later(seconds=31)


async def _half_done(home: Household) -> None:
    """Drafts of everything, and an invite that nobody took up yet."""
    volunteer, lead = home[Role.VOLUNTEER], home[Role.LEAD]
    await volunteer.says("/newpoll")
    await volunteer.says(f"{home.mark} Half a poll?")
    await volunteer.says("/newevent")
    await volunteer.says(f"{home.mark} half an event")
    await volunteer.says("/broadcast")
    await volunteer.says(f"{home.mark} half a broadcast")
    await home[Role.RESIDENT].says("/suggest")
    await home[Role.RESIDENT].says(f"{home.mark} half an idea")
    await lead.says("/invite")
    await lead.presses("A volunteer")


async def a_day_later(street: Street) -> None:
    """Digests come, and so does whatever else the clock brings."""
    for _ in range(6):
        await street.later(hours=4)


def in_place(home: Household, address: str) -> str:
    return address if home.place.id == 1 else f"{address}@{home.place.id}"


async def _idea_ids(home: Household, one: Neighbour) -> list[int]:
    street = one.street  # type: ignore[attr-defined]  # both doors have it
    async with street.bot.database.read() as tx:
        ids: list[int] = await tx.all(
            int, "SELECT id FROM ideas WHERE place_id = ? AND number IS NOT NULL ORDER BY number", home.place.id
        )
    return ids


async def _address(home: Household, one: Neighbour, action: str, index: int) -> str:
    return in_place(home, f"{action}:{(await _idea_ids(home, one))[index]}")
