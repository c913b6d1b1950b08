"""Forgetting a person: all that is hers in one transaction, and a mark by which a restored backup forgets her too."""

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.database.db import Tx
from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.doors.door import WEB
from bot.gateway import pruning
from bot.i18n.texts import TAG, escaped, plain
from bot.identity import linking, personal_data
from bot.identity.columns import Leaving
from bot.identity.places import Place, place
from bot.outbox.store import people as outbox
from bot.outbox.store.people import Waiting

KEY = "forgotten_key"
QUOTED, SHORTEST_QUOTE = 40, 12  # letters
GONE = "…"  # stands where she was quoted


@dataclass(frozen=True)
class Door:
    name: str
    user_id: int
    chat_id: int


@dataclass(frozen=True)
class Odd:
    """An update that was kept aside, as it came."""

    id: int
    raw: str
    kept_at: int


@dataclass(frozen=True)
class Known:
    """Somebody at a door, as old as her person."""

    door: str
    user_id: int
    person_id: int
    created_at: int
    place_id: int


async def forget(notices: Notices, leaving: Leaving) -> None:
    """The person is gone when this commits; her files follow (erasing.py). Nothing names her in the log."""
    tx = notices.tx
    hers = await doors(tx, leaving.person_id)
    await _mark(tx, hers, notices.now_ms)
    # Whoever became her: what was over by then stayed as it was counted, and is hers as well.
    everybody = [leaving.person_id, *await linking.others_of(tx, leaving.person_id)]
    for door in hers:
        await _empty_chat(tx, door, notices.now_ms)
    for person_id in everybody:
        if not leaving.leaves_ideas:
            await _drop_quotes(notices, person_id)
        await linking.forget(tx, person_id)
        await _forget_one(notices, replace(leaving, person_id=person_id))
    await _empty_copies(tx)
    await tx.run("INSERT INTO wipes (forgotten) VALUES (1)")


async def _forget_one(notices: Notices, leaving: Leaving) -> None:
    tx, person_id = notices.tx, leaving.person_id
    await _put_right(notices, leaving)
    pictures = await tx.all(int, "SELECT id FROM media WHERE person_id = ?", person_id)
    await personal_data.forget_pictures(tx, notices.town.picture_columns, pictures)
    await personal_data.forget_rows(tx, notices.town.person_columns, person_id, notices.place.id)
    await tx.run("DELETE FROM people WHERE id = ?", person_id)


async def forget_again(notices: Notices) -> int:
    """Those who were forgotten and are there all the same, since a backup was restored; how many.

    Whoever came back as a stranger is younger than her mark, and stays.
    """
    tx = notices.tx
    marks = dict(await tx.all(lambda mark, at: (mark, at), "SELECT mark, at FROM forgotten"))
    if not marks:
        return 0
    key = await _key(tx)
    known = await tx.all(
        Known,
        "SELECT i.door, i.user_id, p.id, p.created_at, p.place_id"
        " FROM identities i JOIN people p ON p.id = i.person_id",
    )
    again = {one.person_id: one.place_id for one in known if one.created_at <= marks.get(_sign(key, one), -1)}
    for person_id, place_id in again.items():
        there = await place(tx, place_id)
        await forget(_in(notices, there), Leaving(person_id))
    return len(again)


async def say_goodbye_for_good(tx: Tx, before: int) -> None:
    """Empties what the last message of all was kept in, unless somebody speaks there again."""
    for door in await tx.all(Door, "SELECT door, user_id, chat_id FROM goodbyes WHERE at < ?", before):
        back = await tx.one(
            int, "SELECT person_id FROM identities WHERE door = ? AND user_id = ?", door.name, door.user_id
        )
        if back is None:
            await outbox.empty_chat(tx, door.name, door.chat_id, before)
            if door.name == WEB:
                await _note_files(tx, await pruning.forget(tx, door.user_id))
        await tx.run("DELETE FROM goodbyes WHERE door = ? AND user_id = ?", door.name, door.user_id)


async def _put_right(notices: Notices, leaving: Leaving) -> None:
    """Each feature in every place she belongs to."""
    tx, town = notices.tx, town_of(notices)
    here = await tx.all(int, "SELECT place_id FROM members WHERE person_id = ? ORDER BY place_id", leaving.person_id)
    for place_id in here:
        there = _in(notices, await place(tx, place_id))
        for feature in town.features:
            if feature.people.forgets:
                await feature.people.forgets(there, leaving)


async def doors(tx: Tx, person_id: int) -> list[Door]:
    return await tx.all(Door, "SELECT door, user_id, chat_id FROM identities WHERE person_id = ?", person_id)


async def not_understood(tx: Tx, door: Door) -> list[Odd]:
    """What she sent there and nobody understood: it names her somewhere."""
    kept = await tx.all(Odd, "SELECT id, raw, kept_at FROM kept_aside WHERE door = ?", door.name)
    hers = re.compile(rf"(?<!\d){door.user_id}(?!\d)")
    return [one for one in kept if hers.search(one.raw)]


async def _mark(tx: Tx, hers: Sequence[Door], now: int) -> None:
    key = await _key(tx)
    for door in hers:
        await tx.run(
            "INSERT INTO forgotten (mark, at) VALUES (?, ?) ON CONFLICT (mark) DO UPDATE SET at = excluded.at",
            _sign(key, Known(door.name, door.user_id, 0, 0, 0)),
            now,
        )


async def _empty_chat(tx: Tx, door: Door, now: int) -> None:
    """What waits for her, what was sent to her, what she sent and nobody understood. A last message may follow."""
    await outbox.empty_chat(tx, door.name, door.chat_id, now)
    for table in ("parked_questions", "door_links"):
        await tx.run(f"DELETE FROM {table} WHERE door = ? AND user_id = ?", door.name, door.user_id)  # noqa: S608
    await tx.run("DELETE FROM door_links WHERE opened_door = ? AND opened_user = ?", door.name, door.user_id)
    for odd in await not_understood(tx, door):
        await tx.run("DELETE FROM kept_aside WHERE id = ?", odd.id)
    if door.name == WEB:
        await _note_files(tx, await pruning.empty(tx, door.user_id, now))
    await tx.run(
        "INSERT INTO goodbyes (door, user_id, chat_id, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (door, user_id) DO UPDATE SET at = excluded.at",
        door.name,
        door.user_id,
        door.chat_id,
        now,
    )


async def _drop_quotes(notices: Notices, person_id: int) -> None:
    """News for others that quotes her and has not left yet, at night for instance, leaves without those lines;
    what says nothing else stays here."""
    tx = notices.tx
    rows = await personal_data.rows_about(tx, notices.town.person_columns, person_id)
    said = {str(row["words"]).strip() for table in rows.values() for row in table if row.get("words")}
    # Shorter ones others say, too.
    quotes = [words for words in said if words and len(words.splitlines()[0][:QUOTED]) >= SHORTEST_QUOTE]
    after = 0
    while quotes and (found := await outbox.waiting_news(tx, after)):
        after = found[-1].row_id
        for one in found:
            await _take_out(tx, one, quotes, notices.now_ms)


async def _take_out(tx: Tx, waiting: Waiting, quotes: Sequence[str], now: int) -> None:
    read = waiting.call.words
    if read is None:
        return
    left = read.text
    for words in quotes:
        left = _mask(left, words, read.formatted)
    if left == read.text:
        return
    if any(letter.isalnum() for letter in plain(left)):
        await outbox.reword(tx, waiting.row_id, replace(waiting.call, words=replace(read, text=left)))
    else:
        await outbox.forget(tx, waiting.row_id, now)


def _mask(read: str, words: str, formatted: bool) -> str:
    """From the beginning of the line, which may name her, to the end of the quoted one; tags stay in pairs."""
    lines = [line[:QUOTED] for line in words.splitlines() if len(line) >= SHORTEST_QUOTE]
    for said in (words, *lines):
        form = re.escape(escaped(said) if formatted else said)
        for quote in dict.fromkeys(re.findall(f"[^\n]*{form}[^\n]*", read)):
            read = read.replace(quote, GONE + ("".join(TAG.findall(quote)) if formatted else ""))
    return read


async def _empty_copies(tx: Tx) -> None:
    """What was sent to others may name or quote her: it is in their chats, and of no use here any more."""
    await outbox.empty_copies(tx)
    await tx.run("UPDATE relay_posts SET title = '', words = '' WHERE state IN ('sent', 'refused') AND words <> ''")


async def _note_files(tx: Tx, names: Sequence[str]) -> None:
    await tx.many(
        "INSERT INTO erasures (kind, name) VALUES ('shelf', ?) ON CONFLICT DO NOTHING", [(name,) for name in names]
    )


async def _key(tx: Tx) -> str:
    found = await tx.one(str, "SELECT value FROM secrets WHERE name = ?", KEY)
    if found is None:
        raise LookupError("there is no key to forget by")
    return found


def _sign(key: str, one: Known) -> str:
    """Says nothing to whoever does not have the key, which lies in the data folder."""
    return hmac.new(bytes.fromhex(key), f"{one.door}:{one.user_id}".encode(), "sha256").hexdigest()


def _in(notices: Notices, there: Place) -> Notices:
    return Notices(notices.tx, notices.now, there, notices.town, notices.links)
