"""The relays of a place, their posts, and what their leads have not been told yet."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.database.db import Tx
from bot.relay.services import Service, Topic

RELAY = "id, place_id, service, label, chat_id, language, team, events, weekly, state, reason, news, made_at"


@dataclass(frozen=True)
class Relay:
    """`state` is checking, active, paused, barred or lost; `reason` why it went wrong last."""

    id: int
    place_id: int
    service: Service
    label: str
    chat_id: int | None
    language: str
    topics: frozenset[Topic]
    state: str
    reason: str | None
    news: str | None
    made_at: int


@dataclass(frozen=True)
class Counts:
    sent: int
    unsure: int
    refused: int
    waiting: int


@dataclass(frozen=True)
class Tested:
    """A test whose result `asked_by` has not been told."""

    id: int
    relay_id: int
    state: str
    reason: str | None
    code: str | None
    asked_by: int
    asked_row: int | None


async def relays(tx: Tx, place_id: int) -> list[Relay]:
    return await tx.all(
        _relay,
        f"SELECT {RELAY} FROM relays WHERE place_id = ? ORDER BY id",  # noqa: S608 constant
        place_id,
    )


async def find_relay(tx: Tx, place_id: int, relay_id: int) -> Relay | None:
    return await tx.one(
        _relay,
        f"SELECT {RELAY} FROM relays WHERE place_id = ? AND id = ?",  # noqa: S608 constant
        place_id,
        relay_id,
    )


async def find_group(tx: Tx, chat_id: int) -> Relay | None:
    return await tx.one(_relay, f"SELECT {RELAY} FROM relays WHERE chat_id = ?", chat_id)  # noqa: S608 constant


async def add_relay(
    tx: Tx,
    place_id: int,
    service: Service,
    label: str,
    secret: str | None,
    chat_id: int | None,
    language: str,
    topics: Collection[Topic],
    now: int,
) -> int:
    """A group hears from now on; everything else once a first test arrived."""
    relay_id = await tx.one(
        int,
        "INSERT INTO relays"
        " (place_id, service, label, secret, chat_id, language, team, events, weekly, state, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        service.value,
        label,
        secret,
        chat_id,
        language,
        int(Topic.TEAM in topics),
        int(Topic.EVENTS in topics),
        int(Topic.WEEKLY in topics),
        "active" if chat_id is not None else "checking",
        now,
    )
    if relay_id is None:
        raise LookupError("the new relay has no id")
    return relay_id


async def set_topic(tx: Tx, relay_id: int, topic: Topic, on: int) -> None:
    column = topic.value  # one of three fixed words, never input
    await tx.run(f"UPDATE relays SET {column} = ? WHERE id = ?", on, relay_id)  # noqa: S608


async def remove(tx: Tx, relay_id: int) -> None:
    """With its secret and all its posts."""
    await tx.run("DELETE FROM relay_posts WHERE relay_id = ?", relay_id)
    await tx.run("DELETE FROM relays WHERE id = ?", relay_id)


async def counts(tx: Tx, relay_id: int) -> Counts:
    found = dict(
        await tx.all(
            lambda state, count: (state, count),
            "SELECT state, count(*) FROM relay_posts WHERE relay_id = ? AND asked_by IS NULL GROUP BY state",
            relay_id,
        )
    )
    waiting = found.get("waiting", 0) + found.get("sending", 0)
    return Counts(found.get("sent", 0), found.get("uncertain", 0), found.get("refused", 0), waiting)


async def is_being_tested(tx: Tx, relay_id: int) -> bool:
    found = await tx.one(
        int,
        "SELECT id FROM relay_posts WHERE relay_id = ? AND asked_by IS NOT NULL AND state IN ('waiting', 'sending')"
        " LIMIT 1",
        relay_id,
    )
    return found is not None


async def anything_to_tell(tx: Tx) -> bool:
    tested = await tx.one(
        int,
        "SELECT id FROM relay_posts"
        " WHERE asked_by IS NOT NULL AND told_at IS NULL AND settled_at IS NOT NULL LIMIT 1",
    )
    return tested is not None or await tx.one(int, "SELECT id FROM relays WHERE news IS NOT NULL LIMIT 1") is not None


async def tested(tx: Tx, place_id: int) -> list[Tested]:
    return await tx.all(
        Tested,
        "SELECT p.id, p.relay_id, p.state, p.reason, p.code, p.asked_by, p.asked_row"
        " FROM relay_posts p JOIN relays r ON r.id = p.relay_id"
        " WHERE r.place_id = ? AND p.asked_by IS NOT NULL AND p.told_at IS NULL AND p.settled_at IS NOT NULL"
        " ORDER BY p.id",
        place_id,
    )


async def note_told(tx: Tx, post_id: int, now: int) -> None:
    await tx.run("UPDATE relay_posts SET told_at = ? WHERE id = ?", now, post_id)


async def with_news(tx: Tx, place_id: int) -> list[Relay]:
    return await tx.all(
        _relay,
        f"SELECT {RELAY} FROM relays WHERE place_id = ? AND news IS NOT NULL ORDER BY id",  # noqa: S608 constant
        place_id,
    )


async def forget_news(tx: Tx, relay_id: int) -> None:
    await tx.run("UPDATE relays SET news = NULL WHERE id = ?", relay_id)


async def gets_since(tx: Tx, place_id: int, topic: Topic) -> int | None:
    """Since when (ms) some relay of the place gets this; None when none does."""
    return await tx.one(
        lambda moment: moment,
        "SELECT min(made_at) FROM relays"  # noqa: S608 the topic is one of three fixed words
        f" WHERE place_id = ? AND state = 'active' AND {topic.value} = 1",
        place_id,
    )


def _relay(
    relay_id: int,
    place_id: int,
    service: str,
    label: str,
    chat_id: int | None,
    language: str,
    team: int,
    events: int,
    weekly: int,
    state: str,
    reason: str | None,
    news: str | None,
    made_at: int,
) -> Relay:
    flags = ((Topic.TEAM, team), (Topic.EVENTS, events), (Topic.WEEKLY, weekly))
    topics = frozenset(topic for topic, wanted in flags if wanted)
    return Relay(relay_id, place_id, Service(service), label, chat_id, language, topics, state, reason, news, made_at)
