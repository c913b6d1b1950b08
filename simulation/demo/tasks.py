"""What people in the story do with tasks: ask for hands, lend one, and say how long it took."""

from collections.abc import Sequence

from simulation.web_phones import Phone, Town


async def before_an_event(town: Town, volunteer: Phone, event_id: int, title: str, needed: int) -> None:
    """Two hours before it begins."""
    await volunteer.says(f"/start event-{event_id}")
    await volunteer.presses("tasks.for_event")
    await volunteer.says(title)
    await volunteer.presses("tasks.set_kind", "slot")
    await volunteer.presses("tasks.set_when")
    await _the_rest(town, volunteer, "hands", needed)


async def every_week(town: Town, volunteer: Phone, title: str) -> None:
    await volunteer.says("/newtask")
    await volunteer.says(title)
    await volunteer.presses("tasks.set_kind", "standing")
    await volunteer.presses("tasks.set_when")
    await volunteer.presses("tasks.set_every", "week")
    await _the_rest(town, volunteer, "plants", 1)


async def _the_rest(town: Town, volunteer: Phone, work: str, needed: int) -> None:
    await volunteer.presses("tasks.set_work", work)
    await volunteer.says(str(needed))
    await volunteer.presses("tasks.open_task")
    await town.settle()


async def lend_a_hand(town: Town, phones: Sequence[Phone], which: int = 0) -> None:
    """`which` of what is listed first."""
    for phone in phones:
        await phone.says("/tasks")
        await phone.presses("tasks.look", which=which)
        await phone.presses("tasks.claim")
    await town.settle()


async def done(town: Town, phones: Sequence[Phone]) -> None:
    """Below the question how it went."""
    for phone in phones:
        await phone.presses("tasks.done")
    await town.settle()
