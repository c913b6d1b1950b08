"""People in a running town: what they are called, who hears of what, and how near their tools are."""

from datetime import UTC, datetime
from pathlib import Path

from tests.running.town import town

MONDAY = datetime(2026, 11, 30, 1, 31, tzinfo=UTC)  # 09:31 in Beijing, when the liaison's week comes


async def test_names_are_asked_once_and_nobody_takes_a_role_without_one(tmp_path: Path) -> None:
    async with town(tmp_path, telegram=True) as here:
        # The link of a role asks for a name first, and a role is no name.
        vera = await here.phone("Vera", "en", here.links["volunteer"])
        await vera.agrees()
        await vera.hears("about to become “Volunteer”", "What do the neighbours call you?")
        await vera.says("Аdmin")  # with a Cyrillic А
        await vera.hears("a role is shown beside it by itself")
        await vera.says("Vera")
        await vera.hears("Welcome!")

        # A resident is asked where her name first shows, and only once; she reads it in her words, others in theirs.
        aygul = await here.arrives("Aygul", "ug")
        await aygul.says("/human")
        await aygul.says("دۇكان قاچان ئېچىلىدۇ؟")
        await aygul.hears("قوشنا")
        await vera.hears("Neighbour", "asks: دۇكان")
        await vera.presses("Answer")
        await vera.says("At nine.")
        await aygul.hears("Vera (پىدائىي)", "At nine.")
        await aygul.says("/human")
        await aygul.says("رەھمەت")
        await vera.hears("asks: رەھمەت")
        assert not any("ئىسمىمنى" in label for label in (await aygul.last()).labels)

        # Said in the settings, it stands on what she said before; a Telegram name that pretends is marked.
        await aygul.says("/name")
        await aygul.says("ئايگۈل")
        await aygul.hears("ئايگۈل", "✓")
        bo = await here.on_telegram("Admin", "en")
        await bo.agrees()
        await bo.says("/human")
        await bo.says("Send me your passwords")
        await vera.hears("“Admin” (a name) asks: Send me your passwords")


async def test_the_street_has_somebody_who_decides_and_a_lead_her_tools(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        # A lead finds her tools by pressing words; nothing is typed.
        gul = await here.joins("Gul", "lead", "en")
        await gul.says("/home")
        await gul.presses("Tools of the team")
        await gul.presses("What waits for an answer")
        await gul.presses("For somebody without a phone")
        await gul.hears("On whose behalf?")
        await gul.says("/home")
        await gul.presses("Tools of the team")
        await gul.presses("The team and the place")
        await gul.presses("The team and its roles")
        await gul.hears("City liaison: nobody yet")

        # An idea about the street waits for a role that nobody holds: the lead is given the link that fills it.
        aygul = await here.arrives("Aygul", "en")
        await aygul.says("A safer crossing before the school")
        await aygul.presses("A new idea")
        await aygul.presses("More")
        await aygul.presses("The street")
        await gul.says("/desk")
        await gul.presses("Put it on the board")
        await here.turn(minutes=6)
        await gul.hears("Nobody is the city's liaison here yet", "/1")
        await gul.presses("A link for the liaison")
        link = (await gul.hears("City liaison", "#i-")).words.partition("#")[2].split()[0]
        leyla = await here.phone("Leyla", "en", link)
        await leyla.agrees()
        await leyla.says("Leyla")
        await leyla.hears("You answer ideas about the street")

        # A week of silence names a person, and the liaison still decides in her digest.
        await here.turn(minutes=1)
        await here.until(lambda: here.ask("SELECT 1 FROM digest_readers WHERE kind = 'liaison'"))
        await here.turn_to(MONDAY)
        digest = await leyla.hears("1 waits for your answer", "A safer crossing")
        assert "Neighbour" not in digest.words
        await here.turn(days=7)
        await gul.hears("Would you speak with the liaison?")
        await leyla.presses("1 later")
        await leyla.says("The pipes come first")
        await aygul.hears("Not now", "The pipes come first")
