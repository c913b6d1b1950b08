"""Keeper mode: the last of the team leaves once somebody keeps the place, and its owner wakes it with one tap."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity import places, roles
from bot.identity.roles import LEADS, LIAISONS, SHOPKEEPERS, TEAM, Role
from bot.outbox.message import Button
from handlers.handover import rules, source, store, succession
from handlers.handover.chat import page
from handlers.handover.rules import Back
from handlers.handover.store.requests import Request
from handlers.handover.words import t

KEEPERS = SHOPKEEPERS | LIAISONS


@action(TEAM)
async def ask_keeper(context: Context) -> None:
    """What it means, and whom it is asked of."""
    back = page.button(t.back, 0)
    if not await _is_last(context):
        raise Refusal(t.not_last)
    if not await succession.who_may_keep(context.notices, context.person.id) and not context.may(KEEPERS):
        rows = [[context.go(t.invite_button, "invite")]] if context.may(LEADS) else []
        await context.show(join(t.you_are_last, t.nobody_may_keep), rows, back=back)
        return
    await context.show(join(t.you_are_last, t.keeper_mode), [[request.button(t.ask_them)]], back=back)


@action(TEAM)
async def request(context: Context) -> None:
    """Whoever is owner or liaison herself has said yes with this."""
    await context.tx.lock(f"roles of place {context.place.id}")
    if not await _is_last(context):
        raise Refusal(t.not_last)
    others = await succession.who_may_keep(context.notices, context.person.id)
    if not others and not context.may(KEEPERS):
        raise Refusal(t.nobody_may_keep)
    before = await store.requests.find_open(context.tx, context.place.id)
    lately = milliseconds(context.now - rules.PATIENCE)
    if before is not None and before.asked_by == context.person.id and before.asked_at > lately:
        await context.show(t.keeper_asked_already, back=page.button(t.back, 0))
        return
    request_id = await store.requests.ask(context.tx, context.place.id, context.person.id, context.now_ms)
    if context.may(KEEPERS):
        await agree(context, request_id)
        return
    asked = t.would_you_keep(name=context.called, place=context.place.name)
    await succession.ask(context.notices, request_id, join(asked, t.keeper_mode), others)
    await context.say(t.keeper_asked)


@action(KEEPERS)
async def agree(context: Context, request_id: int) -> None:
    """The place rests from now on, and whoever asked may go."""
    await context.tx.lock(f"roles of place {context.place.id}")
    one = await _open(context, request_id)
    if await succession.team(context.notices) - {one.asked_by}:
        await store.requests.answer(context.tx, context.place.id, None, context.now_ms)
        await context.show(t.team_again)
        return
    await store.requests.answer(context.tx, context.place.id, context.person.id, context.now_ms)
    await places.begin_rest(context.tx, context.place.id, context.now_ms)
    if not await roles.holders(context.tx, context.place.id, Role.SHOPKEEPER):
        await succession.make_lead(context.notices, context.person.id)
    if one.asked_by is not None:
        await _let_go(context, one.asked_by)
    await context.refresh()
    await context.say(join(t.you_keep(place=context.place.name), t.keeper_mode), [[wake.button(t.wake_button)]])


@action(KEEPERS)
async def not_yet(context: Context, request_id: int) -> None:
    """It is not decided: it can be said yes to later, from the same message."""
    one = await _open(context, request_id)
    if one.asked_by is not None and await _first_no(context.notices, one):
        await context.answer(one.asked_by, t.keeper_not_yet(name=context.signature), [[page.button(t.see_it, 0)]])
    await context.say(t.not_yet_noted, [[Button(t.keep_button, f"handover.agree:{one.id}")]])


@action(KEEPERS | LEADS, command="wake")
async def wake(context: Context) -> None:
    """One tap: awake, with her as its lead until there is another one."""
    await context.tx.lock(f"roles of place {context.place.id}")
    if not await may_wake(context):
        raise Refusal(t.awake_already)
    await places.end_rest(context.tx, context.place.id)
    await store.requests.answer(context.tx, context.place.id, None, context.now_ms)
    await succession.make_lead(context.notices, context.person.id)
    await context.refresh()
    rows = [[context.go(t.invite_button, "invite")], [context.go(t.go_today, "today")]]
    await context.say(t.awake(place=context.place.name), rows)


async def may_wake(context: Context) -> bool:
    """It rests, it has no team, or all of its team have been silent for long and did not answer."""
    here = await places.place(context.tx, context.place.id)
    return here.rests_since is not None or await store.silences.team_is_silent(context.tx, here.id)


async def _let_go(context: Context, person_id: int) -> None:
    """Her roles in the team end; what only they let her look after is the keeper's to find."""
    held = [(feature, one) for feature, one in await source.held(context.notices, person_id) if feature == "team"]
    keeps = {f"{Role.LEAD.value}-{context.person.id}"}  # whoever keeps it, where there is no owner
    for role in (Role.VOLUNTEER, Role.LEAD):
        for feature, one in held:
            if one.key == f"{role.value}-{person_id}" and one.key not in keeps:
                await source.back_to_team(context.notices, feature, one, person_id)
    if person_id != context.person.id:
        thanks = t.you_may_go(name=context.signature, place=context.place.name)
        await context.answer(person_id, join(thanks, t.thank_you), [[page.button(t.what_you_hold, 0)]])


async def _is_last(context: Context) -> bool:
    held = await source.held(context.notices, context.person.id)
    return any(one.back is Back.LAST for _, one in held)


async def _first_no(notices: Notices, one: Request) -> bool:
    """Said again and again it is heard once. An id may come back; when it was asked does not."""
    return await notices.first_time("not kept yet", f"{one.id}:{one.asked_at}")


async def _open(context: Context, request_id: int) -> Request:
    one = await store.requests.find(context.tx, context.place.id, request_id)
    if one is None or not one.open:
        raise Refusal(t.request_over)
    return one
