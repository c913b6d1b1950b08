"""A step in the life of an idea: taken, told with its reason to everyone concerned, undone on record."""

from bot import people
from bot.actions import action
from bot.clock import milliseconds
from bot.context import Context, Notices
from bot.errors import Refusal
from bot.outgoing import Stored
from bot.people import TEAM, Audience
from bot.texts import Text, short
from handlers.ideas import cards, rules, step_store, store, voice_store
from handlers.ideas.cards import t
from handlers.ideas.rules import Status
from handlers.ideas.step_store import Step
from handlers.ideas.store import Idea

EXCERPT = 120
REASON = 500  # letters: with a picture everything has to fit into 1024


async def check_step(context: Context, idea: Idea, to: Status) -> None:
    """Refuses what the life of an idea, or somebody else's space, does not allow."""
    settled = await step_store.settled_space(context.tx, idea.id)
    if not rules.may_follow(idea.status, to, idea.space, settled):
        raise Refusal(t.no_such_step(number=idea.number, status=cards.status_name(idea.status)))
    if not context.may(rules.who_may(to, idea.space)) or rules.lacks_answer(to, idea.space, settled):
        raise Refusal(t[f"decides-{idea.space.value}"])


async def take(context: Context, idea: Idea, to: Status, reason: str) -> int:
    """Checks the rules and records the step; `tell` says it to everyone."""
    await check_step(context, idea, to)
    if rules.needs_reason(to) and not reason.strip():
        raise Refusal(t.reason_needed)
    step_id = await step_store.take(context.tx, idea, context.person.id, to, reason.strip(), context.now_ms)
    if to is Status.OPEN:
        await step_store.publish(context.tx, idea.id, context.now_ms)
    if to is Status.TRIAL:
        await step_store.try_until(context.tx, idea.id, milliseconds(context.now + rules.TRIAL))
    return step_id


async def tell(notices: Notices, step_id: int, picture: Stored | None = None) -> None:
    """Once, whoever asks for it: to everyone concerned, and a decision to the team as well."""
    step = await step_store.step(notices.tx, step_id)
    if step is None or not await step_store.note_told(notices.tx, step_id, notices.now_ms):
        return
    idea = await store.idea(notices.tx, notices.place.id, step.idea_id)
    concerned = await store.people_concerned(notices.tx, idea.id)
    if step.after in rules.DECISIONS:
        concerned += await people.team(notices.tx, notices.place.id)
    others = [person_id for person_id in concerned if person_id != step.person_id]
    await notices.tell_all(others, _news(idea, step), cards.see_rows(idea), picture)


@action()
async def undo_step(context: Context, step_id: int) -> None:
    """A wrong step is taken back, on record; whoever had heard of it hears that too."""
    step = await step_store.step(context.tx, step_id)
    idea = await store.find(context.tx, context.place.id, step.idea_id) if step else None
    if step is None or idea is None:
        raise Refusal(t.no_such_idea)
    last = await step_store.last_step(context.tx, idea.id)
    if last is None or last.id != step.id or idea.status is not step.after:
        raise Refusal(t.not_the_last_step(number=idea.number))
    if not context.may(who_may_undo(step)):
        raise Refusal(t[f"decides-{step.space.value}"])
    concerned = await store.people_concerned(context.tx, idea.id)
    undoing = await _take_back(context, idea, step)
    await step_store.note_told(context.tx, undoing, context.now_ms)
    heard_of_it = not await step_store.note_told(context.tx, step.id, context.now_ms)
    receipt = t.step_undone(number=idea.number, status=cards.status_name(step.before))
    await context.show(receipt, cards.see_rows(idea))
    if heard_of_it:
        news = t.news_undone(
            number=idea.number, words=cards.words_of(idea, EXCERPT), status=cards.status_name(step.before)
        )
        others = [person_id for person_id in concerned if person_id != context.person.id]
        await context.notices.tell_all(others, news, cards.see_rows(idea))


def who_may_undo(step: Step) -> Audience:
    return rules.who_may(step.after, step.space) if step.after in rules.DECISIONS else TEAM


async def _take_back(context: Context, idea: Idea, step: Step) -> int:
    me, now = context.person.id, context.now_ms
    if idea.merged_into is None:
        return await step_store.take(context.tx, idea, me, step.before, "", now, undoes=step.id)
    target = await store.idea(context.tx, context.place.id, idea.merged_into)
    if target.status is Status.MERGED:
        raise Refusal(t.undo_the_other_first(number=target.number))
    await voice_store.take_voices_back(context.tx, idea.id, target.id)
    return await step_store.take_unmerge(context.tx, idea, step, me, now)


def _news(idea: Idea, step: Step) -> Text:
    words = cards.words_of(idea, EXCERPT)
    status = cards.status_name(step.after)
    if step.reason:
        return t.news_with_reason(number=idea.number, words=words, status=status, reason=short(step.reason, REASON))
    return t.news(number=idea.number, words=words, status=status)
