"""What people in the story say in another language."""

from simulation.web_phones import Phone

MOST_PAGES = 6


async def say_in(phone: Phone, number: int, language: str, words: str) -> None:
    """From the card of the idea, on whichever page behind it that stands."""
    await phone.says(f"/{number}")
    await phone.presses("ideas.more")
    for _ in range(MOST_PAGES):
        await phone.presses("ideas.further")
        await phone.hears_back()
        if any(address.startswith("translations.say_it") for address in (await phone.screen())[-1].addresses):
            break
    await phone.presses("translations.say_it")
    await phone.presses("translations.say_in", language)
    await phone.says(words)
