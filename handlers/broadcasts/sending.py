"""Sending a broadcast: at once or after a second person agreed, with half a minute and more to stop it."""

from bot import campaigns, people
from bot.actions import action
from bot.clock import milliseconds, moment
from bot.context import Context, Notices
from bot.errors import Refusal
from bot.people import LEADS, TEAM, Role
from bot.texts import Text, join
from bot.texts import machine as m
from bot.times import When
from handlers.broadcasts import audience, rules, store, words
from handlers.broadcasts.store import Broadcast
from handlers.broadcasts.words import t


@action(TEAM)
async def send(context: Context, broadcast_id: int) -> None:
    """The preview stays as it is, without its buttons; the receipt below it counts up."""
    one = await draft(context, broadcast_id)
    if one.words is None or one.whom is None:
        raise Refusal(t.words_needed if one.words is None else t.to_whom)
    if one.media_id is not None and one.media_state != "ready":
        raise Refusal(t.picture_not_ready)
    count = await audience.gather(context.notices, one)
    if not count:
        raise Refusal(t.nobody_there)
    if count > rules.LARGE:
        await _ask_second_person(context, one, count)
        return
    receipt = await _queue(context.notices, one, "draft", None)
    look = await words.message(context.notices, one)
    await context.show(look.text, picture=look.picture)
    row_id = await context.say(receipt, [[stop.button(t.stop, one.id)]])
    await store.note_progress_row(context.tx, one.id, row_id, await _left(context.notices, one.id))


@action(TEAM)
async def approve(context: Context, broadcast_id: int) -> None:
    one = await _asked(context, broadcast_id)
    await audience.gather(context.notices, one)
    receipt = await _queue(context.notices, one, "asked", context.person.id)
    await context.show(t.you_agreed)
    told = join(t.agreed(name=context.person.name), receipt)
    row_id = await context.tell(one.made_by, told, [[stop.button(t.stop, one.id)]])
    await store.note_progress_row(context.tx, one.id, row_id, await _left(context.notices, one.id))


@action(TEAM)
async def decline(context: Context, broadcast_id: int) -> None:
    one = await _asked(context, broadcast_id)
    await _back_to_draft(context, one)
    await context.show(t.you_declined)
    again = [[context.go(t.go_on, "broadcast")]]
    await context.tell(one.made_by, t.declined(name=context.person.name), again)


@action(TEAM)
async def withdraw(context: Context, broadcast_id: int) -> None:
    """The asker changes her mind before anybody agreed."""
    one = await _broadcast(context, broadcast_id)
    if one.made_by != context.person.id or one.state != "asked":
        raise Refusal(t.already_over)
    await _back_to_draft(context, one)
    await context.show(t.withdrawn, [[context.go(t.go_on, "broadcast")]])


@action(TEAM)
async def stop(context: Context, broadcast_id: int) -> None:
    """What has left has left; what still waits is deleted."""
    one = await _broadcast(context, broadcast_id)
    if one.state != "sending" or one.campaign_id is None:
        raise Refusal(t.already_over)
    await campaigns.stop(context.tx, one.campaign_id, context.now)
    context.toast(t.stopped)
    await tell_progress(context.notices, one)


async def tell_progress(notices: Notices, one: Broadcast) -> None:
    """Changes the sender's message when the numbers have changed; the last time it is the report."""
    if one.campaign_id is None:
        raise LookupError(f"broadcast {one.id} is under way without a campaign")
    report = await campaigns.report(notices.tx, one.campaign_id)
    if not report.waiting:
        await store.move(notices.tx, one.id, "sending", "done")
        if one.progress_row is not None:
            await notices.retell(one.made_by, one.progress_row, words.final(report))
    elif report.waiting != one.told_left:
        await store.note_told(notices.tx, one.id, report.waiting)
        if one.progress_row is not None:
            rows = [[stop.button(t.stop, one.id)]]
            await notices.retell(one.made_by, one.progress_row, words.progress(report), rows)


async def draft(context: Context, broadcast_id: int) -> Broadcast:
    """One's own draft."""
    one = await _broadcast(context, broadcast_id)
    if one.made_by != context.person.id:
        raise Refusal(m.old_button)
    if one.state != "draft":
        raise Refusal(t.already_asked if one.state == "asked" else t.already_on_its_way)
    return one


async def _queue(notices: Notices, one: Broadcast, before: str, approved_by: int | None) -> Text:
    """Leaves once, however often it is pressed. Returns the receipt, with how many sleep until when."""
    send_at = notices.now + rules.TIME_TO_STOP
    if not await store.note_sending(notices.tx, one.id, before, approved_by, milliseconds(send_at)):
        raise Refusal(t.already_on_its_way)
    campaign_id = (await _reread(notices, one.id)).campaign_id
    if campaign_id is None:
        raise LookupError(f"broadcast {one.id} has no campaign")
    await campaigns.queue_campaign(notices, campaign_id, await words.message(notices, one), earliest=send_at)
    total = await campaigns.size(notices.tx, campaign_id)
    held = await store.held_back(notices.tx, campaign_id, milliseconds(send_at))
    if held.until is None:
        return t.going(total=total)
    return t.going_later(total=total, later=held.count, until=When(moment(held.until), notices.place.clocks))


async def _ask_second_person(context: Context, one: Broadcast, count: int) -> None:
    others = await _second_people(context.notices, one)
    if not others:
        raise Refusal(t.nobody_to_agree(limit=rules.LARGE))
    await store.move(context.tx, one.id, "draft", "asked")
    look = await words.message(context.notices, one)
    question = join(t.please_agree(name=context.person.name, count=count), look.text, separator="\n\n")
    rows = [[approve.button(t.agree, one.id)], [decline.button(t.decline, one.id)]]
    await context.notices.tell_all(others, question, rows, look.picture)
    await context.show(t.asked_second(count=count, limit=rules.LARGE), [[withdraw.button(t.withdraw, one.id)]])


async def _second_people(notices: Notices, one: Broadcast) -> list[int]:
    """A lead; where nobody else is one, anybody else of the team."""
    leads = await people.members_with(notices.tx, notices.place.id, Role.LEAD)
    team = await people.team(notices.tx, notices.place.id)
    others = [person_id for person_id in leads if person_id != one.made_by]
    return others or [person_id for person_id in team if person_id != one.made_by]


async def _asked(context: Context, broadcast_id: int) -> Broadcast:
    one = await _broadcast(context, broadcast_id)
    if one.state != "asked":
        raise Refusal(t.already_over)
    if context.person.id not in await _second_people(context.notices, one):
        raise Refusal(m.not_allowed if context.may(LEADS) else t.lead_needed)
    return one


async def _back_to_draft(context: Context, one: Broadcast) -> None:
    await store.drop_draft(context.tx, context.place.id, one.made_by)
    await store.move(context.tx, one.id, "asked", "draft")


async def _broadcast(context: Context, broadcast_id: int) -> Broadcast:
    one = await store.find(context.tx, context.place.id, broadcast_id)
    if one is None:
        raise Refusal(m.old_button)
    return one


async def _reread(notices: Notices, broadcast_id: int) -> Broadcast:
    one = await store.find(notices.tx, notices.place.id, broadcast_id)
    if one is None:
        raise LookupError(f"no broadcast {broadcast_id}")
    return one


async def _left(notices: Notices, broadcast_id: int) -> int:
    campaign_id = (await _reread(notices, broadcast_id)).campaign_id
    return (await campaigns.report(notices.tx, campaign_id)).waiting if campaign_id else 0
