"""What volunteers, the lead, the shopkeeper, the liaison and the property manager do with their days."""

from datetime import datetime, timedelta

from bot.identity.roles import Role
from simulation import hands, residents, words
from simulation.people import Person, Session

TOOLS = ("ideas.merge", "ideas.hide", "ideas.correct_spot", "ideas.put_off", "ideas.reply")
AT_THE_DESK = 6  # ideas at one sitting
PAGES = 5  # of the day's list that a lead leafs through
FINISHED_AMONG = 25  # the first ideas; later ones are not done yet
AT_WORK = ("ideas.step:planned", "ideas.step:under_way", "ideas.step:done")
POLL_DAY, EVENT_DAY, LIST_DAY, TICK_DAY, NEWS_DAY = 0, 2, 3, 6, 4  # Monday is nought
SHOPKEEPERS_JOURNEYS = (3, 5)  # days
SILENCES = (24, 40)  # days in which a volunteer forgets us


async def spend_the_day(person: Person, now: datetime, today: int) -> Session:
    """`now` as the clock on the wall of the place shows it."""
    match person.plan.role:
        case Role.SHOPKEEPER:
            session = keep_the_shop(person, now, today)
        case Role.LIAISON:
            session = represent_the_city(person)
        case Role.PROPERTY_MANAGER:
            session = manage_the_yard(person, today)
        case Role.LEAD:
            session = lead(person)
        case _:
            session = volunteer(person, now, today)
    async for _ in session:
        yield


async def volunteer(person: Person, now: datetime, today: int) -> Session:
    """Each looks after the desk; what comes once a week falls to one of them. Once in a while one falls silent."""
    if person.likely(0.004):
        person.away_until = today + person.chance.choice(SILENCES)
        return
    async for _ in be_asked(person):
        yield
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
    if turn == 1 and weekday == LIST_DAY:
        async for _ in take_a_list(person):
            yield
    if turn == 1 and weekday == TICK_DAY:
        async for _ in tick_who_came(person):
            yield
    if turn == 3 and weekday in hands.TASK_DAYS:
        async for _ in hands.ask_for_hands(person, now):
            yield
    if person.likely(0.1):
        async for _ in hands.look_after_tasks(person):
            yield
    async for _ in answer_questions(person):
        yield
    if person.likely(0.1):
        async for _ in answer_for_the_team(person):
            yield
    async for _ in look_after_what_was_done(person):
        yield
    if person.likely(0.3):
        async for _ in bring_to_an_end(person):
            yield
    if person.likely(0.15):
        async for _ in look_after_permits(person):
            yield
    if person.likely(0.15):
        async for _ in look_after_questions(person):
            yield
    if person.likely(0.15):
        async for _ in ask_for_something(person):
            yield
    if person.likely(0.15):
        async for _ in take_in_what_comes(person):
            yield
    if person.likely(0.03):
        async for _ in count_at_the_door(person):
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
    """By one option each, by several, with moments, or with a little money."""
    question = words.poll(person.language, person.chance)
    kind = person.chance.choice(("single", "single", "several", "time", "budget"))
    if kind == "time":
        await person.phone.says("/newpoll " + question.splitlines()[0])
        yield
        await person.presses("polls.make_time_poll", among=1)
        yield
        for days in (5, 6):
            await person.phone.says(f"{now + timedelta(days=days):%Y-%m-%d} 19:00")
            yield
        await person.presses("polls.go_on", among=1)
        yield
    else:
        await person.phone.says("/newpoll " + question)
        yield
        await person.presses("polls.go_on", among=1)
        yield
        if kind == "budget":
            await person.presses("polls.other_kinds", among=1)
            yield
        await person.presses(f"polls.choose_kind:{kind}", among=1)
        yield
        if kind == "budget":
            for _ in question.splitlines()[1:]:
                await person.phone.says("300")
                yield
            await person.phone.says("500")
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


async def take_a_list(person: Person) -> Session:
    """Into the group, and back with whom it brought; now and then it was the wrong one."""
    if not person.own_event:
        return
    await person.phone.says(f"/start event-{person.own_event}")
    yield
    if not await person.presses("sign_up_list.of_event", among=1):
        return
    yield
    names = person.chance.sample(words.SIGNED_UP, person.chance.randint(2, len(words.SIGNED_UP)))
    await person.phone.says("\n".join(["#接龙", *(f"{number}. {name}" for number, name in enumerate(names, 1))]))
    yield
    if not await person.presses("sign_up_list.book", among=1):
        return
    yield
    if person.likely(0.2) and await person.presses("sign_up_list.undo", among=1):
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


async def ask_for_something(person: Person) -> Session:
    """What a change needs, or a line of its money, from behind its card."""
    await person.phone.says(f"/{person.chance.randint(1, FINISHED_AMONG)}")
    yield
    for action in ("ideas.more", "ideas.further"):
        if not await person.presses(action, among=1):
            return
        yield
    if not await person.presses("needs.of_idea", among=1):
        return
    yield
    if person.likely(0.5) and await person.presses("needs.ask_kind", among=1):
        yield
        await person.presses("needs.set_kind", among=1)
        yield
        await person.phone.says(_reason(person))
        yield
        if await person.presses("needs.set_level", among=1):
            yield
        if await person.presses("needs.without_day", among=1):
            yield
    elif await person.presses("needs.money", among=1):
        yield
        for action in ("needs.choose_kind", "needs.ask_amount"):
            if not await person.presses(action, among=1):
                return
            yield
        for answer in (str(person.chance.choice((12, 80, 900))), _reason(person)):
            await person.phone.says(answer)
            yield


async def take_in_what_comes(person: Person) -> Session:
    """It is here, it went back, it is met, its day moves; and the second word for a line of money."""
    await person.phone.says("/needs")
    yield
    for action in ("needs.look", "needs.tend"):
        if not await person.presses(action, among=1):
            return
        yield
    if await person.presses("needs.receive", among=1):
        yield
        if person.likely(0.6):
            await person.phone.sends_photo(person.picture())
        else:
            await person.presses("needs.receive_plainly", among=1)
        yield
    elif await person.presses("needs.gave_back", "needs.mark", "needs.later", among=1):
        yield
        if await person.presses("needs.move", among=1):
            yield
    await person.phone.says("/today")
    yield
    if await person.presses("needs.line", "needs.loan", among=1):
        yield
        if await person.presses("needs.agree", "needs.refuse", "needs.gave_back", among=1):
            yield


async def bring_to_an_end(person: Person) -> Session:
    """Some idea is one step further; what is done is kept as made by people."""
    await person.phone.says(f"/{person.chance.randint(1, FINISHED_AMONG)}")
    yield
    for action in ("ideas.look_after", "ideas.move"):
        if not await person.presses(action, among=1):
            return
        yield
    if not await person.presses(*AT_WORK, among=1):
        return
    yield
    if await person.presses("ideas.step_plainly", among=1):
        yield
    if not (await person.find("ideas.no_photo", among=1))[1]:
        return
    if person.likely(0.6):
        await person.phone.sends_photo(person.picture())
    else:
        await person.presses("ideas.no_photo", among=1)
    yield
    async for _ in keep_what_was_made(person):
        yield


async def look_after_what_was_done(person: Person) -> Session:
    """What neighbours found, and what nobody else came to look at."""
    if await person.presses("care.show_it") if person.likely(0.8) else await person.presses("care.not_so"):
        yield
    if person.likely(0.5) and await person.presses("care.mended"):
        yield
    _, found = await person.find("care.look_again")
    if found and found[0] not in person.handled:
        person.handled.add(found[0])
        async for _ in residents.go_and_look(person):
            yield


async def keep_what_was_made(person: Person) -> Session:
    """In two taps, from the receipt."""
    for action in ("made.from_idea", "made.keep_idea"):
        if not await person.presses(action, among=1):
            return
        yield


async def change_what_was_made(person: Person) -> Session:
    """Says why, sometimes that it cannot wait; what became of it, as soon as she may."""
    await person.phone.says("/made")
    yield
    if not await person.presses("made.look", among=1):
        return
    yield
    if await person.presses("made.change", "made.which_surface", among=1):
        yield
        if await person.presses("made.change", among=1):
            yield
        if person.likely(0.15) and await person.presses("made.ask_urgent", among=1):
            yield
        await person.phone.says(_reason(person))
        yield
    elif await person.presses("made.manage", among=1):
        yield
        if await person.presses("made.ask_gone", "made.stays", "made.ask_moved", among=1):
            yield
        moved = await person.presses("made.moved", among=1)
        if moved or (person.likely(0.5) and await person.presses("made.gone", among=1)):
            yield
        elif person.likely(0.7):
            await person.phone.sends_photo(person.picture())
            yield


async def be_asked(person: Person) -> Session:
    """Whether she is still with us, and whether she takes what another one holds or nobody looks after."""
    if await person.presses("handover.still"):
        yield
    if await person.presses("handover.accept" if person.likely(0.7) else "handover.decline"):
        yield
    if person.likely(0.1):
        await person.phone.says("/today")
        yield
        if await person.presses("handover.look", among=1):
            yield
            if await person.presses("handover.take", among=1):
                yield
    if person.likely(0.04):
        async for _ in hand_on(person):
            yield


async def hand_on(person: Person) -> Session:
    """Something she holds goes to somebody else or to the team; never her role."""
    await person.phone.says("/handover")
    yield
    _, found = await person.find("handover.thing", among=1)
    things = [address for address in found if not address.startswith("handover.thing:team:")]
    if not things:
        return
    await person.phone.taps((await person.phone.screen())[-1].id, person.chance.choice(things))
    yield
    if person.likely(0.3):
        if await person.presses("handover.give_back", among=1):
            yield
        return
    if await person.presses("handover.give_to", among=1):
        yield
        if await person.presses("handover.give", among=1):
            yield


async def look_after_questions(person: Person) -> Session:
    """What nobody can answer is ended with a word; an answer is shown, offered, or left between the two."""
    await person.phone.says("/experts")
    yield
    for action in ("experts.desk", "experts.look"):
        if not await person.presses(action, among=1):
            return
        yield
    if await person.presses("experts.set_shown", "experts.set_useful", "experts.leave_it", among=1):
        yield
    elif person.likely(0.5) and await person.presses("experts.ask_close", among=1):
        yield
        await person.phone.says(_reason(person))
        yield


async def look_after_permits(person: Person) -> Session:
    """Begin one for some idea, do a step, or say how it goes on; what is asked then is answered."""
    await person.phone.says("/permits")
    yield
    if person.likely(0.3) and await person.presses("permits.choose_idea", among=1):
        yield
        for action in ("permits.choose_kind", "permits.begin_one"):
            if not await person.presses(action, among=1):
                return
            yield
        return
    if not await person.presses("permits.listing", among=1):
        return
    yield
    if not await person.presses("permits.look", among=1):
        return
    yield
    if person.likely(0.4) and await person.presses("permits.steps", among=1):
        yield
        if await person.presses("permits.done", among=1):
            yield
        return
    for action in ("permits.move_along", "permits.step_to"):
        if not await person.presses(action, among=1):
            return
        yield
    async for _ in answer_the_desk(person):
        yield


async def answer_the_desk(person: Person) -> Session:
    """A day by its button, who refused and under which conditions in words; some questions stay open."""
    if (await person.find("permits.move_along", among=1))[1] and not person.likely(0.1):
        return
    if not await person.presses("permits.usual_day", among=1):
        await person.phone.says(_reason(person))
        yield
        await person.presses("permits.ask_hotline", "permits.usual_day", among=1)
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
    if person.likely(0.5) and await person.presses("handover.ask_back"):
        yield
        if await person.presses("handover.take_back", among=1):
            yield
    async for _ in keep_the_desk(person):
        yield
    if person.likely(0.5):
        async for _ in thank_and_sign(person):
            yield
    if person.likely(0.05):
        async for _ in promise_answers(person):
            yield
    if person.likely(0.03):
        async for _ in open_the_data(person):
            yield
    if person.likely(0.1):
        async for _ in make_a_kit(person):
            yield
    if person.likely(0.1):
        async for _ in make_a_press_sheet(person):
            yield
    if person.likely(0.1):
        await person.phone.says("/team")
        yield
        if await person.presses("digests.seen"):
            yield


async def make_a_kit(person: Person) -> Session:
    """A page of what was done here, as it stands or left out, and the file of all that is in."""
    await person.phone.says("/kit")
    yield
    for action in ("kit.listing", "kit.look"):
        if not await person.presses(action, among=1):
            return
        yield
    if await person.presses("kit.take_in" if person.likely(0.7) else "kit.leave_out", among=1):
        yield
        await person.phone.says("/kit")
        yield
        if await person.presses("kit.make", among=1):
            yield


async def make_a_press_sheet(person: Person) -> Session:
    """Somebody is asked for a quote, and the sheet is made with what is agreed to by then."""
    await person.phone.says("/press")
    yield
    for action in ("press.found", "press.quotes", "press.quote", "press.ask_quote"):
        if not await person.presses(action, among=1):
            break
        yield
    await person.phone.says("/press")
    yield
    for action in ("press.make", "press.for_whom", "press.for_nobody"):
        if await person.presses(action, among=1):
            yield


async def promise_answers(person: Person) -> Session:
    """By when answers come, or that no day is promised."""
    await person.phone.says("/placesettings")
    yield
    for _ in range(4):
        if not await person.presses("places.more_settings", among=1):
            return
        yield
    for action in ("places.promise", "places.set_answer_days", "places.set_answer_voices"):
        if not await person.presses(action, among=1):
            return
        yield


async def open_the_data(person: Person) -> Session:
    """Under one licence or another, and seldom closed again."""
    await person.phone.says("/opendata")
    yield
    if person.likely(0.2) and await person.presses("open_data.close", among=1):
        yield
        return
    for action in ("open_data.choose", "open_data.open_as"):
        if not await person.presses(action, among=1):
            return
        yield


async def thank_and_sign(person: Person) -> Session:
    """In words of her own, now and then left out; a certificate mostly as it is."""
    await person.phone.says("/today")
    yield
    for _ in range(PAGES):
        if (await person.find("thanks.thank", "thanks.read", among=1))[1]:
            break
        if not await person.presses("today.page", among=1):
            return
        yield
    if not await person.presses("thanks.thank", "thanks.read", among=1):
        return
    yield
    if await person.presses("thanks.sign", among=1):
        yield
        return
    if person.likely(0.2) and await person.presses("thanks.leave_out", among=1):
        yield
        return
    await person.phone.says(_reason(person))
    yield
    if await person.presses("thanks.send", among=1):
        yield


async def keep_the_shop(person: Person, now: datetime, today: int) -> Session:
    """The digest is answered by its own buttons; sometimes nobody reads it for days."""
    if person.likely(0.06):
        person.away_until = today + person.chance.choice(SHOPKEEPERS_JOURNEYS)
        return
    async for _ in answer_the_digest(person):
        yield
    if person.likely(0.8) and await person.presses("digests.say"):
        yield
        if person.likely(0.3) and await person.presses("busy.number"):
            yield
            await person.phone.says(str(person.chance.randint(0, 300)))
            yield
    if await person.presses("digests.seen"):
        yield
    if person.likely(0.1):
        await person.phone.says("/digest")
        yield
    if person.likely(0.1):
        async for _ in count_at_the_door(person):
            yield
    if person.likely(0.3):
        async for _ in change_what_was_made(person):
            yield
    if person.likely(0.3) and (await person.find("care.look_again"))[1]:
        async for _ in residents.go_and_look(person):
            yield
    async for _ in mind_her_dates(person, now):
        yield


async def mind_her_dates(person: Person, now: datetime) -> Session:
    """Once in a while she writes something down; what rings is answered, or not."""
    if await person.presses("instalments.paid", "instalments.another_date", "instalments.talk"):
        yield
        if await person.presses("instalments.talk_with_helper", among=1):
            yield
    if not person.likely(0.05):
        return
    await person.phone.says("/instalments")
    yield
    if not await person.presses("instalments.add", among=1):
        return
    yield
    for answer in (
        words.idea(person.language, person.chance)[:20],
        "300",
        "300",
        f"{now + timedelta(days=8):%Y-%m-%d}",
    ):
        await person.phone.says(answer)
        yield
    for action in ("instalments.set_rhythm", "instalments.set_count"):
        if await person.presses(action, among=1):
            yield


async def count_at_the_door(person: Person) -> Session:
    """Sometimes she stops half-way, and goes on another time."""
    await person.phone.says("/busy")
    yield
    if not await person.presses("busy.count", among=1):
        return
    yield
    for _ in range(3):
        if person.likely(0.1):
            return
        await person.phone.says(str(person.chance.randint(0, 60)))
        yield
    if await person.presses("busy.set_weather", among=1):
        yield


async def represent_the_city(person: Person) -> Session:
    if person.likely(0.4):
        async for _ in look_after_permits(person):
            yield
    if person.likely(0.3):
        async for _ in answer_an_idea(person):
            yield


async def manage_the_yard(person: Person, today: int) -> Session:
    """Her digest is answered, mostly; now and then nobody of the office looks for weeks."""
    if person.likely(0.01):
        person.away_until = today + person.chance.choice(SILENCES)
        return
    async for _ in be_asked(person):
        yield
    async for _ in answer_the_digest(person):
        yield
    if person.likely(0.1):
        async for _ in answer_an_idea(person):
            yield


async def answer_for_the_team(person: Person) -> Session:
    """About the yard, where the team has a say itself."""
    async for _ in residents.read_ideas(person):
        yield
    for action in ("ideas.look_after", "ideas.move", "ideas.step:agreed", "ideas.step_plainly"):
        if not await person.presses(action, among=1):
            return
        yield


async def answer_the_digest(person: Person) -> Session:
    for _ in range(3):
        if not await person.presses("digests.answer"):
            break
        yield
        if await person.presses("digests.without_reason", among=1):
            yield
        elif (await person.phone.screen())[-1].addresses and person.likely(0.9):
            await person.phone.says(_reason(person))
            yield


async def answer_an_idea(person: Person) -> Session:
    """Where it is hers to answer."""
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
