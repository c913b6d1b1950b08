"""What changed most for her, in words or said aloud: who may read it, and taken back whenever she likes."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Voice
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits, join, literal
from bot.identity.personal_data import forget_pictures
from bot.outbox.message import Button
from handlers.pulse import rules, store
from handlers.pulse.rules import Whom
from handlers.pulse.store.rounds import Round
from handlers.pulse.store.stories import Story
from handlers.pulse.words import day, t

pulse = Ahead[[]]("pulse.pulse")


async def ask_once(context: Context, one: Round) -> None:
    """After the last face; not again where she has told something."""
    if await store.stories.mine(context.tx, context.place.id, one.id, context.person.id) is None:
        await tell(context, one.id)
        return
    await no_story(context, one.id)


async def ways(context: Context, running: Round | None) -> list[Button]:
    tx, place_id, person_id = context.tx, context.place.id, context.person.id
    if await store.stories.all_of(tx, place_id, person_id):
        return [mine.button(t.my_story_button, 0)]
    if running is None or not await store.answers.of(tx, running.id, person_id):
        return []
    return [tell.button(t.tell_button, running.id)]


@action()
async def tell(context: Context, round_id: int) -> None:
    await _check(context, round_id)
    rows = [[no_story.button(t.no_story, round_id)]]
    await context.ask(t.ask_story, hear_story, round_id, rows=rows)


@action()
async def no_story(context: Context, round_id: int) -> None:
    one = await store.rounds.find(context.tx, context.place.id, round_id)
    if one is None or one.closed_at is not None:
        raise Refusal(t.too_late)
    await context.show(t.thanks(until=day(one.closes_at, context.place.clocks)), back=pulse.button(t.back))


@action()
async def hear_story(context: Context, round_id: int, heard: str | Voice) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    await _check(context, round_id)
    words = "" if isinstance(heard, Voice) else clean(heard).strip()
    if isinstance(heard, Voice) and heard.seconds > rules.LONGEST_VOICE:
        raise Refusal(t.voice_too_long)
    if not isinstance(heard, Voice) and (not words or not fits(words, rules.LONGEST_STORY)):
        raise Refusal(t.story_too_long(limit=rules.LONGEST_STORY))
    media_id = await context.keep(heard) if isinstance(heard, Voice) else None
    await store.stories.tell(context.tx, round_id, context.person.id, words, media_id, context.now_ms)
    one = await store.stories.mine(context.tx, context.place.id, round_id, context.person.id)
    if one is None:
        raise LookupError("the new story is gone")
    await _ask_whom(context, one)


@action()
async def whom(context: Context, story_id: int) -> None:
    await _ask_whom(context, await _mine(context, story_id))


@action()
async def show_to(context: Context, story_id: int, whose: Whom) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _mine(context, story_id)
    await store.stories.show_to(context.tx, one.id, whose)
    await context.show(t[f"kept-{whose.value}"], [[mine.button(t.my_story_button, 0)]], back=pulse.button(t.back))


@action()
async def mine(context: Context, number: int) -> None:
    """The newest of hers is number 0. What was written down of a voice note she reads, too."""
    told = await store.stories.all_of(context.tx, context.place.id, context.person.id)
    if not told:
        raise Refusal(t.no_such_story)
    at = number if 0 <= number < len(told) else 0
    one = told[at]
    voice = [t.a_voice] if one.media_id is not None else []
    words = [literal(one.words)] if one.words else []
    rows = [[whom.button(t.choose_whom, one.id)], [take_back.button(t.take_back, one.id)]]
    if at + 1 < len(told):
        rows.append([mine.button(t.earlier_story, at + 1)])
    await context.show(join(t.my_story, *voice, *words, _state(one)), rows, back=pulse.button(t.back))


@action()
async def take_back(context: Context, story_id: int) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _mine(context, story_id)
    await store.stories.drop(context.tx, one.id)
    if one.media_id is not None:
        await forget_pictures(context.tx, context.town.picture_columns, [one.media_id])
    await context.show(t.taken_back, back=pulse.button(t.back))


async def voice_refused(notices: Notices, media_id: int, reason: str) -> None:
    """It never arrived, so nobody could hear it; she may tell it again."""
    person_id = await store.stories.drop_voice(notices.tx, media_id)
    if person_id is not None:
        await notices.answer(person_id, t.voice_refused)


async def _ask_whom(context: Context, one: Story) -> None:
    rows = [[show_to.button(t[f"whom-{each.value}"], one.id, each)] for each in Whom]
    await context.show(t.whose_eyes if one.media_id is None else t.whose_ears, rows, back=pulse.button(t.back))


async def _check(context: Context, round_id: int) -> None:
    """While it runs, of whoever answered, once."""
    tx, place_id, person_id = context.tx, context.place.id, context.person.id
    one = await store.rounds.find(tx, place_id, round_id)
    if one is None or one.closed_at is not None or not await store.answers.of(tx, one.id, person_id):
        raise Refusal(t.too_late)
    if await store.stories.mine(tx, place_id, one.id, person_id) is not None:
        raise Refusal(t.told_already)
    if await store.stories.count(tx, one.id) >= rules.MOST_STORIES:
        raise Refusal(t.stories_full)


async def _mine(context: Context, story_id: int) -> Story:
    found = await store.stories.of_person(context.tx, context.place.id, story_id, context.person.id)
    if found is None:
        raise Refusal(t.no_such_story)
    return found


def _state(one: Story) -> Text:
    if one.on_page_at is not None:
        return t.on_page_now
    return t.not_yet if one.shown_to is None else t[f"for-{one.shown_to.value}"]
