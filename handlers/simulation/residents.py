"""What residents do when they open the chat: each habit is a few gestures, chosen from what the screen offers."""

from collections.abc import Sequence

from handlers.simulation import words
from handlers.simulation.people import Habit, Person, Session, last_buttons
from handlers.simulation.phones import OnTelegram

PLACE = (43.8256, 87.6168)  # degrees; the middle of Urumqi
SILENCES = (10, 20, 40)  # days
WANDERINGS = 5  # presses
FOR_GOOD, SELDOM = "privacy.leave_for_good", 0.05
# Pressed on purpose elsewhere, with what belongs to them.
NOT_BY_CHANCE = ("events.call_off", "events.change", "broadcasts.stop", "ideas.hide", "digests.stop", "team.take")


async def arrive(person: Person, code: str) -> Session:
    await person.phone.says(f"/start {code}")
    yield
    await person.presses(f"welcome.choose_language:{person.language}")
    yield
    await person.presses("welcome.agree")
    yield


async def suggest(person: Person) -> Session:
    said = words.idea(person.language, person.chance)
    if person.likely(0.5):
        await person.phone.says("/suggest")
        yield
    match person.chance.random():
        case dice if dice < 0.45:
            await person.phone.sends_photo(person.picture(), said)
        case dice if dice < 0.6:
            await person.phone.sends_photo(person.picture())
        case dice if dice < 0.65:
            await person.phone.sends_voice()
        case _:
            await person.phone.says(said)
    yield
    for steps in (("ideas.mean_it", "ideas.go_on"), ("ideas.at_spot", "ideas.elsewhere"), LOOK_ALIKES):
        if await person.presses(*steps, among=1):
            yield
    if person.likely(0.05) and await person.presses("ideas.take_back", among=2):
        yield


LOOK_ALIKES = ("ideas.add_voice", "ideas.mine_is_different")


async def read_ideas(person: Person) -> Session:
    """And support one, follow it, or say something about it."""
    await person.phone.says("/ideas")
    yield
    if person.likely(0.3) and await person.presses("ideas.page", among=1):
        yield
    if not await person.presses("ideas.look", "ideas.card", among=1):
        return
    yield
    for _ in range(person.chance.randint(1, 3)):
        if person.likely(0.5) and await person.presses("ideas.support", among=1):
            yield
        if person.likely(0.3) and await person.presses("ideas.more", among=1):
            yield
            if person.likely(0.4) and await person.presses("ideas.follow", among=1):
                yield
            if person.likely(0.6) and await person.presses("ideas.comments", among=1):
                yield
                await person.phone.says(person.chance.choice(words.COMMENTS[person.language]))
                yield
            return
        if not await person.presses("ideas.look", among=1):
            return
        yield


async def vote(person: Person) -> Session:
    if not (await person.find("polls.vote", "polls.vote_score"))[1]:
        await person.phone.says("/polls")
        yield
        if not await person.presses("polls.open_poll", among=1):
            return
        yield
    for _ in range(person.chance.randint(1, 3)):
        if await person.presses("polls.show_ballot", among=1):
            yield
        if not await person.presses("polls.vote", "polls.vote_score"):
            return
        yield


async def answer_invitation(person: Person) -> Session:
    if not (await person.find("events.answer"))[1]:
        await person.phone.says("/events")
        yield
        if not await person.presses("events.show_event", among=1):
            return
        yield
    how = person.chance.choices(("coming", "maybe", "cant"), (0.6, 0.2, 0.2))[0]
    if not await person.presses(f"events.answer:{how}"):
        return
    yield
    if how == "coming" and person.likely(0.3) and await person.presses("events.bring"):
        yield
    if person.likely(0.1) and await person.presses("events.answer:cant"):
        yield


async def say_how_it_was(person: Person) -> Session:
    if await person.presses("events.feedback"):
        yield
        if person.likely(0.3) and await person.presses("events.add_photos"):
            yield
            await person.phone.sends_photo(person.picture())
            yield


async def answer_what_came(person: Person) -> Session:
    """Most answer what they were asked, once: by its button, or not at all."""
    habits: Sequence[tuple[str, Habit]] = (
        ("polls.vote", vote),
        ("events.answer", answer_invitation),
        ("events.feedback", say_how_it_was),
        ("ideas.answer_team", tell_the_team),
    )
    for action, habit in habits:
        _, found = await person.find(action)
        subject = f"{action}:{found[0].split(':')[1]}" if found else ""
        if found and subject not in person.handled:
            person.handled.add(subject)
            if person.likely(0.7):
                async for _ in habit(person):
                    yield


async def tell_the_team(person: Person) -> Session:
    if await person.presses("ideas.answer_team"):
        yield
        await person.phone.says(person.chance.choice(words.COMMENTS[person.language]))
        yield


async def wander(person: Person) -> Session:
    """Presses whatever is there; every screen of every feature is met in the end."""
    await person.phone.says(person.chance.choice(("/home", "/more", "/help", "/settings", "/polls", "/events")))
    yield
    for _ in range(person.chance.randint(1, WANDERINGS)):
        message_id, addresses = last_buttons(await person.phone.screen())
        unwise = NOT_BY_CHANCE if person.likely(SELDOM) else (*NOT_BY_CHANCE, FOR_GOOD)
        free = [one for one in addresses if not one.startswith(unwise)]
        if not free:
            return
        await person.phone.taps(message_id, person.chance.choice(free))
        yield
    if person.likely(0.3):
        await person.phone.says("/cancel")
        yield


async def press_an_old_button(person: Person) -> Session:
    screen = [seen for seen in await person.phone.screen() if seen.addresses]
    if screen:
        seen = person.chance.choice(screen)
        free = [one for one in seen.addresses if not one.startswith((*NOT_BY_CHANCE, FOR_GOOD))]
        if free:
            await person.phone.taps(seen.id, person.chance.choice(free))
            yield


async def say_anything(person: Person) -> Session:
    match person.chance.randrange(6):
        case 0:
            await person.phone.sends_sticker()
        case 1:
            await person.phone.sends_location(*PLACE)
        case 2:
            await person.phone.sends_voice()
        case 3:
            await person.phone.says("/human")
            yield
            await person.phone.says(person.chance.choice(words.COMMENTS[person.language]))
        case _:
            await person.phone.says(person.chance.choice(words.NONSENSE))
    yield
    if person.likely(0.5) and await person.presses("ideas.never_mind", "ideas.it_is_a_question", among=1):
        yield


HABITS: tuple[tuple[Habit, float], ...] = (
    (read_ideas, 0.34),
    (suggest, 0.2),
    (wander, 0.18),
    (vote, 0.08),
    (answer_invitation, 0.08),
    (say_anything, 0.08),
    (press_an_old_button, 0.04),
)


async def open_the_chat(person: Person, today: int) -> Session:
    """One visit of a resident."""
    phone = person.phone
    if isinstance(phone, OnTelegram):
        if phone.has_blocked:
            if not person.likely(0.3):
                return
            phone.unblocks()
            await phone.says("/start")
            yield
        elif person.likely(0.015):
            phone.blocks()
            yield
            return
    if person.likely(0.01):
        person.away_until = today + person.chance.choice(SILENCES)
        return
    async for _ in answer_what_came(person):
        yield
    habit = person.chance.choices([habit for habit, _ in HABITS], [share for _, share in HABITS])[0]
    async for _ in habit(person):
        yield
