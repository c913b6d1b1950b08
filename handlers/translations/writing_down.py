"""Write down what a voice note says: the speaker hears what was understood, and only her yes puts it on the card."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import Text, short
from bot.identity.places import Moderation
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from bot.translating.scripts import mark
from handlers.ideas.rules import MOST_LETTERS, Status
from handlers.ideas.store import behalf, changes, ideas, moderation, pictures
from handlers.ideas.store.ideas import Idea
from handlers.translations import guards, rules, store
from handlers.translations.store.transcripts import Transcript
from handlers.translations.words import t

WHOLE = 2500


async def may_write_down(context: Context, idea: Idea) -> bool:
    """By another than the speaker, while she may change it, and not while one waits for her."""
    if idea.status is not Status.OPEN or idea.person_id == context.person.id:
        return False
    if await pictures.ready_voice(context.tx, idea.id) is None or await behalf.find(context.tx, idea.id):
        return False
    known = await store.transcripts.find(context.tx, idea.id)
    return known is None or _lapsed(context, known)


@action()
async def write_down(context: Context, idea_id: int) -> None:
    """With the voice note above the question."""
    idea = await _to_write_down(context, idea_id)
    media_id = await pictures.ready_voice(context.tx, idea.id)
    if media_id is not None:
        await context.send_voice(media_id)
    await context.ask(t.what_is_said(number=idea.number), hear_written, idea.id, where=Where.BELOW)


@action()
async def hear_written(context: Context, idea_id: int, words: str) -> None:
    await context.tx.lock(f"transcript of idea {idea_id}")
    idea = await _to_write_down(context, idea_id)
    since = context.now_ms - rules.DAY
    if await store.transcripts.count_since(context.tx, context.person.id, since) >= rules.MOST_WRITTEN_A_DAY:
        raise Refusal(t.enough_written(limit=rules.MOST_WRITTEN_A_DAY))
    said = rules.check_heard(words)
    await store.transcripts.write_down(context.tx, idea.id, context.person.id, said, context.now_ms)
    await context.say(t.written_down, [[guards.see(idea.id)]])
    await context.tell(idea.person_id, _understood(idea, said), _answers(idea))


@action()
async def understood(context: Context, idea_id: int) -> None:
    """From the list of what waits for her."""
    idea, written = await _mine(context, idea_id)
    await context.show(_understood(idea, written.words), _answers(idea))


@action()
async def right(context: Context, idea_id: int) -> None:
    """The words are hers from now on."""
    await context.tx.lock(f"transcript of idea {idea_id}")
    idea, written = await _mine(context, idea_id)
    words = _joined(idea, written.words)
    stands = await _put(context, idea, words)
    await store.transcripts.settle(context.tx, idea.id, "right", mark(words), context.now_ms)
    await context.show(t.stands if stands else t.stands_later, [[guards.see(idea.id)]])


@action()
async def not_quite(context: Context, idea_id: int) -> None:
    """It is put away whether she says it herself or not."""
    await context.tx.lock(f"transcript of idea {idea_id}")
    idea, _ = await _mine(context, idea_id)
    await store.transcripts.settle(context.tx, idea.id, "not_quite", "", context.now_ms)
    await context.ask(t.say_yourself, hear_own, idea.id)


@action()
async def hear_own(context: Context, idea_id: int, words: str) -> None:
    idea = await ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.person_id != context.person.id or not idea.public:
        raise Refusal(t.nothing_there)
    stands = await _put(context, idea, _joined(idea, rules.check_heard(words)))
    await context.say(t.stands if stands else t.stands_later, [[guards.see(idea.id)]])


async def _put(context: Context, idea: Idea, words: str) -> bool:
    """As when she changes it: on record, and before the team where it looks first. False while it waits there."""
    tx, me = context.tx, context.person.id
    if idea.status is not Status.OPEN:
        raise Refusal(t.too_late)
    if await changes.waiting(tx, idea.id) is not None:
        raise Refusal(t.change_waits)
    change_id = await changes.wait(tx, idea, me, words, None, 1, context.now_ms)
    change = await changes.find(tx, change_id)
    if change is None or not await _known(context):
        return False
    await changes.make(tx, change, None, context.now_ms)
    if not context.may(TEAM):
        await moderation.mark_unseen(tx, idea.id)
    return True


async def _known(context: Context) -> bool:
    """As in the ideas: whether everybody may read what she writes before the team has looked at it."""
    if context.may(TEAM):
        return True
    if Moderation(context.place.moderation) is Moderation.BEFORE:
        return False
    return await moderation.is_trusted(context.tx, context.place.id, context.person.id)


async def _to_write_down(context: Context, idea_id: int) -> Idea:
    idea = await guards.check_on_board(context, idea_id)
    if not await may_write_down(context, idea):
        raise Refusal(t.not_to_write_down)
    return idea


async def _mine(context: Context, idea_id: int) -> tuple[Idea, Transcript]:
    idea = await ideas.find(context.tx, context.place.id, idea_id)
    written = await store.transcripts.find(context.tx, idea.id) if idea else None
    if idea is None or written is None or idea.person_id != context.person.id or not idea.public:
        raise Refusal(t.nothing_there)
    if written.state != "asked":
        raise Refusal(t.answered_already)
    return idea, written


def _lapsed(context: Context, one: Transcript) -> bool:
    waits = context.now_ms - one.made_at
    return one.state == "asked" and waits > rules.ASKED_AGAIN_AFTER.total_seconds() * 1000


def _joined(idea: Idea, words: str) -> str:
    """Beneath what she wrote beside her voice note."""
    return "\n".join(part for part in (idea.words.strip(), words) if part)[:MOST_LETTERS]


def _understood(idea: Idea, words: str) -> Text:
    return t.understood(number=idea.number, words=short(words, WHOLE))


def _answers(idea: Idea) -> list[list[Button]]:
    return [[right.button(t.right, idea.id)], [not_quite.button(t.not_quite, idea.id)]]
