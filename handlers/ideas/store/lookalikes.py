"""Look-alikes: what an idea's words are filed under, and which other ideas say, mean or show the same."""

from bot.database.db import Tx
from bot.media import images
from handlers.ideas.lookalikes import embedding, scoring
from handlers.ideas.lookalikes.embedding import Meaning
from handlers.ideas.lookalikes.scoring import Board
from handlers.ideas.rules import Status
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import PUBLIC, Idea

# Nobody but the team sees what nobody has looked at: among which ideas others are looked for, and the team.
PUBLISHED = f"i.status IN ({PUBLIC})"
SENT = f"i.status IN ('new', {PUBLIC})"
CLOSELY = 60  # candidates that are compared as a whole
MOST_SOUGHT = 150  # grams of one idea
MOST_READ = 5_000  # ideas that have them: the rarest are sought first, and what everybody says finds nobody
MEANING = 0.7  # what the sentence model's word weighs beside the words themselves
SAME_PHOTO = 1.0


async def file_words(tx: Tx, idea_id: int, words: str) -> None:
    """Whoever changes the words of an idea that was sent calls this in the same transaction."""
    found = scoring.grams(words)
    # Two who file at once would wait for each other's counts in two orders.
    await tx.lock("grams")
    await tx.run("DELETE FROM idea_grams WHERE idea_id = ?", idea_id)
    await tx.run("DELETE FROM idea_meanings WHERE idea_id = ?", idea_id)
    place_id = await tx.one(
        int,
        "UPDATE ideas SET grams = ?, read_as = ? WHERE id = ? RETURNING place_id",
        scoring.stored(found),
        scoring.made_by(),
        idea_id,
    )
    rows = [(place_id, gram, idea_id) for gram in sorted(found)]
    await tx.many("INSERT INTO idea_grams (place_id, gram, idea_id) VALUES (?, ?, ?)", rows)


async def forget(tx: Tx, idea_id: int) -> None:
    """Before the idea itself is deleted."""
    await tx.run("DELETE FROM idea_grams WHERE idea_id = ?", idea_id)
    await tx.run("DELETE FROM idea_meanings WHERE idea_id = ?", idea_id)
    await tx.run("DELETE FROM idea_twins WHERE idea_id = ? OR twin_id = ?", idea_id, idea_id)


async def file_again(tx: Tx, place_id: int, most: int) -> int:
    """Ideas whose words were read by another glossary than today's; how many there were."""
    old = await tx.all(
        lambda idea_id, words: (idea_id, words),
        "SELECT id, words FROM ideas WHERE place_id = ? AND read_as <> ? AND words <> '' AND status <> 'draft'"
        " ORDER BY id DESC LIMIT ?",
        place_id,
        scoring.made_by(),
        most,
    )
    for idea_id, words in old:
        await file_words(tx, idea_id, words)
    return len(old)


async def learn_meanings(tx: Tx, place_id: int, most: int) -> int:
    """For ideas the sentence model has not read yet; how many there were. Nothing where it is not installed."""
    if not embedding.installed():
        return 0
    unread = await tx.all(
        lambda idea_id, words: (idea_id, words),
        "SELECT i.id, i.words FROM ideas i LEFT JOIN idea_meanings m ON m.idea_id = i.id AND m.model = ?"
        " WHERE i.place_id = ? AND i.words <> '' AND i.status <> 'draft' AND m.idea_id IS NULL"
        " ORDER BY i.id DESC LIMIT ?",
        embedding.MODEL,
        place_id,
        most,
    )
    for idea_id, words in unread:
        await _learn(tx, place_id, idea_id, words)
    return len(unread)


async def look_alikes(tx: Tx, idea: Idea, most: int) -> list[Idea]:
    """Ideas of the board that say, mean or show the same, the most alike first, where it is worth asking about."""
    return await _worth_asking(tx, idea, most, PUBLISHED)


async def look_alikes_for_team(tx: Tx, idea: Idea, most: int) -> list[Idea]:
    """Those that still wait to be published too."""
    return await _worth_asking(tx, idea, most, SENT)


async def candidates(tx: Tx, idea: Idea, most: int) -> list[Idea]:
    """For a volunteer who looks for a twin: whatever is somehow alike."""
    return await _found(tx, idea, (await _ranked(tx, idea, SENT, scoring.MAYBE))[:most])


async def unseen_by_author(tx: Tx, idea: Idea, alike: list[Idea]) -> list[Idea]:
    """Without those she was shown before she sent hers as a different one."""
    if not idea.different or idea.sent_at is None or not alike:
        return alike
    marks = ", ".join("?" * len(alike))
    shown = await tx.all(
        int,
        f"SELECT id FROM ideas WHERE published_at <= ? AND id IN ({marks})",  # noqa: S608 marks
        idea.sent_at,
        *(one.id for one in alike),
    )
    return [one for one in alike if one.id not in shown]


async def _worth_asking(tx: Tx, idea: Idea, most: int, among: str) -> list[Idea]:
    ranked = await _ranked(tx, idea, among, 0.0)
    asked = scoring.worth_asking([score for _, score in ranked], await _size(tx, idea.place_id))
    return await _found(tx, idea, ranked[: min(asked, most)])


async def _ranked(tx: Tx, idea: Idea, among: str, at_least: float) -> list[tuple[int, float]]:
    scores = await _by_words(tx, idea, among)
    for other_id, close in (await _by_meaning(tx, idea, among)).items():
        scores[other_id] = scores.get(other_id, 0.0) + close * MEANING
    for other_id in await _photo_twins(tx, idea, among):
        scores[other_id] = scores.get(other_id, 0.0) + SAME_PHOTO
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(other_id, score) for other_id, score in ranked if score >= at_least]


async def _found(tx: Tx, idea: Idea, ranked: list[tuple[int, float]]) -> list[Idea]:
    return [await ideas.idea(tx, idea.place_id, other_id) for other_id, _ in ranked]


async def photo_twins(tx: Tx, idea: Idea) -> set[int]:
    """For the team."""
    return await _photo_twins(tx, idea, SENT)


async def _photo_twins(tx: Tx, idea: Idea, among: str) -> set[int]:
    mine = await tx.all(
        int,
        "SELECT m.fingerprint FROM idea_media a JOIN media m ON m.id = a.media_id"
        " WHERE a.idea_id = ? AND a.kind = 'photo' AND m.state = 'ready'",
        idea.id,
    )
    if not mine:
        return set()
    others = await tx.all(
        lambda other_id, fingerprint: (other_id, fingerprint),
        "SELECT i.id, m.fingerprint"  # noqa: S608 fixed words
        f" FROM (SELECT i.id FROM ideas i WHERE i.place_id = ? AND {among} AND i.id <> ?) i"
        " JOIN idea_media a ON a.idea_id = i.id JOIN media m ON m.id = a.media_id"
        " WHERE a.kind = 'photo' AND m.state = 'ready'",
        idea.place_id,
        idea.id,
    )
    return {other_id for other_id, print_ in others if any(images.twins(one, print_) for one in mine)}


async def note_twins(tx: Tx, idea_id: int, others: set[int]) -> None:
    """On both cards."""
    rows = [pair for other_id in sorted(others) for pair in ((idea_id, other_id), (other_id, idea_id))]
    await tx.many("INSERT INTO idea_twins (idea_id, twin_id) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


async def noted_twins(tx: Tx, idea_id: int, most: int) -> list[int]:
    """Numbers of those that still stand for themselves."""
    return await tx.all(
        int,
        "SELECT i.number FROM idea_twins t JOIN ideas i ON i.id = t.twin_id"  # noqa: S608 fixed words
        f" WHERE t.idea_id = ? AND i.status IN ('new', {PUBLIC}) ORDER BY i.number LIMIT ?",
        idea_id,
        most,
    )


async def idea_of_photo(tx: Tx, media_id: int) -> int | None:
    return await tx.one(int, "SELECT idea_id FROM idea_media WHERE media_id = ? AND kind = 'photo'", media_id)


async def _by_words(tx: Tx, idea: Idea, among: str) -> dict[int, float]:
    mine = scoring.grams(idea.words)
    if not mine:
        return {}
    board = await _board(tx, idea, mine)
    sought = _sought(mine, board)
    worth = [value for gram in sought for value in (gram, round(board.worth(gram) * 1000))]
    marks = ", ".join(["(CAST(? AS TEXT), CAST(? AS BIGINT))"] * len(sought))
    rows = await tx.all(
        lambda other_id, grams: (other_id, grams),
        f"WITH sought (gram, worth) AS (VALUES {marks})"  # noqa: S608 fixed words
        " SELECT i.id, i.grams FROM (SELECT g.idea_id, SUM(s.worth) AS worth FROM sought s"
        " JOIN idea_grams g ON g.place_id = ? AND g.gram = s.gram GROUP BY g.idea_id) f"
        f" JOIN ideas i ON i.id = f.idea_id WHERE {among} AND i.id <> ? ORDER BY f.worth DESC, i.id LIMIT ?",
        *worth,
        idea.place_id,
        idea.id,
        CLOSELY,
    )
    return {other_id: scoring.score(mine, grams.split(), board) for other_id, grams in rows}


def _sought(mine: frozenset[str], board: Board) -> list[str]:
    """What says most first, without what too many have; one at least."""
    sought: list[str] = []
    read = 0
    for gram in sorted(mine, key=lambda one: (board.many(one), one)):
        read += board.many(gram)
        if read > MOST_READ and sought:
            break
        sought.append(gram)
    return sorted(sought, key=lambda gram: (-board.worth(gram), gram))[:MOST_SOUGHT]


async def _board(tx: Tx, idea: Idea, grams: frozenset[str]) -> Board:
    """As if it stood there itself: a draft is filed when it is sent."""
    place_id, own = idea.place_id, int(idea.status is Status.DRAFT)
    marks = ", ".join("?" * len(grams))
    having = await tx.all(
        lambda gram, many: (gram, many),
        f"SELECT gram, ideas FROM gram_counts WHERE place_id = ? AND gram IN ({marks})",  # noqa: S608 question marks
        place_id,
        *sorted(grams),
    )
    counts = dict.fromkeys(grams, own)
    for gram, many in having:
        counts[gram] += many
    return Board(await _size(tx, place_id), counts)


async def _size(tx: Tx, place_id: int) -> int:
    sql = "SELECT CAST(coalesce(sum(ideas), 0) AS BIGINT) FROM idea_counts WHERE place_id = ?"
    return await tx.one(int, sql, place_id) or 0


async def _by_meaning(tx: Tx, idea: Idea, among: str) -> dict[int, float]:
    """The closest ones only; nothing where the model is not installed."""
    if not embedding.installed() or not idea.words.strip():
        return {}
    mine = await tx.one(
        Meaning, "SELECT script, vector FROM idea_meanings WHERE idea_id = ? AND model = ?", idea.id, embedding.MODEL
    ) or await _learn(tx, idea.place_id, idea.id, idea.words)
    others = await tx.all(
        lambda other_id, script, vector: (other_id, Meaning(script, vector)),
        "SELECT i.id, m.script, m.vector FROM idea_meanings m JOIN ideas i ON i.id = m.idea_id"  # noqa: S608 fixed words
        f" WHERE m.place_id = ? AND m.model = ? AND {among} AND i.id <> ?",
        idea.place_id,
        embedding.MODEL,
        idea.id,
    )
    close = await embedding.closeness(mine, [one for _, one in others])
    found = {other_id: score for (other_id, _), score in zip(others, close, strict=True) if score > 0}
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:CLOSELY])


async def _learn(tx: Tx, place_id: int, idea_id: int, words: str) -> Meaning:
    learned = await embedding.of(words)
    await tx.run("DELETE FROM idea_meanings WHERE idea_id = ?", idea_id)
    await tx.run(
        "INSERT INTO idea_meanings (idea_id, place_id, model, script, vector) VALUES (?, ?, ?, ?, ?)",
        idea_id,
        place_id,
        embedding.MODEL,
        learned.script,
        learned.vector,
    )
    return learned
