"""What volunteers, the lead, the shopkeeper and the liaison do with their days."""

from datetime import datetime, timedelta

from bot.identity.people import Role
from handlers.simulation import residents, words
from handlers.simulation.people import Person, Session

TOOLS = ("ideas.merge", "ideas.hide", "ideas.correct_spot", "ideas.put_off", "ideas.reply")
AT_THE_DESK = 6  # ideas at one sitting
POLL_DAY, EVENT_DAY, TICK_DAY, NEWS_DAY = 0, 2, 6, 4  # Monday is nought
SHOPKEEPERS_JOURNEYS = (3, 5)  # days


async def spend_the_day(person: Person, now: datetime, today: int) -> Session:
    """`now` as the clock on the wall of the place shows it."""
    match person.plan.role:
        case Role.SHOPKEEPER:
            session = keep_the_shop(person, today)
        case Role.LIAISON:
            session = represent_the_city(person)
        case Role.LEAD:
            session = lead(person)
        case _:
            session = volunteer(person, now)
    async for _ in session:
        yield


async def volunteer(person: Person, now: datetime) -> Session:
    """Each looks after the desk; what comes once a week falls to one of them."""
    async for _ in keep_the_desk(person):
        yield
    turn = (person.plan.number + now.isocalendar().week) % 6
    weekday = now.weekday()
    if turn == 0 and weekday == POLL_DAY:
        async for _ in ask_everybody(person, now):
            yield
    if turn == 1 and weekday == EVENT_DAY:
        async for _ in invite(person, now):
            yield
    if turn == 2 and weekday == NEWS_DAY and now.isocalendar().week % 2 == 0:
        async for _ in tell_everybody(person):
            yield
    if turn == 1 and weekday == TICK_DAY:
        async for _ in tick_who_came(person):
            yield
    async for _ in answer_questions(person):
        yield
    if await person.presses("digests.seen"):
        yield
    if person.likely(0.2):
        async for _ in residents.wander(person):
            yield


async def join_or_not(person: Person) -> Session:
    """What may say the same is offered to be joined before it is on the board."""
    joins = person.likely(0.5) and await person.presses("ideas.merge_into", among=1)
    if joins or await person.presses("ideas.publish_different", among=1):
        yield


async def keep_the_desk(person: Person) -> Session:
    await person.phone.says("/desk")
    yield
    for _ in range(AT_THE_DESK):
        dice = person.chance.random()
        if dice < 0.72 and await person.presses("ideas.publish", among=1):
            yield
            async for _ in join_or_not(person):
                yield
        elif dice < 0.82 and await person.presses("ideas.ask_author", among=1):
            yield
            await person.phone.says(_reason(person))
            yield
        elif dice < 0.97 and await person.presses("ideas.more_tools", among=1):
            yield
            async for _ in use_a_tool(person):
                yield
        elif await person.presses("ideas.move", among=1):
            yield
            async for _ in take_a_step(person):
                yield
        else:
            return
        await person.phone.says("/desk")
        yield


async def use_a_tool(person: Person) -> Session:
    if await person.presses(*TOOLS, among=1):
        yield
    if await person.presses("ideas.merge_into", "ideas.move_to_spot", among=1):
        yield
        return
    await person.phone.says(_reason(person) if person.likely(0.7) else str(person.chance.randint(1, 40)))
    yield
    await person.phone.says("/cancel")
    yield


async def take_a_step(person: Person) -> Session:
    if await person.presses("ideas.step", among=1):
        yield
        if await person.presses("ideas.step_plainly", among=1):
            yield
            return
        await person.phone.says(_reason(person))
        yield
        if await person.presses("ideas.no_photo", among=1):
            yield


async def ask_everybody(person: Person, now: datetime) -> Session:
    await person.phone.says("/newpoll " + words.poll(person.language, person.chance))
    yield
    await person.presses("polls.go_on", among=1)
    yield
    kind = person.chance.choice(("single", "single", "several"))
    await person.presses(f"polls.choose_kind:{kind}", among=1)
    yield
    await person.phone.says(f"{now + timedelta(days=3):%Y-%m-%d} 19:00")
    yield
    await person.presses("polls.choose_live", among=1)
    yield
    await person.presses("polls.publish", among=1)
    yield


async def invite(person: Person, now: datetime) -> Session:
    title, where, said = words.EVENTS[person.language]
    await person.phone.says("/newevent")
    yield
    if await person.presses("events.begin_anew", among=1):
        yield
    for answer in (title, f"{now + timedelta(days=3):%Y-%m-%d} 15:00"):
        await person.phone.says(answer)
        yield
    if await person.presses("events.repeat", which=0, among=1):
        yield
    await person.phone.says(where)
    yield
    if person.likely(0.4):
        await person.presses("events.no_limit", among=1)
    else:
        await person.phone.says(str(person.chance.randint(5, 30)))
    yield
    await person.phone.says(said)
    yield
    await person.presses("events.skip_picture", among=1)
    yield
    await person.presses("events.announce", among=1)
    yield
    _, found = await person.find("events.show_event", among=1)
    person.own_event = found[0].split(":")[1] if found else ""
    if person.likely(0.1) and await person.presses("events.show_event", among=1):
        yield
        for action in ("events.look_after", "events.call_off"):
            await person.presses(action, among=1)
            yield
        await person.phone.says(_reason(person))
        yield
        await person.presses("events.call_off_now", among=1)
        yield


async def tick_who_came(person: Person) -> Session:
    """Of the event she announced in the middle of the week."""
    if not person.own_event:
        return
    await person.phone.says(f"/start event-{person.own_event}")
    yield
    for action in ("events.look_after", "events.guest_list", "events.ticks"):
        if not await person.presses(action, among=1):
            return
        yield
    for _ in range(8):
        if not await person.presses("events.note_came", among=2):
            return
        yield


async def tell_everybody(person: Person) -> Session:
    await person.phone.says("/broadcast")
    yield
    if await person.presses("broadcasts.start_over", among=1):
        yield
    await person.phone.says(words.NEWS[person.language])
    yield
    if person.likely(0.3):
        await person.phone.sends_photo(person.picture())
        yield
    await person.presses("broadcasts.choose_whom", among=1)
    yield
    await person.presses("broadcasts.set_whom:everyone", among=1)
    yield
    if await person.presses("broadcasts.preview", among=1):
        yield
    await person.presses("broadcasts.send", among=1)
    yield


async def answer_questions(person: Person) -> Session:
    await person.phone.says("/questions")
    yield
    if await person.presses("welcome.answer_person", among=1):
        yield
        await person.phone.says(_reason(person))
        yield
    message_id, found = await person.find("polls.decide")
    if found and found[0] not in person.handled:
        person.handled.add(found[0])
        await person.phone.taps(message_id, found[0])
        yield
        if not await person.presses("polls.decide_idea", among=1):
            await person.phone.says(_reason(person))
        yield


async def lead(person: Person) -> Session:
    """The second person for a large broadcast, once in a while an invitation to the team."""
    if await person.presses("broadcasts.approve"):
        yield
    async for _ in keep_the_desk(person):
        yield
    if person.likely(0.1):
        await person.phone.says("/team")
        yield
        if await person.presses("digests.seen"):
            yield


async def keep_the_shop(person: Person, today: int) -> Session:
    """The digest is answered by its own buttons; sometimes nobody reads it for days."""
    if person.likely(0.06):
        person.away_until = today + person.chance.choice(SHOPKEEPERS_JOURNEYS)
        return
    for _ in range(3):
        if not await person.presses("digests.answer"):
            break
        yield
        if await person.presses("digests.without_reason", among=1):
            yield
        elif (await person.phone.screen())[-1].addresses and person.likely(0.9):
            await person.phone.says(_reason(person))
            yield
    if await person.presses("digests.seen"):
        yield
    if person.likely(0.1):
        await person.phone.says("/digest")
        yield


async def represent_the_city(person: Person) -> Session:
    if person.likely(0.3):
        async for _ in residents.read_ideas(person):
            yield
        if await person.presses("ideas.answer", among=1):
            yield
            if await person.presses("ideas.answer_with", among=1):
                yield
                await person.phone.says(_reason(person))
                yield


def _reason(person: Person) -> str:
    return person.chance.choice(words.REASONS[person.language])
