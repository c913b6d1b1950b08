"""Two ideas that say the same become one: voices are kept and counted once, nothing is deleted."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from handlers.ideas import cards, guards, store
from handlers.ideas.life import steps, undoing
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t, words_of

OFFERED = 3
EXCERPT = 120


@action(TEAM)
async def merge(context: Context, idea_id: int) -> None:
    """Pick a look-alike, or type a number."""
    idea = await _mergeable(context, idea_id)
    alike = await store.lookalikes.candidates(context.tx, idea, OFFERED)
    lines: list[Text] = [t.merge_into_which(number=idea.number)]
    lines += [await cards.line(context.tx, one) for one in alike]
    rows = [[merge_into.button(t.merge_into(number=one.number), idea.id, one.id)] for one in alike]
    back = cards.back_to_card(idea)
    await context.ask(join(*lines), hear_number, idea.id, rows=rows, back=back)


@action(TEAM)
async def hear_number(context: Context, idea_id: int, words: str) -> None:
    digits = "".join(letter for letter in words if letter.isdecimal())[:9]
    if not digits:
        raise Refusal(t.type_a_number)
    target = await store.ideas.find_by_number(context.tx, context.place.id, int(digits))
    if target is None:
        raise Refusal(t.no_such_number(number=int(digits)))
    await merge_into(context, idea_id, target.id)


@action(TEAM)
async def merge_into(context: Context, idea_id: int, target_id: int) -> None:
    idea = await _mergeable(context, idea_id)
    target = await _mergeable(context, target_id)
    if idea.id == target.id:
        raise Refusal(t.not_into_itself)
    concerned = await store.ideas.people_concerned(context.tx, idea.id)
    step_id = await store.steps.take_merge(
        context.tx, idea, target.id, context.person.id, steps.taken_as(context, TEAM), context.now_ms
    )
    await store.support.gather_voices(context.tx, target.id)
    await store.steps.note_told(context.tx, step_id, context.now_ms)
    now = await store.ideas.idea(context.tx, context.place.id, target.id)
    rows = [[undoing.undo_step.button(t.undo, step_id)], *cards.see_rows(target)]
    await context.say(t.merged(number=idea.number, target=target.number, voices=now.voices), rows)
    news = t.news_merged(number=idea.number, words=words_of(idea, EXCERPT), target=target.number)
    others = [person_id for person_id in concerned if person_id != context.person.id]
    await steps.pass_on(context.notices, idea, others, news)


async def _mergeable(context: Context, idea_id: int) -> Idea:
    idea = await store.ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.status is Status.DRAFT:
        raise Refusal(t.no_such_idea)
    if idea.status is not Status.NEW and not idea.public:
        raise await guards.unfit(context, idea)
    return idea
