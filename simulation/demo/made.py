"""What people in the story do with what they made: keep it, say so, agree how long it stays, and let it go."""

from simulation.web_phones import Phone


async def keep(volunteer: Phone) -> None:
    """From the receipt of the idea that is done."""
    await volunteer.presses("made.from_idea")
    await volunteer.presses("made.keep_idea")


async def made_it(phone: Phone, part: str) -> None:
    """`part` is named, quiet or children."""
    await _look(phone)
    await phone.presses("made.my_part")
    await phone.presses("made.take_part", part)


async def may_stay_a_year(owner: Phone) -> None:
    await _look(owner)
    await owner.presses("made.more")
    await owner.presses("made.agreed")
    await owner.presses("made.agree", "1")


async def wants_to_change(owner: Phone, why: str) -> None:
    await _look(owner)
    await owner.presses("made.change")
    await owner.says(why)


async def photograph(phone: Phone, photo: bytes) -> None:
    """Below the message that it is to be changed."""
    await phone.presses("made.answer", "photograph")
    await phone.sends_photo(photo)


async def fine(phone: Phone) -> None:
    await phone.presses("made.answer", "fine")


async def goes(owner: Phone) -> None:
    """Below the message that the term is over; there is a last photo."""
    await owner.presses("made.ask_gone")
    await owner.presses("made.gone")


async def _look(phone: Phone) -> None:
    await phone.says("/made")
    await phone.presses("made.look")
