"""What people do with tasks: lend a hand, keep to it or not, say how long it took; and the team asks for hands."""

from datetime import datetime, timedelta

from simulation import words
from simulation.people import Person, Session

TASK_DAYS = (1, 3)  # Tuesday and Thursday
KINDS = ("once", "slot", "standing")


async def lend_a_hand(person: Person) -> Session:
    """Takes something on, looks for another day, or asks to be told."""
    await person.phone.says("/tasks")
    yield
    if person.likely(0.3) and await person.presses("tasks.page", among=1):
        yield
    if person.likely(0.2) and await person.presses("tasks.watching", among=1):
        yield
        if await person.presses("tasks.watch", among=1):
            yield
        return
    if not await person.presses("tasks.look", among=1):
        return
    yield
    if person.likely(0.2) and await person.presses("tasks.other_days", "tasks.pass_on", among=1):
        yield
        return
    for _ in range(2):  # once more where it is for adults only
        if await person.presses("tasks.claim", among=1):
            yield


async def keep_to_it_or_not(person: Person) -> Session:
    """Below a reminder; whoever cannot come is offered another day."""
    choice = person.chance.choices(("tasks.still", "tasks.stand_in", "tasks.cant"), (7, 2, 1))[0]
    if await person.presses(choice):
        yield
    if choice == "tasks.cant" and await person.presses("tasks.other_days", among=1):
        yield


async def say_how_it_went(person: Person) -> Session:
    """Sometimes nobody came, and says so."""
    choice = "tasks.done" if person.likely(0.8) else "tasks.excuse"
    if await person.presses(choice):
        yield
    if choice == "tasks.excuse" and await person.presses("tasks.no_reason", among=1):
        yield


async def answer_in_private(person: Person) -> Session:
    if await person.presses("tasks.less"):
        yield


async def note_hours(person: Person) -> Session:
    await person.phone.says("/hours")
    yield
    if await person.presses("tasks.add", among=1):
        yield
        if await person.presses("tasks.add_how_long", among=1):
            yield
            await person.phone.says(person.chance.choice(words.COMMENTS[person.language]))
            yield


async def ask_for_hands(person: Person, now: datetime) -> Session:
    """Of each kind some; a few begin within two days, so that the team hears that nobody was found."""
    await person.phone.says("/newtask")
    yield
    if await person.presses("tasks.begin_anew", among=1):
        yield
    await person.phone.says(person.chance.choice(words.WHAT[person.language]))
    yield
    kind = person.chance.choice(KINDS)
    if not await person.presses(f"tasks.set_kind:{kind}", "tasks.set_kind", among=1):
        return
    yield
    await person.phone.says(f"{now + timedelta(days=person.chance.randint(1, 8)):%Y-%m-%d} 15:00-17:00")
    yield
    if await person.presses("tasks.set_every", "tasks.set_when", among=1):
        yield
    if await person.presses("tasks.set_work", among=1):
        yield
    await person.phone.says(str(person.chance.randint(1, 3)))
    yield
    if await person.presses("tasks.open_task", among=1):
        yield


async def look_after_tasks(person: Person) -> Session:
    """A lead corrects; sometimes a date is called off."""
    await person.phone.says("/tasks")
    yield
    if not await person.presses("tasks.look", among=1):
        return
    yield
    if not await person.presses("tasks.look_after", among=1):
        return
    yield
    if await person.presses("tasks.who", among=1):
        yield
        if await person.presses("tasks.one_of", among=1):
            yield
            if await person.presses("tasks.was_there", "tasks.mark", among=1):
                yield
