"""Kits from elsewhere: a lead looks at their templates one by one, takes them, or does not."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import roles
from bot.identity.places import Space
from bot.identity.roles import LEADS, TEAM
from bot.outbox.message import Button
from handlers.ideas.rules import PARTIES
from handlers.ideas.words import role_name
from handlers.kit import becoming, bringing, reading, rules, store, words
from handlers.kit.chat import kit
from handlers.kit.rules import Decided, Page, Sheet
from handlers.kit.store.brought import Template
from handlers.kit.words import t


@action(LEADS)
async def brought(context: Context, page: int) -> None:
    waiting = sum(one.count for one in await store.brought.waiting(context.tx, context.place.id))
    there = await store.brought.count(context.tx, context.place.id)
    rows = [
        *([[look_next.button(t.one_by_one(count=waiting), 0)]] if waiting else []),
        *([[templates.button(t.all_templates, 0)]] if there else []),
        [bringing.bring.button(t.bring_one)],
    ]
    await context.show(join(t.brought_title, *([] if there else [t.brought_none])), rows, back=kit.button(t.back))


@action(LEADS)
async def templates(context: Context, page: int) -> None:
    found = await store.brought.listed(context.tx, context.place.id, rules.MOST_LISTED)
    choices = [
        see.button(
            t[f"entry-{one.state.value}"](what=words.called(reading.sheet(one.body), context.language)), one.id
        )
        for one in found
    ]
    rows = paged(choices, page, templates.button(t.more, max(page, 0) + 1))
    await context.show(t.brought_title if found else t.brought_none, rows, back=brought.button(t.back, 0))


@action(LEADS)
async def look_next(context: Context, after: int) -> None:
    """The next one nobody has looked at."""
    found = await store.brought.next_waiting(context.tx, context.place.id, after)
    await (brought(context, 0) if found is None else _show(context, found))


@action(LEADS)
async def see(context: Context, template_id: int) -> None:
    await _show(context, await _known(context, template_id))


@action(LEADS)
async def take(context: Context, template_id: int, idea_id: int) -> None:
    """`idea_id` is the change that a sentence of care is for; 0 asks which."""
    found = await _known(context, template_id)
    if found.state is not Decided.TAKEN:
        if found.kind is Page.CARE and not idea_id:
            await which(context, found.id, 0)
            return
        became = await becoming.become(context, found, idea_id)
        await store.brought.decide(context.tx, found.id, Decided.TAKEN, became, context.person.id, context.now_ms)
        context.toast(t.toast_taken)
    await _show(context, await _known(context, template_id))


@action(LEADS)
async def which(context: Context, template_id: int, page: int) -> None:
    """Which change a sentence of care is for."""
    found = await _known(context, template_id)
    choices = [
        take.button(t.care_choice(number=one.number, words=becoming.short_words(one)), found.id, one.idea_id)
        for one in await becoming.without_good(context)
    ]
    if not choices:
        raise Refusal(t.no_care_yet)
    rows = paged(choices, page, which.button(t.more, found.id, max(page, 0) + 1))
    await context.show(t.which_care, rows, back=see.button(t.back, found.id))


@action(LEADS)
async def decline(context: Context, template_id: int) -> None:
    await _decide(context, template_id, Decided.DECLINED)
    context.toast(t.toast_declined)
    await look_next(context, template_id)


@action(LEADS)
async def put_off(context: Context, template_id: int) -> None:
    await _decide(context, template_id, Decided.LATER)
    context.toast(t.toast_later)
    await look_next(context, template_id)


@action(LEADS)
async def put_back(context: Context, template_id: int) -> None:
    """What it became goes again, as long as nobody has done anything with it."""
    found = await _known(context, template_id)
    if found.state is Decided.TAKEN:
        await becoming.undo(context, found)
    await store.brought.decide(context.tx, found.id, Decided.WAITING, None, None, context.now_ms)
    context.toast(t.toast_back)
    await _show(context, await _known(context, template_id))


@action(LEADS)
async def ask_put_away(context: Context, template_id: int) -> None:
    found = await _known(context, template_id)
    rows = [[put_away.button(t.put_away, found.kit_id)]]
    await context.show(t.ask_put_away(place=found.made_in), rows, back=see.button(t.back, found.id))


@action(LEADS)
async def put_away(context: Context, kit_id: int) -> None:
    await context.tx.lock(f"kits brought to {context.place.id}")
    if not await store.brought.put_away(context.tx, context.place.id, kit_id):
        raise Refusal(t.template_gone)
    context.toast(t.is_away)
    await brought(context, 0)


async def _decide(context: Context, template_id: int, state: Decided) -> None:
    found = await _known(context, template_id)
    if found.state is Decided.TAKEN:
        raise Refusal(t.at_work_already)
    await store.brought.decide(context.tx, found.id, state, None, context.person.id, context.now_ms)


async def _known(context: Context, template_id: int) -> Template:
    """Of two who press at once the second reads what the first did."""
    await context.tx.lock(f"kits brought to {context.place.id}")
    found = await store.brought.find(context.tx, context.place.id, template_id)
    if found is None:
        raise Refusal(t.template_gone)
    return found


async def _show(context: Context, found: Template) -> None:
    sheet = reading.sheet(found.body)
    parts = [t.from_place(place=found.made_in), words.card(sheet, context.language)]
    text = join(*parts, *await _lacking(context, sheet), *await _stands(context, found), separator="\n\n")
    await context.show(text, await _rows(context, found), back=brought.button(t.back, 0))


async def _rows(context: Context, found: Template) -> list[list[Button]]:
    if found.state is Decided.TAKEN:
        there = [[context.go(label, command)] for label, command in becoming.leads_to(found.kind)]
        # A kit of which all is taken is put away like any other.
        more = await store.brought.next_waiting(context.tx, context.place.id, found.id) is not None
        on = look_next.button(t.next_one, found.id) if more else ask_put_away.button(t.put_kit_away, found.id)
        return [*there, [put_back.button(t.put_back, found.id)], [on]]
    if found.state is Decided.WAITING:
        return [
            [take.button(t.take_it, found.id, 0)],
            [decline.button(t.not_for_us, found.id)],
            [put_off.button(t.later, found.id)],
        ]
    return [
        [take.button(t.take_it, found.id, 0)],
        [look_next.button(t.next_one, found.id)],
        [ask_put_away.button(t.put_kit_away, found.id)],
    ]


async def _lacking(context: Context, sheet: Sheet) -> list[Text]:
    """Who else has to agree to a change like this and is not there yet."""
    parties = PARTIES[Space(sheet.facts.space)] if sheet.kind is Page.CHANGE else ()
    return [
        t.role_is_lacking(role=role_name(role.value))
        for party in parties
        for role in party.roles - TEAM.roles
        if not await roles.holders(context.tx, context.place.id, role)
    ]


async def _stands(context: Context, found: Template) -> list[Text]:
    if found.state is Decided.TAKEN:
        return [await becoming.told(context, found)]
    said = {Decided.DECLINED: t.was_declined, Decided.LATER: t.was_put_off}.get(found.state)
    return [said] if said else []
