"""What needs me today, in the running program: what is put off comes back by the clock, and what is done goes."""

from pathlib import Path

from tests.running.town import OnTheWire, town


async def test_what_is_put_off_comes_back_on_its_day_and_what_is_done_is_gone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        vera = await here.joins("Vera", "volunteer", "en")
        aygul = await here.arrives("Aygul", "en")
        await aygul.says("/human")
        await aygul.says("Who has the key of the shed?")
        await vera.hears("Who has the key of the shed?")
        await vera.says("/today")
        await vera.hears("One thing waits for you", "key of the shed")
        await vera.presses("⋯")
        await vera.presses("Not today")
        await vera.presses("In 3 days")
        await vera.hears("Nothing waits for you")
        await here.turn(days=2)
        await vera.says("/today")
        await vera.patiently(lambda: says_twice(vera, "Nothing waits for you"))
        await here.turn(days=1, hours=1)
        await vera.says("/today")
        await vera.hears("One thing waits for you", "key of the shed")
        await vera.presses("Who has the key")
        await vera.says("It hangs behind the counter.")
        await aygul.hears("It hangs behind the counter.")
        await here.until(lambda: not here.ask("SELECT count(*) FROM human_questions WHERE answered_at IS NULL")[0][0])
        # A month later the program has forgotten by itself that it was put off.
        await here.turn(days=32)
        await here.until(lambda: not here.ask("SELECT count(*) FROM today_later")[0][0])


async def says_twice(one: OnTheWire, words: str) -> None:
    """In two messages of hers; a digest may have come since."""
    assert len([message for message in await one.screen() if words in message.words]) == 2
