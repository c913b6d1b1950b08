"""/handover: everything somebody holds, and each of it to somebody, back to the team, or closed with a reason."""

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, clean, fits, join
from bot.i18n.texts import machine as m
from bot.identity import names, people, roles
from bot.identity.roles import HELD
from bot.outbox.message import Button
from handlers.handover import rules, source, store, telling
from handlers.handover.rules import Back
from handlers.handover.source import Holding
from handlers.handover.words import t

give_to = Ahead[[str, str, int]]("handover.give_to")
withdraw = Ahead[[int]]("handover.withdraw")
ask_keeper = Ahead[[]]("handover.ask_keeper")
pause = Ahead[[]]("handover.pause")
ROLES = (Back.ENDS, Back.LAST, Back.NEVER)


@action(command="handover")
async def handover(context: Context) -> None:
    await page(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    """What she has longest comes first, her roles last."""
    held = await source.held(context.notices, context.person.id)
    if not held:
        await context.show(t.holds_nothing, [[context.go(t.go_today, "today")]])
        return
    choices = [thing.button(one.text, feature, one.key) for feature, one in held]
    choices.append(pause.button(t.pause_button))
    if len(held) > 1:
        choices.append(ask_all.button(t.all_of_it))
    rows = paged(choices, number, page.button(t.more, max(number, 0) + 1))
    await context.show(t.you_hold(count=len(held), place=context.place.name), rows)


@action()
async def thing(context: Context, feature: str, key: str) -> None:
    """Who may take it, and what happens when nobody does."""
    one = await hers(context, feature, key)
    back = page.button(t.back, 0)
    since = When(moment(one.since), context.place.clocks, "date")
    offer = await store.offers.open_of(context.tx, context.place.id, feature, key)
    if offer is not None and offer.asked_id is not None:
        asked = names.called((await people.person(context.tx, offer.asked_id)).name)
        rows = [[withdraw.button(t.withdraw_button, offer.id)]]
        await context.show(t.asked_already(what=one.text, name=asked), rows, back=back)
        return
    lines = [t.thing(what=one.text, since=since)]
    if one.back is Back.NEVER:
        lines.append(t.somebody_first)
    await context.show(join(*lines), _ways(context, feature, one), back=back)


def _ways(context: Context, feature: str, one: Holding) -> list[list[Button]]:
    rows = [[give_to.button(t.give_button, feature, one.key, 0)]]
    if one.back is Back.LAST:
        rows.append([ask_keeper.button(t.last_button)])
    elif one.back is not Back.NEVER:
        rows.append([give_back.button(t[f"back-{one.back.value}"], feature, one.key)])
    found = source.find_source(context.notices, feature)
    if found is not None and found.close is not None and context.may(source.TAKERS):
        rows.append([ask_reason.button(t.close_button, feature, one.key)])
    return rows


@action()
async def give_back(context: Context, feature: str, key: str) -> None:
    """Pressed twice is pressed once: the second finds that she has it no more."""
    await hold(context, feature, key)
    one = await hers(context, feature, key)
    if one.back in (Back.LAST, Back.NEVER):
        raise Refusal(t.somebody_first)
    since, news = one.since, await _is_news(context)
    if not await source.back_to_team(context.notices, feature, one, context.person.id):
        raise Refusal(t.not_yours)
    await context.refresh()
    if one.back is Back.TEAM and news:
        await telling.with_team(context.notices, [one], context.person)
    await _said(context, t[f"gone-{one.back.value}"](what=one.text), since)


@action()
async def ask_reason(context: Context, feature: str, key: str) -> None:
    _check_may_close(context)
    one = await hers(context, feature, key)
    back = thing.button(t.back, feature, key)
    await context.ask(t.why_close(what=one.text), hear_reason, feature, key, back=back)


@action()
async def hear_reason(context: Context, feature: str, key: str, words: str) -> None:
    """The team hears why."""
    _check_may_close(context)
    reason = clean(words).strip()
    if not reason or not fits(reason, rules.LONGEST_REASON):
        raise Refusal(m.too_long(limit=rules.LONGEST_REASON) if reason else t.why_empty)
    await hold(context, feature, key)
    one = await hers(context, feature, key)
    found = source.find_source(context.notices, feature)
    if found is None or found.close is None or not await found.close(context.notices, key, context.person.id, reason):
        raise Refusal(t.not_yours)
    tx, place_id = context.tx, context.place.id
    await store.offers.end(tx, place_id, feature, key, "withdrawn", context.now_ms)
    await store.offers.note_closed(tx, place_id, feature, key, context.person.id, reason, context.now_ms)
    await telling.closed(context.notices, one, context.person, reason)
    await _said(context, t.closed(what=one.text), one.since)


@action()
async def ask_all(context: Context) -> None:
    """What it means, before it is done; the last of the team is led to who keeps the place."""
    held = await source.held(context.notices, context.person.id)
    if not held:
        raise Refusal(t.holds_nothing)
    back = page.button(t.back, 0)
    if any(one.back is Back.LAST for _, one in held):
        await context.show(t.you_are_last, [[ask_keeper.button(t.last_button)]], back=back)
        return
    stays = [one for _, one in held if one.back is Back.NEVER]
    if stays:
        rows = [[give_to.button(t.give_button, "team", stays[0].key, 0)]]
        await context.show(join(t.thing_first(what=stays[0].text), t.somebody_first), rows, back=back)
        return
    things = sum(one.back not in ROLES for _, one in held)
    await context.show(t.really_all(count=things), [[all_back.button(t.all_yes)]], back=back)


@action()
async def all_back(context: Context) -> None:
    """First things, then roles: what a role alone let her look after is the team's by then."""
    await context.tx.lock(f"roles of place {context.place.id}")
    held = await source.held(context.notices, context.person.id)
    if not held:
        raise Refusal(t.holds_nothing)
    if any(one.back in (Back.LAST, Back.NEVER) for _, one in held):
        raise Refusal(t.somebody_first)
    first = min(one.since for _, one in held)
    notices, me, news = context.notices, context.person.id, await _is_news(context)
    given = [one for feature, one in held if await source.back_to_team(notices, feature, one, me)]
    await context.refresh()
    if news:
        await telling.with_team(context.notices, given, context.person)
    await _said(context, t.all_given(count=len(given)), first)


async def _is_news(context: Context) -> bool:
    """Of a neighbour without a role the team hears once a day; the rest of what she gave back stands in its list."""
    if context.may(source.TAKERS):
        return True
    day_ago = milliseconds(context.now - rules.HEARD_AGAIN)
    return await store.offers.count_given_back(context.tx, context.place.id, context.person.id, day_ago) == 0


def _check_may_close(context: Context) -> None:
    """Words of somebody without a role reach the team through its eye only, never by this way."""
    if not context.may(source.TAKERS):
        raise Refusal(t.cannot_close)


async def _said(context: Context, done: Text, since: int) -> None:
    """With thanks; and what is left."""
    thanks = t.thanks(since=When(moment(since), context.place.clocks, "date"))
    left = await source.held(context.notices, context.person.id)
    rows = [[page.button(t.what_is_left(count=len(left)), 0)]] if left else []
    if (record := context.town.commands.get("record")) is not None:  # a town may do without that folder
        rows.append([Button(t.record_button, record.partial_address())])
    await context.say(join(done, thanks), rows)


async def hers(context: Context, feature: str, key: str) -> Holding:
    """Refuses what she does not hold (any more)."""
    found = source.find_source(context.notices, feature)
    held = await found.held(context.notices, context.person.id) if found else []
    one = next((one for one in held if one.key == key), None)
    if one is None:
        raise Refusal(t.not_yours)
    return one


async def hold(context: Context, feature: str, key: str) -> None:
    """Of two who press at once the second reads what the first did. Roles are one thing: each hangs on the others."""
    await context.tx.lock(f"roles of place {context.place.id}")
    await context.tx.lock(f"handover {context.place.id} {feature} {key}")


async def candidates(context: Context, one: Holding) -> list[int]:
    """Whoever has a role here and may hold it."""
    tx, place_id = context.tx, context.place.id
    wanted = [role for role in HELD if role in one.takers.roles]
    found = await roles.holders(tx, place_id, *wanted) if wanted else []
    return [person_id for person_id in found if person_id not in one.has | {context.person.id}]
