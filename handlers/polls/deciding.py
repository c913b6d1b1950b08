"""What a poll led to: noted on it afterwards, in words or by the number of an idea, and told to whom it was put."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import short
from bot.identity import names, people
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Message
from handlers.events import rules as event_rules
from handlers.events.store import drafts, events
from handlers.ideas.store import ideas
from handlers.polls import asked, hearing, results, rules, store
from handlers.polls.rules import Kind
from handlers.polls.store.polls import Poll
from handlers.polls.words import t

LONGEST = 500  # letters
QUESTION_SHOWN = 120
OFFERED = 3


@action(TEAM)
async def decide(context: Context, poll_id: int) -> None:
    """The ideas that were its options can be pressed, the winner first."""
    poll = await _closed(context, poll_id)
    options = await store.polls.options(context.tx, poll.id)
    about = [one for one in options if one.idea_id is not None]
    leaders = (await results.came_out(context.tx, poll)).leaders
    about.sort(key=lambda one: (one.words not in leaders, -rules.worth_of(poll.kind, one.entry)))
    rows = [
        [decide_idea.button(t.leads_to_idea(words=short(one.words, 40)), poll.id, one.idea_id or 0)]
        for one in about[:OFFERED]
    ]
    rows += await meeting_rows(context, poll)
    question = short(poll.question, QUESTION_SHOWN)
    await context.ask(t.ask_decision(question=question), hear_decision, poll.id, rows=rows, where=Where.BELOW)


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


@action(TEAM)
async def make_event(context: Context, poll_id: int) -> None:
    """Its maker's draft, with the question as its title and the time that suits most; she looks at it and announces
    it herself. Pressed twice, or by two, it is one."""
    await context.tx.lock(f"poll {poll_id}")
    poll = await _closed(context, poll_id)
    at = await _to_meet(context, poll)
    if at is None:
        raise Refusal(t.moment_over)
    made = await events.find_event(context.tx, poll.event_id) if poll.event_id else None
    if made is not None and made.status != "draft":
        raise Refusal(t.event_made_already)
    if made is None:
        if await drafts.find_draft(context.tx, poll.place_id, context.person.id) is not None:
            raise Refusal(t.event_begun_already)
        title = short(poll.question, event_rules.LONGEST_TITLE)
        event_id = await drafts.add_draft(context.tx, poll.place_id, context.person.id, title, context.now_ms)
        await drafts.set_start(context.tx, event_id, at)
        await store.polls.note_event(context.tx, poll.id, event_id)
    elif made.maker_id != context.person.id:
        # Nobody else finds a draft among the events.
        maker = await people.person(context.tx, made.maker_id)
        raise Refusal(t.event_begun_by(name=names.called(maker.name)))
    else:
        event_id = made.id
    context.toast(t.event_begun)
    # By its name: it is another feature's screen.
    await Ahead[[int]]("events.go_on")(context, event_id)


async def meeting_rows(context: Context, poll: Poll) -> list[list[Button]]:
    """While the time that won is ahead, and no event was made of it."""
    if poll.event_id is not None or await _to_meet(context, poll) is None:
        return []
    return [[make_event.button(t.make_event, poll.id)]]


async def _to_meet(context: Context, poll: Poll) -> int | None:
    if poll.kind is not Kind.TIME or poll.state != "closed":
        return None
    leaders = (await results.came_out(context.tx, poll)).leaders
    options = await store.polls.options(context.tx, poll.id)
    return next((one.at for one in options if one.words in leaders and (one.at or 0) > context.now_ms), None)


async def _note(context: Context, poll: Poll, words: str, idea_id: int | None) -> None:
    """Noted twice is noted once: everybody is told."""
    await context.tx.lock(f"poll {poll.id}")
    before = await store.record.find_decision(context.tx, poll.id)
    if before is not None and (before.words, before.idea_id) == (words, idea_id):
        await context.show(t.decision_noted, [[context.go(t.polls_label, "polls")]])
        return
    await store.record.note_decision(context.tx, poll.id, context.person.id, words, idea_id, context.now_ms)
    decision = await store.record.find_decision(context.tx, poll.id)
    if decision is None:
        raise LookupError("the decision is not there")
    question = short(poll.question, QUESTION_SHOWN)
    told = t.decision_told(question=question, what=await results.decision_words(context.notices, poll, decision))
    await asked.tell_the_silent(context.notices, poll, Message(told), context.person.id)
    await store.hearings.owe_voters(context.tx, poll.id, context.person.id)
    # The first of them at once, however many there are.
    await hearing.tell_voters(context.notices)
    await context.show(t.decision_noted, [[context.go(t.polls_label, "polls")]])


async def _closed(context: Context, poll_id: int) -> Poll:
    """Only in the place where the presser's roles were checked."""
    poll = await store.polls.find_poll(context.tx, poll_id)
    if poll is None or poll.place_id != context.place.id:
        raise Refusal(t.poll_gone)
    if poll.state != "closed":
        raise Refusal(t.decide_later)
    return poll
