"""A lead reads what somebody gave, and signs what is true."""

import secrets

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import clean, fits, join
from bot.identity import names
from bot.identity.roles import Role
from bot.outbox.message import Button
from handlers.thanks import cards, credential, rules, store
from handlers.thanks.rules import SIGNERS, State
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.words import t

LINES = 8  # on one screen
CODE_BYTES = 16  # 128 bits


@action(SIGNERS)
async def read(context: Context, certificate_id: int) -> None:
    await _show(context, await _asked(context, certificate_id), Where.INSTEAD)


@action(SIGNERS)
async def read_below(context: Context, certificate_id: int) -> None:
    """From a message that stays."""
    await _show(context, await _asked(context, certificate_id), Where.BELOW)


async def _show(context: Context, one: Certificate, where: Where) -> None:
    lines = await store.certificates.lines(context.tx, one.id)
    asks = t.to_sign(called=names.called(one.called))
    text = join(asks, cards.says(context.notices, one, lines), t.you_sign_as(me=context.signature))
    rows = [
        [sign.button(t.sign, one.id, one.changed_at)],
        [lines_of.button(t.line_by_line, one.id, 0)],
        [ask_why_not.button(t.not_like_this, one.id)],
    ]
    await context.show(text, rows, where=where)


@action(SIGNERS)
async def lines_of(context: Context, certificate_id: int, page: int) -> None:
    """What stands on it, as it was when she asked."""
    one = await _asked(context, certificate_id)
    lines = await store.certificates.lines(context.tx, one.id)
    page = max(page, 0)
    shown = lines[page * LINES : (page + 1) * LINES]
    rows = [[lines_of.button(t.more, one.id, page + 1)]] if len(lines) > (page + 1) * LINES else []
    head = t.lines_of(name=one.name)
    text = join(head, *(cards.line(each) for each in shown)) if shown else t.no_more_lines
    await context.show(text, rows, back=read.button(t.back, one.id))


@action(SIGNERS)
async def sign(context: Context, certificate_id: int, seen: int = 0) -> None:
    """What she read, and nothing else; of two who sign at once, the first one did."""
    one = await _hold(context, certificate_id)
    if one.changed_at != seen:
        context.toast(t.asked_anew)
        await _show(context, one, Where.INSTEAD)
        return
    if names.is_made_up(context.person.name):
        raise Refusal(t.name_first)
    code = secrets.token_urlsafe(CODE_BYTES)
    lines = await store.certificates.lines(context.tx, one.id)
    signed = await credential.signed(context.notices, one, lines, code)
    role = Role.LEAD if Role.LEAD in context.roles else Role.SHOPKEEPER
    me, name = context.person.id, context.person.name
    if not await store.certificates.issue(context.tx, one.id, code, me, name, role, signed, context.now_ms):
        raise Refusal(t.not_open)
    if one.person_id is not None:
        rows = [[Button(t.get_pdf, f"thanks.pdf:{one.id}")], [Button(t.get_badge, f"thanks.badge:{one.id}")]]
        await context.answer(one.person_id, t.ready, rows)
    # By address: withdrawing stands above this module.
    mistake = Button(t.was_mistake, f"thanks.ask_why_withdraw:{one.id}")
    await context.say(t.signed(name=names.called(one.called)), [[mistake]])


@action(SIGNERS)
async def ask_why_not(context: Context, certificate_id: int) -> None:
    one = await _asked(context, certificate_id)
    text = t.why_not(name=names.called(one.called))
    await context.ask(text, hear_why_not, one.id, back=read.button(t.back, one.id))


@action(SIGNERS)
async def hear_why_not(context: Context, certificate_id: int, words: str) -> None:
    why = reason(words)
    one = await _hold(context, certificate_id)
    await store.certificates.set_state(context.tx, one.id, State.DRAFT, context.now_ms)
    if one.person_id is not None:
        again = Button(t.change_it, "thanks.begin_below")
        await context.answer(one.person_id, t.not_signed(why=why), [[again]])
    await context.say(t.said_why_not(name=names.called(one.called)))


def reason(words: str) -> str:
    why = clean(words).strip()
    if not why:
        raise Refusal(t.sentence_please)
    if not fits(why, rules.LONGEST_SENTENCE):
        raise Refusal(t.too_long(limit=rules.LONGEST_SENTENCE))
    return why


async def _hold(context: Context, certificate_id: int) -> Certificate:
    """Whoever asked cannot change it meanwhile: she holds the first of the two as well."""
    one = await _asked(context, certificate_id)
    await context.tx.lock(f"certificate of {one.person_id}")
    await context.tx.lock(f"certificate {one.id}")
    return await _asked(context, certificate_id)


async def _asked(context: Context, certificate_id: int) -> Certificate:
    """Refuses what is signed or taken back, and whoever may not sign it."""
    one = await store.certificates.find(context.tx, context.place.id, certificate_id)
    if one is None or one.state is not State.ASKED or one.person_id is None:
        raise Refusal(t.not_open)
    if context.person.id not in await store.signers.of(context.tx, context.place.id, one.person_id):
        raise Refusal(t.not_for_you)
    return one
