"""How many chose what, kept beside the votes: a poll of fifty thousand people is read as fast as one of fifty."""

from bot.database.db import Tx
from handlers.polls.rules.moments import VALUES, YES_WEIGHS, Suits

VOTES = (
    "FROM poll_votes v JOIN poll_asked a ON a.poll_id = v.poll_id AND a.person_id = v.person_id"
    " JOIN polls q ON q.id = v.poll_id WHERE v.poll_id = ?"
)
MINE = f"{VOTES} AND v.person_id = ?"
# Of a moment both counts stand in the one number (rules/moments.py).
GIVEN = f"CASE WHEN q.form = 'time' AND v.value = {VALUES[Suits.YES]} THEN {YES_WEIGHS} ELSE v.value END"
# Each vote by itself, and the person once, as option 0.
COUNT = (
    "INSERT INTO poll_tallies (poll_id, apart, option_id, people, points)"
    " SELECT v.poll_id, a.apart, v.option_id, {sign}count(*), {sign}CAST(sum({given}) AS BIGINT) {votes}"
    " GROUP BY v.poll_id, a.apart, v.option_id"
    " UNION ALL SELECT v.poll_id, a.apart, 0, {sign}count(DISTINCT v.person_id), 0 {votes}"
    " GROUP BY v.poll_id, a.apart"
    " ON CONFLICT (poll_id, option_id, apart) DO UPDATE SET people = poll_tallies.people + excluded.people,"
    " points = poll_tallies.points + excluded.points"
)


async def count_out(tx: Tx, poll_id: int, person_id: int) -> None:
    """Before this person's votes change. Expects the lock of the poll; followed by `count_in`."""
    await tx.run(COUNT.format(sign="-", votes=MINE, given=GIVEN), poll_id, person_id, poll_id, person_id)


async def count_in(tx: Tx, poll_id: int, person_id: int) -> None:
    await tx.run(COUNT.format(sign="", votes=MINE, given=GIVEN), poll_id, person_id, poll_id, person_id)


async def recount(tx: Tx, poll_id: int) -> None:
    """Where rows changed hands by other ways than a vote."""
    await tx.run("DELETE FROM poll_tallies WHERE poll_id = ?", poll_id)
    await tx.run(COUNT.format(sign="", votes=VOTES, given=GIVEN), poll_id, poll_id)
