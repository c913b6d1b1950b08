"""What happened to an idea, for everyone to read: as whom, when and why, each step, answer and boundary."""

from dataclasses import dataclass

from bot.clock import moment
from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.i18n.texts import Text, join, short
from bot.i18n.times import When
from bot.identity import names, people
from bot.identity.people import TEAM, Role
from handlers.ideas import (
    answer_store,
    behalf_store,
    cards,
    change_store,
    rules,
    step_store,
    steps,
    store,
    undoing,
    vacancies,
)
from handlers.ideas.answer_store import Boundary, Given
from handlers.ideas.behalf_store import Behalf
from handlers.ideas.cards import t
from handlers.ideas.change_store import Change
from handlers.ideas.rules import CLOCK
from handlers.ideas.step_store import Step
from handlers.ideas.store import Idea

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
    last = await step_store.last_step(context.tx, idea.id)
    if last is not None and context.may(steps.who_may_undo(last)):
        rows.append([undoing.how_far_back.button(t.take_steps_back, idea.id, 0)])
    back = (
        record.button(t.back, idea.id, max(0, offset - PAGE)) if offset else Button(t.back, f"ideas.more:{idea.id}")
    )
    await context.show(join(*await _head(context, idea), *lines), rows, back=back)


async def entries(context: Context, idea: Idea) -> list[Entry]:
    """In the order in which things of the same moment follow one another."""
    tx = context.tx
    taken = await step_store.history(tx, idea.id)
    answers = await answer_store.history(tx, idea.id)
    # An answer that became a step just as it was given stands there already.
    alone = {(one.person_id, one.taken_at) for one in taken if _is_whole(one, answers)}
    undone = {(one.person_id, one.taken_at) for one in taken if one.undoes is not None}
    found = [_sent(idea, idea.sent_at, await behalf_store.find(tx, idea.id))] if idea.sent_at is not None else []
    found += [_boundary(one) for one in await answer_store.boundaries(tx, idea.id)]
    found += [_answer(one) for one in answers if (one.person_id, one.given_at) not in alone]
    found += [_step(one) if _is_whole(one, answers) else _together(one) for one in taken]
    found += [
        Entry(one.taken_back_at, one.person_id, one.role, t.entry_answer_back)
        for one in answers
        if one.taken_back_at is not None and (one.person_id, one.taken_back_at) not in undone
    ]
    found += [_changed(one) for one in await change_store.on_record(tx, idea.id)]
    for one in await store.merged_into(tx, idea.id):
        last = await step_store.last_step(tx, one.id)
        if last is not None:
            found.append(Entry(last.taken_at, last.person_id, last.role, t.entry_joined(number=one.number)))
    return found


async def _head(context: Context, idea: Idea) -> list[Text]:
    """Whose space it is, whose answer counts, and what the votes say."""
    lines = [
        t.record(number=idea.number, status=cards.status_name(idea.status)),
        t.record_space(space=cards.space_name(idea.space), who=t[f"who-{idea.space.value}"]),
    ]
    lines += await vacancies.nobody_decides(context.tx, idea.place_id, idea.space)
    polls = await cards.poll_lines(context.tx, idea)
    if polls:
        lines += [*polls, t.votes_inform]
    if paper := await behalf_store.paper_voices(context.tx, idea.id):
        lines.append(t.card_paper(count=paper))
    return lines


async def _line(context: Context, entry: Entry) -> Text:
    who = cards.role_name(entry.role)
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


def _step(step: Step) -> Entry:
    what = cards.status_name(step.after)
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
    return Entry(step.taken_at, step.person_id, TOGETHER, cards.status_name(step.after))


def _boundary(drawn: Boundary) -> Entry:
    what = t.entry_space(before=cards.space_name(drawn.before), after=cards.space_name(drawn.after))
    return Entry(drawn.drawn_at, drawn.person_id, drawn.role, what, drawn.reason)


def _answer(given: Given) -> Entry:
    return Entry(given.given_at, given.person_id, given.role, t[f"answered-{given.answer.value}"], given.reason)
