"""A town after many years, by SQL: ideas of every status, ten votes for each of them, what waits for the team."""

from handlers.ideas.lookalikes import scoring
from handlers.polls.store import tallies
from tests.street import Street
from tests.tools.likeness_board import ideas

HIDDEN, LIVE = "Which bench?", "Which colour?"
POLLS = 20  # of which two are open
FIRST = 1000  # the number of the first person
BETWEEN = 2 * 3_600_000  # ms between two ideas: a town grows by years, not by more ideas a day
WAITING = 20  # nobody of the team has seen them
STATUSES = (
    "open",
    "open",
    "agreed",
    "agreed_but",
    "trial",
    "not_now",
    "planned",
    "under_way",
    "done",
    "looked_again",
)
SPACES = ("inside", "inside", "front", "inside", "inside", "front", "inside", "inside", "street", "yard")


async def fill(street: Street, many: int) -> None:
    await _people(street, many // 2)
    await _ideas(street, many)
    await _polls(street)


def more_words(many: int, count: int) -> list[str]:
    """What is suggested to a town of so many ideas."""
    return ideas(many + count)[many:]


async def _people(street: Street, many: int) -> None:
    now, place = street.now_ms() - 3_600_000, street.place.id
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO people (id, name, language, consented_at, place_id, created_at)"
            " VALUES (?, ?, 'en', ?, ?, ?)",
            [(one, f"P{one}", now, place, now) for one in range(FIRST, FIRST + many)],
        )
        await tx.run(
            "INSERT INTO members (person_id, place_id, joined_at)"
            " SELECT id, place_id, created_at FROM people WHERE id >= ?",
            FIRST,
        )


async def _ideas(street: Street, many: int) -> None:
    now, place, glossary = street.now_ms(), street.place.id, scoring.made_by()
    words = ideas(many)
    filed = {one: sorted(scoring.grams(one)) for one in set(words)}
    rows, grams = [], []
    for number, said in enumerate(words, start=1):
        at, old = now - (many - number + 1) * BETWEEN, number <= many - WAITING
        status = STATUSES[number // len(SPACES) % len(STATUSES)] if old else "new"
        space, spot = SPACES[number % len(SPACES)], number % 4
        person, known = FIRST + number % (many // 2), scoring.stored(filed[said])
        rows.append((number, place, person, number, status, said, spot, space, number * 7 % 301, at, at,
                     at if old else None, known, glossary))  # fmt: skip
        grams += [(place, gram, number) for gram in filed[said]]
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO ideas (id, place_id, person_id, number, status, words, spot_id, space, voices, touched_at,"
            " sent_at, published_at, grams, read_as)"
            " VALUES (?, ?, ?, ?, ?, ?, (SELECT min(id) FROM spots) + ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        await tx.many("INSERT INTO idea_grams (place_id, gram, idea_id) VALUES (?, ?, ?)", grams)
        await tx.run(
            "INSERT INTO idea_steps (idea_id, person_id, role, from_status, to_status, space, reason, taken_at,"
            " told_at) SELECT id, person_id, 'volunteer', 'open', status, space, 'Because', sent_at + 1000,"
            " sent_at + 2000"
            " FROM ideas WHERE status NOT IN ('new', 'open')"
        )
        await tx.run(
            "INSERT INTO idea_voices (idea_id, person_id, given_at)"
            " SELECT id, CAST(? AS BIGINT), sent_at FROM ideas WHERE sent_at IS NOT NULL",
            FIRST,
        )
        await tx.run("UPDATE places SET last_number = ?", many)


async def _polls(street: Street) -> None:
    """Everybody voted in each of them; the open ones are the last two."""
    now, place = street.now_ms(), street.place.id
    async with street.bot.database.write() as tx:
        for number in range(1, POLLS + 1):
            question = {POLLS: LIVE, POLLS - 1: HIDDEN}.get(number, f"Question {number}?")
            over = number <= POLLS - 2
            hour = 3_600_000
            poll_id = await tx.one(
                int,
                "INSERT INTO polls (place_id, made_by, state, question, kind, live, closes_at, made_at, opened_at,"
                " closed_at) VALUES (?, ?, ?, ?, 'single', ?, ?, ?, ?, ?) RETURNING id",
                *(place, FIRST, "closed" if over else "open", question, int(question == LIVE)),
                *(now - number * hour if over else now + 24 * hour, now - 48 * hour, now - 48 * hour),
                now - number * hour if over else None,
            )
            await tx.many(
                "INSERT INTO poll_options (poll_id, position, words) VALUES (?, ?, ?)",
                [(poll_id, at, words) for at, words in enumerate(("Green", "Blue", "Red"))],
            )
        await tx.run(
            "INSERT INTO poll_asked (poll_id, person_id)"
            " SELECT q.id, p.id FROM polls q CROSS JOIN people p WHERE p.id >= ?",
            FIRST,
        )
        await tx.run(
            "INSERT INTO poll_votes (poll_id, person_id, slot, option_id, voted_at)"
            " SELECT a.poll_id, a.person_id, 0, (SELECT min(o.id) FROM poll_options o WHERE o.poll_id = a.poll_id)"
            " + a.person_id % 3, CAST(? AS BIGINT) FROM poll_asked a",
            now - 3_600_000,
        )
        for poll_id in await tx.all(int, "SELECT id FROM polls"):
            await tallies.recount(tx, poll_id)
