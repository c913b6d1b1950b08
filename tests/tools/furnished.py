"""A place in which everything has happened: every word, name and picture of it carries its mark."""

import json
import re
import secrets
from dataclasses import dataclass

from bot.doors.door import TELEGRAM
from bot.identity import consents, roles
from bot.identity.consents import Purpose
from bot.identity.invites import place_code
from bot.identity.places import Place
from bot.identity.roles import Role
from handlers.kit import rules
from handlers.kit.rules import Facts, Kit, Page, Sheet
from tests.neighbour import AGREE, Neighbour, OnTelegram
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


async def moves_in(street: Street, place: Place, name: str, *held: Role, language: str = "en") -> OnTelegram:
    """Through the link of the place; roles are given without ceremony."""
    one = await street.neighbour(name, TELEGRAM, language)
    await one.says(f"/start {place_code(place.code)}")
    await one.presses({"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}[language])
    await one.presses(*AGREE)
    person_id = await street.person_id(one)
    async with street.bot.database.write() as tx:
        for role in held:
            await roles.give(tx, person_id, place.id, role, 1)
    assert isinstance(one, OnTelegram)
    return one


async def furnish(street: Street, place: Place, mark: str, seed: int) -> Household:
    home = await furnish_openly(street, place, mark, seed)
    await _needs(home, seed)
    await _instalments(home)
    await _certificate(home)
    await _care(home, seed)
    await _kit(home)
    await _press(home)
    await _half_done(home)
    return home


async def furnish_openly(street: Street, place: Place, mark: str, seed: int) -> Household:
    """Without what is nobody else's."""
    home = Household(
        place, mark, {role: await moves_in(street, place, f"{mark} {role.value}", role) for role in Role}
    )
    await _spots(home, seed)
    await _promise(home)
    await _open_data(home)
    await _ideas(home, seed)
    await _made(home, seed)
    await _permits(street, home, seed)
    await _translations(street, home)
    await _busy(home)
    await _polls(home)
    await _events(street, home, seed)
    await _tasks(home)
    await _experts(home, seed)
    await _broadcast(street, home, seed)
    await _pulse(street, home)
    await home[Role.RESIDENT].says("/human")
    await home[Role.RESIDENT].says(f"{mark} When do you open?")
    return home


async def _promise(home: Household) -> None:
    lead = home[Role.LEAD]
    await lead.says("/placesettings")
    for _ in range(4):
        await lead.presses("More settings")
    await lead.presses("When answers come")
    await lead.presses("14 days")
    await lead.presses("Every idea")


async def _open_data(home: Household) -> None:
    lead = home[Role.LEAD]
    await lead.says("/opendata")
    await lead.presses("Open it")
    await lead.presses("CC BY")


async def _needs(home: Household, seed: int) -> None:
    """A change of its own needs a drill, which is lent and photographed; its money has a receipt, and waits."""
    resident, volunteer, lead = home[Role.RESIDENT], home[Role.VOLUNTEER], home[Role.LEAD]
    await volunteer.taps((await volunteer.last()).id, in_place(home, "needs.needs"))
    idea_id = (await _idea_ids(home, resident))[0]
    keeper = home[Role.SHOPKEEPER]
    await keeper.taps((await keeper.last()).id, in_place(home, f"ideas.answer_with:{idea_id}:yes"))
    await volunteer.taps((await volunteer.last()).id, in_place(home, f"needs.set_kind:{idea_id}:tool"))
    await volunteer.says(f"{home.mark} drill")
    await volunteer.presses("It does not go on without it")
    await volunteer.presses("No date")
    await resident.says("/needs")
    await resident.presses(f"{home.mark} drill")
    await resident.presses("I can lend it")
    await volunteer.presses("👀 See it")
    await volunteer.presses("Look after it")
    await volunteer.presses("📥 Here")
    await volunteer.sends_photo(photograph(230, 180, seed=seed + 97))
    await volunteer.taps((await volunteer.last()).id, in_place(home, f"needs.ask_amount:{idea_id}:spent"))
    await volunteer.says("900")
    await volunteer.says(f"{home.mark} planks")
    await volunteer.presses("Add a receipt")
    await volunteer.sends_photo(photograph(230, 180, seed=seed + 98))
    await lead.says("/today")
    while not any("A second person" in label for label in (await lead.last()).labels):
        await lead.presses("⋯ More")
    await lead.presses("A second person")
    await lead.presses("I agree")


async def _instalments(home: Household) -> None:
    await write_down(home[Role.SHOPKEEPER], f"{home.mark} shelves")
    await name_helper(home[Role.SHOPKEEPER], home[Role.LIAISON], f"{home.mark} liaison")
    await home[Role.SHOPKEEPER].says("/instalments")
    for label in ("Who sees it", "What the team sees", "On track"):
        await home[Role.SHOPKEEPER].presses(label)


async def write_down(keeper: Neighbour, what: str, first: str = "2026-12-03", times: str = "6 times") -> None:
    """In English, every month."""
    await keeper.says("/instalments")
    await keeper.presses("Write one down")
    for words in (what, f"{what} supplier", f"{what} amount", first):
        await keeper.says(words)
    await keeper.presses("Every month")
    await keeper.presses(times)


async def name_helper(keeper: Neighbour, helper: Neighbour, called: str) -> None:
    await keeper.says("/instalments")
    await keeper.presses("Who sees it")
    await keeper.presses("Choose a helper")
    for _ in range(10):
        if called in " ".join((await keeper.last()).labels):
            break
        await keeper.presses("⋯ More")
    await keeper.presses(called)
    await helper.presses("Yes, I help")


async def _spots(home: Household, seed: int) -> None:
    lead = home[Role.LEAD]
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.presses("1 · Inside the shop")
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


async def _made(home: Household, seed: int) -> None:
    """The answered idea is done and in the register; its owner wants to change it, and its maker photographs it."""
    volunteer, resident, keeper = home[Role.VOLUNTEER], home[Role.RESIDENT], home[Role.SHOPKEEPER]
    idea_id = (await _idea_ids(home, resident))[2]
    for step in ("planned", "under_way", "done"):
        await volunteer.taps((await volunteer.last()).id, in_place(home, f"ideas.step_plainly:{idea_id}:{step}"))
    await volunteer.presses("No photo, tell everyone")
    await volunteer.presses("Keep as made by people")
    await volunteer.presses("Keep it")
    await resident.hears("Did you make it?")
    await resident.presses("With my name")
    await keeper.says("/made")
    await keeper.presses(f"{home.mark} fountain")
    await keeper.presses("I want to change this")
    await keeper.says(f"{home.mark} it leaks")
    await resident.presses("I photograph it")
    await resident.sends_photo(photograph(240, 180, seed=seed + 95))


async def _certificate(home: Household) -> None:
    """One is signed and one waits; what there is to thank for is noted by the clock."""
    resident, lead = home[Role.RESIDENT], home[Role.LEAD]
    for name in ("paper", "second paper"):
        await resident.says("/record")
        await resident.presses("A certificate")
        await resident.says(f"{home.mark} {name}")
        await resident.presses("All of it")
        await resident.presses("Ask for a signature")
        if name == "paper":
            await lead.presses("Read it")
            await lead.presses("It is true, I sign")


async def _care(home: Household, seed: int) -> None:
    """A resident looks after what is done, and what she found waits for somebody of the team."""
    resident, volunteer = home[Role.RESIDENT], home[Role.VOLUNTEER]
    idea_id = (await _idea_ids(home, resident))[2]
    await resident.taps((await resident.last()).id, in_place(home, f"care.look_after:{idea_id}"))
    await volunteer.taps((await volunteer.last()).id, in_place(home, f"care.look_after:{idea_id}"))
    await volunteer.presses("Say what good means")
    await volunteer.says(f"{home.mark} the water runs")
    await resident.presses("Look at it")
    await resident.presses("I look at it now")
    await resident.sends_photo(photograph(240, 180, seed=seed + 96))
    await resident.presses("Partly")
    await resident.says(f"{home.mark} a stone is loose")


async def _permits(street: Street, home: Household, seed: int) -> None:
    """One with a step and its document, handed in and refused; and the bench is with 12345."""
    liaison, resident = home[Role.LIAISON], home[Role.RESIDENT]
    idea_id = (await _idea_ids(home, resident))[0]
    await liaison.taps((await liaison.last()).id, in_place(home, f"permits.begin_one:{idea_id}:seating"))
    await liaison.presses("Steps")
    await liaison.presses("Done: ask the neighbourhood")
    async with street.bot.database.read() as tx:
        sql = "SELECT max(s.id), max(p.id) FROM permit_steps s JOIN permits p ON p.id = s.permit_id"
        sql += " WHERE p.place_id = ?"
        step_id, permit_id = (await tx.all(lambda *ids: ids, sql, home.place.id))[0]
    await liaison.taps((await liaison.last()).id, in_place(home, f"permits.ask_document:{step_id}"))
    await liaison.sends_photo(photograph(200, 150, seed=seed + 97))
    await liaison.taps((await liaison.last()).id, in_place(home, f"permits.step_to:{permit_id}:handed_in"))
    await liaison.presses("In 14 days")
    await liaison.taps((await liaison.last()).id, in_place(home, f"permits.step_to:{permit_id}:refused"))
    await liaison.says(f"{home.mark} street office")
    await liaison.says(f"{home.mark} district office")
    author = await street.person_id(resident)
    async with street.bot.database.write() as tx:
        await consents.say(tx, author, Purpose.CITY, 1, 1, "en", street.now_ms())
    await liaison.taps((await liaison.last()).id, in_place(home, f"permits.ask_number:{idea_id}"))
    await liaison.says(f"{home.mark} 2026-1129")


async def _busy(home: Household) -> None:
    """The owner told the last week; a volunteer has counted, and begun once more."""
    keeper, volunteer = home[Role.SHOPKEEPER], home[Role.VOLUNTEER]
    await keeper.says("/busy")
    await keeper.presses("How last week was")
    await keeper.presses("Busy")
    await volunteer.says("/busy")
    await volunteer.presses("Count for ten minutes")
    for number in ("40", "12", "3"):
        await volunteer.says(number)
    await volunteer.presses("Fair")
    await volunteer.says("/busy")
    await volunteer.presses("Count for ten minutes")
    await volunteer.says("7")


async def _translations(street: Street, home: Household) -> None:
    """Said in another language by two, and a voice note that somebody wrote down."""
    idea_id = (await _idea_ids(home, home[Role.RESIDENT]))[0]
    for role in (Role.LIAISON, Role.LEAD):
        one = home[role]
        await one.taps((await one.last()).id, in_place(home, f"translations.say_in:{idea_id}:ug"))
        await one.says(f"{home.mark} {role.value} ئۇيغۇرچە ئۇيغۇرچە")
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO transcripts (idea_id, person_id, words, made_at) VALUES (?, ?, ?, ?)",
            idea_id,
            await street.person_id(home[Role.LIAISON]),
            f"{home.mark} heard",
            street.now_ms(),
        )


async def _pulse(street: Street, home: Household) -> None:
    """Its first round runs: two have answered and told what changed, paper was counted and corrected."""
    resident, keeper, volunteer = home[Role.RESIDENT], home[Role.SHOPKEEPER], home[Role.VOLUNTEER]
    # A quarter does not pass here, and a draft of somebody's would grow old.
    async with street.bot.database.write() as tx:
        sql = "INSERT INTO pulse_rounds (place_id, opened_at, closes_at) VALUES (?, ?, ?)"
        await tx.run(sql, home.place.id, street.now_ms(), street.now_ms() + 21 * 86_400_000)
    for one, whom in ((resident, "everybody"), (keeper, "team")):
        await one.says("/pulse")
        await one.presses("🙂 Answer")
        await one.presses("🙂 Better")
        await one.presses("😐 As before")
        if one is keeper:
            await one.presses("🙂 Better")
        await one.says(f"{home.mark} people greet each other, {whom}")
        await one.presses("Only the team" if whom == "team" else "Everybody, on the page")
    await volunteer.says("/pulse")
    await volunteer.presses("⋯ More")
    await volunteer.presses("What people told")
    await volunteer.presses("✓ Read")
    for ticks in ("7 2 0", "8 1 0"):
        await volunteer.says("/pulse")
        await volunteer.presses("On paper")
        await volunteer.presses("Ticks: the place")
        await volunteer.says(ticks)


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
    await resident.presses("Give me a link")
    await volunteer.says("/lists")
    await volunteer.presses(f"📋 {home.mark} fair at 15")
    await volunteer.says(f"1. {home.mark} Gul +1")
    await volunteer.presses("✓ Book them")


async def _tasks(home: Household) -> None:
    """A resident does one of two, notes hours without a task, and asks to be told of more."""
    lead, resident = home[Role.LEAD], home[Role.RESIDENT]
    for number in (1, 2):
        await lead.says("/newtask")
        await lead.says(f"{home.mark} sweep {number}")
        await lead.presses("From … to …")
        await lead.says(f"2026-11-2{6 + number} 15:00-17:00")
        await lead.presses("Carry and clean")
        await lead.says("2")
        await lead.presses("Change")
        await lead.presses("What to bring")
        await lead.says(f"{home.mark} broom")
        await lead.presses("Open it")
    await resident.says("/tasks")
    await resident.presses(f"{home.mark} sweep 1")
    await resident.presses("I’ll do it")
    await resident.says("/hours")
    await resident.presses("I helped, without a task")
    await resident.presses("1 h")
    await resident.says(f"{home.mark} carried chairs")
    await resident.says("/tasks")
    await resident.presses("⋯ More")
    await resident.presses("Tell me when")
    await resident.presses("Carry and clean")


async def _experts(home: Household, seed: int) -> None:
    """The liaison knows about plants: one answer is shown and helped somebody, one question is asked back."""
    resident, lead, liaison = home[Role.RESIDENT], home[Role.LEAD], home[Role.LIAISON]
    volunteer, keeper = home[Role.VOLUNTEER], home[Role.SHOPKEEPER]
    await lead.taps((await lead.last()).id, in_place(home, "experts.choose:plants"))
    code = re.findall("expert-[A-Za-z0-9_-]+", (await lead.hears("Please send this link")).words)[-1]
    await liaison.says(f"/start {code}")
    await liaison.presses("Yes, ask me…")
    idea_id = (await _idea_ids(home, resident))[0]
    await volunteer.taps((await volunteer.last()).id, in_place(home, f"experts.begin:{idea_id}:plants:0"))
    await volunteer.says(f"{home.mark} Which tree by the bench?")
    await volunteer.presses("Add a photo")
    await volunteer.sends_photo(photograph(210, 170, seed=seed + 92))
    await volunteer.presses("Send it")
    await liaison.presses("Look at it")
    await liaison.presses("💬 Answer")
    await liaison.sends_photo(photograph(210, 170, seed=seed + 93), f"{home.mark} an elm")
    await volunteer.says("/today")
    while "👀 Look at the answer" not in (await volunteer.last()).labels:
        await volunteer.presses("⋯ More")
    await volunteer.presses("Look at the answer")
    await volunteer.presses("Show it beneath the idea")
    await volunteer.presses("Useful for the next asker")
    await keeper.taps((await keeper.last()).id, in_place(home, f"experts.begin:{idea_id}:plants:0"))
    await keeper.says(f"{home.mark} Which tree by the bench, please?")
    await keeper.presses("That helps")
    await resident.taps((await resident.last()).id, in_place(home, f"experts.begin:{idea_id}:plants:0"))
    await resident.says(f"{home.mark} How much water?")
    await resident.presses("Send it")
    await liaison.presses("Look at it")
    await liaison.presses("Ask something back")
    await liaison.says(f"{home.mark} How large is it?")
    await volunteer.taps((await volunteer.last()).id, in_place(home, "experts.write_card:hands"))
    await volunteer.says(f"{home.mark} the broom is behind the door")
    await volunteer.presses("Add a picture or a voice note")
    await volunteer.sends_photo(photograph(210, 170, seed=seed + 94))


async def _broadcast(street: Street, home: Household, seed: int) -> None:
    volunteer = home[Role.VOLUNTEER]
    await volunteer.says("/broadcast")
    await volunteer.sends_photo(photograph(260, 200, seed=seed + 90), f"{home.mark} the wall is painted")
    await volunteer.presses("To whom?")
    await volunteer.presses("Everyone here")
    await volunteer.presses("Send to…")
    await street.later(seconds=31)


async def _press(home: Household) -> None:
    """The story in words of its own, a quote that its author gives with her name, and a sheet for somebody.

    Nobody may be named in either, so neither carries the mark, which is part of every name here.
    """
    resident, volunteer = home[Role.RESIDENT], home[Role.VOLUNTEER]
    idea_id = (await _idea_ids(home, resident))[2]
    await resident.taps((await resident.last()).id, in_place(home, f"ideas.comments_below:{idea_id}"))
    await resident.says("It splashes all day long")
    await volunteer.taps((await volunteer.last()).id, in_place(home, "press.tell:short:en"))
    await volunteer.says("Water runs where there was a hole")
    await volunteer.taps((await volunteer.last()).id, in_place(home, "press.quotes:0"))
    await volunteer.presses("It splashes all day long")
    await volunteer.presses("Ask whose words they are")
    await resident.presses("Yes, with my name")
    await volunteer.taps((await volunteer.last()).id, in_place(home, "press.for_whom:en"))
    await volunteer.says(f"{home.mark} newspaper")


async def _kit(home: Household) -> None:
    """A page of its own kit, and a kit that somebody brought from elsewhere."""
    lead = home[Role.LEAD]
    await lead.says("/kit")
    await lead.presses("Look through the pages")
    await lead.presses(next(one for one in (await lead.last()).labels if one.startswith("○")))
    await lead.presses("Say it another way")
    await lead.says("Something was changed here")
    await lead.presses("Nobody is in it")
    poll = Sheet(Page.POLL, Facts(ballot="single"), (("en", f"{home.mark} Which colour?\nGreen\nBlue"),))
    kit = Kit(secrets.token_hex(16), f"{home.mark} elsewhere", "2026-11", (poll, poll))
    await lead.says("/kit")
    await lead.presses("Kits from elsewhere")
    await lead.presses("Bring a kit")
    await lead.sends_document(json.dumps(rules.as_json(kit)).encode(), "kit.json", "application/json")
    await lead.presses("Look at the first one")
    await lead.presses("Later")


async def _half_done(home: Household) -> None:
    """Drafts of everything, and an invite that nobody took up yet."""
    volunteer, lead = home[Role.VOLUNTEER], home[Role.LEAD]
    await volunteer.says("/newpoll")
    await volunteer.says(f"{home.mark} Half a poll?")
    await volunteer.says("/newevent")
    await volunteer.says(f"{home.mark} half an event")
    await volunteer.says("/broadcast")
    await volunteer.says(f"{home.mark} half a broadcast")
    await volunteer.says("/newtask")
    await volunteer.says(f"{home.mark} half a task")
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
