"""How busy L 店 was, as its owner tapped it: a nest makes it famous, and then people stay away."""

from simulation.web_phones import Phone, Town

FIRST = -306  # days from today, on which the first week was told; one more each seven days
WEEKS = ("usual", "usual", "quiet", "usual", "usual", "busy", "busy", "busy", "usual", "quiet", "quiet", "quiet")


class Diary:
    """Told up to some day of the story, so that it runs beside all else."""

    def __init__(self, town: Town, owner: Phone) -> None:
        self._town = town
        self._owner = owner
        self._days = [(FIRST + 7 * number, how) for number, how in enumerate(WEEKS)]

    async def until(self, day: int) -> None:
        """Everything that is told before this day."""
        while self._days and self._days[0][0] < day:
            when, how = self._days.pop(0)
            await self._town.until(when, 9)
            await self._owner.says("/busy")
            await self._owner.presses("busy.ask")
            await self._owner.presses("busy.say", how)

    async def end(self) -> None:
        """The last week; owner and team hear what it comes to."""
        await self.until(0)
        await self._town.until(FIRST + 7 * len(WEEKS), 9)
        await self._town.what_is_due()
