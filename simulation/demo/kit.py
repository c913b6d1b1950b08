"""The kit of L 店: its lead says in her own words what was done and what was given up, and puts it in."""

from collections.abc import Sequence

from simulation.web_phones import Phone


async def make(lead: Phone, pages: Sequence[str], language: str, read_as_they_are: int) -> None:
    """The first pages in these words, then so many as they stand; then the file."""
    await lead.says("/kit")
    await lead.presses("kit.listing")
    await lead.presses("kit.look")
    for words in pages:
        await lead.presses("kit.reword")
        await lead.presses("kit.reword", language)
        await lead.says(words)
        await lead.presses("kit.take_in")
    for _ in range(read_as_they_are):
        await lead.presses("kit.take_in")
    await lead.says("/kit")
    await lead.presses("kit.make")
