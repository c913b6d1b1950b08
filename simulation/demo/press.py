"""The press sheet of L 店: its lead asks whose words and pictures they are, they say yes, and it is made."""

from simulation.web_phones import Phone, Town


async def asks(lead: Phone, idea_id: int) -> None:
    """For the first quote, which is what changed most for somebody, and how this change was and is."""
    await lead.says("/press")
    await lead.presses("press.found")
    await lead.presses("press.quotes")
    await lead.presses("press.quote")
    await lead.presses("press.ask_quote")
    await lead.says("/press")
    await lead.presses("press.found")
    await lead.presses("press.pictures")
    await lead.presses("press.change", str(idea_id))
    await lead.presses("press.ask_pictures")


async def says(town: Town, phone: Phone, how: str, many: int = 1) -> None:
    """One question comes after the other."""
    for _ in range(many):
        await town.settle()
        await phone.presses("press.may", how)
    await town.settle()


async def make(lead: Phone, story: str, whom: str) -> None:
    """The story in one sentence, in Chinese; the sheet in all languages."""
    await lead.says("/press")
    await lead.presses("press.told")
    await lead.presses("press.tell", "short")
    await lead.presses("press.tell", "short", "zh")
    await lead.says(story)
    await lead.says("/press")
    await lead.presses("press.make")
    await lead.presses("press.for_whom")
    await lead.says(whom)
