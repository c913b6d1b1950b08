"""Open data in the running program: opened in the chat, read by a stranger, counted daily; what is hidden goes."""

import asyncio
from pathlib import Path

import httpx

from tests.running.town import LOOK_AGAIN, PATIENCE, town


async def test_a_stranger_reads_what_a_lead_opened_and_nothing_that_was_hidden(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        lead = await here.joins("Dilnur", "lead", "en")
        chen = await here.arrives("Chen", "en")
        await chen.says("/suggest")
        await chen.says("A lamp at the corner")
        await chen.presses("Inside the shop")
        await lead.says("/desk")
        await lead.presses("Put it on the board")
        code = here.ask("SELECT code FROM places")[0][0]
        address = f"/p/{code}/data/"
        async with httpx.AsyncClient(base_url=here.url) as stranger:
            assert (await stranger.get(f"{address}ideas.csv")).status_code == 404
            await lead.says("/opendata")
            await lead.presses("Open it")
            await lead.presses("ODbL")
            await lead.hears("Open data of", ": open", address)
            found = await stranger.get(f"{address}ideas.csv")
            assert "A lamp at the corner" in found.text
            assert "Chen" not in found.text
            assert "Dilnur" not in found.text
            head = await stranger.head(f"{address}ideas.csv")
            assert (head.headers["etag"], head.content) == (found.headers["etag"], b"")
            again = await stranger.get(f"{address}ideas.csv", headers={"If-None-Match": found.headers["etag"]})
            assert again.status_code == 304

            counted = here.ask("SELECT day FROM open_data_days")[0][0]
            await here.turn(days=1)
            await here.until(lambda: here.ask("SELECT day FROM open_data_days")[0][0] == counted + 1)

            await lead.says("/1")
            await lead.presses("Look after it")
            await lead.presses("⋯ More")
            await lead.presses("Hide it")
            await lead.says("It was a joke")
            await here.until(lambda: here.ask("SELECT status FROM ideas")[0][0] == "hidden")
            await here.turn(minutes=1)
            for _ in range(round(PATIENCE / LOOK_AGAIN)):
                words = (await stranger.get(f"{address}ideas.csv")).text
                if "lamp" not in words:
                    break
                await asyncio.sleep(LOOK_AGAIN)
            assert "lamp" not in words
            await lead.says("/opendata")
            await lead.presses("Close it")
            await lead.hears(": closed")
            assert (await stranger.get(address)).status_code == 404
