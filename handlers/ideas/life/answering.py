"""An answer of whoever's space it is: recorded, weighed with the other party's, and a step once it is whole."""

from datetime import datetime, time, timedelta

from bot.clock import milliseconds, moment
from bot.database.db import Tx
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import people, roles
from bot.identity.roles import PROPERTY_MANAGERS, SHOPKEEPERS
from handlers.digests.source import Answer
from handlers.ideas import cards, guards, rules, store
from handlers.ideas.life import steps, vacancies
from handlers.ideas.rules import Status
from handlers.ideas.store.answers import Given
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import status_name, t, words_of

EXCERPT = 120
TRIAL_ENDS = time(9, 30)  # in the clock shown first: somebody is asked then
DAILY = SHOPKEEPERS | PROPERTY_MANAGERS
NEEDS_REASON = frozenset({Answer.BUT, Answer.LATER})


async def answerable(context: Context, idea_id: int) -> Idea:
    """Refuses whoever's space it is not, and what she may not see yet."""
    idea = await cards.seen(context, idea_id)
    if not context.may(rules.decider(idea.space)):
        raise Refusal(await vacancies.who_decides(context.tx, idea.place_id, idea.space))
    return idea


async def give(context: Context, idea: Idea, how: Answer, reason: str, until: int | None = None) -> Text:
    """Expects `answerable`. Records the answer, tells who has to hear it, and returns the receipt."""
    idea = await _alone_with(context.notices, idea)
    await _check(context, idea, how, reason)
    mine = await _record(context, idea, how, reason.strip(), until)
    standing = await store.answers.standing(context.tx, idea)
    counted = [one for one in standing if one.id in mine or not _is_over(idea, one, how, context)]
    result = rules.outcome([one.answer for one in counted])
    missing = await _missing(context.tx, idea, standing)
    if missing and result is not Answer.LATER:
        await _ask_the_other(context, idea, how, missing)
        noted = t.answer_noted(number=idea.number, answer=t[f"answered-{how.value}"])
        return join(noted, *await vacancies.nobody_decides(context.tx, idea.place_id, idea.space))
    to = rules.DECIDED_BY[result]
    settled = await store.steps.settled_space(context.tx, idea.id)
    again = to is idea.status and how is not result
    if again or not rules.may_follow(idea.status, to, idea.space, settled):
        if len(standing) == 1:
            raise await guards.unfit(context, idea)
        return t.answer_noted(number=idea.number, answer=t[f"answered-{how.value}"])
    said_last = next(one for one in counted if one.id in mine)
    return await _decide(context.notices, idea, to, counted, said_last)


async def settle(notices: Notices, idea: Idea) -> None:
    """Nobody is left whose answer is missing: what was said counts, and whoever said it hears so. It is her step."""
    idea = await _alone_with(notices, idea)
    standing = await store.answers.standing(notices.tx, idea)
    if not standing or await _missing(notices.tx, idea, standing):
        return
    to = rules.DECIDED_BY[rules.outcome([one.answer for one in standing])]
    settled = await store.steps.settled_space(notices.tx, idea.id)
    if to is idea.status or not rules.may_follow(idea.status, to, idea.space, settled):
        return
    said_last = standing[-1]
    receipt = await _decide(notices, idea, to, standing, said_last)
    await notices.answer(said_last.person_id, join(t.other_party_gone, receipt), cards.see_rows(idea))


async def _alone_with(notices: Notices, idea: Idea) -> Idea:
    """As it stands now: of two parties that answer at once, the second reads what the first did."""
    await notices.tx.lock(f"answers {idea.id}")
    return await store.ideas.idea(notices.tx, idea.place_id, idea.id)


def trial_end(notices: Notices, days: timedelta) -> datetime:
    """In the morning of that day."""
    zone = notices.place.clocks.first_shown
    return datetime.combine((notices.now + days).astimezone(zone).date(), TRIAL_ENDS, zone)


async def _check(context: Context, idea: Idea, how: Answer, reason: str) -> None:
    if rules.DECIDED_BY[how] not in rules.NEXT.get(idea.status, ()):
        raise await guards.unfit(context, idea)
    if how in NEEDS_REASON and not reason.strip():
        raise Refusal(t.reason_needed)


async def _record(context: Context, idea: Idea, how: Answer, reason: str, until: int | None) -> set[int]:
    """Somebody who is two parties answers for both."""
    if how is Answer.TRY and until is None:
        until = milliseconds(trial_end(context.notices, rules.TRIAL))
    given = set()
    for party in rules.PARTIES[idea.space]:
        for role in rules.speaks_as(context.roles, party)[:1]:
            given.add(
                await store.answers.give(
                    context.tx, idea, context.person.id, role, how, reason, until, context.now_ms
                )
            )
    return given


def _is_over(idea: Idea, other: Given, how: Answer, context: Context) -> bool:
    """Once a trial was run, whoever comes first here ends it; the other party's wish to try has been met."""
    first = rules.PARTIES[idea.space][0]
    met = idea.status is Status.TRIAL and other.answer is Answer.TRY and other.step_id is not None
    return met and how is not Answer.TRY and context.may(first) and other.role not in first.roles


async def _missing(tx: Tx, idea: Idea, standing: list[Given]) -> list[int]:
    """The people who have yet to answer. A second party that nobody stands for in this place is not waited for."""
    people_asked: list[int] = []
    for number, party in enumerate(rules.PARTIES[idea.space]):
        if any(one.role in party.roles for one in standing):
            continue
        holders = [one for role in party.roles for one in await people.members_with(tx, idea.place_id, role)]
        people_asked += holders or ([0] if number == 0 else [])
    return people_asked


async def _ask_the_other(context: Context, idea: Idea, how: Answer, missing: list[int]) -> None:
    """Whoever has a digest every day reads it there instead."""
    asked = t.your_answer_needed(number=idea.number, words=words_of(idea, EXCERPT), answer=t[f"answered-{how.value}"])
    keepers = await roles.holders(context.tx, idea.place_id, *sorted(DAILY.roles))
    others = [one for one in missing if one and one not in keepers and one != context.person.id]
    await context.tell_all(others, asked, cards.see_rows(idea))


async def _decide(notices: Notices, idea: Idea, to: Status, counted: list[Given], said_last: Given) -> Text:
    answer = rules.ANSWER_FOR[to]
    reasons = dict.fromkeys(one.reason for one in counted if one.answer is answer and one.reason)
    who, role = said_last.person_id, said_last.role.value
    step_id = await store.steps.take(notices.tx, idea, who, role, to, "\n".join(reasons), notices.now_ms)
    await store.answers.led_to(notices.tx, idea.id, step_id)
    until = min((one.until for one in counted if one.answer is Answer.TRY and one.until), default=None)
    if to is Status.TRIAL and until is not None:
        if until <= notices.now_ms:  # it had waited for somebody longer than it was to last
            until = milliseconds(trial_end(notices, rules.TRIAL))
        await store.steps.try_until(notices.tx, idea.id, until)
        await steps.tell(notices, step_id)
        return t.decided_trial(number=idea.number, until=When(moment(until), notices.place.clocks, "day"))
    await steps.tell(notices, step_id)
    return t.decided(number=idea.number, status=status_name(to))
