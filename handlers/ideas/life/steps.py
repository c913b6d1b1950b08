"""A step in the life of an idea: checked, taken, and told with its reason to everyone concerned."""

from bot.clock import moment
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, short
from bot.identity import people, roles
from bot.identity.roles import TEAM, Audience, Role
from bot.outbox.message import Button, Rows, Stored
from handlers.ideas import cards, guards, rules, store
from handlers.ideas.life import vacancies
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.store.steps import Step
from handlers.ideas.words import behalf_name, role_name, status_name, t, words_of

EXCERPT = 120
REASON = 500  # letters: with a picture everything has to fit into 1024


async def check_step(context: Context, idea: Idea, to: Status) -> None:
    """Refuses what the life of an idea, or somebody else's space, does not allow."""
    settled = await store.steps.settled_space(context.tx, idea.id)
    if not rules.may_follow(idea.status, to, idea.space, settled):
        raise await guards.unfit(context, idea)
    if not context.may(rules.who_may(to, idea.space)) or rules.lacks_answer(to, idea.space, settled):
        raise Refusal(await vacancies.who_decides(context.tx, idea.place_id, idea.space))


async def take(context: Context, idea: Idea, to: Status, reason: str) -> int:
    """Checks the rules and records a step that is no answer; `tell` says it to everyone."""
    await check_step(context, idea, to)
    if rules.needs_reason(to) and not reason.strip():
        raise Refusal(t.reason_needed)
    role = taken_as(context, rules.who_may(to, idea.space))
    step_id = await store.steps.take(context.tx, idea, context.person.id, role, to, reason.strip(), context.now_ms)
    if to is Status.OPEN:
        await store.steps.publish(context.tx, idea.id, context.now_ms)
        await store.answers.end(context.tx, idea.id, step_id)
    return step_id


async def tell(notices: Notices, step_id: int, picture: Stored | None = None) -> None:
    """Once, whoever asks for it: to everyone concerned, and a decision to the team as well."""
    step = await store.steps.step(notices.tx, step_id)
    if step is None or not await store.steps.note_told(notices.tx, step_id, notices.now_ms):
        return
    idea = await store.ideas.idea(notices.tx, notices.place.id, step.idea_id)
    concerned = await store.ideas.people_concerned(notices.tx, idea.id)
    if step.after in rules.DECISIONS:
        concerned += await roles.team(notices.tx, notices.place.id)
        concerned += await store.answers.answered_by(notices.tx, step.id)
    if step.role == rules.CLOCK:
        for role in rules.decider(step.space).roles:
            concerned += await people.members_with(notices.tx, notices.place.id, role)
        concerned.append(step.person_id)
    others = [one for one in concerned if one != step.person_id or step.role == rules.CLOCK]
    # By address: after-care is another feature.
    rows = [[Button(t.look_after_it, f"care.look_after:{idea.id}")]] if step.after is Status.DONE else []
    await pass_on(notices, idea, others, await _news(notices, idea, step), picture, [*rows, *cards.see_rows(idea)])


async def pass_on(
    notices: Notices, idea: Idea, to: list[int], news: Text, picture: Stored | None = None, rows: Rows | None = None
) -> None:
    """Whoever wrote the idea down for somebody without a phone is asked to say it to her."""
    behalf = await store.behalf.find(notices.tx, idea.id)
    for person_id in dict.fromkeys(to):
        text = news
        if behalf is not None and behalf.noted_by == person_id:
            text = join(news, t.please_tell(name=behalf_name(behalf)))
        await notices.tell_news(person_id, text, rows or cards.see_rows(idea), picture)


def taken_as(context: Context, who: Audience) -> str:
    """As whom this person does it; expects that she may."""
    return next(iter(rules.speaks_as(context.roles, who)), Role.RESIDENT).value


def who_may_undo(step: Step) -> Audience:
    """A decision is undone only by those who took it; where the clock did, by whoever's space it is."""
    if step.after not in rules.DECISIONS:
        return TEAM
    if step.role == rules.CLOCK:
        return next(iter(rules.PARTIES[step.space]), TEAM)
    role = Role(step.role)
    return TEAM if role in TEAM.roles else Audience(frozenset({role}))


async def _news(notices: Notices, idea: Idea, step: Step) -> Text:
    words = words_of(idea, EXCERPT)
    if step.role == rules.CLOCK:
        return t.news_trial_undone(number=idea.number, words=words)
    status = status_name(step.after)
    if step.after in rules.DECISIONS:
        return await _decided(notices, idea, step, t.news(number=idea.number, words=words, status=status))
    if step.reason:
        return t.news_with_reason(number=idea.number, words=words, status=status, reason=short(step.reason, REASON))
    return t.news(number=idea.number, words=words, status=status)


async def _decided(notices: Notices, idea: Idea, step: Step, news: Text) -> Text:
    """With whose answer it is, until when a trial runs, and why. As on the record: a role, nobody's name."""
    behind = await store.answers.roles_behind(notices.tx, step.id, rules.ANSWER_FOR[step.after])
    names = [role_name(one.value) for one in behind] or [role_name(step.role)]
    lines = [news, t.news_by(who=join(*names, separator=" · "))]
    if step.after is Status.TRIAL and idea.trial_until is not None:
        lines.append(t.card_trial(until=When(moment(idea.trial_until), notices.place.clocks, "day")))
    if step.reason:
        lines.append(t.card_reason(reason=short(step.reason, REASON)))
    return join(*lines)
