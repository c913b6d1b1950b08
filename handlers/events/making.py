"""Making an event, one question at a time; an announced one's time and place are changed by the same questions."""

import re
import unicodedata
from datetime import date, datetime, time

from bot.actions import Button, action
from bot.clock import milliseconds, moment
from bot.context import Context, Notices
from bot.errors import Refusal
from bot.incoming import Photo
from bot.people import TEAM
from bot.texts import Text, clean, fits, join
from bot.texts import machine as m
from bot.times import Ambiguous, Understood, When, understand
from handlers.events import rules, store, telling
from handlers.events.cards import card, picture, t, when
from handlers.events.chat import show_event
from handlers.events.rules import Step
from handlers.events.store import Event

USUAL_HOURS = (10, 16, 19)  # on the clock shown first
MINUTE = 60_000  # ms
OFFERED = 3
CHANGES = (Step.WHEN, Step.WHERE, Step.TITLE, Step.MANY, Step.WORDS, Step.PICTURE)
LATER_CHANGES = (Step.WHEN, Step.WHERE)


@action(TEAM, command="newevent")
async def newevent(context: Context) -> None:
    draft = await store.find_draft(context.tx, context.place.id, context.person.id)
    if draft is None:
        await context.ask(t.ask_title, hear_title)
        return
    rows = [[go_on.button(t.go_on, draft.id)], [begin_anew.button(t.begin_anew, draft.id)]]
    await context.show(t.draft_found(title=draft.title), rows)


@action(TEAM)
async def go_on(context: Context, event_id: int) -> None:
    event = await _editable(context, event_id)
    await _ask(context, event, event.step)


@action(TEAM)
async def begin_anew(context: Context, event_id: int) -> None:
    event = await _draft(context, event_id)
    await store.remove_draft(context.tx, event.id)
    await context.ask(t.ask_title, hear_title)


@action(TEAM)
async def throw_away(context: Context, event_id: int) -> None:
    event = await _draft(context, event_id)
    await store.remove_draft(context.tx, event.id)
    await context.show(t.thrown_away, [[context.go(t.what_is_on_button, "events")]])


@action(TEAM)
async def hear_title(context: Context, words: str) -> None:
    """The first answer makes the draft; later it changes its title."""
    title = " ".join(_words(words, rules.LONGEST_TITLE).split())
    draft = await store.find_draft(context.tx, context.place.id, context.person.id)
    if draft is None:
        event_id = await store.add_draft(context.tx, context.place.id, context.person.id, title, context.now_ms)
    else:
        event_id = draft.id
        await store.set_title(context.tx, event_id, title)
    await go_on(context, event_id)


# --- when


@action(TEAM)
async def pick_day(context: Context, event_id: int, ordinal: int) -> None:
    event = await _editable(context, event_id)
    day = _day(context, ordinal)
    clocks = context.place.clocks
    moments = [datetime.combine(day, time(hour), clocks.first_shown) for hour in USUAL_HOURS]
    rows = [[_at_button(context, event, at, "time")] for at in moments if at > context.now]
    asked = t.ask_time(day=When(moments[-1], clocks, "day"))
    back = change_step.button(t.back, event.id, Step.WHEN)
    await context.ask(asked, hear_time, event.id, ordinal, rows=rows, back=back)


@action(TEAM)
async def type_when(context: Context, event_id: int) -> None:
    event = await _editable(context, event_id)
    await context.ask(t.type_when, hear_when, event.id, back=change_step.button(t.back, event.id, Step.WHEN))


@action(TEAM)
async def set_when(context: Context, event_id: int, minutes: int) -> None:
    """`minutes` since 1970, from one of our buttons."""
    event = await _editable(context, event_id)
    soonest, latest = context.now_ms, milliseconds(context.now + rules.FURTHEST)
    if not soonest < minutes * MINUTE < latest:
        await _ask_when(context, event, t.when_past)
        return
    await _keep_when(context, event, moment(minutes * MINUTE))


@action(TEAM)
async def hear_when(context: Context, event_id: int, words: str) -> None:
    event = await _editable(context, event_id)
    await _read_when(context, event, words)


@action(TEAM)
async def hear_time(context: Context, event_id: int, ordinal: int, words: str) -> None:
    event = await _editable(context, event_id)
    day = _day(context, ordinal)
    await _read_when(context, event, f"{day.month}月{day.day}日 {words}")


# --- where, how many, words, picture


@action(TEAM)
async def hear_where(context: Context, event_id: int, words: str) -> None:
    event = await _editable(context, event_id)
    whereabouts = " ".join(_words(words, rules.LONGEST_WHEREABOUTS).split())
    await store.set_whereabouts(context.tx, event.id, whereabouts)
    await _after(context, event)


@action(TEAM)
async def hear_many(context: Context, event_id: int, words: str) -> None:
    event = await _draft(context, event_id)
    number = re.search(r"\d+", unicodedata.normalize("NFKC", words), re.ASCII)
    if number is None or not 1 <= int(number[0][:9]) <= rules.MOST_PEOPLE:
        raise Refusal(m.expected_number)
    await store.set_capacity(context.tx, event.id, int(number[0]))
    await go_on(context, event.id)


@action(TEAM)
async def no_limit(context: Context, event_id: int) -> None:
    event = await _draft(context, event_id)
    await store.set_capacity(context.tx, event.id, 0)
    await go_on(context, event.id)


@action(TEAM)
async def hear_words(context: Context, event_id: int, words: str) -> None:
    event = await _draft(context, event_id)
    await store.set_words(context.tx, event.id, _words(words, rules.LONGEST_WORDS))
    await go_on(context, event.id)


@action(TEAM)
async def skip_words(context: Context, event_id: int) -> None:
    event = await _draft(context, event_id)
    await store.set_words(context.tx, event.id, "")
    await go_on(context, event.id)


@action(TEAM)
async def hear_picture(context: Context, event_id: int, photo: Photo) -> None:
    event = await _draft(context, event_id)
    await store.set_picture(context.tx, event.id, await context.keep(photo))
    await go_on(context, event.id)


@action(TEAM)
async def skip_picture(context: Context, event_id: int) -> None:
    event = await _draft(context, event_id)
    await store.set_picture(context.tx, event.id, None)
    await go_on(context, event.id)


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    event = await store.draft_with_picture(notices.tx, media_id)
    if event is not None:
        await store.set_picture(notices.tx, event.id, None)
        other = [[change_step.button(t.other_picture, event.id, Step.PICTURE)], [go_on.button(t.go_on, event.id)]]
        await notices.tell(event.maker_id, t.picture_refused(title=event.title), other)


# --- looking once more, and announcing


@action(TEAM)
async def change(context: Context, event_id: int, number: int) -> None:
    """Which of its parts? Three at a time."""
    event = await _editable(context, event_id)
    parts = CHANGES if event.status == "draft" else LATER_CHANGES
    first = number * OFFERED if 0 <= number * OFFERED < len(parts) else 0
    rows = [[change_step.button(t[f"step-{step.value}"], event.id, step)] for step in parts[first : first + OFFERED]]
    if len(parts) > OFFERED:
        rows.append([change.button(t.other_parts, event.id, 0 if first else 1)])
    back = go_on if event.status == "draft" else show_event
    await context.show(t.what_to_change(title=event.title), rows, back=back.button(t.back, event.id))


@action(TEAM)
async def change_step(context: Context, event_id: int, step: Step) -> None:
    event = await _editable(context, event_id)
    if event.status != "draft" and step not in LATER_CHANGES:
        raise Refusal(t.event_gone)
    await _ask(context, event, step)


@action(TEAM)
async def announce(context: Context, event_id: int) -> None:
    event = await _draft(context, event_id)
    if event.step is not Step.PREVIEW:
        await _ask(context, event, event.step)
        return
    if event.start <= context.now:
        await _ask_when(context, event, t.when_past)
        return
    if event.picture_state == "waiting":
        raise Refusal(t.picture_on_its_way)
    await store.announce(context.tx, event.id, context.now_ms)
    await store.set_reminders(context.tx, event.id, *telling.needless_reminders(event, context.notices))
    people = await telling.announce(context.notices, event)
    link = context.links.anywhere(f"event-{event.id}")
    receipt = t.announced(title=event.title, people=people, link=link)
    await context.show(receipt, [[show_event.button(t.see_event, event.id)]])


async def _preview(context: Context, event: Event) -> None:
    rows = [
        [announce.button(t.announce, event.id)],
        [change.button(t.change, event.id, 0)],
        [throw_away.button(t.throw_away, event.id)],
    ]
    waits = [t.picture_follows] if event.picture_state == "waiting" else []
    await context.show(join(t.preview, card(event, context.place), *waits), rows, picture(event))


# --- inside


async def _ask(context: Context, event: Event, step: Step) -> None:
    match step:
        case Step.TITLE:
            await context.ask(t.ask_title, hear_title)
        case Step.WHEN:
            await _ask_when(context, event, t.ask_when)
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


async def _ask_when(context: Context, event: Event, text: Text) -> None:
    tomorrow, saturday = rules.coming_days(context.now, context.place.clocks)
    rows = [
        [_day_button(context, event, t.on_tomorrow, tomorrow)],
        [_day_button(context, event, t.on_saturday, saturday)],
        [type_when.button(t.type_it, event.id)],
    ]
    await context.ask(text, hear_when, event.id, rows=rows)


def _day_button(context: Context, event: Event, label: Text, day: date) -> Button:
    noon = datetime.combine(day, time(12), context.place.clocks.first_shown)
    return pick_day.button(label(day=When(noon, context.place.clocks, "day")), event.id, day.toordinal())


async def _read_when(context: Context, event: Event, words: str) -> None:
    match understand(words, context.now, context.place.clocks, context.language):
        case None:
            await _ask_when(context, event, t.when_unclear)
        case Understood(at):
            await _keep_when(context, event, at)
        case Ambiguous(candidates):
            ahead = [at for at in candidates if at > context.now]
            if len(ahead) < 2:
                await _keep_when(context, event, (ahead or candidates)[0])
                return
            rows = [[_at_button(context, event, at, "daytime")] for at in ahead]
            await context.ask(t.which_one, hear_when, event.id, rows=rows)


def _at_button(context: Context, event: Event, at: datetime, style: str) -> Button:
    shown = When(at, context.place.clocks, "time" if style == "time" else "daytime")
    return set_when.button(t.this_time(when=shown), event.id, milliseconds(at) // MINUTE)


async def _keep_when(context: Context, event: Event, at: datetime) -> None:
    if not context.now < at < context.now + rules.FURTHEST:
        await _ask_when(context, event, t.when_past)
        return
    await store.set_start(context.tx, event.id, milliseconds(at))
    if event.status != "draft":
        moved = await _editable(context, event.id)
        await store.set_reminders(context.tx, event.id, *telling.needless_reminders(moved, context.notices))
    await _after(context, event)


async def _after(context: Context, event: Event) -> None:
    """The next question about a draft; what was announced is told anew, a little later."""
    if event.status == "draft":
        await go_on(context, event.id)
        return
    changed = await _editable(context, event.id)
    told = moment(changed.told_starts_at) if changed.told_starts_at is not None else changed.start
    due_at = rules.when_to_tell(context.now, told, changed.start)
    await store.hold_change(context.tx, event.id, context.now_ms, milliseconds(due_at))
    kept = t.change_kept if due_at > context.now else t.change_told
    rows = [[change.button(t.change, event.id, 0)], [show_event.button(t.see_event, event.id)]]
    place = context.place
    await context.show(kept(title=changed.title, when=when(changed, place), where=changed.whereabouts or ""), rows)


async def _draft(context: Context, event_id: int) -> Event:
    """Its maker's own, and nobody else's."""
    event = await _editable(context, event_id)
    if event.status != "draft":
        raise Refusal(t.announced_already)
    return event


async def _editable(context: Context, event_id: int) -> Event:
    """A draft of the person herself, or anything announced that has not begun."""
    await context.tx.lock(f"event {event_id}")
    event = await store.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id:
        raise Refusal(t.event_gone)
    if event.status == "draft" and event.maker_id != context.person.id:
        raise Refusal(t.event_gone)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if event.status == "announced" and event.start <= context.now:
        raise Refusal(t.has_begun)
    return event


def _day(context: Context, ordinal: int) -> date:
    today = context.now.astimezone(context.place.clocks.first_shown).date()
    if not today.toordinal() <= ordinal <= (today + rules.LONG_BEFORE * 14).toordinal():
        raise Refusal(m.old_button)
    return date.fromordinal(ordinal)


def _words(heard: str, limit: int) -> str:
    words = clean(heard).strip()
    if not words:
        raise Refusal(m.expected_words)
    if not fits(words, limit):
        raise Refusal(m.too_long(limit=limit))
    return words
