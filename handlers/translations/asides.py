"""On the card of an idea: its words in the reader's language and whose they are, and the ways to say them."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button
from bot.translating.scripts import mark
from handlers.ideas.source import IdeaAside, Reading
from handlers.ideas.store.ideas import Idea
from handlers.translations import chat, guards, letting, rules, store, versions, writing_down
from handlers.translations.words import language_name, t


async def reading(context: Context, idea: Idea) -> Reading | None:
    """What a person said goes before what a machine made; an author reads what she wrote."""
    if not idea.words.strip() or idea.person_id == context.person.id:
        return None
    of_words = mark(idea.words)
    if (said := await store.said.shown(context.tx, idea.id, context.language, of_words)) is not None:
        return Reading(said.words, t.by_neighbour)
    made = await store.made.shown(context.tx, idea.id, context.language, of_words)
    return None if made is None else Reading(made.words, t.by_machine(host=made.host))


async def lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    found = []
    if await store.said.spoken(context.tx, idea.id, context.language, mark(idea.words)) is not None:
        found.append(t.spoken_line(language=language_name(context.language)))
    written = await store.transcripts.find(context.tx, idea.id)
    if written is not None and written.state == "right" and written.of_words == mark(idea.words):
        found.append(t.written_line)
    return tuple(found)


async def ways(context: Context, idea: Idea) -> tuple[Button, ...]:
    if not idea.public:
        return ()
    found = []
    spoken = await store.said.spoken(context.tx, idea.id, context.language, mark(idea.words))
    if spoken is not None:
        found.append(versions.listen.button(t.listen(language=language_name(context.language)), spoken.id))
    if await writing_down.may_write_down(context, idea):
        found.append(writing_down.write_down.button(t.write_down, idea.id))
    targets = await guards.targets(context.tx, context.place, idea)
    if targets:
        found.append(chat.say_it.button(t.say_it, idea.id, 0))
    if idea.person_id == context.person.id and await _machine_may_ask(context, idea, targets):
        found.append(letting.who_helps.button(t.machine_button))
    return tuple(found)


async def _machine_may_ask(context: Context, idea: Idea, targets: tuple[str, ...]) -> bool:
    """Where it could help with this very idea, and she has not said yes."""
    found = await store.made.at_work(context.tx, context.place.id)
    if found is None or await store.made.said(context.tx, context.person.id, found.host):
        return False
    written_in = rules.source(idea.words, context.person.language)
    return any(before == written_in and after in targets for before, after in rules.pairs_of(found.pairs))


ASIDE = IdeaAside(lines, ways, reading=reading)
