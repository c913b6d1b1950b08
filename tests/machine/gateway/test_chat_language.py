"""The web chat's server hears which language was chosen in the chat; Telegram has no such call."""

from pathlib import Path
from typing import Any

from bot.database.db import Tx
from tests.neighbour import OnTheWeb
from tests.street import Street
from tests.tools.migrating import migrated

BEFORE = 25
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh,ug', 0)",
    "INSERT INTO people (id, name, place_id, language, created_at) VALUES (1, 'Rena', 1, 'ug', 0)",
    "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at) VALUES ('web', 7, 7, 1, 0)",
    "INSERT INTO gateway_people (id, name, language, created) VALUES (7, 'Rena', 'de', 0)",
    "INSERT INTO gateway_people (id, name, language, created) VALUES (8, 'Bo', 'de', 0)",
)
CHOSEN = "SELECT chosen FROM gateway_people ORDER BY id"


async def chosen(tx: Tx) -> list[str | None]:
    found: list[Any] = await tx.all(lambda language: language, CHOSEN)
    return found


async def test_whoever_chose_before_the_page_was_told_sees_it_in_her_language(
    tmp_path: Path, database_url: str
) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.read() as tx:
        assert await chosen(tx) == ["ug", None]


async def page_of(one: OnTheWeb) -> dict[str, Any]:
    answer: dict[str, Any] = (await one.client.get("/chat/history")).json()
    return answer


async def test_the_page_hears_at_once_what_was_chosen_and_every_bubble_says_its_language(any_street: Street) -> None:
    aygul = await any_street.neighbour("Aygul", language="de")
    assert isinstance(aygul, OnTheWeb)
    await aygul.says("/start")
    assert (await page_of(aygul))["language"] is None
    await aygul.presses("ئۇيغۇرچە")
    assert (await page_of(aygul))["language"] == "ug"
    await aygul.presses("قوشۇلىمەن")
    await aygul.says("/settings")
    page = await page_of(aygul)
    assert {one["lang"] for one in page["messages"] if one["from"] == "bot"} == {"ug"}
    menu = (await aygul.client.get("/chat/commands")).json()
    assert any("ياردەم" in one["description"] for one in menu)
    await aygul.presses("🌐")
    await aygul.presses("🌐")
    await aygul.presses("中文")
    assert (await page_of(aygul))["language"] == "zh"
    assert (await page_of(aygul))["messages"][-1]["lang"] == "zh"


async def test_telegram_is_asked_for_nothing_it_does_not_know(street: Street) -> None:
    await street.arrives("Bo", "telegram", "ug")
    async with street.bot.database.read() as tx:
        methods = await tx.all(str, "SELECT method FROM outbox")
    assert "setMyCommands" in methods
    assert "setChatLanguage" not in methods
    sent = [call for call in street.telegram.calls if call.method.lower() == "sendmessage"]
    assert sent
    assert not [call for call in sent if "language_code" in call.values]
