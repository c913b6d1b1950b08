"""Leaving later: when, what is planned and on its way, and calling it off or changing it until it leaves."""

from datetime import datetime, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue import forecast
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand
from bot.i18n.texts import Text, join, short
from bot.i18n.texts import machine as m
from bot.identity import roles
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.broadcasts import audience, drafting, rules, sending, store, underway, words
from handlers.broadcasts.store.broadcasts import Broadcast
from handlers.broadcasts.words import t

MINUTE = timedelta(minutes=1)
SHOWN = 500
ON_A_BUTTON = 24
LISTED = 3


@action(TEAM)
async def ask_when(context: Context, broadcast_id: int) -> None:
    one = await _plannable(context, broadcast_id)
    offered = rules.moments_to_offer(context.now, context.place.clocks)
    back = drafting.preview if one.state == "draft" else look
    rows = [[_at_button(context, one, at)] for at in offered]
    await context.ask(t.when, hear_when, one.id, rows=rows, back=back.button(m.back, one.id))


@action(TEAM)
async def hear_when(context: Context, broadcast_id: int, heard: str) -> None:
    one = await _plannable(context, broadcast_id)
    match understand(heard, context.now, context.place.clocks, context.language):
        case None:
            raise Refusal(t.when_unclear)
        case Understood(at):
            await _plan(context, one, at)
        case Ambiguous(candidates):
            rows = [[_at_button(context, one, at)] for at in candidates if at > context.now]
            await context.ask(t.which_time, hear_when, one.id, rows=rows)


@action(TEAM)
async def set_when(context: Context, broadcast_id: int, minutes: int) -> None:
    """`minutes` since 1970, from one of our buttons."""
    one = await _plannable(context, broadcast_id)
    if not 0 <= minutes <= milliseconds(context.now + 2 * rules.FURTHEST) // 60_000:
        raise Refusal(m.old_button)
    await _plan(context, one, moment(minutes * 60_000))


@action(TEAM)
async def listed(context: Context, page: int) -> None:
    """What is planned, the next one first, then what is on its way."""
    found = [
        *await store.broadcasts.planned(context.tx, context.place.id),
        *await store.broadcasts.under_way(context.tx, context.place.id),
    ]
    page = page if 0 <= page * LISTED < len(found) else 0
    rows = [[look.button(_label(context, one), one.id)] for one in found[page * LISTED :][:LISTED]]
    if len(found) > (page + 1) * LISTED:
        rows.append([listed.button(t.more, page + 1)])
    await context.show(t.listed(count=len(found)), rows, back=context.go(m.back, "broadcast"))


@action(TEAM)
async def look(context: Context, broadcast_id: int) -> None:
    """One of them, and what can still be done with it."""
    one = await drafting.broadcast(context, broadcast_id)
    back = listed.button(m.back, 0)
    if one.state == "sending":
        await context.show(_excerpt(one, t.is_on_its_way), await underway.rows(context.notices, one), back=back)
        return
    await drafting.planned(context, one.id)
    await context.show(_excerpt(one, t.leaves_at(when=_when(context.notices, one))), _planned_rows(one), back=back)


@action(TEAM)
async def reopen(context: Context, broadcast_id: int) -> None:
    """Whoever wrote it writes it anew; what was agreed to before is not any more."""
    one = await drafting.planned(context, broadcast_id)
    if one.made_by != context.person.id:
        raise Refusal(t.only_author_changes)
    await drafting.check_room_for_draft(context, one)
    if not await store.steps.reopen(context.tx, one):
        raise Refusal(t.already_on_its_way)
    await drafting.edit(context, one.id)


@action(TEAM)
async def call_off(context: Context, broadcast_id: int) -> None:
    """Whoever wrote it hears of it."""
    one = await drafting.planned(context, broadcast_id)
    if not await store.steps.call_off(context.tx, one):
        raise Refusal(t.already_on_its_way)
    await context.show(t.called_off, back=listed.button(m.back, 0))
    if one.made_by != context.person.id:
        told = t.called_off_by(name=context.signature, words=short(one.words or "", SHOWN))
        await context.tell(one.made_by, told)


async def leave_due(notices: Notices) -> None:
    """Once, also when its time passed while nobody was here; to those who are there now."""
    if notices.place.rests_since is not None:
        return
    for one in await store.broadcasts.planned(notices.tx, notices.place.id):
        if one.send_at is not None and one.send_at <= notices.now_ms:
            await _leave(notices, one)


async def _leave(notices: Notices, one: Broadcast) -> None:
    count = await audience.gather(notices, one)
    place_id = notices.place.id
    author = await roles.of(notices.tx, one.made_by, place_id)
    approver = None if one.approved_by is None else await roles.of(notices.tx, one.approved_by, place_id)
    if not count:
        await store.steps.call_off(notices.tx, one)
        await notices.answer(one.made_by, t.nobody_was_there(words=short(one.words or "", SHOWN)))
        return
    if rules.needs_second(count, author, approver):
        # They have become many, or whoever agreed is not of the team any more.
        await sending.put_to_second(notices, one, count, notices.now)
        alone = not await drafting.second_people(notices, one)
        asked = t.nobody_to_agree(limit=rules.LARGE) if alone else t.asked_second(count=count, limit=rules.LARGE)
        await notices.answer(one.made_by, asked, [[sending.withdraw.button(t.withdraw, one.id)]])
        return
    receipt = await sending.begin(notices, one, one.approved_by, notices.now)
    fresh = await store.broadcasts.find(notices.tx, place_id, one.id) or one
    told = join(t.planned_leaves(words=short(one.words or "", SHOWN)), receipt)
    row_id = await notices.answer(one.made_by, told, await underway.rows(notices, fresh))
    await underway.note_receipt(notices, fresh, row_id)


async def _plannable(context: Context, broadcast_id: int) -> Broadcast:
    """One's own draft, or one that is planned already and gets another time."""
    one = await drafting.broadcast(context, broadcast_id)
    if one.state == "planned":
        return one
    return await drafting.complete(context, await drafting.draft(context, broadcast_id))


async def _plan(context: Context, one: Broadcast, at: datetime) -> None:
    sending.check_awake(context.notices)
    if not context.now + rules.SOONEST <= at <= context.now + rules.FURTHEST:
        raise Refusal(t.when_not)
    if one.state == "draft":
        count = await audience.gather(context.notices, one)
        if not count:
            raise Refusal(t.nobody_there)
        if count > rules.LARGE:
            await sending.ask_second(context, one, count, at)
            return
    if not await store.steps.plan(context.tx, one, milliseconds(at), one.approved_by):
        raise Refusal(t.already_on_its_way)
    receipt = t.planned(when=When(at, context.place.clocks), words=short(one.words or "", SHOWN))
    foreseen = await audience.foresee(context.notices, one, at)
    await context.say(join(receipt, forecast.words(context.notices, foreseen)), _planned_rows(one))


def _planned_rows(one: Broadcast) -> list[list[Button]]:
    return [
        [ask_when.button(t.change_when, one.id)],
        [reopen.button(t.change_words, one.id)],
        [call_off.button(t.call_off, one.id)],
    ]


def _at_button(context: Context, one: Broadcast, at: datetime) -> Button:
    when = When(at, context.place.clocks)
    return set_when.button(t.at(when=when), one.id, int(at.timestamp() // MINUTE.total_seconds()))


def _label(context: Context, one: Broadcast) -> Text:
    words_ = short(one.words or "🖼", ON_A_BUTTON)
    if one.state == "sending":
        return t.listed_going(words=words_)
    day = When(moment(one.send_at or 0), context.place.clocks, "day")
    return t.listed_planned(day=day, words=words_)


def _excerpt(one: Broadcast, line: Text) -> Text:
    return join(line, words.to_whom(one), t.quoted(words=short(one.words or "", SHOWN)))


def _when(notices: Notices, one: Broadcast) -> When:
    return When(moment(one.send_at or 0), notices.place.clocks)
