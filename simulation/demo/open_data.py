"""What L 店 learnt is for the next shop too: its lead opens the data."""

from simulation.web_phones import Phone


async def open_as(lead: Phone, licence: str) -> None:
    await lead.says("/opendata")
    await lead.presses("open_data.choose")
    await lead.presses("open_data.open_as", licence)
