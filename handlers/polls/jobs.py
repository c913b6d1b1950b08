"""By the clock: polls close, people who have not voted hear once, and where newcomers came from is forgotten."""

from datetime import timedelta

from bot.clock import milliseconds, moment
from bot.dialogue import mailing
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import short
from bot.outbox import campaigns
from bot.outbox.message import Lane, Message
from handlers.polls import asked, results, rules, store
from handlers.polls.ballot import voting
from handlers.polls.store.record import Reason
from handlers.polls.words import t

QUESTION_SHOWN = 200
SILENT_KEPT = timedelta(days=90)  # after the close; until then they hear what the poll led to
ORIGINS_KEPT = timedelta(hours=23, minutes=50)  # looked at every few minutes: never longer than a day


async def close_due(notices: Notices) -> None:
    for poll in await store.polls.due(notices.tx, notices.place.id, notices.now_ms):
        await results.close_poll(notices, poll, None, Reason())


async def remind(notices: Notices) -> None:
    """Whoever was asked; whoever still waits for the question will read it soon enough."""
    earliest = milliseconds(notices.now + rules.REMIND_LEAST)
    latest = milliseconds(notices.now + rules.REMIND_BEFORE)
    open_for = int(rules.REMIND_ONLY_OPEN / timedelta(milliseconds=1))
    for poll in await store.polls.to_remind(notices.tx, notices.place.id, earliest, latest, open_for):
        await store.polls.note_reminded(notices.tx, poll.id, notices.now_ms)
        options = await store.polls.options(notices.tx, poll.id)
        until = When(moment(poll.closes_at), notices.place.clocks)
        text = t.reminder(question=short(poll.question, QUESTION_SHOWN), until=until)
        silent = set(await store.votes.silent_people(notices.tx, poll.id))
        if poll.campaign_id is not None:
            silent &= set(await campaigns.told(notices.tx, poll.campaign_id))
        campaign_id = await campaigns.new_campaign(notices.tx, notices.place.id, notices.now)
        await campaigns.add_people(notices.tx, campaign_id, sorted(silent))
        message = Message(text, voting.ballot_rows(notices.place, poll, options))
        until_close = moment(poll.closes_at)
        brief = asked.brief(notices, poll)
        await mailing.queue_unasked(notices, campaign_id, message, Lane.NOTICE, useful_until=until_close, brief=brief)


async def wake_up(notices: Notices) -> None:
    await store.live.wake_up(notices.tx, notices.place.id)


async def forget_silent(notices: Notices) -> None:
    await store.votes.forget_silent(notices.tx, notices.place.id, milliseconds(notices.now - SILENT_KEPT))


async def forget_newcomers(notices: Notices) -> None:
    await store.newcomers.forget(notices.tx, milliseconds(notices.now - ORIGINS_KEPT))
