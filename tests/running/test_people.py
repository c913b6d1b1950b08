"""People in a running town: what they are called, who hears of what, and how near their tools are."""

from pathlib import Path

from tests.running.town import town


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
