"""A certificate is withdrawn: by its person, by whoever may sign, or since she signed it herself at another door."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity import names
from handlers.thanks import cards, store
from handlers.thanks.rules import SIGNERS, State
from handlers.thanks.signing import reason
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.words import t

MOST = 200
NOBODY = 0  # no person has this id
one_of_mine = Ahead[[int]]("thanks.one_of_mine")


@action()
async def ask_withdraw(context: Context, certificate_id: int) -> None:
    """By its person."""
    one = await _hers(context, certificate_id)
    rows = [[withdraw.button(t.withdraw_now, one.id)]]
    await context.show(t.really_withdraw, rows, back=one_of_mine.button(t.back, one.id))


@action()
async def withdraw(context: Context, certificate_id: int) -> None:
    await context.tx.lock(f"certificate {certificate_id}")
    one = await _hers(context, certificate_id)
    if one.state is State.VALID:
        await store.certificates.set_state(context.tx, one.id, State.WITHDRAWN, context.now_ms)
    context.toast(t.withdrawn)
    await one_of_mine(context, one.id)


@action(SIGNERS, command="certificates")
async def certificates(context: Context) -> None:
    await issued_here(context, 0)


@action(SIGNERS)
async def issued_here(context: Context, page: int) -> None:
    """For taking one back that says what is not so."""
    found = await store.certificates.valid_in(context.tx, context.place.id, MOST, 0)
    choices = [
        ask_why_withdraw.button(
            t.certificate_button(
                name=cards.called(one, 30), date=cards.day(context.notices, one.issued_at or one.changed_at)
            ),
            one.id,
        )
        for one in found
    ]
    rows = paged(choices, page, issued_here.button(t.more, max(page, 0) + 1))
    await context.show(t.issued_here if rows else t.none_issued, rows)


@action(SIGNERS)
async def ask_why_withdraw(context: Context, certificate_id: int) -> None:
    one = await _valid(context, certificate_id)
    if one.person_id is None:  # nobody reads why
        text = join(cards.card(context.notices, one), t.really_withdraw_gone)
        back = issued_here.button(t.back, 0)
        await context.show(text, [[withdraw_gone.button(t.withdraw_now, one.id)]], back=back)
        return
    text = join(cards.card(context.notices, one), t.why_withdraw(name=names.called(one.called)))
    await context.ask(text, hear_why_withdraw, one.id, back=issued_here.button(t.back, 0))


@action(SIGNERS)
async def hear_why_withdraw(context: Context, certificate_id: int, words: str) -> None:
    why = reason(words)
    await context.tx.lock(f"certificate {certificate_id}")
    one = await _valid(context, certificate_id)
    await store.certificates.set_state(context.tx, one.id, State.WITHDRAWN, context.now_ms)
    if one.person_id is not None:
        date = cards.day(context.notices, one.issued_at or one.changed_at)
        await context.answer(one.person_id, t.told_withdrawn(date=date, why=why))
    await context.say(t.withdrawn)


@action(SIGNERS)
async def withdraw_gone(context: Context, certificate_id: int) -> None:
    """Of somebody who has left: the paper in her hand may say what is not so."""
    await context.tx.lock(f"certificate {certificate_id}")
    one = await _valid(context, certificate_id)
    if one.person_id is not None:
        raise Refusal(t.no_such)
    await store.certificates.set_state(context.tx, one.id, State.WITHDRAWN, context.now_ms)
    context.toast(t.withdrawn)
    await issued_here(context, 0)


async def self_signed(notices: Notices, one: Certificate) -> None:
    """Two doors became one person, who had signed for the other."""
    await store.certificates.set_state(notices.tx, one.id, State.WITHDRAWN, notices.now_ms)
    if one.person_id is not None:
        date = cards.day(notices, one.issued_at or one.changed_at)
        await notices.answer(one.person_id, t.told_self_signed(date=date))


async def _hers(context: Context, certificate_id: int) -> Certificate:
    one = await store.certificates.find(context.tx, context.place.id, certificate_id)
    if one is None or one.code is None or one.person_id != context.person.id:
        raise Refusal(t.no_such)
    return one


async def _valid(context: Context, certificate_id: int) -> Certificate:
    """Whoever may not sign it does not take it back; of somebody who has left, whoever might sign for anybody."""
    one = await store.certificates.find(context.tx, context.place.id, certificate_id)
    if one is None or one.state is not State.VALID:
        raise Refusal(t.no_such)
    if context.person.id not in await store.signers.of(context.tx, context.place.id, one.person_id or NOBODY):
        raise Refusal(t.not_for_you)
    return one
