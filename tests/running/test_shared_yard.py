"""The yard in a running town: a party is invited, decides in its digest, and nothing waits for it once it is gone."""

from datetime import UTC, datetime
from pathlib import Path

from tests.running.town import OnTheWire, town

MORNING = datetime(2026, 12, 1, 1, 31, tzinfo=UTC)  # 09:31 in Beijing, when digests come


async def test_the_yard_waits_for_whoever_manages_it_and_for_nobody_who_is_gone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        # An idea about the yard, and nobody who manages it: the lead has the link.
        gul = await here.joins("Gul", "lead", "en")
        aygul = await here.arrives("Aygul", "en")
        for number, words in enumerate(("A bench beneath the elm", "A tap with water"), 1):
            await aygul.says(words)
            await aygul.presses("A new idea")
            await aygul.presses("More")
            await aygul.presses("The yard")
            await gul.says(f"/{number}")
            await gul.presses("Look after it")
            await gul.presses("Put it on the board")
        await here.turn(minutes=6)
        await gul.hears("Nobody is here for property management or the community office yet", "/1", "/2")
        await gul.presses("A link for property management")
        link = (await gul.hears("Property management or community office", "#i-")).words.partition("#")[2].split()[0]
        bahar = await here.phone("Bahar", "en", link)
        await bahar.agrees()
        await bahar.says("Bahar")
        await bahar.hears("together with the team")

        # The team alone decides nothing now; the other party does it from the message that comes by itself.
        await agrees_for_the_team(gul, 1)
        await gul.hears("The other party's answer counts too")
        await here.turn(minutes=1)
        await here.until(lambda: here.ask("SELECT 1 FROM digest_readers WHERE kind = 'yard'"))
        await here.turn_to(MORNING)
        await bahar.hears("For the yard", "2 need you")
        await bahar.presses("1 but…")
        await bahar.says("Not above the pipes")
        await aygul.hears("Agreed with conditions", "Not above the pipes")

        # Her role ends: what waited for it counts as the team said it.
        await agrees_for_the_team(gul, 2)
        await gul.hears("The other party's answer counts too")
        await gul.says("/team")
        await gul.presses("Take a role back")
        await gul.presses("Bahar · Property management or community office")
        await gul.presses("Yes, Bahar steps back")
        await here.turn(minutes=6)
        await aygul.hears("A tap with water", "Agreed")
        await gul.hears("Nobody is there for the other party any more")


async def agrees_for_the_team(one: OnTheWire, number: int) -> None:
    await one.says(f"/{number}")
    await one.presses("Look after it")
    await one.presses("Move it along")
    await one.presses("Agreed")
    await one.presses("Leave it out")
