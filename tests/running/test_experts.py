"""A question to an expert in the running program: its link works, and silence is told by itself, once."""

import re
from pathlib import Path

from tests.running.town import town
from tests.town.afterwards.test_experts import presses_on_some_page


async def test_an_expert_is_reminded_once_and_the_liaison_hears_of_ten_silent_days(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        keeper = await here.joins("Ma", "shopkeeper", "en")
        liaison = await here.joins("Leyla", "liaison", "en")
        cook = await here.arrives("Cook", "en")
        await liaison.says("/experts")
        await presses_on_some_page(liaison, "Who the experts are")
        await liaison.presses("Invite an expert")
        await presses_on_some_page(liaison, "Food hygiene")
        shown = await liaison.hears("Please send this link")
        await cook.says(f"/start {re.findall('expert-[A-Za-z0-9_-]+', shown.words)[-1]}")
        await cook.presses("Yes, ask me…")
        await cook.hears("Questions about food hygiene reach you here")
        await keeper.says("/experts")
        await keeper.presses("Ask a question")
        await keeper.presses("Food hygiene")
        await keeper.says("May tea be given out at the door?")
        await keeper.presses("Send it")
        await cook.hears("Somebody asks you about food hygiene", "May tea be given out")
        await here.turn(days=5, hours=1)
        await cook.hears("May tea be given out", "waited for some days")
        await liaison.hears_nothing_of("silent for ten days")
        await here.turn(days=5)
        await liaison.hears("silent for ten days", "May tea be given out")
        await cook.presses("Look at it")
        await cook.presses("💬 Answer")
        await cook.says("Yes, from a closed can, and not in the sun.")
        await keeper.hears("An answer to your question", "from a closed can", "knows food hygiene")
        assert here.ask("SELECT count(*) FROM expert_questions WHERE reminded_at IS NOT NULL")[0][0] == 1
