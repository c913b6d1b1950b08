"""What people in the story say when they are asked whether it gets better: in taps, on paper, and in words."""

from collections.abc import Mapping

from simulation.web_phones import Phone, Town


async def people_say(town: Town, said: Mapping[Phone, str]) -> None:
    """The faces of the two questions, such as "good same"; a third one is the owner's."""
    for phone, faces in said.items():
        await phone.says("/pulse")
        await phone.presses("pulse.ask")
        for question, face in zip(("place", "neighbours", "shop"), faces.split(), strict=False):
            await phone.presses("pulse.say", question, face)
    await town.settle()


async def tells(phone: Phone, words: str, whom: str) -> None:
    """What changed most, which is asked after the last face."""
    await phone.says(words)
    await phone.presses("pulse.show_to", whom)


async def shows(volunteer: Phone, words_on_paper: str) -> None:
    """The story that waits, on the page; and the ticks of the first question on paper."""
    await volunteer.says("/pulse")
    await volunteer.presses("pulse.page", "1")
    await volunteer.presses("pulse.stories")
    await volunteer.presses("pulse.put")
    await volunteer.says("/pulse")
    await volunteer.presses("pulse.paper")
    await volunteer.presses("pulse.ticks", "place")
    await volunteer.says(words_on_paper)
