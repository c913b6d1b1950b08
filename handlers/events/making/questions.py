"""Making an event, one question at a time; parts of an announced one are changed by the same questions."""

import re
import unicodedata

from bot.clock import milliseconds
from bot.dialogue import forecast
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import album, rules, store, telling
from handlers.events.attending import seats
from handlers.events.cards import card, picture
from handlers.events.chat import show_event
from handlers.events.making import changing, picking
from handlers.events.making.editing import draft, editable
from handlers.events.making.editing import words as words_of
from handlers.events.rules import Step
from handlers.events.store.events import Event
from handlers.events.words import t

OFFERED = 3
OFTEN, OFTENER = 4, 8  # weeks that are offered
CHANGES = (Step.WHEN, Step.WHERE, Step.REPEAT, Step.MANY, Step.WORDS, Step.PICTURE, Step.TITLE)
LATER_CHANGES = (Step.WHEN, Step.WHERE, Step.MANY)


@action(TEAM, command="newevent")
async def newevent(context: Context) -> None:
    begun = await store.drafts.find_draft(context.tx, context.place.id, context.person.id)
    if begun is None:
        await context.ask(t.ask_title, hear_title)
        return
    rows = [[go_on.button(t.go_on, begun.id)], [begin_anew.button(t.begin_anew, begun.id)]]
    await context.show(t.draft_found(title=begun.title), rows)


@action(TEAM)
async def go_on(context: Context, event_id: int) -> None:
    event = await editable(context, event_id)
    await _ask(context, event, event.step)


@action(TEAM)
async def begin_anew(context: Context, event_id: int) -> None:
    event = await draft(context, event_id)
    await store.drafts.remove_draft(context.tx, event.id)
    await context.ask(t.ask_title, hear_title)


@action(TEAM)
async def throw_away(context: Context, event_id: int) -> None:
    event = await draft(context, event_id)
    await store.drafts.remove_draft(context.tx, event.id)
    await context.show(t.thrown_away, [[context.go(t.what_is_on_button, "events")]])


@action(TEAM)
async def hear_title(context: Context, words: str) -> None:
    """The first answer makes the draft; later it changes its title."""
    title = " ".join(words_of(words, rules.LONGEST_TITLE).split())
    begun = await store.drafts.find_draft(context.tx, context.place.id, context.person.id)
    if begun is None:
        event_id = await store.drafts.add_draft(
            context.tx, context.place.id, context.person.id, title, context.now_ms
        )
    else:
        event_id = begun.id
        await store.drafts.set_title(context.tx, event_id, title)
    await go_on(context, event_id)


# --- where, how many, words, picture


@action(TEAM)
async def hear_where(context: Context, event_id: int, words: str) -> None:
    event = await editable(context, event_id)
    whereabouts = " ".join(words_of(words, rules.LONGEST_WHEREABOUTS).split())
    await store.drafts.set_whereabouts(context.tx, event.id, whereabouts)
    await changing.after(context, event)


@action(TEAM)
async def hear_many(context: Context, event_id: int, words: str) -> None:
    event = await editable(context, event_id)
    number = re.search(r"\d+", unicodedata.normalize("NFKC", words), re.ASCII)
    many = int(number[0][:9]) if number else 0
    if not 1 <= many <= rules.MOST_PEOPLE:
        raise Refusal(m.expected_number)
    await _set_capacity(context, event, many)


@action(TEAM)
async def no_limit(context: Context, event_id: int) -> None:
    await _set_capacity(context, await editable(context, event_id), 0)


@action(TEAM)
async def hear_words(context: Context, event_id: int, words: str) -> None:
    event = await draft(context, event_id)
    await store.drafts.set_words(context.tx, event.id, words_of(words, rules.LONGEST_WORDS))
    await go_on(context, event.id)


@action(TEAM)
async def skip_words(context: Context, event_id: int) -> None:
    event = await draft(context, event_id)
    await store.drafts.set_words(context.tx, event.id, "")
    await go_on(context, event.id)


@action(TEAM)
async def hear_picture(context: Context, event_id: int, photo: Photo) -> None:
    event = await draft(context, event_id)
    await store.drafts.set_picture(context.tx, event.id, await context.keep(photo))
    await go_on(context, event.id)


@action(TEAM)
async def skip_picture(context: Context, event_id: int) -> None:
    event = await draft(context, event_id)
    await store.drafts.set_picture(context.tx, event.id, None)
    await go_on(context, event.id)


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    await album.picture_refused(notices, media_id)
    event = await store.drafts.draft_with_picture(notices.tx, media_id)
    if event is not None:
        await store.drafts.set_picture(notices.tx, event.id, None)
        other = [[change_step.button(t.other_picture, event.id, Step.PICTURE)], [go_on.button(t.go_on, event.id)]]
        await notices.answer(event.maker_id, t.picture_refused(title=event.title), other)


# --- looking once more, and announcing


@action(TEAM)
async def change(context: Context, event_id: int, number: int) -> None:
    """Which of its parts? Three at a time."""
    event = await editable(context, event_id)
    parts = CHANGES if event.status == "draft" else LATER_CHANGES
    first = number * OFFERED if 0 <= number * OFFERED < len(parts) else 0
    rows = [[change_step.button(t[f"step-{step.value}"], event.id, step)] for step in parts[first : first + OFFERED]]
    if len(parts) > OFFERED:
        rows.append([change.button(t.other_parts, event.id, (first // OFFERED + 1) % -(-len(parts) // OFFERED))])
    back = go_on if event.status == "draft" else show_event
    await context.show(t.what_to_change(title=event.title), rows, back=back.button(t.back, event.id))


@action(TEAM)
async def change_step(context: Context, event_id: int, step: Step) -> None:
    event = await editable(context, event_id)
    if event.status != "draft" and step not in LATER_CHANGES:
        raise Refusal(t.event_gone)
    await _ask(context, event, step)


@action(TEAM)
async def announce(context: Context, event_id: int) -> None:
    event = await draft(context, event_id)
    if event.step is not Step.PREVIEW:
        await _ask(context, event, event.step)
        return
    if event.start <= context.now:
        await picking.ask_when(context, event, t.when_past)
        return
    if event.picture_state == "waiting":
        raise Refusal(t.picture_on_its_way)
    later = rules.weekly(event.start, event.repeats, context.place.clocks)[1:]
    dates = [await store.drafts.repeat(context.tx, event.id, milliseconds(start), context.now_ms) for start in later]
    await store.drafts.announce(context.tx, event.id, context.now_ms)
    events = [await editable(context, date_id) for date_id in (event.id, *dates)]
    for one in events:
        await store.events.set_reminders(context.tx, one.id, *telling.needless_reminders(one, context.notices))
    foreseen = await telling.foresee(context.notices, events[0])
    await telling.announce(context.notices, events)
    web, *telegram = context.links.each(f"event-{context.place.code}-{event.id}")
    to_pass_on = [t.pass_on(link=web), *(t.pass_on_telegram(link=link) for link in telegram)]
    told = forecast.words(context.notices, foreseen)
    receipt = join(t.announced(title=event.title), told, *to_pass_on)
    await context.show(receipt, [[show_event.button(t.see_event, event.id)]])


async def _preview(context: Context, event: Event) -> None:
    """With who will hear of it when, before anything is sent."""
    told = forecast.words(context.notices, await telling.foresee(context.notices, event))
    rows = [
        [announce.button(t.announce, event.id)],
        [change.button(t.change, event.id, 0)],
        [throw_away.button(t.throw_away, event.id)],
    ]
    waits = [t.picture_follows] if event.picture_state == "waiting" else []
    await context.show(join(told, t.preview, card(event, context.place), *waits), rows, picture(event))


# --- inside


async def _set_capacity(context: Context, event: Event, capacity: int) -> None:
    """More seats go to whoever waits; nobody who has one loses it."""
    await store.drafts.set_capacity(context.tx, event.id, capacity)
    if event.status == "draft":
        await go_on(context, event.id)
        return
    await seats.fill(context.notices, event.id)
    kept = t.many_kept(title=event.title, capacity=capacity) if capacity else t.no_limit_kept(title=event.title)
    await context.show(kept, [[show_event.button(t.see_event, event.id)]])


async def _ask_repeat(context: Context, event: Event) -> None:
    # By their names: imported, they would import us.
    repeat, hear_repeat = (context.town.actions[f"events.{name}"] for name in ("repeat", "hear_repeat"))
    rows = [
        [Button(t.only_once, repeat.partial_address(event.id, 1))],
        [Button(t.weekly(times=OFTEN), repeat.partial_address(event.id, OFTEN))],
        [Button(t.weekly(times=OFTENER), repeat.partial_address(event.id, OFTENER))],
    ]
    back = change.button(t.back, event.id, 0)
    await context.ask(t.ask_repeat(most=rules.MOST_REPEATS), hear_repeat, event.id, rows=rows, back=back)


async def _ask(context: Context, event: Event, step: Step) -> None:
    match step:
        case Step.TITLE:
            await context.ask(t.ask_title, hear_title)
        case Step.WHEN:
            await picking.ask_when(context, event, t.ask_when)
        case Step.REPEAT:
            await _ask_repeat(context, event)
        case Step.WHERE:
            await context.ask(t.ask_where, hear_where, event.id)
        case Step.MANY:
            await context.ask(t.ask_many, hear_many, event.id, rows=[[no_limit.button(t.no_limit, event.id)]])
        case Step.WORDS:
            await context.ask(t.ask_words, hear_words, event.id, rows=[[skip_words.button(t.skip, event.id)]])
        case Step.PICTURE:
            await context.ask(t.ask_picture, hear_picture, event.id, rows=[[skip_picture.button(t.skip, event.id)]])
        case Step.PREVIEW:
            await _preview(context, event)
