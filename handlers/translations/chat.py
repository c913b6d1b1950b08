"""Say it in another language: which idea, into which language, and the words or a voice note."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Voice
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join, short
from bot.translating.scripts import mark
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea, View
from handlers.translations import guards, rules, store, telling, versions
from handlers.translations.words import language_name, own_name, t

LOOKED_THROUGH = 30  # the newest ideas
IN_LINE, EXCERPT, WHOLE = 34, 400, 2000  # letters


@action(command="translate")
async def translate(context: Context) -> None:
    """The newest ideas that somebody here cannot read yet."""
    await more(context, 0)


@action()
async def more(context: Context, page: int) -> None:
    found = await ideas.board(context.tx, context.place.id, context.person.id, View(), 0, LOOKED_THROUGH)
    known = await store.said.written_in(context.tx, [one.id for one in found])
    waiting = [
        one
        for one in found
        for missing in [await guards.targets(context.tx, context.place, one)]
        if any((one.id, language, mark(one.words)) not in known for language in missing)
    ]
    choices = [
        say_it.button(t.one_idea(number=one.number, words=short(one.words, IN_LINE)), one.id, 0) for one in waiting
    ]
    rows = paged(choices, page, more.button(t.more, max(page, 0) + 1))
    await context.show(t.which_idea if rows else t.nothing_waits, rows)


@action()
async def say_it(context: Context, idea_id: int, page: int = 0) -> None:
    idea = await guards.check_on_board(context, idea_id)
    targets = await guards.targets(context.tx, context.place, idea)
    if not targets:
        raise Refusal(t.without_words)
    known = await store.said.of_idea(context.tx, idea.id)
    current = {one.language for one in known if one.of_words == mark(idea.words) and one.hidden_at is None}
    old = {one.language for one in known if one.hidden_at is None} - current
    lines = [t.there_is(language=language_name(one)) for one in targets if one in current]
    lines += [t.there_is_old(language=language_name(one)) for one in targets if one in old]
    choices = [say_in.button(t.say_in(language=own_name(one)), idea.id, one) for one in targets]
    if known or await store.made.of_idea(context.tx, idea.id):
        choices.append(versions.look.button(t.look, idea.id, 0))
    text = t.which_language(number=idea.number, words=short(idea.words, EXCERPT))
    rows = paged(choices, page, say_it.button(t.more, idea.id, max(page, 0) + 1))
    await context.show(join(text, *lines), rows, back=guards.to_card(idea.id))


@action()
async def say_in(context: Context, idea_id: int, language: str) -> None:
    idea = await guards.check_on_board(context, idea_id)
    await guards.check_target(context, idea, language)
    question = t.say_it_now(language=language_name(language), words=short(idea.words, WHOLE))
    await context.ask(question, hear, idea.id, language, mark(idea.words), back=say_it.button(t.back, idea.id, 0))


@action()
async def hear(context: Context, idea_id: int, language: str, of_words: str, heard: str | Voice) -> None:
    """`of_words`: what she read. If its author changed it meanwhile, she reads it again."""
    idea = await guards.check_on_board(context, idea_id)
    await guards.check_target(context, idea, language)
    if mark(idea.words) != of_words:
        raise Refusal(t.words_changed)
    words = rules.check_words(heard, idea.words, language) if isinstance(heard, str) else ""
    await context.tx.lock(f"translations of idea {idea.id}")
    first = await _check_room(context, idea, language)
    media_id = await context.keep(heard) if isinstance(heard, Voice) else None
    me = context.person.id
    former = await store.said.voice_of(context.tx, idea.id, language, me)
    kept = await store.said.say(context.tx, idea.id, me, language, of_words, words, media_id, context.now_ms)
    await guards.forget_voices(context.notices, [former])
    rows = [[versions.take_back.button(t.take_back, kept)], [guards.see(idea.id)]]
    await context.say(t.kept(number=idea.number, language=language_name(language)), rows)
    if first and idea.person_id != context.person.id:
        await telling.author_hears(context.notices, idea, language)


async def _check_room(context: Context, idea: Idea, language: str) -> bool:
    """Refuses what is too much; returns whether nobody has said this idea in another language so far."""
    tx, me = context.tx, context.person.id
    known = await store.said.of_idea(tx, idea.id)
    mine = next((one for one in known if one.person_id == me and one.language == language), None)
    if mine is not None and mine.hidden_at is not None:
        raise Refusal(t.yours_is_hidden)
    if mine is None and await store.said.count_since(tx, me, context.now_ms - rules.DAY) >= rules.MOST_A_DAY:
        raise Refusal(t.enough_today(limit=rules.MOST_A_DAY))
    if await store.said.count_others(tx, idea.id, language, me) >= rules.MOST_VERSIONS:
        raise Refusal(t.enough_versions)
    return not known
