"""By the clock: polls close, people who have not voted hear once, and where newcomers came from is forgotten."""

from datetime import timedelta
from pathlib import Path

from bot.clock import milliseconds, moment
from bot.dialogue import campaigns
from bot.dialogue.context import Notices
from bot.i18n.texts import Texts, short
from bot.i18n.times import When
from bot.outbox.outgoing import Lane, Message
from handlers.polls import asked, live_store, newcomer_store, results, rules, store, vote_store, voting
from handlers.polls.record_store import Reason

t = Texts("polls", Path(__file__).parent / "texts")

QUESTION_SHOWN = 200
SILENT_KEPT = timedelta(days=90)  # after the close; until then they hear what the poll led to
ORIGINS_KEPT = timedelta(hours=23, minutes=50)  # looked at every few minutes: never longer than a day


async def close_due(notices: Notices) -> None:
    for poll in await store.due(notices.tx, notices.place.id, notices.now_ms):
        await results.close_poll(notices, poll, None, Reason())


async def remind(notices: Notices) -> None:
    """Whoever was asked; whoever still waits for the question will read it soon enough."""
    earliest = milliseconds(notices.now + rules.REMIND_LEAST)
    latest = milliseconds(notices.now + rules.REMIND_BEFORE)
    open_for = int(rules.REMIND_ONLY_OPEN / timedelta(milliseconds=1))
    for poll in await store.to_remind(notices.tx, notices.place.id, earliest, latest, open_for):
        await store.note_reminded(notices.tx, poll.id, notices.now_ms)
        options = await store.options(notices.tx, poll.id)
        until = When(moment(poll.closes_at), notices.place.clocks)
        text = t.reminder(question=short(poll.question, QUESTION_SHOWN), until=until)
        silent = set(await vote_store.silent_people(notices.tx, poll.id))
        if poll.campaign_id is not None:
            silent &= set(await campaigns.told(notices.tx, poll.campaign_id))
        campaign_id = await campaigns.new_campaign(notices.tx, notices.place.id, notices.now)
        await campaigns.add_people(notices.tx, campaign_id, sorted(silent))
        message = Message(text, voting.ballot_rows(poll, options))
        until_close = moment(poll.closes_at)
        brief = asked.brief(notices, poll)
        await campaigns.queue_unasked(
            notices, campaign_id, message, Lane.NOTICE, useful_until=until_close, brief=brief
        )


async def wake_up(notices: Notices) -> None:
    await live_store.wake_up(notices.tx, notices.place.id)


async def forget_silent(notices: Notices) -> None:
    await vote_store.forget_silent(notices.tx, notices.place.id, milliseconds(notices.now - SILENT_KEPT))


async def forget_newcomers(notices: Notices) -> None:
    await newcomer_store.forget(notices.tx, milliseconds(notices.now - ORIGINS_KEPT))
