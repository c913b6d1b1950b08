"""What makers and owners hear. They took it on, so a pause does not keep it back; quiet hours do unless it is urgent.

Whoever was only asked whether she made it took nothing on: her pause holds, and her no to messages.
"""

from collections.abc import Awaitable, Callable

from bot.clock import moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, literal, short
from bot.identity import roles
from bot.outbox.message import Button, Rows, Stored
from handlers.made import cards, rules, store
from handlers.made.rules import Answer, Part
from handlers.made.store.changes import Change
from handlers.made.store.makers import Maker
from handlers.made.store.things import Surface, Thing
from handlers.made.words import WHY, answers_line, called, spot_called, t

Say = Callable[[int, Text, Rows, Stored | None], Awaitable[int | None]]


async def ask_maker(notices: Notices, thing: Thing, person_id: int) -> None:
    """Whether she made it, and whether her name may stand there; without an answer it does not."""
    await notices.tell(person_id, t.did_you_make(what=called(thing)), part_rows(thing.id), cards.picture(thing))


def part_rows(thing_id: int) -> Rows:
    """By address, like all rows below a notice."""
    return [
        [Button(t.with_my_name, f"made.take_part:{thing_id}:{Part.NAMED}")],
        [Button(t.without_my_name, f"made.take_part:{thing_id}:{Part.QUIET}")],
        [Button(t.for_children, f"made.take_part:{thing_id}:{Part.CHILDREN}")],
    ]


def answer_rows(change: Change) -> Rows:
    """What is rarer stands behind the third."""
    return [
        [Button(t.answer_fine, f"made.answer:{change.id}:{Answer.FINE}")],
        [Button(t.answer_photograph, f"made.answer:{change.id}:{Answer.PHOTOGRAPH}")],
        [Button(t.answer_otherwise, f"made.otherwise:{change.id}")],
    ]


def ending_rows(change: Change) -> Rows:
    return [
        [Button(t.it_is_gone, f"made.ask_gone:{change.id}")],
        [Button(t.it_moved, f"made.ask_moved:{change.id}:0")],
        [Button(t.it_stays, f"made.stays:{change.id}")],
    ]


async def begun(notices: Notices, thing: Thing, surface: Surface, change: Change) -> int:
    """To its makers and whoever looks after it; how many of its makers can hear it."""
    why = literal(short(change.urgent or change.why, WHY))
    values: dict[str, Text] = {"what": called(thing), "where": spot_called(surface), "why": why}
    if change.urgent is not None:
        text = t.heads_up_urgent(**values)
    elif change.may_at <= notices.now_ms:
        text = t.heads_up_freely(**values)
    else:
        text = t.heads_up(**values, until=_day(notices, change.may_at))
    return await _to_makers(notices, thing, change, text, answer_rows(change))


async def remind(notices: Notices, thing: Thing, change: Change) -> None:
    """Those who have not said anything."""
    text = t.half_time(what=called(thing), until=_day(notices, change.may_at), why=short(change.why, WHY))
    said = await store.changes.answers(notices.tx, change.id)
    for one in await store.makers.of(notices.tx, thing.id):
        if one.person_id not in said and one.person_id != change.begun_by:
            await _to_maker(notices, one, text, answer_rows(change), cards.picture(thing))


async def term_over(
    notices: Notices, thing: Thing, surface: Surface, change: Change, all_fine: bool, leaving: int | None = None
) -> None:
    """To its owner, with what its makers said, and a last photo first; not to whoever is being forgotten."""
    said = await said_line(notices, change)
    over = t.all_fine(what=called(thing)) if all_fine else t.term_over(what=called(thing))
    text = join(over, said, t.photo_first)
    for person_id in await owners(notices, surface):
        if person_id != leaving:
            await notices.answer(person_id, text, ending_rows(change), cards.picture(thing))


async def said_line(notices: Notices, change: Change) -> Text:
    """What its makers say, and whoever began the change with them if she is one."""
    makers = await store.makers.of(notices.tx, change.thing_id)
    parts = {one.person_id: one.part for one in makers}
    answers = rules.heard(parts, await store.changes.answers(notices.tx, change.id), change.begun_by)
    return answers_line(makers, list(answers.values()))


async def wants_to_help(notices: Notices, thing: Thing, surface: Surface, change: Change, said: Answer) -> None:
    """A maker would move it, or do it together: its owner and whoever looks after it hear so at once."""
    text = t[f"maker-wants-{said.value}"](what=called(thing))
    await to_owners(notices, surface, text, ending_rows(change))
    if thing.steward_id is not None:
        await notices.answer(thing.steward_id, text, cards.see_rows(thing))


async def agreed_over(notices: Notices, thing: Thing, surface: Surface) -> None:
    rows = [
        [Button(t.stays_half_a_year, f"made.agree:{surface.id}:0")],
        [Button(t.i_want_to_change, f"made.change:{surface.id}")],
        [Button(t.see, f"made.see:{thing.id}")],
    ]
    text = t.agreed_over(what=called(thing), where=spot_called(surface))
    await to_owners(notices, surface, text, rows, cards.picture(thing))
    if thing.steward_id is not None:
        await notices.answer(thing.steward_id, t.agreed_over_steward(what=called(thing)), cards.see_rows(thing))


async def ended(notices: Notices, thing: Thing, change: Change, text: Text) -> None:
    """It stays, or it is somewhere else now."""
    await _to_makers(notices, thing, change, text, cards.see_rows(thing))


async def gone(notices: Notices, change: Change) -> None:
    """Once: with the last photo there is, or the word that there is none."""
    first = await store.changes.note_shown(notices.tx, change.id, notices.now_ms)
    thing = await cards.thing_of(notices, change)
    if thing is None or not first:
        return
    photo = await store.photos.newest(notices.tx, change.id) or thing.media_id
    values: dict[str, Text] = {"what": called(thing), "why": literal(short(change.urgent or change.why, WHY))}
    text = t.gone_photo(**values) if photo is not None else t.gone_without_photo(**values)
    picture = Stored(photo) if photo is not None else None
    makers = await store.makers.of(notices.tx, thing.id)
    for one in makers:
        await _to_maker(notices, one, text, cards.see_rows(thing), picture)
    if thing.steward_id is not None and thing.steward_id not in {one.person_id for one in makers}:
        await notices.answer(thing.steward_id, text, cards.see_rows(thing), picture)


async def to_owners(
    notices: Notices, surface: Surface, text: Text, rows: Rows = (), picture: Stored | None = None
) -> None:
    for person_id in await owners(notices, surface):
        await notices.answer(person_id, text, rows, picture)


async def owners(notices: Notices, surface: Surface) -> list[int]:
    return await roles.holders(notices.tx, notices.place.id, *sorted(rules.owner(surface.space).roles))


async def _to_makers(notices: Notices, thing: Thing, change: Change, text: Text, rows: Rows) -> int:
    makers = await store.makers.of(notices.tx, thing.id)
    others = [one for one in makers if one.person_id != change.begun_by]
    say = notices.answer if change.urgent is None else notices.answer_at_once
    told = [await _to_maker(notices, one, text, rows, cards.picture(thing), say) for one in others]
    if thing.steward_id is not None and thing.steward_id not in (*(one.person_id for one in others), change.begun_by):
        await say(thing.steward_id, text, cards.see_rows(thing), cards.picture(thing))
    return sum(row_id is not None for row_id in told)


async def _to_maker(
    notices: Notices, one: Maker, text: Text, rows: Rows, picture: Stored | None, say: Say | None = None
) -> int | None:
    if one.part is Part.ASKED:
        return await notices.tell(one.person_id, text, rows, picture)
    return await (say or notices.answer)(one.person_id, text, rows, picture)


def _day(notices: Notices, at: int) -> When:
    return When(moment(at), notices.place.clocks, "date")
