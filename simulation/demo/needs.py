"""What people in the story need for a change, bring, lend and have back, and how its money is written down."""

from simulation.web_phones import Phone, Town


async def ask_for(volunteer: Phone, number: int, kind: str, what: str, by: str) -> None:
    """For the change with this number; nothing goes on without it."""
    await _of_change(volunteer, number)
    await volunteer.presses("needs.ask_kind")
    if kind not in ("money", "material"):
        await volunteer.presses("needs.ask_kind", "1")
    await volunteer.presses("needs.set_kind", kind)
    await volunteer.says(what)
    await volunteer.presses("needs.set_level", "minimum")
    await volunteer.says(by)


async def bring(town: Town, phone: Phone, which: int = 0) -> None:
    await phone.says("/needs")
    await phone.presses("needs.look", which=which)
    await phone.presses("needs.bring")
    await town.settle()


async def is_here(volunteer: Phone, photo: bytes) -> None:
    """Of the first need; everything is found with it."""
    await volunteer.says("/needs")
    await volunteer.presses("needs.look")
    await volunteer.presses("needs.tend")
    await volunteer.presses("needs.receive")
    await volunteer.sends_photo(photo)
    await volunteer.presses("needs.mark", "met")


async def write_line(volunteer: Phone, number: int, kind: str, amount: str, what: str) -> None:
    """`kind` is given, spent or in_kind."""
    await _of_change(volunteer, number)
    await volunteer.presses("needs.money")
    await volunteer.presses("needs.choose_kind")
    await volunteer.presses("needs.ask_amount", kind)
    await volunteer.says(amount)
    await volunteer.says(what)


async def _of_change(phone: Phone, number: int) -> None:
    """By its card, behind More."""
    await phone.says(f"/{number}")
    await phone.presses("ideas.more")
    for _ in range(4):
        await phone.presses("ideas.further")
        await phone.hears_back()
        if any(address.startswith("needs.of_idea") for address in (await phone.screen())[-1].addresses):
            break
    await phone.presses("needs.of_idea")
