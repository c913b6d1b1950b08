"""Asking for a certificate: which name, about which time, and who is to sign it."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity import names
from bot.outbox.message import Button
from handlers.thanks import cards, rules, store
from handlers.thanks.rules import Period, State
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.words import t

record = Ahead[[]]("thanks.record")


@action()
async def begin(context: Context) -> None:
    """Goes on where she was."""
    one = await store.certificates.open_of(context.tx, context.place.id, context.person.id)
    if one is None or not one.name:
        await ask_name(context)
    else:
        await _show(context, one)


@action()
async def begin_below(context: Context) -> None:
    """From a message that stays: with what her record says now."""
    one = await store.certificates.open_of(context.tx, context.place.id, context.person.id)
    if one is None:
        raise Refusal(t.not_open)
    await _show(context, one, Where.BELOW)


@action()
async def ask_name(context: Context) -> None:
    name = context.person.name
    rows = [] if names.is_made_up(name) else [[use_name.button(t.use_name(name=context.called))]]
    await context.ask(t.which_name, hear_name, rows=rows, back=record.button(t.back))


@action()
async def use_name(context: Context) -> None:
    await hear_name(context, context.person.name)


@action()
async def hear_name(context: Context, words: str) -> None:
    name = rules.check_name(words)
    one = await _draft(context, name)
    if one.since is None:
        await ask_period(context)
    else:
        await _show(context, one)


@action()
async def ask_period(context: Context) -> None:
    one = await _asking(context)
    rows = [[set_period.button(t[f"period-{period.value}"], period)] for period in Period]
    await context.show(t.which_period(name=one.name), rows, back=ask_name.button(t.back))


@action()
async def set_period(context: Context, period: Period) -> None:
    one = await _asking(context)
    hers = await cards.deeds(context.notices, context.person.id)
    since = rules.since(period, hers[0].at, context.now_ms, context.place.clocks.first_shown) if hers else 0
    if not any(since <= each.at for each in hers):
        raise Refusal(t.nothing_then)
    await store.certificates.set_period(context.tx, one.id, since, context.now_ms)
    await _show(context, await _asking(context))


@action()
async def ask(context: Context) -> None:
    """What she saw is what is signed; pressed twice it is asked for once."""
    await _hold(context)
    one = await _asking(context)
    lines = await cards.lines_now(context.notices, one)
    if not lines:
        raise Refusal(t.nothing_then)
    if await store.certificates.count_valid(context.tx, context.place.id, context.person.id) >= rules.MOST_VALID:
        raise Refusal(t.enough_valid(most=rules.MOST_VALID))
    sign = await store.signers.of(context.tx, context.place.id, context.person.id)
    if not sign:
        raise Refusal(t.nobody_signs)
    await store.certificates.put_lines(context.tx, one.id, lines)
    await store.certificates.set_state(context.tx, one.id, State.ASKED, context.now_ms)
    again = milliseconds(context.now - rules.AGAIN)
    if one.told_at is None or one.told_at <= again:
        await store.certificates.note_told(context.tx, one.id, context.now_ms)
        read = Button(t.read_it, f"thanks.read_below:{one.id}")
        await context.tell_all(sign, t.sign_asked(name=context.called), [[read]])
    await context.say(t.asked, [[record.button(t.my_record)]])


@action()
async def take_back(context: Context) -> None:
    await _hold(context)
    one = await store.certificates.open_of(context.tx, context.place.id, context.person.id)
    if one is not None and one.state is State.ASKED:
        await store.certificates.set_state(context.tx, one.id, State.DRAFT, context.now_ms)
    context.toast(t.taken_back)
    await record(context)


async def _show(context: Context, one: Certificate, where: Where = Where.INSTEAD) -> None:
    if one.state is State.ASKED:
        lines = await store.certificates.lines(context.tx, one.id)
        since = cards.day(context.notices, one.changed_at)
        text = join(t.asked_already(since=since), cards.says(context.notices, one, lines))
        back = record.button(t.back)
        await context.show(text, [[take_back.button(t.take_back)]], back=back, where=where)
        return
    lines = await cards.lines_now(context.notices, one)
    if not lines:
        await ask_period(context)
        return
    rows = [
        [ask.button(t.ask_for_it)],
        [ask_name.button(t.other_name)],
        [ask_period.button(t.other_period)],
    ]
    text = join(t.preview, cards.says(context.notices, one, lines), t.no_more_than_this)
    await context.show(text, rows, back=record.button(t.back), where=where)


async def _draft(context: Context, name: str) -> Certificate:
    """One at a time: what is asked for already is not changed any more."""
    await _hold(context)
    one = await store.certificates.open_of(context.tx, context.place.id, context.person.id)
    if one is not None and one.state is State.ASKED:
        return one
    if one is None:
        await store.certificates.begin(context.tx, context.place.id, context.person.id, name, context.now_ms)
    else:
        await store.certificates.rename(context.tx, one.id, name, context.now_ms)
    return await _asking(context)


async def _asking(context: Context) -> Certificate:
    """Refuses what nobody asks for any more, or is with a lead already."""
    one = await store.certificates.open_of(context.tx, context.place.id, context.person.id)
    if one is None or one.state is not State.DRAFT:
        raise Refusal(t.not_open)
    return one


async def _hold(context: Context) -> None:
    await context.tx.lock(f"certificate of {context.person.id}")
