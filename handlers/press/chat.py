"""The sheet of a place: how far it is, in which languages and for whom it is made."""

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import LANGUAGES, Text, fits, join, short
from bot.identity.roles import TEAM
from bot.outbox.message import Document, Made
from handlers.press import gathering, making, rules, store
from handlers.press.gathering import Gathered
from handlers.press.rules import Length
from handlers.press.words import t

MOST_NAMED = 100  # letters of the names somebody is shown
told = Ahead[[]]("press.told")
found = Ahead[[]]("press.found")


@action(TEAM, command="press")
async def press(context: Context) -> None:
    place = context.place
    there = await gathering.gather(context.tx, place, context.now_ms)
    waiting = await store.pieces.count_waiting(context.tx, place.id)
    last = await store.sheets.last(context.tx, place.id)
    rows = [
        [told.button(t.the_story)],
        [found.button(t.quotes_and_pictures)],
        [make.button(t.make_it)],
    ]
    lines = [t.title(place=place.name), join(*_so_far(context, there, waiting))]
    if last is not None:
        lines.append(t.last_made(date=When(moment(last.made_at), place.clocks, "date")))
    await context.show(join(*lines, separator="\n\n"), rows, back=context.go(t.back, "tools"))


@action(TEAM)
async def make(context: Context) -> None:
    """In all languages of the place, or in one."""
    spoken = context.place.languages
    if len(spoken) == 1:
        await for_whom(context, spoken[0])
        return
    rows = [
        [for_whom.button(t.in_all(count=len(spoken)), "-".join(spoken))],
        [one_language.button(t.in_one)],
    ]
    await context.show(t.which_languages, rows, back=press.button(t.back))


@action(TEAM)
async def one_language(context: Context) -> None:
    rows = [[for_whom.button(t.in_language(language=LANGUAGES[one]), one)] for one in context.place.languages[:3]]
    await context.show(t.which_languages, rows, back=make.button(t.back))


@action(TEAM)
async def for_whom(context: Context, languages: str) -> None:
    rows = [[for_nobody.button(t.not_known_yet, languages)]]
    await context.ask(t.ask_for_whom, hear_for_whom, languages, rows=rows, back=make.button(t.back))


@action(TEAM)
async def for_nobody(context: Context, languages: str) -> None:
    await _make(context, languages, "")


@action(TEAM)
async def hear_for_whom(context: Context, languages: str, heard: str) -> None:
    whom = rules.one_line(heard)
    if not whom or not fits(whom, rules.LONGEST_RECEIVER):
        raise Refusal(t.whom_too_long(limit=rules.LONGEST_RECEIVER))
    await _make(context, languages, whom)


async def _make(context: Context, wished: str, whom: str) -> None:
    place = context.place
    languages = rules.read_languages(wished, place.languages)
    if not languages:
        raise Refusal(t.no_such_language)
    await context.tx.lock(f"press {place.id}")
    since = milliseconds(context.now - rules.A_DAY)
    if await store.sheets.count_since(context.tx, place.id, since) >= rules.MOST_MADE_A_DAY:
        raise Refusal(t.enough_today)
    there = await gathering.gather(context.tx, place, context.now_ms)
    sheet_id = await store.sheets.note(context.tx, place.id, languages, whom, context.person.id, context.now_ms)
    day = f"{context.now.astimezone(place.clocks.first_shown):%Y-%m-%d}"
    document = Document(f"press-{place.code}-{day}.pdf", Made(making.PDF, str(sheet_id), t.not_made))
    left_out = [_left_out(there)] if there.somebody_in else []
    text = join(t.made(place=place.name), t.made_asks_again, *left_out, separator="\n\n")
    await context.say(text, [[press.button(t.to_the_sheet)]], document)


def _so_far(context: Context, there: Gathered, waiting: int) -> list[Text]:
    own = sum((length, context.language) in there.words for length in Length)
    pictures = sum(len(one.pieces) for one in there.changes)
    lines = [
        t.so_far_story(count=own, all=len(Length)),
        t.so_far_pieces(quotes=len(there.quotes), pictures=pictures, waiting=waiting),
        t.so_far_numbers(count=len(there.numbers)) if there.numbers else t.no_numbers,
    ]
    return [*lines, _left_out(there)] if there.somebody_in else lines


def _left_out(there: Gathered) -> Text:
    return t.some_left_out(found=short(", ".join(there.somebody_in), MOST_NAMED))
