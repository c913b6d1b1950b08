"""A question as it looks: to the expert, to whoever asked, to the team, and to everybody once the team looked."""

from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits, join, short
from bot.i18n.texts import machine as m
from handlers.care.store import plans
from handlers.experts import rules, store
from handlers.experts.rules import State
from handlers.experts.store.questions import Question
from handlers.experts.words import answer_words, asked_by_many, day, field_of, signed, t
from handlers.ideas.rules import Status
from handlers.ideas.store import ideas, pictures, steps
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import space_name, words_of

IDEA_SHOWN, BRIEFLY = 300, 100  # letters
ASKED = 250
TRIED = 3  # steps of a trial, the newest
REASON, BRIEF_REASON = 120, 60


async def known(context: Context, question_id: int) -> Question:
    """Of this place, and sent."""
    found = await store.questions.find(context.tx, context.place.id, question_id)
    if found is None or found.state is State.DRAFT:
        raise Refusal(t.no_such_question)
    return found


async def hold(notices: Notices, question_id: int) -> None:
    """Of two at once the second reads what the first did."""
    await notices.tx.lock(f"expert question {question_id}")


async def hers(context: Context, question_id: int) -> Question:
    """Held; of the expert who speaks. What she may not answer (any more) she is told."""
    await hold(context.notices, question_id)
    found = await known(context, question_id)
    if found.expert_person != context.person.id:
        raise Refusal(t.not_with_you)
    if found.state is State.ENDED or found.looked_at is not None:
        raise Refusal(t.over)
    return found


async def open_hers(context: Context, question_id: int) -> Question:
    found = await hers(context, question_id)
    if found.state is not State.OPEN:
        raise Refusal(t.answered_already)
    return found


async def idea_of(notices: Notices, question: Question) -> Idea | None:
    """While everybody may see it."""
    if question.idea_id is None:
        return None
    found = await ideas.find(notices.tx, question.place_id, question.idea_id)
    return found if found is not None and found.public else None


async def readable(context: Context, question: Question) -> bool:
    """To everybody once the team looked and the idea stands; before, to those it is about."""
    me = context.person.id
    if me in (question.asked_by, question.expert_person) or context.may(rules.DESK):
        return True
    if question.state is not State.ANSWERED:
        return False
    return question.useful or (question.shown and await idea_of(context.notices, question) is not None)


async def may_ask(context: Context, idea: Idea | None) -> bool:
    if context.may(rules.ASKERS):
        return True
    if idea is None or not idea.public:
        return False
    if await ideas.is_author(context.tx, idea.id, context.person.id):
        return True
    plan = await plans.find(context.tx, context.place.id, idea.id)
    return plan is not None and context.person.id in (plan.steward_id, plan.deputy_id)


async def full(notices: Notices, question: Question, picture: int | None = None) -> Text:
    """Whoever asked is not named: words, idea, whose space, what was tried, and what was said since.

    Below a picture there is less room: of trials and turns the last one.
    """
    lines = [t.card(field=field_of(question), words=question.words)]
    idea = await idea_of(notices, question)
    if idea is not None:
        lines.append(t.card_idea(number=idea.number, words=words_of(idea, BRIEFLY if picture else IDEA_SHOWN)))
        lines.append(t.card_space(space=space_name(idea.space)))
        lines += await _tried(notices, idea, 1 if picture else TRIED, BRIEF_REASON if picture else REASON)
    turns = await store.talk.of(notices.tx, question.id)
    for turn in turns[-1:] if picture else turns:
        said = t.turn_expert if turn.by_expert else t.turn_asker
        lines.append(said(words=turn.words))
    return join(*lines)


async def photo(notices: Notices, question: Question) -> int | None:
    """That of the question, else that of its idea."""
    if question.photo is not None:
        return question.photo
    idea = await idea_of(notices, question)
    return await pictures.ready_photo(notices.tx, idea.id) if idea is not None else None


def answer_card(context: Context, question: Question) -> Text:
    lines = [t.answer_asked(field=field_of(question), words=short(question.words, ASKED)), said(context, question)]
    if question.useful:
        lines.append(asked_by_many(question))
    return join(*lines)


def said(context: Context, question: Question) -> Text:
    """The answer and who signs it, without the question."""
    when = day(question.answered_at or context.now_ms, context.place.clocks)
    words = t.answer_said(words=answer_words(question, rules.LONGEST_ANSWER))
    return join(words, t.answer_signed(who=signed(question), day=when))


def read_words(words: str, limit: int) -> str:
    found = clean(words).strip()
    if not found:
        raise Refusal(t.words_needed)
    if not fits(found, limit):
        raise Refusal(m.too_long(limit=limit))
    return found


async def _tried(notices: Notices, idea: Idea, most: int, letters: int) -> list[Text]:
    """Each trial and what came of it."""
    taken = [one for one in await steps.standing(notices.tx, idea.id) if Status.TRIAL in (one.before, one.after)]
    if not taken:
        return [t.card_nothing_tried]
    clocks = notices.place.clocks
    return [
        (t.card_tried if one.after is Status.TRIAL else t.card_after_trial)(
            day=day(one.taken_at, clocks), why=short(one.reason, letters) or "–"
        )
        for one in taken[-most:]
    ]
