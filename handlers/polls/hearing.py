"""You said, so many of so many said, this follows: every voter hears what her poll led to, each in her own words."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join, short
from handlers.polls import results, sheet, store
from handlers.polls.rules import Kind
from handlers.polls.store.polls import Option, Poll
from handlers.polls.words import t

AT_ONCE = 50  # in one transaction; the others follow a moment later
QUESTION_SHOWN = 120


async def tell_voters(notices: Notices) -> None:
    for one in await store.hearings.take(notices.tx, notices.place.id, AT_ONCE):
        poll = await store.polls.find_poll(notices.tx, one.poll_id)
        decision = await store.record.find_decision(notices.tx, one.poll_id)
        if poll is None or decision is None:
            continue
        what = await results.decision_words(notices, poll, decision)
        question = short(poll.question, QUESTION_SHOWN)
        text = t.decision_told(question=question, what=what)
        await notices.tell(one.person_id, join(text, *await _her_own(notices, poll, one.person_id)))


async def _her_own(notices: Notices, poll: Poll, person_id: int) -> list[Text]:
    """Nothing where she took her vote back, or it came from an option that is gone."""
    options = await store.polls.options(notices.tx, poll.id)
    given = await store.votes.choices_of(notices.tx, poll.id, person_id)
    chosen = [one for one in options if one.id in given]
    if not chosen:
        return []
    said = t.you_had_said(words=sheet.chosen_words(poll.kind, options, given, notices.place.clocks))
    if poll.kind in sheet.VALUED or poll.kind is Kind.BUDGET or len(chosen) > 1:
        return [said]
    return [said, await _of_all(notices, poll, chosen[0])]


async def _of_all(notices: Notices, poll: Poll, option: Option) -> Text:
    voters = await store.votes.count_voters(notices.tx, poll.id)
    return t.so_many_said(count=option.votes, voters=max(voters, option.votes))
