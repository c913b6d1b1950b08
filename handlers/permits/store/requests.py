"""What was handed over to the city: what stands in the row is the whole of it, and `bot/open311` sends it."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.open311.store import FORGOTTEN
from handlers.ideas.store.ideas import FAMILY, PUBLIC

REQUEST = (
    "SELECT r.id, r.idea_id, i.number, i.words, r.channel, r.state, r.mark, r.asked_by, r.reason, r.said, r.number,"
    " r.status, r.expected_at, r.made_at, r.taken_at, r.closed_at, r.news FROM city_requests r"
    " JOIN ideas i ON i.id = r.idea_id"
)
LIVE = "r.closed_at IS NULL AND r.state IN ('waiting', 'sending', 'taken', 'uncertain')"


@dataclass(frozen=True)
class Request:
    """`idea_number` is what people say aloud, `number` the city's own. Times are ms."""

    id: int
    idea_id: int
    idea_number: int
    idea_words: str
    channel: str
    state: str
    mark: str
    asked_by: int | None
    reason: str
    said: str
    number: str
    status: str
    expected_at: int | None
    made_at: int
    taken_at: int | None
    closed_at: int | None
    news: int


@dataclass(frozen=True)
class Content:
    """What is sent. Degrees are millionths; `photo_url` is empty where nobody outside could open it."""

    service: str
    words: str
    address: str
    latitude: int | None
    longitude: int | None
    photo_url: str


@dataclass(frozen=True)
class Update:
    status: str
    words: str
    happened_at: int


async def services(tx: Tx) -> list[tuple[str, str]]:
    """Code and name of what the city takes in."""
    sql = "SELECT code, name FROM city_services ORDER BY position"
    return await tx.all(lambda code, name: (code, name), sql)


async def hand_over(tx: Tx, place_id: int, idea_id: int, mark: str, by: int, content: Content, now: int) -> None:
    """Expects that nothing is on its way; the database refuses a second one."""
    await tx.run(
        "INSERT INTO city_requests (place_id, idea_id, channel, state, mark, asked_by, service, words, address,"
        " latitude, longitude, photo_url, not_before, made_at)"
        " VALUES (?, ?, 'open311', 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        place_id,
        idea_id,
        mark,
        by,
        content.service,
        content.words,
        content.address,
        content.latitude,
        content.longitude,
        content.photo_url,
        now,
        now,
    )


async def note_call(tx: Tx, place_id: int, idea_id: int, mark: str, by: int, number: str, now: int) -> None:
    """Somebody called, and was given this number."""
    await tx.run(
        "INSERT INTO city_requests (place_id, idea_id, channel, state, mark, asked_by, number, not_before, made_at,"
        " taken_at, news) VALUES (?, ?, 'phone', 'taken', ?, ?, ?, ?, ?, ?, 1)",
        place_id,
        idea_id,
        mark,
        by,
        number,
        now,
        now,
        now,
    )


async def find(tx: Tx, place_id: int, request_id: int) -> Request | None:
    return await tx.one(Request, f"{REQUEST} WHERE r.place_id = ? AND r.id = ?", place_id, request_id)


async def live(tx: Tx, idea_id: int) -> Request | None:
    """The one that is not over, of this idea or one that was merged into it."""
    sql = f"{FAMILY} {REQUEST} JOIN family f ON f.id = r.idea_id WHERE {LIVE} ORDER BY r.id DESC LIMIT 1"
    return await tx.one(Request, sql, idea_id)


async def shown(tx: Tx, idea_id: int) -> Request | None:
    """The newest that arrived or may have: what stands in the thread of the idea."""
    sql = f"{FAMILY} {REQUEST} JOIN family f ON f.id = r.idea_id WHERE r.state IN ('taken', 'uncertain')"
    return await tx.one(Request, f"{sql} ORDER BY r.id DESC LIMIT 1", idea_id)


async def listed(tx: Tx, place_id: int, offset: int, limit: int) -> list[Request]:
    """Those that are not over first."""
    sql = f"{REQUEST} WHERE r.place_id = ? AND r.state <> 'dropped'"
    order = f" ORDER BY CASE WHEN {LIVE} THEN 0 ELSE 1 END, r.id DESC LIMIT ? OFFSET ?"
    return await tx.all(Request, sql + order, place_id, limit, offset)


async def last_update(tx: Tx, request_id: int) -> Update | None:
    return await tx.one(
        Update,
        "SELECT status, words, happened_at FROM city_updates WHERE request_id = ?"
        " ORDER BY happened_at DESC, update_id DESC LIMIT 1",
        request_id,
    )


async def set_number(tx: Tx, request_id: int, number: str, now: int) -> None:
    """Somebody found it there, or was given another number."""
    await tx.run(
        f"UPDATE city_requests SET number = ?, state = 'taken', taken_at = coalesce(taken_at, ?), token = '',"  # noqa: S608
        f" {FORGOTTEN}, look_at = CASE WHEN channel = 'open311' THEN CAST(? AS BIGINT) END"
        " WHERE id = ? AND state IN ('taken', 'uncertain')",
        number,
        now,
        now,
        request_id,
    )


async def close(tx: Tx, request_id: int, words: str, now: int) -> bool:
    """The city answered by another way. False when it was over already."""
    closed = await tx.run(
        "UPDATE city_requests SET status = 'closed', closed_at = ?, look_at = NULL, news = news + 1"
        " WHERE id = ? AND state = 'taken' AND closed_at IS NULL",
        now,
        request_id,
    )
    if closed:
        await tx.run(
            "INSERT INTO city_updates (request_id, update_id, status, words, happened_at)"
            " VALUES (?, 'by hand', 'closed', ?, ?)",
            request_id,
            words,
            now,
        )
    return bool(closed)


async def drop(tx: Tx, request_id: int) -> bool:
    """Somebody says that it did not arrive: it may be handed over once more."""
    sql = "UPDATE city_requests SET state = 'dropped', look_at = NULL WHERE id = ? AND state = 'uncertain'"
    return bool(await tx.run(sql, request_id))


async def take_back(tx: Tx, request_id: int) -> bool:
    """As long as it waits nothing has arrived, however often it was tried."""
    sql = f"UPDATE city_requests SET state = 'dropped', {FORGOTTEN} WHERE id = ? AND state = 'waiting'"  # noqa: S608
    return bool(await tx.run(sql, request_id))


async def anything_to_tell(tx: Tx) -> bool:
    return await tx.one(int, "SELECT id FROM city_requests WHERE news > told LIMIT 1") is not None


async def with_news(tx: Tx, place_id: int) -> list[Request]:
    return await tx.all(Request, f"{REQUEST} WHERE r.place_id = ? AND r.news > r.told ORDER BY r.id", place_id)


async def note_told(tx: Tx, request_id: int, news: int) -> None:
    """What came while it was told is told next time."""
    await tx.run("UPDATE city_requests SET told = ? WHERE id = ?", news, request_id)


async def uncertain(tx: Tx, place_id: int, limit: int) -> list[Request]:
    sql = f"{REQUEST} WHERE r.place_id = ? AND r.state = 'uncertain' ORDER BY r.id LIMIT ?"
    return await tx.all(Request, sql, place_id, limit)


async def count_since(tx: Tx, place_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM city_requests WHERE place_id = ? AND made_at >= ?"
    return await tx.one(int, sql, place_id, since) or 0


async def photo_of(tx: Tx, idea_id: int) -> str | None:
    """The name of the first picture of it that stands on its public page."""
    return await tx.one(
        str,
        "SELECT m.hash FROM idea_media a JOIN media m ON m.id = a.media_id JOIN ideas i ON i.id = a.idea_id"  # noqa: S608
        f" WHERE a.idea_id = ? AND a.kind = 'photo' AND m.state = 'ready' AND i.status IN ({PUBLIC})"
        " ORDER BY a.media_id LIMIT 1",
        idea_id,
    )


async def keep_back(tx: Tx, place_id: int, person_id: int) -> None:
    """What waits to be handed over of hers: her words go with her."""
    await tx.run(
        "UPDATE city_requests SET state = CASE WHEN state = 'waiting' THEN 'dropped' ELSE state END,"  # noqa: S608
        f" {FORGOTTEN} WHERE place_id = ? AND idea_id IN (SELECT id FROM ideas WHERE person_id = ?)",
        place_id,
        person_id,
    )
