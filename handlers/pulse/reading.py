"""The team reads what people told, without a name, and lets onto the page what its author agreed to."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits, join
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.pulse import rules, store
from handlers.pulse.rules import Whom
from handlers.pulse.store.stories import Story
from handlers.pulse.words import t

pulse = Ahead[[]]("pulse.pulse")


@action(TEAM)
async def stories(context: Context, offset: int) -> None:
    """One a screen: first what nobody has read."""
    one = await store.stories.readable(context.tx, context.place.id, max(offset, 0))
    if one is None:
        one, offset = await store.stories.readable(context.tx, context.place.id, 0), 0
    if one is None:
        await context.show(t.story_nobody, back=pulse.button(t.back))
        return
    rows = _rows(one)
    if await store.stories.count_readable(context.tx, context.place.id) > max(offset, 0) + 1:
        # A voice has three of its own: leaving it comes after writing it down, or from the list of what waits.
        rows[2:] = [[stories.button(t.next_story, max(offset, 0) + 1)]]
    await context.show(_card(one), rows, back=pulse.button(t.back))


@action(TEAM)
async def story(context: Context, story_id: int) -> None:
    """From the list of what waits."""
    one = await _readable(context, story_id)
    await context.show(_card(one), _rows(one), back=pulse.button(t.back))


@action(TEAM)
async def put(context: Context, story_id: int) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _readable(context, story_id)
    if one.shown_to is not Whom.EVERYBODY:
        raise Refusal(t.may_team)
    if one.wants_writing_down:
        raise Refusal(t.write_first)
    there = await store.stories.on_page(context.tx, one.round_id, rules.MOST_ON_PAGE)
    if one.on_page_at is None and len(there) >= rules.MOST_ON_PAGE:
        raise Refusal(t.page_full(most=rules.MOST_ON_PAGE))
    await store.stories.put_on_page(context.tx, one.id, context.person.id, context.now_ms)
    await story(context, one.id)


@action(TEAM)
async def leave(context: Context, story_id: int) -> None:
    """Read, and not on the page, or not any more."""
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _readable(context, story_id)
    await store.stories.note_read(context.tx, one.id, context.person.id, context.now_ms)
    await stories(context, 0)


@action(TEAM)
async def listen(context: Context, story_id: int) -> None:
    one = await _readable(context, story_id)
    if one.media_id is None:
        raise Refusal(t.no_such_story)
    await context.send_voice(one.media_id)


@action(TEAM)
async def write(context: Context, story_id: int) -> None:
    one = await _readable(context, story_id)
    if one.media_id is None or one.shown_to is not Whom.EVERYBODY:
        raise Refusal(t.may_team)
    await context.ask(t.ask_written, hear_written, one.id, back=story.button(t.back, one.id))


@action(TEAM)
async def hear_written(context: Context, story_id: int, words: str) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _readable(context, story_id)
    if one.media_id is None or one.shown_to is not Whom.EVERYBODY or one.on_page_at is not None:
        raise Refusal(t.may_team)
    written = clean(words).strip()
    if not written or not fits(written, rules.LONGEST_STORY):
        raise Refusal(t.story_too_long(limit=rules.LONGEST_STORY))
    await store.stories.write_down(context.tx, one.id, written)
    await story(context, one.id)


def _card(one: Story) -> Text:
    said = t.story_card(words=one.words) if one.words else t.voice_card
    lines = [said, t[f"may-{one.shown_to.value}"]] if one.shown_to else [said]
    if one.wants_writing_down:
        lines.append(t.write_first)
    if one.on_page_at is not None:
        lines.append(t.on_page_now)
    elif one.read_at is not None:
        lines.append(t.with_team_now)
    return join(*lines)


def _rows(one: Story) -> list[list[Button]]:
    """At most three."""
    rows = [[listen.button(t.listen_button, one.id)]] if one.media_id is not None else []
    if one.on_page_at is not None:
        return [*rows, [leave.button(t.off_button, one.id)]]
    if one.shown_to is Whom.EVERYBODY:
        wants = one.wants_writing_down
        rows.append([write.button(t.write_button, one.id) if wants else put.button(t.put_button, one.id)])
    if one.read_at is None:
        everybody = one.shown_to is Whom.EVERYBODY
        rows.append([leave.button(t.leave_button if everybody else t.read_button, one.id)])
    return rows


async def _readable(context: Context, story_id: int) -> Story:
    one = await store.stories.find_readable(context.tx, context.place.id, story_id)
    if one is None:
        raise Refusal(t.no_such_story)
    return one
