"""A place is one shop and its surroundings: its name, clocks, languages, and the spots people point at."""

import secrets
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.database.db import Short, Tx
from bot.i18n.clocks import Clocks

# Xinjiang keeps two clocks; the official one of all China is shown beside the local one.
SECOND_CLOCK = {"Asia/Urumqi": "Asia/Shanghai"}


class Space(StrEnum):
    """Whose space a spot is; that decides who must agree."""

    INSIDE = "inside"
    FRONT = "front"
    YARD = "yard"
    STREET = "street"
    UNSURE = "unsure"


class Moderation(StrEnum):
    """When somebody of the team looks at an idea."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Place:
    """Minutes are after midnight: those of quiet hours in `timezone`, those of digests in the clock shown first."""

    id: int
    code: str
    name: str
    timezone: str
    second_timezone: str | None
    language_list: str
    moderation: str
    quiet_from: int
    quiet_to: int
    shop_minute: int
    team_minute: int
    # Days that makers have when the owner wants to change what they made.
    made_days: int
    # Hundredths of a yuan: a line of money above it needs a second person.
    money_limit: int
    # Within how many days an answer is promised (0: no promise), and from how many voices one is owed.
    answer_days: int
    answer_voices: int
    # Keeper mode: since when (ms) it has no team; None while it is awake.
    rests_since: int | None = None
    # Under which licence everybody may use its data; None while they are closed.
    data_licence: str | None = None

    @property
    def clocks(self) -> Clocks:
        quiet = (time(minute // 60, minute % 60) for minute in (self.quiet_from, self.quiet_to))
        return Clocks(self.timezone, self.second_timezone, *quiet)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.language_list.split(","))

    def language_for(self, chosen: str | None) -> str:
        """Whoever chose none, or one that is not spoken here (any more), reads the first."""
        return chosen if chosen in self.languages else self.languages[0]


@dataclass(frozen=True)
class Spot:
    """`name` is None for one of the usual four, which are named in the reader's language.

    `media_id` is its photo once that is ready. A removed spot is offered no more.
    """

    id: int
    place_id: int
    space: Space
    name: str | None
    media_id: int | None
    removed_at: int | None


PLACE = (
    "id, code, name, timezone, second_timezone, languages, moderation, quiet_from, quiet_to, shop_minute,"
    " team_minute, made_days, money_limit, answer_days, answer_voices, rests_since,"
    " data_licence"
)
PLACE_BY_ID = Short(f"SELECT {PLACE} FROM places WHERE id = ?")  # noqa: S608 constant
SPOT = (
    "SELECT s.id, s.place_id, s.space, s.name, (SELECT m.id FROM media m WHERE m.id = s.media_id"
    " AND m.state = 'ready'), s.removed_at FROM spots s"
)


async def wait_for_turn(tx: Tx, place_id: int) -> None:
    """Until the end nobody else changes anything there. Nothing of it may be read before."""
    await tx.lock(f"place {place_id}")


async def place(tx: Tx, place_id: int) -> Place:
    found = await tx.one(Place, PLACE_BY_ID, place_id)
    if found is None:
        raise LookupError(f"no place {place_id}")
    return found


async def find_by_code(tx: Tx, code: str) -> Place | None:
    return await tx.one(Place, f"SELECT {PLACE} FROM places WHERE code = ?", code)  # noqa: S608 constant


async def all_places(tx: Tx) -> list[Place]:
    return await tx.all(Place, f"SELECT {PLACE} FROM places ORDER BY id")  # noqa: S608 constant


async def make_place(tx: Tx, name: str, timezone: str, languages: tuple[str, ...], now: int) -> Place:
    """A new place with the usual four spots. Its code goes on posters, so it is random and short."""
    code = secrets.token_hex(4)
    place_id = await tx.one(
        int,
        "INSERT INTO places (code, name, timezone, second_timezone, languages, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        code,
        name,
        timezone,
        SECOND_CLOCK.get(timezone),
        ",".join(languages),
        now,
    )
    if place_id is None:
        raise LookupError("the new place has no id")
    for position, space in enumerate((Space.INSIDE, Space.FRONT, Space.YARD, Space.STREET)):
        await tx.run(
            "INSERT INTO spots (place_id, space, position) VALUES (?, ?, ?)", place_id, space.value, position
        )
    return await place(tx, place_id)


async def begin_rest(tx: Tx, place_id: int, now: int) -> None:
    await tx.run("UPDATE places SET rests_since = ? WHERE id = ? AND rests_since IS NULL", now, place_id)


async def end_rest(tx: Tx, place_id: int) -> bool:
    """Whether it rested."""
    return bool(
        await tx.run("UPDATE places SET rests_since = NULL WHERE id = ? AND rests_since IS NOT NULL", place_id)
    )


async def spots(tx: Tx, place_id: int) -> list[Spot]:
    """Those that are offered."""
    return [spot for spot in await all_spots(tx, place_id) if spot.removed_at is None]


async def all_spots(tx: Tx, place_id: int) -> list[Spot]:
    """Removed ones as well: an idea may still be there."""
    return await tx.all(_spot, f"{SPOT} WHERE s.place_id = ? ORDER BY s.position, s.id", place_id)


async def find_spot(tx: Tx, place_id: int, spot_id: int) -> Spot | None:
    """Also one that was removed."""
    return await tx.one(_spot, f"{SPOT} WHERE s.place_id = ? AND s.id = ?", place_id, spot_id)


async def next_number(tx: Tx, place_id: int) -> int:
    """The next number of the place, as people will say it aloud: 1, 2, 3 …"""
    number = await tx.one(
        int, "UPDATE places SET last_number = last_number + 1 WHERE id = ? RETURNING last_number", place_id
    )
    if number is None:
        raise LookupError(f"no place {place_id}")
    return number


def _spot(
    spot_id: int, place_id: int, space: str, name: str | None, media_id: int | None, removed_at: int | None
) -> Spot:
    return Spot(spot_id, place_id, Space(space), name, media_id, removed_at)
