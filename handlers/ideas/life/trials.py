"""Try it first: until a date that whoever's space it is chooses; then keep, change or undo."""

from datetime import date, datetime

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand
from bot.identity import people
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.digests.source import Answer
from handlers.ideas import cards, rules, store
from handlers.ideas.life import answering, steps
from handlers.ideas.rules import CLOCK, Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t, words_of

DECIDERS = SHOPKEEPERS | LIAISONS | PROPERTY_MANAGERS | TEAM
EXCERPT = 120


@action(DECIDERS)
async def trial_length(context: Context, idea_id: int) -> None:
    """Three dates to choose from, or one that is typed."""
    idea = await answering.answerable(context, idea_id)
    rows = []
    for days in rules.TRIALS:
        end = answering.trial_end(context.notices, days)
        when = When(end, context.place.clocks, "day")
        rows.append([trial_until.button(t.until(when=when), idea.id, end.date().toordinal())])
    question = t.how_long(number=idea.number)
    await context.ask(question, hear_trial_date, idea.id, rows=rows, back=Button(t.back, f"ideas.answer:{idea.id}"))


@action(DECIDERS)
async def hear_trial_date(context: Context, idea_id: int, words: str) -> None:
    found = _read_day(context, words)
    if found is None:
        raise Refusal(t.not_a_date)
    await trial_until(context, idea_id, found.toordinal())


@action(DECIDERS)
async def trial_until(context: Context, idea_id: int, day: int) -> None:
    idea = await answering.answerable(context, idea_id)
    end = _end(context, day)
    rows = [[try_plainly.button(t.without_reason, idea.id, day)]]
    question = t.why_try(until=When(end, context.place.clocks, "day"))
    back = trial_length.button(t.back, idea.id)
    await context.ask(question, hear_trial_reason, idea.id, day, rows=rows, back=back)


@action(DECIDERS)
async def try_plainly(context: Context, idea_id: int, day: int) -> None:
    await hear_trial_reason(context, idea_id, day, "")


@action(DECIDERS)
async def hear_trial_reason(context: Context, idea_id: int, day: int, reason: str) -> None:
    idea = await answering.answerable(context, idea_id)
    until = milliseconds(_end(context, day))
    receipt = await answering.give(context, idea, Answer.TRY, reason, until)
    await context.say(receipt, await undo_rows(context, idea))


async def undo_rows(context: Context, idea: Idea) -> list[list[Button]]:
    """Below a receipt: what this person has just decided or answered can be taken back."""
    last = await store.steps.last_step(context.tx, idea.id)
    if last is not None and last.person_id == context.person.id and last.taken_at == context.now_ms:
        return [[Button(t.undo, f"ideas.undo_step:{last.id}")]]
    given = [one for one in await store.answers.standing(context.tx, idea) if one.person_id == context.person.id]
    return [[Button(t.undo, f"ideas.take_answer_back:{one.id}")] for one in given[-1:]]


async def ask_what_becomes(notices: Notices) -> None:
    """On the date: keep, change or undo, asked of whoever's space it is."""
    for idea in await store.ideas.trials_over(notices.tx, notices.place.id, notices.now_ms):
        await store.steps.note_trial_asked(notices.tx, idea.id, notices.now_ms)
        asked = t.trial_over(number=idea.number, words=words_of(idea, EXCERPT))
        rows = [
            [Button(t.trial_keep, f"ideas.answer_with:{idea.id}:{Answer.YES}")],
            [Button(t.trial_change, f"ideas.answer_with:{idea.id}:{Answer.BUT}")],
            [Button(t.trial_undo, f"ideas.answer_with:{idea.id}:{Answer.LATER}")],
        ]
        await notices.tell_all(await _owners(notices, idea), asked, rows, await cards.picture(notices.tx, idea))


async def undo_by_default(notices: Notices) -> None:
    """A week without an answer: it is undone, and everybody concerned hears so."""
    before = milliseconds(notices.now - rules.TRIAL_PATIENCE)
    for idea in await store.ideas.trials_unanswered(notices.tx, notices.place.id, before):
        last = await store.steps.last_step(notices.tx, idea.id)
        whose = last.person_id if last else idea.person_id
        step_id = await store.steps.take(notices.tx, idea, whose, CLOCK, Status.NOT_NOW, "", notices.now_ms)
        await steps.tell(notices, step_id)


async def _owners(notices: Notices, idea: Idea) -> list[int]:
    parties = rules.PARTIES[idea.space]
    roles = parties[0].roles if parties else TEAM.roles  # a trial whose space became unclear is the team's to settle
    return [one for role in roles for one in await people.members_with(notices.tx, notices.place.id, role)]


def _end(context: Context, day: int) -> datetime:
    """Refuses yesterday, and a year that is not meant."""
    latest = (context.now + rules.LONGEST_TRIAL).date().toordinal()
    zone = context.place.clocks.first_shown
    if not context.now.astimezone(zone).date().toordinal() < day <= latest:
        raise Refusal(t.not_a_date)
    return datetime.combine(date.fromordinal(day), answering.TRIAL_ENDS, zone)


def _read_day(context: Context, words: str) -> date | None:
    """A day with or without a time of day."""
    for said in (words, f"{words} 23:00"):
        match understand(said, context.now, context.place.clocks, context.language):
            case Understood(at):
                return at.astimezone(context.place.clocks.first_shown).date()
            case Ambiguous(candidates):
                return candidates[0].astimezone(context.place.clocks.first_shown).date()
            case None:
                continue
    return None
