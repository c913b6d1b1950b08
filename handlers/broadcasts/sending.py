"""Sending a broadcast: at once or after a second person agreed, with half a minute and more to stop it."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue import forecast, mailing
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import people
from bot.identity.roles import TEAM
from bot.outbox import campaigns
from bot.outbox.message import Button
from handlers.broadcasts import audience, drafting, rules, store, underway, words
from handlers.broadcasts.store.broadcasts import Broadcast
from handlers.broadcasts.words import t


@action(TEAM)
async def send(context: Context, broadcast_id: int) -> None:
    """The preview stays as it is, without its buttons; the receipt below it counts up."""
    one = await drafting.complete(context, await drafting.draft(context, broadcast_id))
    count = await audience.gather(context.notices, one)
    if not count:
        raise Refusal(t.nobody_there)
    if count > rules.LARGE:
        await ask_second(context, one, count, None)
        return
    receipt = await begin(context.notices, one, None, context.now + rules.TIME_TO_STOP)
    look = (await words.messages(context.notices, one))(context.language)
    await context.show(look.text, picture=look.picture)
    one = await drafting.broadcast(context, one.id)
    row_id = await context.say(receipt, await underway.rows(context.notices, one))
    await underway.note_receipt(context.notices, one, row_id)


@action(TEAM)
async def approve(context: Context, broadcast_id: int, times: int = 0) -> None:
    """What she read, to whom it goes now; at its time, if it has one that is still to come."""
    one = await drafting.asked(context, broadcast_id, times)
    if one.send_at is not None and moment(one.send_at) > context.now + rules.TIME_TO_STOP:
        if not await store.steps.plan(context.tx, one, one.send_at, context.person.id):
            raise Refusal(t.already_over)
        when = When(moment(one.send_at), context.place.clocks)
        await context.show(t.you_agreed_later(when=when))
        await context.answer(one.made_by, t.agreed_later(name=context.signature, when=when))
        return
    await audience.gather(context.notices, one)
    receipt = await begin(context.notices, one, context.person.id, context.now + rules.TIME_TO_STOP)
    await context.show(t.you_agreed)
    one = await drafting.broadcast(context, one.id)
    told = join(t.agreed(name=context.signature), receipt)
    row_id = await context.answer(one.made_by, told, await underway.rows(context.notices, one))
    await underway.note_receipt(context.notices, one, row_id)


@action(TEAM)
async def decline(context: Context, broadcast_id: int, times: int = 0) -> None:
    one = await drafting.asked(context, broadcast_id, times)
    await _back_to_draft(context, one)
    await context.show(t.you_declined)
    again = [[context.go(t.go_on, "broadcast")]]
    await context.answer(one.made_by, t.declined(name=context.signature), again)


@action(TEAM)
async def withdraw(context: Context, broadcast_id: int) -> None:
    """The asker changes her mind before anybody agreed."""
    one = await drafting.broadcast(context, broadcast_id)
    if one.made_by != context.person.id or one.state != "asked":
        raise Refusal(t.already_over)
    await drafting.check_room_for_draft(context, one)
    await _back_to_draft(context, one)
    await context.show(t.withdrawn, [[context.go(t.go_on, "broadcast")]])


async def begin(notices: Notices, one: Broadcast, approved_by: int | None, send_at: datetime) -> Text:
    """Expects its people to be gathered. It leaves once, however often it is pressed; returns the receipt."""
    check_awake(notices)
    if not await store.steps.begin(notices.tx, one, milliseconds(send_at), approved_by):
        raise Refusal(t.already_on_its_way)
    fresh = await store.broadcasts.find(notices.tx, notices.place.id, one.id)
    if fresh is None or fresh.campaign_id is None:
        raise LookupError(f"broadcast {one.id} has no campaign")
    campaign_id = fresh.campaign_id
    version = await words.messages(notices, fresh)
    soon = send_at > notices.now
    total = await campaigns.size(notices.tx, campaign_id)
    going = (t.going if soon else t.going_now)(total=total)
    if fresh.urgent:
        await mailing.queue_urgent(notices, campaign_id, version, send_at)
        return going
    foreseen = await audience.foresee(notices, fresh, send_at)
    brief = await words.brief(notices, fresh)
    until = moment(fresh.useful_until) if fresh.useful_until is not None else None
    await mailing.queue_unasked(notices, campaign_id, version, earliest=send_at, useful_until=until, brief=brief)
    return going if foreseen.everybody_now else join(going, forecast.words(notices, foreseen))


def check_awake(notices: Notices) -> None:
    """Nobody writes to everybody in a place that rests."""
    if notices.place.rests_since is not None:
        raise Refusal(t.place_rests)


async def ask_second(context: Context, one: Broadcast, count: int, send_at: datetime | None) -> None:
    """Above the limit somebody else has to agree; at once, or to the time it is planned for."""
    if not await drafting.second_people(context.notices, one):
        raise Refusal(t.nobody_to_agree(limit=rules.LARGE))
    await put_to_second(context.notices, one, count, send_at)
    asked = t.asked_second(count=count, limit=rules.LARGE)
    await context.show(asked, [[withdraw.button(t.withdraw, one.id)]])


async def put_to_second(notices: Notices, one: Broadcast, count: int, send_at: datetime | None) -> None:
    times = await store.steps.ask(notices.tx, one, milliseconds(send_at) if send_at else None)
    if times is None:
        raise Refusal(t.already_on_its_way)
    whole = await words.said(notices, one)
    question = t.please_agree(name=whole.name, count=count)
    if send_at is not None:
        question = join(question, t.leaves_at(when=When(send_at, notices.place.clocks)))
    await put_question(notices, one, question, approve.button(t.agree, one.id, times), times)


async def put_question(notices: Notices, one: Broadcast, question: Text, yes: Button, times: int) -> None:
    """With the whole message below it, to everybody who may agree."""
    rows = [[yes], [decline.button(t.decline, one.id, times)]]
    for person_id in await drafting.second_people(notices, one):
        language = (await people.person(notices.tx, person_id)).language or notices.place.languages[0]
        text = await words.preview(notices, one, question, language)
        await notices.tell(person_id, text, rows, words.ready_picture(one))


async def _back_to_draft(context: Context, one: Broadcast) -> None:
    await store.broadcasts.drop_draft(context.tx, context.place.id, one.made_by)
    await store.steps.reopen(context.tx, one)
