"""How a poll came out: a chart, words beside it, and how it is told."""

from pathlib import Path

from bot import campaigns
from bot.context import Notices
from bot.outgoing import Chart, Lane, Message
from bot.texts import Text, Texts, join, literal, short
from handlers.polls import rules, store, vote_store
from handlers.polls.rules import Outcome
from handlers.polls.store import Option, Poll

t = Texts("polls", Path(__file__).parent / "texts")

QUESTION_SHOWN = 200  # letters; the caption also holds twelve options
OPTION_SHOWN = 40


async def close_poll(notices: Notices, poll: Poll, by: int | None) -> bool:
    """Closes it and tells everyone who was asked, in this one transaction; False when it was closed already."""
    # A vote that is being cast counts, or reads that it came too late: never neither.
    await notices.tx.lock(f"poll {poll.id}")
    if not await store.close(notices.tx, poll.id, notices.now_ms):
        return False
    await store.add_step(notices.tx, poll, "closed", by, notices.now_ms)
    campaign_id = await campaigns.new_campaign(notices.tx, poll.place_id, notices.now)
    await vote_store.add_asked_to_campaign(notices.tx, campaign_id, poll.id)
    if by is not None:
        await campaigns.leave_out(notices.tx, campaign_id, by)
    await campaigns.queue_campaign(notices, campaign_id, await result(notices, poll), Lane.NOTICE)
    return True


async def result(notices: Notices, poll: Poll) -> Message:
    options = await store.options(notices.tx, poll.id)
    voters = await vote_store.count_voters(notices.tx, poll.id)
    asked = await vote_store.count_asked(notices.tx, poll.id)
    came_out = rules.outcome([(one.words, one.votes) for one in options], voters, asked)
    turnout = t.turnout(voters=voters, abstained=came_out.abstained)
    lines = [_line(one, came_out) for one in options]
    text = join(t.result(question=short(poll.question, QUESTION_SHOWN)), _verdict(came_out), *lines, turnout)
    bars = tuple((literal(one.words), one.votes) for one in options)
    return Message(text, picture=Chart(literal(poll.question), bars, turnout))


def _verdict(came_out: Outcome) -> Text:
    match came_out.leaders:
        case ():
            return t.nobody_voted
        case (winner,):
            return t.winner(words=short(winner, rules.LONGEST_OPTION), votes=came_out.best)
        case several:
            tied = join(*(literal(short(words, OPTION_SHOWN)) for words in several), separator=" · ")
            return t.tie(words=tied, votes=came_out.best)


def _line(option: Option, came_out: Outcome) -> Text:
    words = short(option.words, OPTION_SHOWN)
    if not came_out.shows_shares:
        return t.result_line(words=words, votes=option.votes)
    return t.result_share(words=words, votes=option.votes, share=rules.share(option.votes, came_out.voters))
