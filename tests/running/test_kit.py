"""Kits in the running program: one is made, sent to the bot of another place as a file, and read by itself."""

import json
from pathlib import Path

from tests.running.town import town
from tests.town.afterwards.test_kit import a_kit, brings, made, opens_page, unpacked, written
from tests.town.afterwards.test_made import WALL, finished


async def test_a_kit_is_made_and_a_file_from_elsewhere_is_read_by_itself(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        lead = await here.joins("Nurgul", "lead", "en")
        await finished(chen, team, keeper)
        await opens_page(lead, WALL[:20])
        await lead.presses("Nobody is in it")
        await lead.hears("In it: 1")
        kit, names = unpacked(await made(lead))
        assert "kit-ug.pdf" in names
        assert "Nurgul" not in json.dumps(kit)
        assert WALL in json.dumps(kit)

        await brings(lead, b"no kit at all", "kit.zip")
        await lead.hears("This file is no kit")
        await here.kill()
        await here.restart()
        await brings(lead, written(a_kit()), "kit.json")
        await lead.hears("The kit of Shop L is here: one page")
        assert here.ask("SELECT count(*) FROM sent_files")[0][0] == 0
        assert here.ask("SELECT count(*) FROM kit_templates WHERE state = 'waiting'")[0][0] == 1
