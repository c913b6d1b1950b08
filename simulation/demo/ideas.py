"""What people in the story do with ideas: suggest, publish, support, comment, decide, move along."""

from collections.abc import Sequence

from simulation.web_phones import Phone, Town, together

INSIDE, FRONT = 0, 1  # the first two spots of every place, in the order of their buttons


async def suggest(phone: Phone, words: str, spot: int, photo: bytes | None = None) -> None:
    """Nobody adds a voice to a look-alike here: those that mean the same are merged later by a volunteer."""
    await phone.says("/suggest")
    if photo is None:
        await phone.says(words)
    else:
        await phone.sends_photo(photo, words)
    await phone.presses("ideas.at_spot", which=spot)
    await phone.presses_if_asked("ideas.mine_is_different")
    await phone.hears_back()


async def suggest_in_the_yard(phone: Phone, words: str) -> None:
    """Its spot stands behind the first two."""
    await phone.says("/suggest")
    await phone.says(words)
    await phone.presses("ideas.where")
    await phone.presses("ideas.at_spot")
    await phone.presses_if_asked("ideas.mine_is_different")
    await phone.hears_back()


async def publish(volunteer: Phone, number: int) -> None:
    await volunteer.says(f"/{number}")
    await volunteer.presses("ideas.look_after")
    await volunteer.presses("ideas.publish")
    await volunteer.presses_if_asked("ideas.publish_different")
    await volunteer.hears_back()


async def estimate(volunteer: Phone, number: int, band: str) -> None:
    """What it costs, roughly: behind the other tools, three at a time."""
    await volunteer.says(f"/{number}")
    await volunteer.presses("ideas.look_after")
    await _leafs_to(volunteer, "ideas.cost", "ideas.more_tools", "0")
    await _leafs_to(volunteer, "ideas.set_cost", "ideas.cost", band)


async def _leafs_to(volunteer: Phone, action: str, onward: str, argument: str) -> None:
    """The first page shows the action itself, or the way on to it."""
    while True:
        await volunteer.hears_back()
        shown = (await volunteer.screen())[-1].addresses
        if any(one.startswith(f"{action}:") and one.endswith(f":{argument}") for one in shown):
            await volunteer.presses(action, argument)
            return
        await volunteer.presses(onward)


async def merge(volunteer: Phone, number: int, into: int) -> None:
    await volunteer.says(f"/{number}")
    for button in ("look_after", "more_tools", "merge"):
        await volunteer.presses(f"ideas.{button}")
    await volunteer.says(str(into))


async def support(town: Town, phones: Sequence[Phone], number: int) -> None:
    await together(*(phone.says(f"/{number}") for phone in phones))
    await town.settle()
    await together(*(phone.presses("ideas.support") for phone in phones))
    await town.settle()


async def comment(phone: Phone, number: int, words: str) -> None:
    await phone.says(f"/{number}")
    await phone.presses("ideas.more")
    await phone.presses("ideas.comments")
    await phone.says(words)


async def answer(owner: Phone, number: int, how: str, reason: str = "") -> None:
    """`how` is yes, but, try or later; a yes needs no reason."""
    await owner.says(f"/{number}")
    await owner.presses("ideas.answer")
    if how in ("try", "later"):
        await owner.presses("ideas.answer_softly")
    if how == "try":
        await owner.presses("ideas.trial_length")
        await owner.presses("ideas.trial_until", which=2)  # the longest
    else:
        await owner.presses("ideas.answer_with", how)
    if reason:
        await owner.says(reason)


async def answer_in_digest(manager: Phone, how: str, reason: str) -> None:
    """The one that waits there."""
    await manager.says("/digest")
    await manager.presses("digests.answer", how)
    await manager.says(reason)


async def keep_after_trial(owner: Phone, number: int) -> None:
    """Straight from the message that asked what becomes of it."""
    await owner.hears_back()
    await owner.presses("ideas.answer_with", str(number), "yes")


async def move_along(volunteer: Phone, number: int, status: str, reason: str = "") -> None:
    await volunteer.says(f"/{number}")
    await volunteer.presses("ideas.look_after")
    await volunteer.presses("ideas.move")
    await volunteer.presses("ideas.step", status)
    if reason:
        await volunteer.says(reason)
    else:
        await volunteer.presses("ideas.step_plainly")
