"""A lead goes through what might be copied, page by page, and has the kit made."""

import hashlib
import secrets

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import BESIDE_MORE, paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import LANGUAGES, Text, fits, join, short
from bot.identity import roles
from bot.identity.roles import LEADS, SHOPKEEPERS, Role
from bot.outbox.message import Button, Collage, Document, Made
from handlers.kit import gathering, rules, store, words
from handlers.kit.gathering import Candidate
from handlers.kit.rules import Page, State
from handlers.kit.words import t

ZIP = "kit.zip"
ASK, WITHOUT, WITH = 2, 0, 1  # what to do about pictures
brought = Ahead[[int]]("kit.brought")


@action(LEADS, command="kit")
async def kit(context: Context) -> None:
    inside = len(await store.sheets.inside(context.tx, context.place.id))
    waiting = await store.sheets.count_open(context.tx, context.place.id)
    found = await store.sheets.listed(context.tx, context.place.id, 1)
    state = t.so_far(inside=inside, open=waiting) if found else t.nothing_there
    lines = [t.title(place=context.place.name), state]
    last = await store.kits.last(context.tx, context.place.id)
    if last is not None:
        lines.append(t.last_made(date=When(moment(last.made_at), context.place.clocks, "date")))
    rows = [
        *([[listing.button(t.go_through, 0)]] if found else []),
        *([[make.button(t.make_it(count=inside))]] if inside else []),
        [await _elsewhere(context)],
    ]
    await context.show(join(*lines, separator="\n\n"), rows, back=context.go(t.back, "tools"))


@action(LEADS)
async def listing(context: Context, page: int) -> None:
    found = await store.sheets.listed(context.tx, context.place.id, rules.MOST_LISTED)
    choices = []
    # So many as are shown, and one that says whether there are more.
    for one in (found[max(page, 0) * BESIDE_MORE :] or found)[: BESIDE_MORE + 2]:
        candidate = await gathering.candidate(context.tx, context.place.id, one, context.language)
        label = t[f"entry-{one.state.value}"](what=words.called(candidate.sheet, context.language))
        choices.append(look.button(label, one.kind, one.subject_id))
    rows = paged(choices, 0, listing.button(t.more, max(page, 0) + 1))
    await context.show(t.listing if found else t.nothing_there, rows, back=kit.button(t.back))


@action(LEADS)
async def look(context: Context, kind: Page, subject_id: int) -> None:
    await _show(context, await _candidate(context, kind, subject_id))


@action(LEADS)
async def take_in(context: Context, kind: Page, subject_id: int, pictures: int, read: str) -> None:
    """`read` marks the words that stood there: nobody says yes to what she has not read."""
    await context.tx.lock(f"kit of {context.place.id}")
    found = await _candidate(context, kind, subject_id)
    if kind is Page.CURVE:
        raise Refusal(t.ask_curve)
    if read != _mark(found):
        context.toast(t.changed_meanwhile)
        await _show(context, found)
        return
    await _check(context, found)
    if found.pictures and pictures == ASK:
        await _ask_pictures(context, found)
        return
    page_id = await store.sheets.page(context.tx, context.place.id, found.listed, context.person.id, context.now_ms)
    for language, said in found.sheet.words:
        await store.sheets.set_words(context.tx, page_id, language, said)
    along = found.pictures if pictures == WITH else ()
    await store.sheets.set_pictures(context.tx, page_id, [one.media_id for one in along])
    await store.sheets.set_state(context.tx, page_id, State.IN, int(bool(along)))
    context.toast(t.toast_in)
    await _go_on(context)


@action(LEADS)
async def ask_owner(context: Context) -> None:
    """How busy the shop was is the owner's and the team's: it goes elsewhere only if she says so herself."""
    await context.tx.lock(f"kit of {context.place.id}")
    found = await _candidate(context, Page.CURVE, 0)
    owners = await roles.holders(context.tx, context.place.id, Role.SHOPKEEPER)
    if not owners:
        raise Refusal(t.no_owner)
    asked_at = await store.sheets.asked_at(context.tx, found.listed.page_id)
    if found.listed.state is State.IN or asked_at > milliseconds(context.now - rules.ASKED_AGAIN):
        raise Refusal(t.owner_asked_already)
    page_id = await store.sheets.page(context.tx, context.place.id, found.listed, context.person.id, context.now_ms)
    await store.sheets.set_state(context.tx, page_id, State.OPEN, 0)
    rows = [[say_curve.button(t.curve_yes, 1)], [say_curve.button(t.curve_no, 0)]]
    text = join(t.curve_asked, *words.facts(found.sheet), separator="\n\n")
    for person_id in owners:
        await context.tell(person_id, text, rows)
    context.toast(t.owner_is_asked)
    await listing(context, 0)


@action(SHOPKEEPERS)
async def say_curve(context: Context, wished: int) -> None:
    """At any time anew: what she says counts for the next kit."""
    await context.tx.lock(f"kit of {context.place.id}")
    found = await _candidate(context, Page.CURVE, 0)
    page_id = await store.sheets.page(context.tx, context.place.id, found.listed, context.person.id, context.now_ms)
    await store.sheets.set_state(context.tx, page_id, State.IN if wished else State.OUT, 0)
    rows = [[say_curve.button(t.curve_no, 0) if wished else say_curve.button(t.curve_yes, 1)]]
    await context.say(t.curve_said_yes if wished else t.curve_said_no, rows)


@action(LEADS)
async def leave_out(context: Context, kind: Page, subject_id: int) -> None:
    found = await _candidate(context, kind, subject_id)
    # Of a curve it stays on record when its owner was asked: else she could be asked again and again.
    now = context.now_ms if kind is not Page.CURVE else await store.sheets.looked_at(context.tx, found.listed.page_id)
    page_id = await store.sheets.page(context.tx, context.place.id, found.listed, context.person.id, now)
    await store.sheets.set_state(context.tx, page_id, State.OUT, 0)
    context.toast(t.toast_out)
    await _go_on(context)


@action(LEADS)
async def reword(context: Context, kind: Page, subject_id: int, language: str) -> None:
    found = await _candidate(context, kind, subject_id)
    if language not in LANGUAGES or kind is Page.CURVE:
        raise Refusal(t.page_gone)
    others = [one for one in context.place.languages if one != language]
    rows = [[reword.button(t.in_language(language=LANGUAGES[one]), kind, subject_id, one)] for one in others[:3]]
    asked = t.ask_words(language=LANGUAGES[language])
    said = words.card(found.sheet, language)
    back = look.button(t.back, kind, subject_id)
    await context.ask(
        join(said, asked, separator="\n\n"), hear_words, kind, subject_id, language, rows=rows, back=back
    )


@action(LEADS)
async def hear_words(context: Context, kind: Page, subject_id: int, language: str, heard: str) -> None:
    found = await _candidate(context, kind, subject_id)
    said = rules.tidy(heard)
    if language not in LANGUAGES or not said:
        raise Refusal(t.words_empty)
    if not fits(said, rules.MOST_WORDS):
        raise Refusal(t.words_too_long(limit=rules.MOST_WORDS))
    page_id = await store.sheets.page(context.tx, context.place.id, found.listed, context.person.id, context.now_ms)
    await store.sheets.set_words(context.tx, page_id, language, said)
    # What is new in it is read once more before it goes in.
    await store.sheets.set_state(context.tx, page_id, State.OPEN, 0)
    await _show(context, await _candidate(context, kind, subject_id))


@action(LEADS)
async def make(context: Context) -> None:
    place = context.place
    await context.tx.lock(f"kit of {place.id}")
    since = milliseconds(context.now - rules.A_DAY)
    if await store.kits.count_since(context.tx, place.id, since) >= rules.MOST_MADE_A_DAY:
        raise Refusal(t.enough_today)
    gathered = await gathering.gather(context.tx, place.id)
    for one in gathered.somebody_in:
        await store.sheets.set_state(context.tx, one.page_id, State.OPEN, 0)
    left_out = [t.some_left_out(count=len(gathered.somebody_in))] if gathered.somebody_in else []
    if not gathered.sheets:
        await context.show(
            join(t.nothing_in, *left_out), [[listing.button(t.go_through, 0)]], back=kit.button(t.back)
        )
        return
    mark, count = secrets.token_hex(16), len(gathered.sheets)
    kit_id = await store.kits.note(context.tx, place.id, mark, count, context.person.id, context.now_ms)
    month = f"{context.now.astimezone(place.clocks.first_shown):%Y-%m}"
    document = Document(f"kit-{place.code}-{month}.zip", Made(ZIP, str(kit_id), t.not_made))
    text = join(t.made(place=place.name, count=count), *left_out, separator="\n\n")
    await context.say(text, [[kit.button(t.back)]], document)


async def _candidate(context: Context, kind: Page, subject_id: int) -> Candidate:
    found = await store.sheets.find(context.tx, context.place.id, kind, subject_id)
    if found is None:
        raise Refusal(t.page_gone)
    return await gathering.candidate(context.tx, context.place.id, found, context.language)


async def _check(context: Context, found: Candidate) -> None:
    """Refuses what has somebody in it, or does not fit."""
    inside = await store.sheets.inside(context.tx, context.place.id)
    others = sum(one.page_id != found.listed.page_id for one in inside)
    if others >= rules.MOST_IN:
        raise Refusal(t.too_many_in(limit=rules.MOST_IN))
    said = "\n".join(each for _, each in found.sheet.words)
    if not said and found.sheet.kind is not Page.PERMIT:
        raise Refusal(t.words_empty)
    if not all(fits(each, rules.MOST_WORDS) for _, each in found.sheet.words):
        raise Refusal(t.words_too_long(limit=rules.MOST_WORDS))
    somebody = rules.people_in(said, await store.people.names(context.tx, context.place.id))
    if somebody:
        raise Refusal(t.somebody_in_it(found=short(", ".join(somebody), 100)))


async def _show(context: Context, found: Candidate) -> None:
    here, sheet = found.listed, found.sheet
    where = (here.kind, here.subject_id)
    all_words = [each for each in rules.words_of(dict(sheet.words)) if each[0] != context.language]
    parts = [
        words.card(sheet, context.language),
        *_others(sheet, all_words, context.language),
        *await _state(context, found),
    ]
    rows: list[list[Button]] = []
    if here.kind is Page.CURVE and here.state is not State.IN:
        rows.append([ask_owner.button(t.ask_the_owner)])
    elif here.state is not State.IN:
        rows.append([take_in.button(t.take_it_in, *where, ASK, _mark(found))])
    if here.kind is not Page.CURVE:
        language = context.language if context.language in LANGUAGES else "en"
        rows.append([reword.button(t.say_otherwise, *where, language)])
    if here.state is not State.OUT:
        rows.append([leave_out.button(t.leave_out, *where)])
    await context.show(join(*parts, separator="\n\n"), rows, back=listing.button(t.back, 0))


def _others(sheet: rules.Sheet, found: list[tuple[str, str]], language: str) -> list[Text]:
    """The words of the other languages, which go in as well: a lead says yes to all of them."""
    shown = rules.best(sheet.words, language)
    return [t.also_in(language=LANGUAGES[one], words=short(said, 400)) for one, said in found if said != shown]


async def _state(context: Context, found: Candidate) -> list[Text]:
    if found.listed.state is State.IN:
        return [t.is_in_with_pictures if await gathering.going_along(context.tx, found.listed) else t.is_in]
    lines = [t.is_out] if found.listed.state is State.OUT else []
    if found.sheet.kind is Page.CURVE:
        return [*lines, t.ask_curve]
    if any(not fits(said, rules.MOST_WORDS) for _, said in found.sheet.words):
        lines.append(t.too_long_now)
    said = "\n".join(each for _, each in found.sheet.words)
    somebody = rules.people_in(said, await store.people.names(context.tx, context.place.id))
    return [*lines, t.somebody_in_it(found=short(", ".join(somebody), 100)) if somebody else t.ask_nobody]


async def _ask_pictures(context: Context, found: Candidate) -> None:
    where, mark = (found.listed.kind, found.listed.subject_id), _mark(found)
    shown = Collage(tuple((one.media_id, str(number)) for number, one in enumerate(found.pictures, 1)))
    rows = [
        [take_in.button(t.with_pictures, *where, WITH, mark)],
        [take_in.button(t.without_pictures, *where, WITHOUT, mark)],
    ]
    await context.show(t.ask_pictures, rows, shown, back=look.button(t.back, *where))


async def _go_on(context: Context) -> None:
    """To the next page nobody has looked at, or to all of them."""
    found = await store.sheets.listed(context.tx, context.place.id, 1)
    if found and found[0].state is State.OPEN:
        await _show(context, await _candidate(context, found[0].kind, found[0].subject_id))
        return
    await kit(context)


async def _elsewhere(context: Context) -> Button:
    waiting = sum(one.count for one in await store.brought.waiting(context.tx, context.place.id))
    label = t.from_elsewhere_waiting(count=waiting) if waiting else t.from_elsewhere
    return brought.button(label, 0)


def _mark(found: Candidate) -> str:
    """Of the words and pictures as they are now."""
    whole = repr((found.sheet.words, [one.media_id for one in found.pictures]))
    return hashlib.sha256(whole.encode()).hexdigest()[:10]
