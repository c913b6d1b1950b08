"""A neighbour of the story who plans towns for a living: what she is asked, and what everybody reads of it."""

from bot.clock import milliseconds
from handlers.experts.rules import Field
from handlers.experts.store import experts
from simulation.web_phones import Phone, Town

MOST_PAGES = 6


async def becomes_planner(town: Town, phone: Phone) -> None:
    """By a one-time link, as a lead would give it."""
    async with town.app.database.write() as tx:
        token = await experts.invite(tx, town.place.id, Field.PLANNING, "", None, milliseconds(town.clock.now()))
    await phone.says(f"/start expert-{token}")
    await phone.presses("experts.accept")
    await town.settle()


async def ask(town: Town, phone: Phone, number: int, words: str) -> None:
    """From the card of the idea."""
    await phone.says(f"/{number}")
    await phone.presses("ideas.more")
    for _ in range(MOST_PAGES):
        await phone.hears_back()
        if any(one.startswith("experts.choose_field") for one in (await phone.screen())[-1].addresses):
            break
        await phone.presses("ideas.further")
    await phone.presses("experts.choose_field")
    await phone.presses("experts.begin", "planning")
    await phone.says(words)
    await phone.presses("experts.send")
    await town.settle()


async def answer(town: Town, phone: Phone, words: str) -> None:
    await phone.presses("experts.see")
    await phone.presses("experts.answer")
    await phone.says(words)
    await town.settle()


async def let_all_read(volunteer: Phone) -> None:
    """The first that waits for a look."""
    await volunteer.says("/experts")
    for _ in range(MOST_PAGES):
        await volunteer.hears_back()
        if any(one.startswith("experts.desk") for one in (await volunteer.screen())[-1].addresses):
            break
        await volunteer.presses("experts.page")
    await volunteer.presses("experts.desk")
    await volunteer.presses("experts.look")
    await volunteer.presses("experts.set_shown")
    await volunteer.presses("experts.set_useful")
