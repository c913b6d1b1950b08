"""What changed most for somebody. The team reads words and voices, and never whose they are."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.pulse.rules import Whom

STORY = (
    "SELECT s.id, s.round_id, s.words, s.media_id, s.shown_to, s.told_at, s.read_at, s.on_page_at"
    " FROM pulse_stories s JOIN pulse_rounds r ON r.id = s.round_id WHERE r.place_id = ?"
)
# What may be read by the team: she said by whom, and a voice note has arrived.
READABLE = (
    " AND s.shown_to IS NOT NULL AND (s.media_id IS NULL OR EXISTS"
    " (SELECT 1 FROM media m WHERE m.id = s.media_id AND m.state = 'ready'))"
)


@dataclass(frozen=True)
class Story:
    """Moments in ms. Without `shown_to` she has not said yet who may read it. Nobody is named."""

    id: int
    round_id: int
    words: str
    media_id: int | None
    shown_to: Whom | None
    told_at: int
    read_at: int | None
    on_page_at: int | None

    @property
    def wants_writing_down(self) -> bool:
        """A voice can be recognized, so it is never on the page itself."""
        return self.shown_to is Whom.EVERYBODY and not self.words


async def mine(tx: Tx, place_id: int, round_id: int, person_id: int) -> Story | None:
    return await tx.one(_story, f"{STORY} AND s.round_id = ? AND s.person_id = ?", place_id, round_id, person_id)


async def all_of(tx: Tx, place_id: int, person_id: int) -> list[Story]:
    """Hers, newest first: one a round at most."""
    return await tx.all(_story, f"{STORY} AND s.person_id = ? ORDER BY s.round_id DESC", place_id, person_id)


async def of_person(tx: Tx, place_id: int, story_id: int, person_id: int) -> Story | None:
    """With this id, if it is hers."""
    return await tx.one(_story, f"{STORY} AND s.id = ? AND s.person_id = ?", place_id, story_id, person_id)


async def tell(tx: Tx, round_id: int, person_id: int, words: str, media_id: int | None, now: int) -> bool:
    """False when there is one already."""
    return bool(
        await tx.run(
            "INSERT INTO pulse_stories (round_id, person_id, words, media_id, told_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            round_id,
            person_id,
            words,
            media_id,
            now,
        )
    )


async def count(tx: Tx, round_id: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM pulse_stories WHERE round_id = ?", round_id) or 0


async def show_to(tx: Tx, story_id: int, whom: Whom) -> None:
    """By another choice the team looks anew, and what stood on the page stands there no more."""
    await tx.run(
        "UPDATE pulse_stories SET shown_to = ?, read_at = NULL, read_by = NULL, on_page_at = NULL"
        " WHERE id = ? AND coalesce(shown_to, '') <> ?",
        whom.value,
        story_id,
        whom.value,
    )


async def drop(tx: Tx, story_id: int) -> None:
    await tx.run("DELETE FROM pulse_stories WHERE id = ?", story_id)


async def drop_voice(tx: Tx, media_id: int) -> int | None:
    """Whose it was."""
    return await tx.one(int, "DELETE FROM pulse_stories WHERE media_id = ? RETURNING person_id", media_id)


# --- the team


async def readable(tx: Tx, place_id: int, offset: int) -> Story | None:
    """What nobody has read first, then the newest."""
    return await tx.one(
        _story,
        f"{STORY}{READABLE} ORDER BY CASE WHEN s.read_at IS NULL THEN 0 ELSE 1 END, s.id DESC LIMIT 1 OFFSET ?",
        place_id,
        offset,
    )


async def find_readable(tx: Tx, place_id: int, story_id: int) -> Story | None:
    return await tx.one(_story, f"{STORY}{READABLE} AND s.id = ?", place_id, story_id)


async def unread(tx: Tx, place_id: int, limit: int) -> list[Story]:
    """Oldest first."""
    return await tx.all(_story, f"{STORY}{READABLE} AND s.read_at IS NULL ORDER BY s.id LIMIT ?", place_id, limit)


async def count_readable(tx: Tx, place_id: int) -> int:
    sql = "SELECT count(*) FROM pulse_stories s JOIN pulse_rounds r ON r.id = s.round_id WHERE r.place_id = ?"
    return await tx.one(int, f"{sql}{READABLE}", place_id) or 0


async def note_read(tx: Tx, story_id: int, person_id: int, now: int) -> None:
    await tx.run(
        "UPDATE pulse_stories SET read_at = ?, read_by = ?, on_page_at = NULL WHERE id = ?", now, person_id, story_id
    )


async def put_on_page(tx: Tx, story_id: int, person_id: int, now: int) -> None:
    await tx.run(
        "UPDATE pulse_stories SET read_at = ?, read_by = ?, on_page_at = ? WHERE id = ? AND shown_to = 'everybody'"
        " AND words <> '' AND on_page_at IS NULL",
        now,
        person_id,
        now,
        story_id,
    )


async def write_down(tx: Tx, story_id: int, words: str) -> None:
    await tx.run("UPDATE pulse_stories SET words = ? WHERE id = ? AND media_id IS NOT NULL", words, story_id)


# --- everybody, and the clock


async def on_page(tx: Tx, round_id: int, limit: int) -> list[str]:
    sql = "SELECT words FROM pulse_stories WHERE round_id = ? AND on_page_at IS NOT NULL ORDER BY id LIMIT ?"
    return await tx.all(str, sql, round_id, limit)


async def old(tx: Tx, place_id: int, before: int) -> list[Story]:
    """Those that do not stand on the page."""
    return await tx.all(_story, f"{STORY} AND s.on_page_at IS NULL AND s.told_at < ? LIMIT 100", place_id, before)


def _story(
    story_id: int,
    round_id: int,
    words: str,
    media_id: int | None,
    shown_to: str | None,
    told_at: int,
    read_at: int | None,
    on_page_at: int | None,
) -> Story:
    whom = Whom(shown_to) if shown_to else None
    return Story(story_id, round_id, words, media_id, whom, told_at, read_at, on_page_at)
