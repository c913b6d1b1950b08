"""Whoever waits for an answer gets one, whatever Telegram says, and though the program is killed."""

import asyncio
from pathlib import Path

from bot.i18n.texts import machine as m
from bot.i18n.texts import render_plain
from tests.running.town import ByTelegram, Town, town

SORRY = render_plain(m.interrupted, "en").rstrip(":")
FAULTS = (("error", 500), ("error", 502), ("error_after", 504), ("close_after", 0))


async def test_nobody_is_left_in_silence_nor_told_for_ever(tmp_path: Path) -> None:
    async with town(tmp_path, telegram=True) as here:
        here.expects("nobody answered, somebody waits for it")
        people = [await here.on_telegram(f"P{number}", "en") for number in range(len(FAULTS) + 1)]
        for one in people:
            await one.agrees()
        silent = people[-1]
        for one, (kind, code) in zip(people[:-1], FAULTS, strict=True):
            await _fault(here, one, kind, code)
        await asyncio.gather(*(_asks(here, one) for one in people[:-1]))
        for one in people[:-1]:
            await one.hears(SORRY)
        # Accepted, and the program dies before it has heard so.
        await _fault(here, silent, "silence_after")
        await _asks(here, silent)
        await silent.hears(SORRY)
        await here.kill()
        await here.start()
        await here.turn(hours=1)
        await silent.patiently(lambda: _heard_again(silent))
        heard = [await _times(one) for one in people]
        print(f"after 500, 502, accepted and 504, accepted and cut off, accepted and killed: heard {heard} times")
        # On a busy machine the fake itself may answer too late for one more call, which is then said once more, too.
        for times, least in zip(heard, (1, 1, 2, 2, 2), strict=True):
            assert least <= times <= least + 1, heard
        for one in people:
            assert not (await one.screen())[-1].mine
            await one.presses("🏠")  # what came is as good as what was lost


async def _fault(here: Town, one: ByTelegram, kind: str, code: int = 502) -> None:
    assert here.fake is not None
    await asyncio.to_thread(here.fake.does, "fault", kind=kind, method="sendMessage", chat=one.user_id, code=code)


async def _asks(here: Town, one: ByTelegram) -> None:
    """And does not wait for what follows."""
    assert here.fake is not None
    await asyncio.to_thread(here.fake.does, "says", id=one.user_id, text="/help")


async def _heard_again(one: ByTelegram) -> None:
    assert await _times(one) > 1


async def _times(one: ByTelegram) -> int:
    screen = await one.screen()
    asked = max(number for number, shown in enumerate(screen) if shown.mine)
    return len(screen[asked + 1 :])


async def test_the_first_answer_after_a_quiet_week_is_heard(tmp_path: Path) -> None:
    """By then the program has forgotten by itself what it sent, and the web chat has not."""
    async with town(tmp_path) as here:
        aygul = await here.arrives("Aygul", "en")
        await here.until(here.quiet)
        [[last]] = here.ask("SELECT max(id) FROM outbox")
        await here.turn(days=8)
        await here.until(lambda: not here.ask("SELECT 1 FROM outbox WHERE id <= ?", last))
        await aygul.says("Good morning")
        await aygul.hears("👋 Hello!")
