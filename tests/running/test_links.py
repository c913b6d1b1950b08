"""A link is passed on to people of whom nobody knows through which door they will come."""

import re
from pathlib import Path

from tests.neighbour import AGREE
from tests.running.town import town

AT_TELEGRAM = re.compile(r"https://t\.me/nestbox_test_bot\?start=(\S+)")


async def test_an_invitation_of_the_operator_names_both_doors_where_both_are_open(tmp_path: Path) -> None:
    async with town(tmp_path, telegram=True) as here:
        aygul, bo = await here.on_telegram("Aygul", "en"), await here.on_telegram("Bo", "en")
        await here.until(lambda: here.ask("SELECT 1 FROM secrets WHERE name LIKE 'name at Telegram%'"))
        printed = await here.runs("invite", "volunteer")
        (code,) = AT_TELEGRAM.findall(printed)
        assert f"{here.url}/#{code}\n" in printed
        await aygul.says(f"/start {code}")
        await aygul.presses("English")
        await aygul.presses(*AGREE)
        await aygul.hears("You now have the role “Volunteer”")
        # What a volunteer passes on in the chat leads to both as well.
        await aygul.says("/invite")
        invited = await aygul.hears("t.me/", "/#")
        await bo.says(f"/start {AT_TELEGRAM.findall(invited.words)[0]}")
        await bo.presses("English")


async def test_where_only_the_web_chat_is_open_there_is_one_link(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        assert len((await here.runs("invite", "volunteer")).split()) == 1
