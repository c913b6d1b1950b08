"""Words in the reader's language, in the running program: a machine is asked by itself, a person goes before it."""

from pathlib import Path

from tests.outside.translator import open_translator
from tests.running.town import town
from tests.town.afterwards.test_ledger import suggests
from tests.town.publishing.test_translations import ZH, ZH_TOO, says_it

BENCH = "A bench of wood under the tree"


async def test_a_machine_is_asked_after_every_yes_and_what_a_neighbour_says_goes_before_it(tmp_path: Path) -> None:
    async with open_translator(ZH) as machine:
        settings = {
            "TRANSLATE_URL": machine.url,
            "TRANSLATE_MODEL": "small",
            "TRANSLATE_PAIRS": "en-zh",
            "TRANSLATE_KEY": "key-of-the-machine",
        }
        async with town(tmp_path, **settings) as here:
            author = await here.arrives("Chen", "en")
            lead = await here.joins("Zhou", "lead", "en")
            reader = await here.arrives("Wang", "zh")
            await suggests(author, BENCH)
            await lead.says("/desk")
            await lead.presses("Put it on the board")
            await lead.says("/machine")
            await lead.presses(f"Let {machine.host}")
            await here.turn(minutes=6)
            await author.hears("your idea no. 1", f"May a machine at {machine.host}")
            assert not machine.requests
            await author.presses("Yes, it may")
            await author.hears("It may read your ideas")
            await here.turn(minutes=2)
            await here.until(lambda: here.ask("SELECT words FROM machine_translations") == [(ZH,)])
            await reader.says("/1")
            await reader.hears(ZH, f"由机器翻译（{machine.host}）")
            await says_it(reader, ZH_TOO)
            await reader.hears("由邻居翻译” ✓")
            await here.turn(minutes=2)
            late = await here.arrives("Late", "zh")
            await late.says("/1")
            await late.hears(ZH_TOO, "由邻居翻译")
            assert len(machine.requests) == 1
