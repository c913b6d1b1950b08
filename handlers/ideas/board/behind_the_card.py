"""Behind the card: the whole words, a link to pass on, following, listening, comments, the record."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.outbox.message import Button
from handlers.ideas import asides, cards, store
from handlers.ideas.board import comments, flags
from handlers.ideas.life import record
from handlers.ideas.rules import FINISHED
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import changing
from handlers.ideas.words import t

WHOLE = 2800  # letters of an idea shown in full


@action()
async def more(context: Context, idea_id: int) -> None:
    """The whole words, and a link to pass on."""
    idea = await cards.seen(context, idea_id)
    link = _to_pass_on(context, idea)
    words = short(idea.words, WHOLE) or t.without_words
    count = await store.comments.count(context.tx, idea.id)
    talk = comments.comments.button(t.comments_button(count=count), idea.id)
    rows = [[talk], [_record_button(idea)], [await _follow_button(context, idea)]]
    if await _ways(context, idea):
        rows = [[talk], [await _follow_button(context, idea)], [further.button(t.more, idea.id, 0)]]
    if await store.pictures.ready_voice(context.tx, idea.id):
        rows = [[listen.button(t.listen, idea.id)], [talk], [further.button(t.more, idea.id, 0)]]
    text: Text = t.whole(number=idea.number, words=words, link=link)
    reading = await asides.reading(context, idea)
    if reading is not None and len(reading.words) + len(idea.words) <= WHOLE:
        text = t.whole_in_both(number=idea.number, read=reading.words, words=words, link=link)
    elif reading is not None:
        text = join(t.in_its_own_words, text)
    asked = [one for one in await store.support.questions(context.tx, idea.id) if one.answer]
    answers = [
        t.asked_and_answered(question=short(one.words, 150), answer=short(one.answer or "", 300)) for one in asked
    ]
    await context.show(join(text, *answers[-2:]), rows, back=cards.back_to_card(idea))


@action()
async def further(context: Context, idea_id: int, page: int = 0) -> None:
    """What does not fit on the first screen."""
    idea = await cards.seen(context, idea_id)
    choices = [_record_button(idea)]
    if await store.pictures.ready_voice(context.tx, idea.id):
        choices.append(await _follow_button(context, idea))
    choices += await _ways(context, idea)
    if await asides.upfront(context, idea) is not None and idea.status in FINISHED:
        choices += await support_buttons(context, idea, "one", 0)
    rows = paged(choices, max(0, page), further.button(t.more, idea.id, max(0, page) + 1))
    await context.show(await cards.line(context.tx, idea), rows, back=more.button(t.back, idea.id))


@action()
async def follow(context: Context, idea_id: int, wished: int) -> None:
    idea = await cards.seen(context, idea_id)
    if wished:
        await store.support.follow(context.tx, idea.id, context.person.id)
        context.toast(t.followed)
    else:
        await store.support.unfollow(context.tx, idea.id, context.person.id)
        context.toast(t.unfollowed)
    await more(context, idea_id)


@action()
async def toggle_follow(context: Context, idea_id: int) -> None:
    """From an old chat: whoever pressed it most likely wished to follow."""
    await follow(context, idea_id, 1)


@action()
async def listen(context: Context, idea_id: int) -> None:
    idea = await cards.seen(context, idea_id)
    media_id = await store.pictures.ready_voice(context.tx, idea.id)
    if media_id is None:
        raise Refusal(t.no_voice)
    await context.send_voice(media_id)


async def _ways(context: Context, idea: Idea) -> list[Button]:
    """An author changes what is hers; others say what should not be here; other features lead on."""
    own = [*await changing.ways(context, idea), *await flags.ways(context, idea)]
    return [*own, *await asides.ways(context, idea)]


async def support_buttons(context: Context, idea: Idea, view: str, offset: int) -> list[Button]:
    """None for what is her own or not on the board. By address, since the list stands above this module."""
    if not idea.public or await store.ideas.is_author(context.tx, idea.id, context.person.id):
        return []
    mine = await store.support.supports(context.tx, idea.id, context.person.id)
    label = (t.supporting if mine else t.support)(voices=idea.voices)
    return [Button(label, f"ideas.support:{idea.id}:{view}:{offset}:{0 if mine else 1}")]


async def _follow_button(context: Context, idea: Idea) -> Button:
    follows = await store.support.follows(context.tx, idea.id, context.person.id)
    return follow.button(t.unfollow if follows else t.follow, idea.id, 0 if follows else 1)


def _record_button(idea: Idea) -> Button:
    return record.record.button(t.record_button, idea.id, 0)


def _to_pass_on(context: Context, idea: Idea) -> str:
    """The public page shows a preview where it is pasted, and opens this card at either door."""
    if idea.public and not context.links.only_here:
        return context.links.page(context.place.code, idea.number)
    return context.link(f"idea-{context.place.code}-{idea.number}")
