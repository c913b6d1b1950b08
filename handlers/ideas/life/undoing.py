"""A wrong step is taken back, or several, each on record; whoever had heard of it hears that too."""

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, short
from handlers.ideas import cards, rules, store
from handlers.ideas.life import steps, vacancies
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.store.steps import Step
from handlers.ideas.words import status_name, t, words_of

EXCERPT = 120
REASON = 500


@action()
async def undo_step(context: Context, step_id: int) -> None:
    """The last one, from its receipt."""
    step = await store.steps.step(context.tx, step_id)
    idea = await store.ideas.find(context.tx, context.place.id, step.idea_id) if step else None
    if step is None or idea is None:
        raise Refusal(t.no_such_idea)
    last = await store.steps.last_step(context.tx, idea.id)
    if last is None or last.id != step.id or idea.status is not step.after:
        raise Refusal(t.not_the_last_step(number=idea.number))
    await _undo(context, idea, [step], "")
    await context.show(_receipt(idea, step), cards.see_rows(idea))


@action()
async def take_answer_back(context: Context, answer_id: int) -> None:
    """One's own, while the other party has not answered."""
    given = await store.answers.find(context.tx, answer_id)
    idea = await store.ideas.find(context.tx, context.place.id, given.idea_id) if given else None
    if given is None or idea is None or given.person_id != context.person.id:
        raise Refusal(t.no_such_idea)
    if given.step_id is not None or given.taken_back_at is not None:
        raise Refusal(t.not_the_last_step(number=idea.number))
    await store.answers.take_back(context.tx, answer_id, context.now_ms)
    await context.show(t.answer_taken_back(number=idea.number), cards.see_rows(idea))


@action()
async def how_far_back(context: Context, idea_id: int, page: int) -> None:
    """Every step that stands, newest first; those before it are taken back together."""
    idea = await cards.seen(context, idea_id)
    choices = []
    for step in await store.steps.standing(context.tx, idea.id):
        if not context.may(steps.who_may_undo(step)):
            break
        when = When(moment(step.taken_at), context.place.clocks, "day")
        label = t.back_to(status=status_name(step.before), when=when)
        choices.append(undo_to.button(label, idea.id, step.id))
    if not choices:
        raise Refusal(t.nothing_to_take_back(number=idea.number))
    rows = paged(choices, max(0, page), how_far_back.button(t.more, idea.id, page + 1))
    text = t.how_far_back(number=idea.number, status=status_name(idea.status))
    await context.show(text, rows, back=cards.back_to_record(idea))


@action()
async def undo_to(context: Context, idea_id: int, step_id: int) -> None:
    idea, chain = await _chain(context, idea_id, step_id)
    rows = [[undo_plainly.button(t.without_reason, idea.id, step_id)]]
    question = t.why_back(number=idea.number, status=status_name(chain[-1].before), count=len(chain))
    back = how_far_back.button(t.back, idea.id, 0)
    await context.ask(question, hear_why_back, idea.id, step_id, rows=rows, back=back)


@action()
async def undo_plainly(context: Context, idea_id: int, step_id: int) -> None:
    await hear_why_back(context, idea_id, step_id, "")


@action()
async def hear_why_back(context: Context, idea_id: int, step_id: int, reason: str) -> None:
    idea, chain = await _chain(context, idea_id, step_id)
    await _undo(context, idea, chain, reason.strip())
    await context.say(_receipt(idea, chain[-1]), cards.see_rows(idea))


async def _chain(context: Context, idea_id: int, step_id: int) -> tuple[Idea, list[Step]]:
    """The steps to take back, newest first, down to this one."""
    idea = await cards.seen(context, idea_id)
    standing = await store.steps.standing(context.tx, idea.id)
    numbers = [one.id for one in standing]
    if step_id not in numbers:
        raise Refusal(t.not_the_last_step(number=idea.number))
    chain = standing[: numbers.index(step_id) + 1]
    for one in chain:
        await _check_may(context, one)
    return idea, chain


async def _undo(context: Context, idea: Idea, chain: list[Step], reason: str) -> None:
    """Each on record; told once, to everybody who had heard of any of them."""
    concerned = await store.ideas.people_concerned(context.tx, idea.id)
    heard = False
    for step in chain:
        await _check_may(context, step)
        now = await store.ideas.idea(context.tx, context.place.id, idea.id)
        undoing = await _take_back(context, now, step, reason if step is chain[-1] else "")
        await store.steps.note_told(context.tx, undoing, context.now_ms)
        heard = not await store.steps.note_told(context.tx, step.id, context.now_ms) or heard
    if not heard:
        return
    status, words = status_name(chain[-1].before), words_of(idea, EXCERPT)
    news = t.news_undone(number=idea.number, words=words, status=status)
    if reason:
        news = t.news_undone_because(number=idea.number, words=words, status=status, reason=short(reason, REASON))
    others = [person_id for person_id in concerned if person_id != context.person.id]
    await steps.pass_on(context.notices, idea, others, news)


async def _take_back(context: Context, idea: Idea, step: Step, reason: str) -> int:
    me, now, role = context.person.id, context.now_ms, steps.taken_as(context, steps.who_may_undo(step))
    if step.after in rules.DECISIONS or step.after is Status.OPEN:
        await store.answers.take_back_step(context.tx, step.id, step.person_id, now)
    if idea.merged_into is None:
        return await store.steps.take(context.tx, idea, me, role, step.before, reason, now, undoes=step.id)
    target = await store.ideas.idea(context.tx, context.place.id, idea.merged_into)
    if target.status is Status.MERGED:
        raise Refusal(t.undo_the_other_first(number=target.number))
    undoing = await store.steps.take_unmerge(context.tx, idea, step, me, role, reason, now)
    for one in (idea, target):
        await store.support.gather_voices(context.tx, one.id)
    return undoing


async def _check_may(context: Context, step: Step) -> None:
    if not context.may(steps.who_may_undo(step)):
        raise Refusal(await vacancies.who_decides(context.tx, context.place.id, step.space))


def _receipt(idea: Idea, step: Step) -> Text:
    return t.step_undone(number=idea.number, status=status_name(step.before))
