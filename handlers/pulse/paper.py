"""On paper: a sheet to print, and its ticks typed in, three numbers a question; a correction is a new row."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Document, Made
from handlers.pulse import rules, store
from handlers.pulse.rules import Count, Question, Source
from handlers.pulse.store.rounds import Round
from handlers.pulse.words import day, paper_line, question_words, short_words, t

SHEET = "pulse.sheet"
pulse = Ahead[[]]("pulse.pulse")


@action(TEAM)
async def paper(context: Context) -> None:
    """Of the newest round, also when it is over: paper comes back late."""
    one = await store.rounds.newest(context.tx, context.place.id)
    rows = [[sheet.button(t.print_button)]]
    if one is None:
        await context.show(join(t.paper, t.no_round), rows, back=pulse.button(t.back))
        return
    rows += [[ticks.button(t[f"type-{each.value}"], one.id, each)] for each in rules.OPEN_TO_ALL]
    await context.show(join(t.paper, *await _stands(context, one)), rows, back=pulse.button(t.back))


@action(TEAM)
async def sheet(context: Context) -> None:
    made = Made(SHEET, str(context.place.id), t.not_made)
    document = Document(f"pulse-{context.place.code}.pdf", made)
    await context.say(t.sheet_here, picture=document, where=Where.BELOW)


@action(TEAM)
async def ticks(context: Context, round_id: int, question: Question) -> None:
    one = await _round(context, round_id, question)
    text: Text = t.ask_ticks(question=question_words(question))
    noted = await _noted(context, one, question)
    if noted is not None:
        text = join(text, t.ticks_stand(good=noted.good, same=noted.same, bad=noted.bad))
    await context.ask(text, hear_ticks, one.id, question, back=paper.button(t.back))


@action(TEAM)
async def hear_ticks(context: Context, round_id: int, question: Question, words: str) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _round(context, round_id, question)
    found = rules.read_ticks(words)
    if found is None:
        raise Refusal(t.not_three(most=rules.MOST_TICKS))
    if await store.counts.times_noted(context.tx, one.id, question) >= rules.MOST_CORRECTIONS:
        raise Refusal(t.enough_corrections(most=rules.MOST_CORRECTIONS))
    count = Count(question, Source.PAPER, *found)
    if count != await _noted(context, one, question):
        await store.counts.add(context.tx, one.id, count, context.person.id, context.now_ms)
    noted = t.ticks_noted(what=short_words(question), good=count.good, same=count.same, bad=count.bad)
    other = next(each for each in rules.OPEN_TO_ALL if each is not question)
    rows = [[ticks.button(t[f"type-{other.value}"], one.id, other)]]
    await context.show(noted, rows, back=paper.button(t.back))


async def _stands(context: Context, one: Round) -> list[Text]:
    began = day(one.opened_at, context.place.clocks)
    noted = [each for each in await store.counts.of(context.tx, one.id) if each.source is Source.PAPER]
    if not noted:
        return [t.paper_nothing(day=began)]
    return [t.paper_so_far(day=began), *(paper_line(each) for each in noted)]


async def _noted(context: Context, one: Round, question: Question) -> Count | None:
    counts = await store.counts.of(context.tx, one.id)
    return next((each for each in counts if (each.source, each.question) == (Source.PAPER, question)), None)


async def _round(context: Context, round_id: int, question: Question) -> Round:
    """The newest: what was counted of earlier ones stands."""
    one = await store.rounds.newest(context.tx, context.place.id)
    if one is None or one.id != round_id or question not in rules.OPEN_TO_ALL:
        raise Refusal(t.too_late)
    return one
