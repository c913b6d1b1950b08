"""The story in three lengths: ready-made words, or those of the team, in each language of the place."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import LANGUAGES, fits, join, short
from bot.identity.roles import TEAM
from handlers.kit import rules as kit
from handlers.kit import store as kits
from handlers.press import making, rules, store
from handlers.press.chat import MOST_NAMED, press
from handlers.press.rules import Length
from handlers.press.words import t


@action(TEAM)
async def told(context: Context) -> None:
    """All three as they would stand in a sheet, in the reader's language."""
    await told_in(context, _spoken(context, context.language))


@action(TEAM)
async def told_in(context: Context, language: str) -> None:
    language = _spoken(context, language)
    own = await store.stories.of(context.tx, context.place.id)
    parts = [join(t[f"length-{one.value}"], making.story(own, context.place.name, one, language)) for one in Length]
    rows = [[tell.button(t[f"write-{one.value}"], one, language)] for one in Length]
    await context.show(join(t.story_title(language=LANGUAGES[language]), *parts, separator="\n\n"), rows,
                       back=press.button(t.back))  # fmt: skip


@action(TEAM)
async def tell(context: Context, length: Length, language: str) -> None:
    language = _spoken(context, language)
    own = await store.stories.of(context.tx, context.place.id)
    others = [one for one in context.place.languages if one != language][:2]
    rows = [[tell.button(t.in_language(language=LANGUAGES[one]), length, one)] for one in others]
    if (length, language) in own:
        rows = [*rows, [use_ready_made.button(t.use_ready_made, length, language)]]
    asked = t.ask_story(language=LANGUAGES[language], limit=rules.LIMITS[length])
    said = making.story(own, context.place.name, length, language)
    text = join(t[f"length-{length.value}"], said, asked, separator="\n\n")
    await context.ask(text, hear_story, length, language, rows=rows, back=told_in.button(t.back, language))


@action(TEAM)
async def hear_story(context: Context, length: Length, language: str, heard: str) -> None:
    language = _spoken(context, language)
    said, limit = rules.one_line(heard), rules.LIMITS[length]
    if not said or not fits(said, limit):
        raise Refusal(t.story_too_long(limit=limit))
    somebody = kit.people_in(said, await kits.people.names(context.tx, context.place.id))
    if somebody:
        raise Refusal(t.somebody_in_it(found=short(", ".join(somebody), MOST_NAMED)))
    place_id = context.place.id
    await store.stories.write(context.tx, place_id, length, language, said, context.person.id, context.now_ms)
    await told_in(context, language)


@action(TEAM)
async def use_ready_made(context: Context, length: Length, language: str) -> None:
    await store.stories.drop(context.tx, context.place.id, length, _spoken(context, language))
    await told_in(context, language)


def _spoken(context: Context, language: str) -> str:
    return language if language in context.place.languages else context.place.languages[0]
