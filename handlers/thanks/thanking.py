"""A lead thanks somebody in a sentence of her own; without one nothing is sent."""

from dataclasses import dataclass

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join, literal, short
from bot.identity import names
from bot.identity.roles import LEADS
from bot.outbox.message import Button, Stored
from handlers.ideas.store import ideas, pictures, steps
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import words_of
from handlers.thanks import cards, rules, store
from handlers.thanks.rules import Occasion
from handlers.thanks.store.thanks import Due
from handlers.thanks.words import t

NAMED = 6  # people in one sentence
LAST = 60  # letters


@action(LEADS)
async def thank(context: Context, thanks_id: int) -> None:
    """What it is for, and the question for her own sentence."""
    one = await due(context, thanks_id)
    if one.words and one.written_by == context.person.id:
        await _preview(context, one)
        return
    await ask_sentence(context, one.id)


@action(LEADS)
async def ask_sentence(context: Context, thanks_id: int) -> None:
    one = await due(context, thanks_id)
    text = join(await _what_for(context, one), t.sentence_please)
    rows = [[leave_out.button(t.left_out_button, one.id)]]
    await context.ask(text, hear_sentence, one.id, rows=rows, picture=await photo(context, one))


@action(LEADS)
async def hear_sentence(context: Context, thanks_id: int, words: str) -> None:
    sentence = rules.check_sentence(words)
    one = await due(context, thanks_id)
    await store.thanks.write(context.tx, one.id, sentence, context.person.id)
    await _preview(context, await due(context, thanks_id))


async def _preview(context: Context, one: Due) -> None:
    people = await _people(context, one)
    rows = [
        [send.button(t.send, one.id)],
        [ask_sentence.button(t.other_words, one.id)],
        [leave_out.button(t.left_out_button, one.id)],
    ]
    text = t.preview_thanks(names=_names(people), words=one.words)
    await context.show(text, rows, await photo(context, one))


@action(LEADS)
async def send(context: Context, thanks_id: int) -> None:
    """To each who worked on it, once: of two leads, whoever wrote last looks again."""
    await context.tx.lock(f"thanks of {context.place.id}")
    one = await due(context, thanks_id)
    if not one.words or one.written_by != context.person.id:
        raise Refusal(t.another_writes if one.words else t.sentence_please)
    text, picture = await _message(context, one), await photo(context, one)
    reached = 0
    for each in await _people(context, one):
        told = await context.tell(each.person_id, text, [[Button(t.my_record, "thanks.record_below")]], picture)
        if told is not None:
            reached += 1
            await store.thanks.sent(context.tx, each.id, one.words, context.person.id, context.now_ms)
    if not reached:
        raise Refusal(t.nobody_reached)
    await context.say(t.sent_to(count=reached))


@action(LEADS)
async def leave_out(context: Context, thanks_id: int) -> None:
    await context.tx.lock(f"thanks of {context.place.id}")
    for each in await _people(context, await due(context, thanks_id)):
        await store.thanks.leave_out(context.tx, each.id, context.now_ms)
    await context.show(t.left_out)


async def due(context: Context, thanks_id: int) -> Due:
    """Refuses what another lead has done, what is not so any more, and her own."""
    since = thanked_since(context)
    one = await store.thanks.find(context.tx, context.place.id, context.person.id, since, thanks_id)
    if one is None or (one.kind is Occasion.AGAIN and await idea_of(context, one) is None):
        raise Refusal(t.no_such_thanks)
    return one


def thanked_since(context: Context) -> int:
    return milliseconds(context.now - rules.APART)


async def idea_of(context: Context, one: Due) -> Idea | None:
    """Of what was looked at again, while that stands and everybody may see it."""
    idea_id = await store.thanks.idea_of_step(context.tx, context.place.id, one.subject)
    found = await ideas.find(context.tx, context.place.id, idea_id) if idea_id is not None else None
    return found if found is not None and found.public else None


async def photo(context: Context, one: Due) -> Stored | None:
    """How it looks now, else how it was."""
    idea = await idea_of(context, one) if one.kind is Occasion.AGAIN else None
    if idea is None:
        return None
    after = await steps.after_photo(context.tx, idea.id)
    media_id = after.media_id if after else await pictures.ready_photo(context.tx, idea.id)
    return Stored(media_id) if media_id is not None else None


@dataclass(frozen=True)
class Line:
    """In the list of the day, and what its button says."""

    text: Text
    short: Text


async def line(context: Context, one: Due) -> Line | None:
    """None when it is not so any more."""
    name = names.called(one.name, 20)
    if one.kind is Occasion.TIMES:
        return Line(t[f"today-times-{one.subject}"](name=name), name)
    if one.kind is Occasion.YEARS:
        return Line(t.today_years(name=name, count=one.subject), name)
    idea = await idea_of(context, one)
    return None if idea is None else Line(t.today_again(what=words_of(idea, 20)), words_of(idea, 12))


async def _what_for(context: Context, one: Due) -> Text:
    if one.kind is Occasion.AGAIN:
        idea = await idea_of(context, one)
        what = words_of(idea, LAST) if idea else t.without_words
        return t.write_again(what=what, names=_names(await _people(context, one)))
    name = names.called(one.name)
    times = one.kind is Occasion.TIMES
    text = t[f"write-times-{one.subject}"](name=name) if times else t.write_years(name=name, count=one.subject)
    last = await _last_words(context, one.person_id)
    return join(text, t.last_was(what=literal(short(last, LAST)))) if last else text


async def _last_words(context: Context, person_id: int) -> str:
    """Of what others saw too: hours and training that she told herself are hers alone to read."""
    hers = reversed(await cards.deeds(context.notices, person_id))
    return next((one.words for one in hers if one.kind in cards.COUNTED and one.words.strip()), "")


async def _message(context: Context, one: Due) -> Text:
    if one.kind is Occasion.AGAIN:
        idea = await idea_of(context, one)
        what = words_of(idea, LAST) if idea else t.without_words
        return t.thanks_again(words=one.words, who=context.signature, what=what)
    if one.kind is Occasion.TIMES:
        return t[f"thanks-times-{one.subject}"](words=one.words, who=context.signature)
    return t.thanks_years(words=one.words, who=context.signature, count=one.subject)


async def _people(context: Context, one: Due) -> list[Due]:
    return await store.thanks.together(context.tx, context.place.id, context.person.id, thanked_since(context), one)


def _names(people: list[Due]) -> Text:
    shown = [names.called(one.name, 20) for one in people[:NAMED]]
    if len(people) > NAMED:
        shown.append(literal("…"))
    return join(*shown, separator=" · ")
