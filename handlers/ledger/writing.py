"""Writes down who decided, once a month is over."""

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.identity.roles import Role
from handlers.ledger import rules, store
from handlers.ledger.rules import Decision
from handlers.ledger.store.record import Taken
from handlers.polls.rules import Kind, winning
from handlers.polls.store import polls, votes

DAY_MS = 24 * 3_600_000


async def write(notices: Notices, month: int) -> None:
    """As it stands now; what is undone later is counted in its own month."""
    tx, place = notices.tx, notices.place
    start, end = (milliseconds(rules.begins(each, place.clocks)) for each in (month, month + 1))
    found = [await _read(notices, one) for one in await store.record.decisions(tx, place.id, start, end)]
    patience = place.answer_days * DAY_MS or int(rules.SILENCE.total_seconds() * 1000)
    counts = rules.counted(
        [decision for decision, _ in found],
        await store.record.silent(tx, place.id, start, end, patience),
        *await store.record.voices(tx, place.id, start, end),
        await store.record.undone(tx, place.id, start, end),
        await store.record.hidden(tx, place.id, start, end),
    )
    month_id = await store.months.write(tx, place.id, month, counts, notices.now_ms)
    if month_id is None:
        return
    for decision, poll_id in found:
        if poll_id is not None and rules.against(decision):
            await store.months.note_against(tx, month_id, decision.step_id, poll_id)


async def _read(notices: Notices, one: Taken) -> tuple[Decision, int | None]:
    """With the poll that was for it."""
    behind = await store.record.roles_behind(notices.tx, one.step_id) or [one.role]
    poll_id = await _vote_for(notices, one)
    roles = frozenset(Role(role) for role in behind)
    return Decision(one.step_id, roles, poll_id is not None, bool(one.agrees), one.days), poll_id


async def _vote_for(notices: Notices, one: Taken) -> int | None:
    """The poll that this idea alone won, or whose money is enough for it, or that led to it as the team noted."""
    for poll_id in await store.record.polls_before(notices.tx, one.idea_id, one.taken_at):
        poll = await polls.find_poll(notices.tx, poll_id)
        if poll is None:
            continue
        options = await polls.options(notices.tx, poll_id)
        voters = await votes.count_voters(notices.tx, poll_id)
        came_out = winning.outcome(poll.kind, [each.entry for each in options], voters, voters, poll.terms)
        won = [each for each in options if each.words in came_out.leaders]
        alone = len(won) == 1 or poll.kind is Kind.BUDGET
        if alone and any(each.idea_id == one.idea_id for each in won):
            return poll_id
    return await store.record.led_there(notices.tx, one.idea_id, one.taken_at)
