"""Who the experts are, inviting one with a link that works once, and thanking one who need not go on."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits, join
from bot.i18n.texts import machine as m
from bot.identity import names
from handlers.experts import rules, store, telling
from handlers.experts.rules import INVITERS, Field, Standing
from handlers.experts.store.experts import Expert
from handlers.experts.words import field_name, t

experts = Ahead[[]]("experts.experts")
LINES = 20
NAME = 30


@action(INVITERS)
async def who(context: Context, page: int) -> None:
    found = await store.experts.listed(context.tx, context.place.id)
    choices = [invite.button(t.invite_button, 0)]
    choices += [ask_end.button(_line(one), one.id) for one in found]
    rows = paged(choices, page, who.button(t.more, max(page, 0) + 1))
    text = join(t.who_title, *map(_line, found[:LINES])) if found else t.no_experts
    await context.show(text, rows, back=experts.button(t.back))


@action(INVITERS)
async def invite(context: Context, page: int) -> None:
    choices = [choose.button(t[f"choose-{one.value}"], one) for one in Field]
    rows = paged(choices, page, invite.button(t.more, max(page, 0) + 1))
    await context.show(t.invite_field, rows, back=who.button(t.back, 0))


@action(INVITERS)
async def choose(context: Context, field: Field) -> None:
    if field is Field.OTHER:
        await context.ask(t.which_other, hear_field, back=invite.button(t.back, 0))
        return
    await _make_link(context, field, "")


@action(INVITERS)
async def hear_field(context: Context, words: str) -> None:
    called = " ".join(clean(words).split())
    if not called:
        raise Refusal(t.words_needed)
    if not fits(called, rules.LONGEST_FIELD):
        raise Refusal(m.too_long(limit=rules.LONGEST_FIELD))
    await _make_link(context, Field.OTHER, called)


@action(INVITERS)
async def ask_end(context: Context, expert_id: int) -> None:
    one = await _expert(context, expert_id)
    rows = [[end.button(t.end_yes, one.id)]]
    await context.show(t.ask_end(who=_line(one)), rows, back=who.button(t.back, 0))


@action(INVITERS)
async def end(context: Context, expert_id: int) -> None:
    """She hears it with thanks; what waits with her goes to somebody else."""
    await context.tx.lock(f"expert {expert_id}")
    one = await _expert(context, expert_id)
    await telling.stop(context.notices, one)
    if one.person_id is not None and one.person_id != context.person.id:
        field = field_name(one.field, one.called)
        await context.answer(one.person_id, t.ended_with_thanks(place=context.place.name, field=field))
    context.toast(t.toast_ended)
    await who(context, 0)


async def _make_link(context: Context, field: Field, called: str) -> None:
    await context.tx.lock(f"experts of place {context.place.id}")
    if await store.experts.count(context.tx, context.place.id) >= rules.MOST_EXPERTS:
        raise Refusal(t.enough_experts(most=rules.MOST_EXPERTS, days=rules.LINK_GOOD_FOR.days))
    me, place_id = context.person.id, context.place.id
    token = await store.experts.invite(context.tx, place_id, field, called, me, context.now_ms)
    links = context.links.each(f"expert-{token}")
    text = t.link_made(field=field_name(field, called), days=rules.LINK_GOOD_FOR.days)
    shown = [t.link(link=one) for one in links]
    await context.show(join(text, *shown), back=who.button(t.back, 0))


async def _expert(context: Context, expert_id: int) -> Expert:
    one = await store.experts.find(context.tx, context.place.id, expert_id)
    if one is None or one.state not in (Standing.ACTIVE, Standing.PAUSED):
        raise Refusal(t.no_such_expert)
    return one


def _line(one: Expert) -> Text:
    said = t.expert_paused if one.state is Standing.PAUSED else t.expert_active
    return said(name=names.called(one.name, NAME), field=field_name(one.field, one.called))
