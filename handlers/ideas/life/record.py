"""What happened to an idea, for everyone to read: as whom, when and why, each step, answer and boundary."""

from dataclasses import dataclass

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, short
from bot.identity import names, people
from bot.identity.roles import TEAM, Role
from bot.outbox.message import Button
from handlers.ideas import cards, rules, store
from handlers.ideas.life import steps, undoing, vacancies
from handlers.ideas.rules import CLOCK
from handlers.ideas.store.answers import Boundary, Given
from handlers.ideas.store.behalf import Behalf
from handlers.ideas.store.changes import Change
from handlers.ideas.store.costs import Estimate
from handlers.ideas.store.ideas import Idea
from handlers.ideas.store.steps import Step
from handlers.ideas.words import band_name, role_name, space_name, status_name, t

PAGE = 5
REASON = 300
TOGETHER = "together"  # what the answers of two parties came to


@dataclass(frozen=True)
class Entry:
    at: int
    person_id: int
    role: str
    what: Text
    reason: str = ""


@action()
async def record(context: Context, idea_id: int, offset: int) -> None:
    """Five at a time, the newest first."""
    idea = await cards.seen(context, idea_id)
    found = sorted(await entries(context, idea), key=lambda one: one.at)[::-1]
    offset = max(0, min(offset, len(found) - 1))
    lines = [await _line(context, one) for one in found[offset : offset + PAGE]]
    rows: list[list[Button]] = []
    if len(found) > offset + PAGE:
        rows.append([record.button(t.five_entries_more, idea.id, offset + PAGE)])
    last = await store.steps.last_step(context.tx, idea.id)
    if last is not None and context.may(steps.who_may_undo(last)):
        rows.append([undoing.how_far_back.button(t.take_steps_back, idea.id, 0)])
    back = (
        record.button(t.back, idea.id, max(0, offset - PAGE)) if offset else Button(t.back, f"ideas.more:{idea.id}")
    )
    await context.show(join(*await _head(context, idea), *lines), rows, back=back)


async def entries(context: Context, idea: Idea) -> list[Entry]:
    """In the order in which things of the same moment follow one another."""
    tx = context.tx
    taken = await store.steps.history(tx, idea.id)
    answers = await store.answers.history(tx, idea.id)
    # An answer that became a step just as it was given stands there already.
    alone = {(one.person_id, one.taken_at) for one in taken if _is_whole(one, answers)}
    undone = {(one.person_id, one.taken_at) for one in taken if one.undoes is not None}
    found = [_sent(idea, idea.sent_at, await store.behalf.find(tx, idea.id))] if idea.sent_at is not None else []
    found += [_boundary(one) for one in await store.answers.boundaries(tx, idea.id)]
    found += [_answer(one) for one in answers if (one.person_id, one.given_at) not in alone]
    found += [_step(one) if _is_whole(one, answers) else _together(one) for one in taken]
    found += [
        Entry(one.taken_back_at, one.person_id, one.role, t.entry_answer_back)
        for one in answers
        if one.taken_back_at is not None and (one.person_id, one.taken_back_at) not in undone
    ]
    found += [_changed(one) for one in await store.changes.on_record(tx, idea.id)]
    found += [_estimate(one) for one in await store.costs.history(tx, idea.id)]
    for one in await store.ideas.merged_into(tx, idea.id):
        last = await store.steps.last_step(tx, one.id)
        if last is not None:
            found.append(Entry(last.taken_at, last.person_id, last.role, t.entry_joined(number=one.number)))
    return found


async def _head(context: Context, idea: Idea) -> list[Text]:
    """Whose space it is, whose answer counts, and what the votes say."""
    lines = [
        t.record(number=idea.number, status=status_name(idea.status)),
        t.record_space(
            space=space_name(idea.space), who=await vacancies.whose_answer(context.tx, idea.place_id, idea.space)
        ),
    ]
    lines += await vacancies.nobody_decides(context.tx, idea.place_id, idea.space)
    polls = await cards.poll_lines(context.tx, idea)
    if polls:
        lines += [*polls, t.votes_inform]
    if paper := await store.behalf.paper_voices(context.tx, idea.id):
        lines.append(t.card_paper(count=paper))
    return lines


async def _line(context: Context, entry: Entry) -> Text:
    who = role_name(entry.role)
    if context.may(TEAM) and entry.role not in (CLOCK, TOGETHER):
        name = (await people.person(context.tx, entry.person_id)).name
        who = join(who, names.called(name, 30), separator=" · ")
    when = When(moment(entry.at), context.place.clocks, "day")
    if entry.reason:
        return t.entry_why(when=when, what=entry.what, who=who, reason=short(entry.reason, REASON))
    return t.entry(when=when, what=entry.what, who=who)


def _sent(idea: Idea, at: int, behalf: Behalf | None) -> Entry:
    if behalf is None:
        return Entry(at, idea.person_id, Role.RESIDENT, t.entry_sent)
    return Entry(at, idea.person_id, Role.VOLUNTEER, t.entry_sent_for_a_neighbour)


def _changed(change: Change) -> Entry:
    """What it said before stands with it."""
    what = t.entry_changed if change.words is not None else t.entry_changed_photo
    return Entry(change.changed_at, change.person_id, Role.RESIDENT, what, change.before or "")


def _estimate(one: Estimate) -> Entry:
    what = t.entry_cost(cost=band_name(one.band)) if one.band else t.entry_cost_back
    return Entry(one.set_at, one.person_id, one.role, what)


def _step(step: Step) -> Entry:
    what = status_name(step.after)
    if step.undoes is not None:
        what = t.entry_undone(status=what)
    return Entry(step.taken_at, step.person_id, step.role, what, step.reason)


def _is_whole(step: Step, answers: list[Given]) -> bool:
    """Whether it says what whoever took it said; what two parties answered may come to something else."""
    if step.undoes is not None or step.after not in rules.DECISIONS:
        return True
    own = [one for one in answers if (one.person_id, one.given_at) == (step.person_id, step.taken_at)]
    return not own or any(rules.DECIDED_BY[one.answer] is step.after and one.reason == step.reason for one in own)


def _together(step: Step) -> Entry:
    """The reasons stand with the answers."""
    return Entry(step.taken_at, step.person_id, TOGETHER, status_name(step.after))


def _boundary(drawn: Boundary) -> Entry:
    what = t.entry_space(before=space_name(drawn.before), after=space_name(drawn.after))
    return Entry(drawn.drawn_at, drawn.person_id, drawn.role, what, drawn.reason)


def _answer(given: Given) -> Entry:
    return Entry(given.given_at, given.person_id, given.role, t[f"answered-{given.answer.value}"], given.reason)
