"""What people in the story do for one another afterwards: a lead thanks, a certificate is asked for and signed."""

from bot.identity.roles import Role
from simulation.web_phones import Phone, Town, role_code

PAGES = 6  # of the day's list that somebody leafs through


async def becomes_lead(town: Town, phone: Phone) -> None:
    await phone.says(f"/start {await role_code(town, Role.LEAD)}")
    await town.settle()


async def thank(lead: Phone, sentence: str) -> None:
    """For what waits longest."""
    await _finds(lead, "thanks.thank")
    await lead.presses("thanks.thank")
    await lead.says(sentence)
    await lead.presses("thanks.send")


async def ask_for_certificate(phone: Phone, name: str) -> None:
    await phone.says("/record")
    await phone.presses("thanks.begin")
    await phone.says(name)
    await phone.presses("thanks.set_period", "all")
    await phone.presses("thanks.ask")


async def sign(lead: Phone) -> None:
    await _finds(lead, "thanks.read")
    await lead.presses("thanks.read")
    await lead.presses("thanks.sign")


async def _finds(lead: Phone, action: str) -> None:
    """Leafs on until the day's list has a button of this action."""
    await lead.says("/today")
    for _ in range(PAGES):
        await lead.hears_back()
        last = (await lead.screen())[-1]
        if any(address.split(":")[0] == action for address in last.addresses):
            return
        await lead.presses_if_asked("today.page")
