"""Thanks in the running program: occasions come and lapse by themselves, and nothing goes out without a sentence."""

from pathlib import Path

import httpx

from tests.running.town import town
from tests.town.afterwards.test_made import finished
from tests.town.afterwards.test_thanks import NAME, SENTENCE


async def test_occasions_come_and_lapse_by_themselves_and_a_code_says_whether_it_is_valid(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        lead = await here.joins("Nurgul", "lead", "en")
        await finished(chen, team, keeper)
        await chen.says("/record")
        await chen.presses("A certificate")
        await chen.says(NAME)
        await chen.presses("All of it")
        await chen.presses("Ask for a signature")
        await lead.hears("asks for a certificate")
        await lead.presses("Read it")
        await lead.presses("It is true, I sign")
        await chen.hears("Your certificate is signed")
        await chen.presses("As a PDF")
        await chen.hears("a page for each language")
        code = here.ask("SELECT code FROM certificates")[0][0]
        async with httpx.AsyncClient(base_url=here.url) as reader:
            assert "Valid" in (await reader.get(f"/c/{code}", headers={"Accept-Language": "en"})).text
            assert (await reader.get(f"/c/{'x' * 22}")).status_code == 404

        await here.turn(hours=1)
        await here.until(lambda: here.ask("SELECT 1 FROM thanks WHERE state = 'due'"))
        assert SENTENCE not in " ".join(one.words for one in await chen.screen())
        assert "💐" not in " ".join(one.words for one in await chen.screen())
        await lead.says("/today")
        await lead.presses("💐")
        await lead.says(SENTENCE)
        await lead.presses("Send it")
        await chen.hears("💐", SENTENCE)
        await here.turn(days=365)
        await here.until(lambda: here.ask("SELECT 1 FROM thanks WHERE kind = 'years'"))
        await here.turn(days=31)
        await here.until(lambda: here.ask("SELECT 1 FROM thanks WHERE kind = 'years' AND state = 'lapsed'"))
