"""Whom the question of a poll reached: they alone hear more of it, and how it ended is outside their budget."""

from bot.clock import moment
from bot.dialogue import forecast, mailing
from bot.dialogue.forecast import Forecast
from bot.dialogue.mailing import Brief
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import short
from bot.identity.roles import Role
from bot.outbox import campaigns, frequency_cap
from bot.outbox.message import Button, Lane, Message
from handlers.polls import store
from handlers.polls.store.polls import Poll
from handlers.polls.words import t

IN_SHORT, ON_A_BUTTON = 100, 28


async def foresee(notices: Notices, maker_id: int, closes_at: int) -> Forecast:
    """Who is asked when, if it goes out now."""

    async def gather(campaign_id: int) -> None:
        await campaigns.add_role(notices.tx, campaign_id, notices.place.id, Role.RESIDENT)
        await campaigns.leave_out(notices.tx, campaign_id, maker_id)

    return await forecast.foresee(notices, gather, useful_until=moment(closes_at))


async def ask_everybody(notices: Notices, poll: Poll, message: Message) -> None:
    """Whoever has had her two messages is asked when there is room, as long as it is open."""
    await store.votes.ask_everybody(notices.tx, poll.id, poll.place_id)
    campaign_id = await campaigns.new_campaign(notices.tx, poll.place_id, notices.now)
    await store.votes.add_asked_to_campaign(notices.tx, campaign_id, poll.id)
    await campaigns.leave_out(notices.tx, campaign_id, poll.made_by)
    await store.polls.note_campaign(notices.tx, poll.id, campaign_id)
    until = moment(poll.closes_at)
    await mailing.queue_unasked(
        notices, campaign_id, message, Lane.NOTICE, useful_until=until, brief=brief(notices, poll)
    )
    await store.live.keep_messages(notices.tx, poll.id, campaign_id)


async def ask_nobody_else(notices: Notices, poll: Poll) -> None:
    """It is closed: whoever has not been asked yet will not be."""
    if poll.campaign_id is not None:
        await campaigns.stop(notices.tx, poll.campaign_id, notices.now)


async def those_asked(notices: Notices, poll: Poll, but: int | None) -> int:
    """A campaign of them, of whoever voted, and of its maker; the last two are concerned in it."""
    tx = notices.tx
    campaign_id = await campaigns.new_campaign(tx, poll.place_id, notices.now)
    took_part = [poll.made_by, *await store.votes.voters(tx, poll.id)]
    if poll.campaign_id is None:
        await store.votes.add_asked_to_campaign(tx, campaign_id, poll.id)
    else:
        await campaigns.add_people(tx, campaign_id, await campaigns.told(tx, poll.campaign_id))
    await campaigns.add_people(tx, campaign_id, took_part)
    await campaigns.note_concerned(tx, campaign_id, took_part)
    if but is not None:
        await campaigns.leave_out(tx, campaign_id, but)
    return campaign_id


async def tell_those_asked(notices: Notices, poll: Poll, message: Message, but: int | None) -> None:
    """How it ended: owed to whoever was asked, so it takes nobody's room and waits for none."""
    campaign_id = await those_asked(notices, poll, but)
    await frequency_cap.leave_out_unwilling(notices.tx, campaign_id, notices.now)
    await campaigns.all_concerned(notices.tx, campaign_id)
    await mailing.queue_unasked(notices, campaign_id, message, Lane.NOTICE)


async def tell_the_silent(notices: Notices, poll: Poll, message: Message, but: int) -> None:
    """What it led to, to those asked who did not vote, and its maker: whoever voted hears it with her own vote."""
    campaign_id = await those_asked(notices, poll, but)
    await campaigns.leave_out_all(notices.tx, campaign_id, await store.votes.voters(notices.tx, poll.id))
    await frequency_cap.leave_out_unwilling(notices.tx, campaign_id, notices.now)
    await campaigns.all_concerned(notices.tx, campaign_id)
    await mailing.queue_unasked(notices, campaign_id, message, Lane.NOTICE)


def brief(notices: Notices, poll: Poll) -> Brief:
    """How it is named among other news. By address: the screens stand above this module."""
    until = When(moment(poll.closes_at), notices.place.clocks)
    line = t.in_short(question=short(poll.question, IN_SHORT), until=until)
    label = t.open_label(words=short(poll.question, ON_A_BUTTON))
    return Brief(line, Button(label, f"polls.open_below:{poll.id}"))
