"""Making a poll, first half: a question and its options. A draft until it is published; see finishing.py."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas.store import ideas
from handlers.polls import rules, store
from handlers.polls.making import drafting, moments
from handlers.polls.making.drafting import draft_of
from handlers.polls.rules import Fault, Kind, Left
from handlers.polls.store.drafts import Draft
from handlers.polls.words import t

SHOWN = 60  # letters of something typed, when it is quoted back
FAULTS = {Fault.TOO_LONG: t.left_too_long, Fault.DOUBLE: t.left_double, Fault.TOO_MANY: t.left_too_many}


@action(TEAM, command="newpoll")
async def newpoll(context: Context, words: str) -> None:
    """The question may follow the command at once, with an option on each line below it."""
    if words:
        await hear_question(context, words)
        return
    draft = await store.drafts.find_last_draft(context.tx, context.place.id, context.person.id)
    if draft is None:
        await new_question(context)
        return
    rows = [[drafting.go_on.button(t.go_on, draft.id)], [start_over.button(t.start_over, draft.id)]]
    await context.show(t.unfinished(question=short(draft.question, SHOWN)), rows)


@action(TEAM)
async def new_question(context: Context) -> None:
    await context.ask(t.ask_question, hear_question)


@action(TEAM)
async def start_over(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    await store.drafts.drop_draft(context.tx, draft.id)
    await new_question(context)


@action(TEAM)
async def hear_question(context: Context, words: str) -> None:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        raise Refusal(t.ask_question)
    _check_question(lines[0])
    draft_id = await store.drafts.add_draft(context.tx, context.place.id, context.person.id, lines[0], context.now_ms)
    await _take_options(context, await draft_of(context, draft_id), lines[1:])


@action(TEAM)
async def hear_options(context: Context, draft_id: int, words: str) -> None:
    draft = await draft_of(context, draft_id)
    if draft.kind is Kind.CONSENT:
        raise Refusal(t.consent_answers)
    if draft.kind is Kind.TIME:
        await moments.hear_moment(context, draft_id, words)
        return
    numbers = rules.idea_numbers(words)
    if numbers:
        await _take_ideas(context, draft, numbers)
        return
    await _take_options(context, draft, words.splitlines())


@action(TEAM)
async def keep_first(context: Context, draft_id: int, wished: int) -> None:
    """So many options; the others are taken back."""
    draft = await draft_of(context, draft_id)
    if draft.kind is Kind.CONSENT:
        raise Refusal(t.consent_answers)
    for one in (await store.polls.options(context.tx, draft.id))[max(0, wished) :]:
        await store.drafts.drop_option(context.tx, draft.id, one.id)
    await ask_options(context, draft, ())


@action(TEAM)
async def take_last_back(context: Context, draft_id: int) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    draft = await draft_of(context, draft_id)
    if draft.kind is Kind.CONSENT:
        raise Refusal(t.consent_answers)
    await ask_options(context, draft, ())


@action(TEAM)
async def change(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    rows = [[change_question.button(t.change_question, draft.id)]]
    if draft.kind is not Kind.CONSENT:
        rows.append([change_options.button(t.change_options, draft.id)])
    rows.append([drafting.change_rules.button(t.change_rules, draft.id)])
    await context.show(t.what_to_change, rows, back=drafting.go_on.button(t.back, draft.id))


@action(TEAM)
async def change_question(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    back = drafting.go_on.button(t.back, draft.id)
    await context.ask(t.ask_other_question(question=draft.question), hear_other_question, draft.id, back=back)


@action(TEAM)
async def hear_other_question(context: Context, draft_id: int, words: str) -> None:
    draft = await draft_of(context, draft_id)
    question = " ".join(words.split())
    _check_question(question)
    await store.drafts.set_question(context.tx, draft.id, question)
    await drafting.go_on(context, draft.id)


@action(TEAM)
async def change_options(context: Context, draft_id: int) -> None:
    await ask_options(context, await draft_of(context, draft_id), ())


@action(TEAM)
async def make_consent(context: Context, draft_id: int) -> None:
    """Is it safe to try? The answers are given, so there is nothing to write."""
    draft = await draft_of(context, draft_id)
    await store.drafts.make_consent(context.tx, draft.id)
    await drafting.go_on(context, draft.id)


async def ask_options(context: Context, draft: Draft, left: tuple[Left, ...]) -> None:
    if draft.kind is Kind.CONSENT:
        await drafting.go_on(context, draft.id)
        return
    if draft.kind is Kind.TIME:
        await moments.show_moments(context, draft)
        return
    options = await store.polls.options(context.tx, draft.id)
    lines = [t.option_line(number=number, words=one.words) for number, one in enumerate(options, start=1)]
    notes = [FAULTS[one.fault](words=short(one.words, SHOWN)) for one in left]
    rows: list[list[Button]] = []
    if len(options) >= rules.FEWEST_OPTIONS:
        rows.append([drafting.go_on.button(t.that_is_all, draft.id)])
    if options:
        rows.append([keep_first.button(t.take_last_back, draft.id, len(options) - 1)])
        if draft.kind is Kind.BUDGET and len(rows) > 1:
            rows.append([drafting.change_costs.button(t.change_costs, draft.id)])
    else:
        rows.append([moments.make_time_poll.button(t.kind_time, draft.id)])
        rows.append([make_consent.button(t.kind_consent, draft.id)])
    await context.ask(join(*notes, _wanted(draft, len(options)), *lines), hear_options, draft.id, rows=rows)


async def _take_options(context: Context, draft: Draft, lines: list[str]) -> None:
    already = [one.words for one in await store.polls.options(context.tx, draft.id)]
    found = rules.sort_options(already, lines)
    for words in found.added:
        await store.drafts.add_option(context.tx, draft.id, words, None)
    await ask_options(context, draft, found.left)


async def _take_ideas(context: Context, draft: Draft, numbers: list[int]) -> None:
    """What is too long for an option ends with "…"; the idea itself keeps all its words."""
    named: dict[str, int] = {}
    for number in numbers:
        idea = await ideas.find_by_number(context.tx, context.place.id, number)
        if idea is None or not idea.public:
            raise Refusal(t.no_such_idea(number=number))
        named[short(f"#{number} {' '.join(idea.words.split())}", rules.LONGEST_OPTION)] = idea.id
    already = [one.words for one in await store.polls.options(context.tx, draft.id)]
    found = rules.sort_options(already, list(named))
    for words in found.added:
        await store.drafts.add_option(context.tx, draft.id, words, named[words])
    await ask_options(context, draft, found.left)


def _wanted(draft: Draft, count: int) -> Text:
    if count >= rules.MOST_OPTIONS:
        return t.options_full(question=draft.question)
    if count:
        return t.more_options(question=draft.question)
    return t.ask_options(question=draft.question, most=rules.MOST_OPTIONS)


def _check_question(words: str) -> None:
    if len(words) > rules.LONGEST_QUESTION:
        raise Refusal(t.question_too_long(limit=rules.LONGEST_QUESTION))
    if not words:
        raise Refusal(t.ask_question)
