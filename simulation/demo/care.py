"""What people in the story do with what was done: look after it, go back to look, and water what grows."""

from simulation.web_phones import Phone


async def take_on(phone: Phone, number: int) -> None:
    """From the card; the first one is its steward, the second one her deputy."""
    await phone.says(f"/{number}")
    await phone.presses_if_asked("care.look")
    await phone.presses("care.look_after")


async def say_what_good_means(volunteer: Phone, number: int, good: str) -> None:
    await volunteer.says(f"/{number}")
    await volunteer.presses("care.look")
    await volunteer.presses("care.around")
    await volunteer.presses("care.ask_good")
    await volunteer.says(good)


async def care_days(phone: Phone, number: int, weeks: int) -> None:
    await phone.says(f"/{number}")
    await phone.presses("care.look")
    await phone.presses("care.around")
    await phone.presses("care.rhythm")
    await phone.presses("care.set_rhythm", str(weeks))


async def looks(phone: Phone, how: str, words: str = "", photo: bytes | None = None) -> None:
    """From the message that asked; `how` is good, partly or gone."""
    await phone.presses("care.look_again")
    if photo is not None:
        await phone.sends_photo(photo)
    else:
        await phone.presses("care.no_photo")
    await phone.presses("care.answer", how)
    if words:
        await phone.says(words)
    await phone.hears_back()


async def tell_everybody(volunteer: Phone) -> None:
    """What a neighbour found, and the team has seen."""
    await volunteer.presses("care.show_it")


async def waters(phone: Phone) -> None:
    await phone.presses("care.cared")
