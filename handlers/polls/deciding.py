"""What a poll led to: noted on it afterwards, in words or by the number of an idea, and told to whom it was put."""

from pathlib import Path

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Texts, short
from bot.identity.people import TEAM
from bot.outbox.outgoing import Message
from handlers.ideas import store as ideas
from handlers.polls import asked, record_store, results, rules, store
from handlers.polls.store import Poll

t = Texts("polls", Path(__file__).parent / "texts")

LONGEST = 500  # letters
QUESTION_SHOWN = 120
OFFERED = 3


@action(TEAM)
async def decide(context: Context, poll_id: int) -> None:
    """The ideas that were its options can be pressed, the winner first."""
    poll = await _closed(context, poll_id)
    options = await store.options(context.tx, poll.id)
    about = [one for one in options if one.idea_id is not None]
    about.sort(key=lambda one: -rules.worth_of(poll.kind, one.entry))
    rows = [
        [decide_idea.button(t.leads_to_idea(words=short(one.words, 40)), poll.id, one.idea_id or 0)]
        for one in about[:OFFERED]
    ]
    question = short(poll.question, QUESTION_SHOWN)
    await context.ask_below(t.ask_decision(question=question), hear_decision, poll.id, rows=rows)


@action(TEAM)
async def hear_decision(context: Context, poll_id: int, words: str) -> None:
    poll = await _closed(context, poll_id)
    said = words.strip()
    number = said.lstrip("#№/")
    if number.isdecimal() and len(number) < 10:
        idea = await ideas.find_by_number(context.tx, context.place.id, int(number))
        if idea is None or not idea.public:
            raise Refusal(t.no_such_idea(number=number))
        await _note(context, poll, "", idea.id)
        return
    if not said or len(said) > LONGEST:
        raise Refusal(t.decision_too_long(limit=LONGEST))
    await _note(context, poll, said, None)


@action(TEAM)
async def decide_idea(context: Context, poll_id: int, idea_id: int) -> None:
    poll = await _closed(context, poll_id)
    idea = await ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or not idea.public:
        raise Refusal(t.poll_gone)
    await _note(context, poll, "", idea.id)


async def _note(context: Context, poll: Poll, words: str, idea_id: int | None) -> None:
    await record_store.note_decision(context.tx, poll.id, context.person.id, words, idea_id, context.now_ms)
    decision = await record_store.find_decision(context.tx, poll.id)
    if decision is None:
        raise LookupError("the decision is not there")
    question = short(poll.question, QUESTION_SHOWN)
    told = t.decision_told(question=question, what=await results.decision_words(context.notices, poll, decision))
    await asked.tell_those_asked(context.notices, poll, Message(told), context.person.id)
    await context.show(t.decision_noted, [[context.go(t.polls_label, "polls")]])


async def _closed(context: Context, poll_id: int) -> Poll:
    """Only in the place where the presser's roles were checked."""
    poll = await store.find_poll(context.tx, poll_id)
    if poll is None or poll.place_id != context.place.id:
        raise Refusal(t.poll_gone)
    if poll.state != "closed":
        raise Refusal(t.decide_later)
    return poll
