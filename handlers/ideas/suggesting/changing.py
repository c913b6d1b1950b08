"""An author changes words or photo: freely for ten minutes, later on record; what is public waits for the team."""

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.feature import town_of
from bot.dialogue.incoming import Photo
from bot.errors import Refusal
from bot.i18n.texts import Text, short
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.ideas import cards, rules, store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import moderating
from handlers.ideas.words import t, words_of

EXCERPT = 600


@action()
async def change(context: Context, idea_id: int) -> None:
    """Below a receipt or a card, which stay."""
    idea = await _mine(context, idea_id)
    question = t.what_to_change if _freely(context, idea) else t.what_to_change_on_record
    text = question(number=idea.number, words=words_of(idea, EXCERPT))
    await context.ask(text, hear_change, idea.id, context.now_ms, where=Where.BELOW)


@action()
async def hear_change(context: Context, idea_id: int, asked_at: int, heard: str | Photo) -> None:
    """After a pause it is something new, and nothing of hers is overwritten by it."""
    if rules.begins_anew(asked_at, context.now):
        await town_of(context.notices).hears(context, heard)
        return
    idea = await _mine(context, idea_id)
    if isinstance(heard, Photo) and heard.album:
        raise Refusal(t.one_photo_please)
    words = heard if isinstance(heard, str) else heard.words or None
    if words is not None and len(words) > rules.MOST_LETTERS:
        raise Refusal(m.too_long(limit=rules.MOST_LETTERS))
    media_id = await context.keep(heard) if isinstance(heard, Photo) else None
    noted = 0 if _freely(context, idea) else 1
    if (earlier := await store.changes.waiting(context.tx, idea.id)) is not None:
        await store.changes.refuse(context.tx, earlier, None, context.now_ms)  # she has thought again
    change_id = await store.changes.wait(context.tx, idea, context.person.id, words, media_id, noted, context.now_ms)
    if idea.public and not await moderating.is_known(context, idea):
        await context.say(t.change_waits(number=idea.number), cards.see_rows(idea))
        return
    made = await store.changes.find(context.tx, change_id)
    if made is not None:
        await store.changes.make(context.tx, made, None, context.now_ms)
    if idea.public and not context.may(TEAM):
        await store.moderation.mark_unseen(context.tx, idea.id)
    await context.say((t.changed_on_record if noted else t.changed)(number=idea.number), cards.see_rows(idea))


@action(TEAM)
async def settle(context: Context, change_id: int, wished: int) -> None:
    """The team has looked at a change of something everybody reads."""
    found = await store.changes.find(context.tx, change_id)
    idea = await store.ideas.find(context.tx, context.place.id, found.idea_id) if found else None
    if found is None or idea is None:
        raise Refusal(t.no_such_idea)
    if found.state != "waiting":
        raise Refusal(t.change_settled(number=idea.number))
    await (store.changes.make if wished else store.changes.refuse)(
        context.tx, found, context.person.id, context.now_ms
    )
    told = (t.change_taken if wished else t.change_left)(number=idea.number)
    await context.answer(found.person_id, told, cards.see_rows(idea))
    rows = [[Button(t.next_at_desk, "ideas.desk")], *cards.see_rows(idea)]
    await context.show(t.change_taken_by_you if wished else t.change_left_by_you, rows)


async def ways(context: Context, idea: Idea) -> list[Button]:
    """For its author."""
    may = idea.person_id == context.person.id and idea.status in (Status.NEW, Status.OPEN)
    return [change.button(t.change, idea.id)] if may else []


async def choices(tx: Tx, idea: Idea) -> list[list[Button]]:
    """For the desk, where a change waits."""
    found = await store.changes.waiting(tx, idea.id)
    if found is None:
        return []
    return [[settle.button(t.take_change, found.id, 1)], [settle.button(t.leave_change, found.id, 0)]]


async def lines(tx: Tx, idea: Idea) -> list[Text]:
    """For the team's card: what it would be."""
    found = await store.changes.waiting(tx, idea.id)
    if found is None:
        return []
    return [t.card_change(words=short(found.words, cards.ON_CARD)) if found.words else t.card_change_photo]


async def picture(tx: Tx, idea: Idea) -> Stored | None:
    """The photo that waits to be looked at."""
    found = await store.changes.waiting(tx, idea.id)
    if found is None or found.media_id is None or not await store.pictures.is_ready(tx, found.media_id):
        return None
    return Stored(found.media_id)


def _freely(context: Context, idea: Idea) -> bool:
    return (idea.sent_at or 0) >= milliseconds(context.now - rules.FREELY)


async def _mine(context: Context, idea_id: int) -> Idea:
    idea = await cards.seen(context, idea_id)
    if idea.person_id != context.person.id:
        raise Refusal(t.not_yours_to_change(number=idea.number))
    if idea.status not in (Status.NEW, Status.OPEN):
        raise Refusal(t.too_late_to_change(number=idea.number))
    return idea
