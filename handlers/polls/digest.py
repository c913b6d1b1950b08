"""What polls have to say in a digest."""

from datetime import datetime, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, short
from handlers.digests.source import DigestPart, Total
from handlers.polls import rules, sheet, store
from handlers.polls.rules import Kind, budgets, winning
from handlers.polls.store.polls import Poll
from handlers.polls.words import t

SOON = timedelta(hours=48)
QUESTION_SHOWN = 60  # letters: a whole digest has 900
WINNER_SHOWN = 40


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """Polls that close soon, with the number of people who voted."""
    until = milliseconds(notices.now + SOON)
    soon = await store.polls.closing_between(notices.tx, notices.place.id, notices.now_ms, until)
    return DigestPart(lines=tuple([await _soon_line(notices, poll) for poll in soon]))


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    """One line for all polls closed since: the result of one, the number of several."""
    closed = await store.polls.closed_since(notices.tx, notices.place.id, milliseconds(since))
    if not closed:
        return DigestPart()
    if len(closed) > 1:
        return DigestPart(lines=(t.digest_closed_several(count=len(closed)),))
    return DigestPart(lines=(await _closed_line(notices, closed[0]),))


async def for_liaison(notices: Notices, since: datetime, until: datetime) -> tuple[Total, ...]:
    between = (milliseconds(since), milliseconds(until))
    return (
        Total(t.total_polls, await store.polls.count_closed(notices.tx, notices.place.id, *between)),
        Total(t.total_voters, await store.votes.count_people(notices.tx, notices.place.id, *between)),
    )


async def _soon_line(notices: Notices, poll: Poll) -> Text:
    return t.digest_soon(
        question=short(poll.question, QUESTION_SHOWN),
        until=When(moment(poll.closes_at), notices.place.clocks),
        voters=await store.votes.count_voters(notices.tx, poll.id),
    )


async def _closed_line(notices: Notices, poll: Poll) -> Text:
    options = await store.polls.options(notices.tx, poll.id)
    voters = await store.votes.count_voters(notices.tx, poll.id)
    came_out = winning.outcome(poll.kind, [one.entry for one in options], voters, voters, poll.terms)
    question = short(poll.question, QUESTION_SHOWN)
    if poll.kind is Kind.CONSENT:
        safe = rules.passes([one.entry for one in options], voters)
        return t.digest_passed(question=question) if safe else t.digest_not_passed(question=question)
    if poll.kind is Kind.BUDGET and came_out.leaders:
        count, spent = len(came_out.leaders), budgets.shown(came_out.best)
        return t.digest_closed_budget(question=question, count=count, spent=spent, voters=voters)
    if len(came_out.leaders) != 1:
        return t.digest_closed_open_end(question=question, voters=voters)
    won = next(one for one in options if one.words in came_out.leaders)
    winner = sheet.option_words(poll.kind, won, WINNER_SHOWN, notices.place.clocks)
    return t.digest_closed(question=question, winner=winner, voters=voters)
