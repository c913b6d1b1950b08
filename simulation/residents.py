"""What residents do when they open the chat: each habit is a few gestures, chosen from what the screen offers."""

from collections.abc import Sequence

from simulation import hands, words
from simulation.people import Habit, Person, Session, last_buttons
from simulation.phones import OnTelegram

PLACE = (43.8256, 87.6168)  # degrees; the middle of Urumqi
SILENCES = (10, 20, 40)  # days
WANDERINGS = 5  # presses
FOR_GOOD, SELDOM = "privacy.leave_for_good", 0.05
# Pressed on purpose elsewhere, with what belongs to them.
NOT_BY_CHANCE = (
    "tasks.call_off",
    "events.call_off",
    "events.change",
    "broadcasts.stop",
    "ideas.hide",
    "digests.stop",
    "team.take",
    "handover.all_back",
    "handover.give_back",
    "handover.give",
    "handover.request",
    "handover.wake",
)


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
    if not (await person.find("polls.vote", "polls.vote_score", "polls.vote_moment"))[1]:
        await person.phone.says("/polls")
        yield
        if not await person.presses("polls.open_poll", among=1):
            return
        yield
    for _ in range(person.chance.randint(1, 3)):
        if await person.presses("polls.show_ballot", among=1):
            yield
        if not await person.presses("polls.vote", "polls.vote_score", "polls.vote_moment"):
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
        ("made.take_part", say_whether_she_made_it),
        ("tasks.still", hands.keep_to_it_or_not),
        ("tasks.done", hands.say_how_it_went),
        ("tasks.less", hands.answer_in_private),
        ("made.answer", say_to_a_change),
        ("care.look_after", take_it_on),
        ("care.look_again", go_and_look),
        ("care.cared", have_a_care_day),
        ("needs.still", keep_her_promise),
        ("needs.came_back", say_whether_it_came_back),
        ("press.may", say_to_newspapers),
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


async def say_whether_she_made_it(person: Person) -> Session:
    if await person.presses("made.take_part"):
        yield


async def say_to_newspapers(person: Person) -> Session:
    """By name, as a neighbour or no; some take it back at once."""
    if not await person.presses("press.may"):
        return
    yield
    if person.likely(0.2) and await person.presses("press.take_back", among=2):
        yield


async def say_to_a_change(person: Person) -> Session:
    """Of something she made."""
    if not await person.presses("made.answer", "made.otherwise"):
        return
    yield
    if await person.presses("made.answer:move", "made.answer:together", among=1):
        yield
    elif person.likely(0.4):
        await person.phone.sends_photo(person.picture())
        yield


async def take_it_on(person: Person) -> Session:
    """From the news of something that is done; sometimes with what good means, or care days."""
    if not await person.presses("care.look_after"):
        return
    yield
    if person.likely(0.4) and await person.presses("care.ask_good", among=1):
        yield
        await person.phone.says(person.chance.choice(words.COMMENTS[person.language]))
        yield
    if person.likely(0.3) and await person.presses("care.around", among=1):
        yield
        if await person.presses("care.rhythm", among=1):
            yield
            await person.presses("care.set_rhythm", among=1)
            yield


async def go_and_look(person: Person) -> Session:
    """With a photo or without one; now and then another day, or not any more."""
    if person.likely(0.2) and await person.presses("care.another_day", "care.let_go"):
        yield
        return
    if not await person.presses("care.look_again"):
        return
    yield
    if person.likely(0.6):
        await person.phone.sends_photo(person.picture())
    else:
        await person.presses("care.no_photo", among=1)
    yield
    how = person.chance.choices(("good", "partly", "gone"), (0.7, 0.25, 0.05))[0]
    if not await person.presses(f"care.answer:{how}", among=1):
        return
    yield
    if how != "good":
        await person.phone.says(person.chance.choice(words.COMMENTS[person.language]))
        yield
    if person.likely(0.1) and await person.presses("care.take_back", "care.enough", "care.mended", among=1):
        yield


async def have_a_care_day(person: Person) -> Session:
    if await person.presses("care.cared", "care.not_this_time"):
        yield


async def look_at_what_is_looked_after(person: Person) -> Session:
    await person.phone.says("/care")
    yield
    if await person.presses("care.look", among=1):
        yield
    if person.likely(0.5) and await person.presses("care.look_after", "care.around", "care.look_again", among=1):
        yield


async def keep_her_promise(person: Person) -> Session:
    """Or another day, or not after all."""
    if await person.presses("needs.still", "needs.ask_day", "needs.cannot"):
        yield


async def say_whether_it_came_back(person: Person) -> Session:
    if await person.presses("needs.came_back"):
        yield


async def bring_something(person: Person) -> Session:
    """Of what is needed; sometimes she says more, and sometimes not after all."""
    await person.phone.says("/needs")
    yield
    if not await person.presses("needs.look", among=1):
        return
    yield
    if not await person.presses("needs.bring", "needs.promise", among=1):
        return
    yield
    if person.likely(0.4) and await person.presses("needs.promise", "needs.cannot", among=1):
        yield
        if await person.presses("needs.set_named", "needs.promise_more", among=1):
            yield


async def say_in_another_language(person: Person) -> Session:
    """Of an idea that others cannot read, in words of her own; sometimes she takes it back."""
    await person.phone.says("/translate")
    yield
    for action in ("translations.say_it", "translations.say_in"):
        if not await person.presses(action, among=1):
            return
        yield
    await person.phone.says(words.idea(person.language, person.chance))
    yield
    if person.likely(0.1) and await person.presses("translations.take_back", among=1):
        yield


async def look_at_what_was_made(person: Person) -> Session:
    """And say that she made it along, or what she wishes for it."""
    await person.phone.says("/made")
    yield
    if person.likely(0.3) and await person.presses("made.page", among=1):
        yield
    if not await person.presses("made.look", among=1):
        return
    yield
    if person.likely(0.3) and await person.presses("made.more", among=1):
        yield
        if await person.presses("made.look_after", "made.wish", among=1):
            yield
        if await person.presses("made.set_wish", among=1):
            yield
        return
    if await person.presses("made.my_part", among=1):
        yield
        if await person.presses("made.take_part", "made.not_me", among=1):
            yield


async def wander(person: Person) -> Session:
    """Presses whatever is there; every screen of every feature is met in the end."""
    await person.phone.says(
        person.chance.choice(("/home", "/more", "/help", "/settings", "/polls", "/events", "/ledger", "/pulse"))
    )
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


async def look_at_what_one_gave(person: Person) -> Session:
    """And ask for a certificate, or for the one there is."""
    await person.phone.says("/record")
    yield
    if not await person.presses("thanks.line_by_line", "thanks.begin", "thanks.mine", among=1):
        return
    yield
    if (await person.find("thanks.use_name", among=1))[1]:
        await person.phone.says(person.plan.name)
        yield
    for action in ("thanks.set_period", "thanks.ask"):
        if await person.presses(action, among=1):
            yield
    if await person.presses("thanks.one_of_mine", among=1):
        yield
        if await person.presses("thanks.pdf", "thanks.badge", "thanks.ask_withdraw", among=1):
            yield
        if person.likely(0.3) and await person.presses("thanks.withdraw", among=1):
            yield


async def ask_an_expert(person: Person) -> Session:
    """About an idea of hers; sometimes what was answered before is enough, and sometimes she stops half-way."""
    await person.phone.says("/experts")
    yield
    if person.likely(0.3) and await person.presses("experts.answers", among=1):
        yield
        if await person.presses("experts.read", among=1):
            yield
        return
    for action in ("experts.choose_idea", "experts.choose_field", "experts.begin"):
        if await person.presses(action, among=1):
            yield
    if not (await person.find("experts.choose_field"))[1] or person.likely(0.1):
        return
    await person.phone.says(words.idea(person.language, person.chance)[:80])
    yield
    if await person.presses("experts.helps", "experts.send", among=1):
        yield


HABITS: tuple[tuple[Habit, float], ...] = (
    (read_ideas, 0.34),
    (suggest, 0.2),
    (wander, 0.18),
    (vote, 0.08),
    (answer_invitation, 0.08),
    (look_at_what_was_made, 0.04),
    (look_at_what_one_gave, 0.03),
    (look_at_what_is_looked_after, 0.03),
    (bring_something, 0.03),
    (ask_an_expert, 0.02),
    (say_in_another_language, 0.02),
    (hands.lend_a_hand, 0.08),
    (hands.note_hours, 0.01),
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
