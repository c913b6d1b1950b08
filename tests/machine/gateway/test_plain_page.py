"""Whoever's browser cannot open the chat: from the sentence on the page to the board of the place she means."""

import re

import httpx

from bot.identity import places
from tests.street import Street


async def read(street: Street, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return await client.get(path, headers={"Accept-Language": "de"})


async def test_each_sentence_leads_to_the_board_in_its_language(street: Street) -> None:
    links = re.findall(r'<p lang="(\S+)" dir="(\S+)">[^\n]*href="([^"]*)"', (await read(street, "/")).text)
    assert [(tag, direction) for tag, direction, _ in links] == [("zh-Hans", "ltr"), ("ug", "rtl"), ("en", "ltr")]
    for tag, direction, address in links:
        leads = await read(street, address)
        assert leads.status_code == 302
        board = await read(street, leads.headers["location"])
        assert board.status_code == 200
        assert f'<html lang="{tag}" dir="{direction}">' in board.text


async def test_where_there_are_several_places_she_is_asked_which_one(street: Street) -> None:
    async with street.bot.database.write() as tx:
        await places.make_place(tx, "Tea <house>", "Asia/Urumqi", ("ug", "zh"), street.now_ms())
    choice = await read(street, "/p/?lang=ug")
    assert choice.status_code == 200
    assert '<html lang="ug" dir="rtl">' in choice.text
    boards = re.findall(r'href="(/p/\w+\?lang=ug)"><bdi>([^<]*)</bdi>', choice.text)
    assert [name for _, name in boards] == ["L 店", "Tea &lt;house&gt;"]
    assert (await read(street, boards[1][0])).status_code == 200
