"""What people in the story do who leave well: something they hold goes to somebody who says yes."""

from simulation.web_phones import Phone, Town


async def hand_on(town: Town, giver: Phone, taker: Phone, feature: str) -> None:
    """The first she holds of this feature; `taker` is the only one who may have it."""
    await giver.says("/handover")
    await giver.presses("handover.thing", feature)
    await giver.presses("handover.give_to")
    await giver.presses("handover.give")
    await town.settle()
    await taker.presses("handover.accept")
