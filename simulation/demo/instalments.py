"""What the owner in the story minds for herself and one helper: the freezer she pays in instalments."""

from simulation.web_phones import Phone, Town


async def write_down(owner: Phone, what: str, first: str) -> None:
    """Every month, twelve times."""
    await owner.says("/instalments")
    await owner.presses("instalments.add")
    await owner.says(what)
    for _ in range(2):
        await owner.presses("instalments.leave_out")
    await owner.says(first)
    await owner.presses("instalments.set_rhythm", which=1)
    await owner.presses("instalments.set_count", which=2)


async def name_helper(town: Town, owner: Phone, helper: Phone) -> None:
    """Expects the one of the team who was here first."""
    await owner.says("/instalments")
    await owner.presses("instalments.who_sees")
    await owner.presses("instalments.choose_helper")
    await owner.presses("instalments.ask_helper")
    await town.settle()
    await helper.presses("instalments.accept")
    await town.settle()


async def pays(owner: Phone) -> None:
    """Below the message that the day has come."""
    await owner.presses("instalments.paid")
