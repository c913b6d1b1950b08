"""The web chat's server hears which language was chosen in the chat; Telegram has no such call."""

from pathlib import Path
from typing import Any

from bot.db import Tx
from tests.migrating import migrated
from tests.street import Street

BEFORE = 24
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
