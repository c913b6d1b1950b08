"""An idea goes to the city: by its Open311 endpoint, or by somebody who calls 12345 and writes down the number."""

import secrets
from binascii import crc32

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, literal, short
from bot.identity import consents, places
from bot.identity.consents import Purpose
from bot.outbox.message import Button, Rows, Stored
from handlers.ideas.store import pictures
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import spot_name, words_of
from handlers.permits import cards, rules, store, telling
from handlers.permits.rules import DESK
from handlers.permits.store.requests import Content, Request
from handlers.permits.words import IN_LINE, request_thread, t

MOST_A_DAY = 20  # of one place
LONGEST = 3500  # letters of an idea; 4,000 with what stands below it
TO_COPY = 2500
MOST_PHOTOS = 9
MOST = 60  # that one leafs through


@action(DESK)
async def handed_over(context: Context, page: int) -> None:
    """What the city has, of all ideas."""
    found = await store.requests.listed(context.tx, context.place.id, 0, MOST)
    choices = [
        city.button(t.idea(number=one.idea_number, words=short(one.idea_words, 30)), one.idea_id) for one in found
    ]
    rows = paged(choices, page, handed_over.button(t.more, max(page, 0) + 1))
    await context.show(
        t.handed_over_all if found else t.nothing_handed_over, rows, back=context.go(t.back, "permits")
    )


@action(DESK)
async def city(context: Context, idea_id: int) -> None:
    idea = await cards.on_board(context, idea_id)
    await _show(context, idea, Where.INSTEAD)


@action(DESK)
async def see_city(context: Context, idea_id: int) -> None:
    """From a message that stays."""
    await _show(context, await cards.on_board(context, idea_id), Where.BELOW)


# --- by its endpoint


@action(DESK)
async def choose_service(context: Context, idea_id: int, page: int) -> None:
    """What the city says that it takes in."""
    idea = await _may_go(context, idea_id)
    if await store.requests.live(context.tx, idea.id) is not None:
        await city(context, idea.id)
        return
    services = await store.requests.services(context.tx)
    choices = [preview.button(literal(name), idea.id, _key(code)) for code, name in services]
    rows = paged(choices, page, choose_service.button(t.more, idea.id, max(page, 0) + 1))
    await context.show(t.which_service if rows else t.no_services, rows, back=city.button(t.back, idea.id))


@action(DESK)
async def preview(context: Context, idea_id: int, service: int) -> None:
    """What leaves, word by word; the second tap sends it."""
    idea = await _may_go(context, idea_id)
    content = await _content(context, idea, service, "")
    said = short(content.words, 700)
    lines = [t.preview(words=said), t.preview_where(where=content.address)]
    lines.append(t.preview_with_photo if content.photo_url else t.preview_without_photo)
    rows = [[hand_over.button(t.hand_over_now, idea.id, service)]]
    await context.show(join(*lines, separator="\n\n"), rows, back=choose_service.button(t.back, idea.id, 0))


@action(DESK)
async def hand_over(context: Context, idea_id: int, service: int) -> None:
    """Once: whoever presses twice, or second, sees that it is on its way."""
    idea = await _may_go(context, idea_id)
    await context.tx.lock(f"city {idea.id}")
    if await store.requests.live(context.tx, idea.id) is None:
        await _check_count(context)
        mark = _mark()
        content = await _content(context, idea, service, mark)
        me, now = context.person.id, context.now_ms
        await store.requests.hand_over(context.tx, context.place.id, idea.id, mark, me, content, now)
        context.toast(t.toast_on_its_way)
    await city(context, idea.id)


@action(DESK)
async def take_back(context: Context, request_id: int) -> None:
    one = await _known(context, request_id)
    if not await store.requests.take_back(context.tx, one.id):
        raise Refusal(t.on_its_way_already)
    context.toast(t.toast_taken_back)
    await city(context, one.idea_id)


@action(DESK)
async def ask_again(context: Context, request_id: int) -> None:
    """Nobody knows whether it arrived: only somebody who looked there may say that it did not."""
    one = await _known(context, request_id)
    if one.state != "uncertain":
        await city(context, one.idea_id)
        return
    rows = [[again.button(t.again_now, one.id)]]
    await context.show(t.did_you_look, rows, back=city.button(t.back, one.idea_id))


@action(DESK)
async def again(context: Context, request_id: int) -> None:
    one = await _known(context, request_id)
    await context.tx.lock(f"city {one.idea_id}")
    await store.requests.drop(context.tx, one.id)
    await choose_service(context, one.idea_id, 0)


# --- by a call


@action(DESK)
async def copy(context: Context, idea_id: int) -> None:
    """The text to copy, the photos one by one to pass on, and the question for their number."""
    idea = await _may_go(context, idea_id)
    where = await _where(context, idea)
    text = t.to_copy(words=short(idea.words, TO_COPY), place=context.place.name, where=where, number=idea.number)
    await context.say(text)
    photos = (await pictures.ready_photos(context.tx, idea.id))[:MOST_PHOTOS]
    for number, media_id in enumerate(photos, 1):
        label = t.photo_to_pass_on(number=number, all=len(photos))
        await context.say(label, picture=Stored(media_id), where=Where.BELOW)
    if await store.requests.live(context.tx, idea.id) is None:
        back = city.button(t.back, idea.id)
        await context.ask(t.which_number(number=idea.number), hear_number, idea.id, back=back, where=Where.BELOW)


@action(DESK)
async def ask_number(context: Context, idea_id: int) -> None:
    """Also to put right, or to say under which number it was found there."""
    idea = await cards.on_board(context, idea_id)
    question = t.which_number(number=idea.number)
    await context.ask(question, hear_number, idea.id, back=city.button(t.back, idea.id))


@action(DESK)
async def hear_number(context: Context, idea_id: int, words: str) -> None:
    idea = await cards.on_board(context, idea_id)
    number = " ".join(cards.kept_short(words, rules.NUMBER).split())
    await context.tx.lock(f"city {idea.id}")
    live = await store.requests.live(context.tx, idea.id)
    if live is None:
        await _check_count(context)
        me, now = context.person.id, context.now_ms
        await store.requests.note_call(context.tx, context.place.id, idea.id, _mark(), me, number, now)
    elif live.state in ("waiting", "sending"):
        raise Refusal(t.on_its_way_already)
    else:
        await store.requests.set_number(context.tx, live.id, number, context.now_ms)
    await city(context, idea.id)


@action(DESK)
async def ask_answer(context: Context, request_id: int) -> None:
    one = await _known(context, request_id)
    question = t.what_did_they_say(number=one.idea_number)
    await context.ask(question, hear_answer, one.id, back=city.button(t.back, one.idea_id))


@action(DESK)
async def hear_answer(context: Context, request_id: int, words: str) -> None:
    """It is over; whoever follows the idea hears what they said."""
    one = await _known(context, request_id)
    said = cards.kept_short(words, rules.WORDS)
    if not await store.requests.close(context.tx, one.id, said, context.now_ms):
        raise Refusal(t.over_already)
    await city(context, one.idea_id)


# --- with her consent alone


@action(DESK)
async def ask_author(context: Context, idea_id: int) -> None:
    """Once, as her yes is one for all her ideas: whoever does not answer is not asked again."""
    idea = await cards.on_board(context, idea_id)
    if not await consents.gave(context.tx, idea.person_id, Purpose.CITY):
        asked = await telling.ask_author(context.notices, idea, context.go(t.to_consents, "privacy"))
        context.toast(t.toast_author_asked if asked else t.toast_asked_before)
    await city(context, idea.id)


async def _may_go(context: Context, idea_id: int) -> Idea:
    """Refuses what its author has not agreed to pass on."""
    idea = await cards.on_board(context, idea_id)
    if not await consents.gave(context.tx, idea.person_id, Purpose.CITY):
        raise Refusal(t.author_has_not_agreed)
    return idea


async def _show(context: Context, idea: Idea, where: Where) -> None:
    line = t.city_of(number=idea.number, words=words_of(idea, IN_LINE))
    if not await consents.gave(context.tx, idea.person_id, Purpose.CITY):
        rows: Rows = [[ask_author.button(t.ask_author, idea.id)]]
        await context.show(
            join(line, t.author_has_not_agreed), rows, back=context.go(t.to_all, "permits"), where=where
        )
        return
    live = await store.requests.live(context.tx, idea.id)
    shown = live or await store.requests.shown(context.tx, idea.id)
    lines = [line, await _state(context, shown)] if shown is not None else [line, t.not_handed_over]
    rows = [[one] for one in await _ways(context, idea, live)]
    await context.show(join(*lines, separator="\n\n"), rows, back=context.go(t.to_all, "permits"), where=where)


async def _ways(context: Context, idea: Idea, live: Request | None) -> list[Button]:
    if live is None:
        services = await store.requests.services(context.tx)
        by_endpoint = [choose_service.button(t.hand_over, idea.id, 0)] if services else []
        return [*by_endpoint, copy.button(t.copy, idea.id), ask_number.button(t.i_have_a_number, idea.id)]
    match live.state:
        case "taken":
            return [ask_answer.button(t.they_answered, live.id), ask_number.button(t.other_number, idea.id)]
        case "uncertain":
            return [ask_number.button(t.it_is_there, idea.id), ask_again.button(t.it_is_not_there, live.id)]
        case "waiting":
            return [take_back.button(t.take_back, live.id)]
    return []


async def _state(context: Context, one: Request) -> Text:
    match one.state:
        case "taken":
            update = await store.requests.last_update(context.tx, one.id)
            return request_thread(one, update, context.now_ms)
        case "uncertain":
            return t.uncertain(mark=one.mark)
        case "refused":
            return refusal(one)
    return t.on_its_way


def refusal(one: Request) -> Text:
    """Why, with what they said to it."""
    why = t[f"why-{one.reason or 'refused'}"]
    return join(why, t.they_said(words=one.said)) if one.said else why


async def _content(context: Context, idea: Idea, service: int, mark: str) -> Content:
    """Words, where, and a link to its public page; nobody's name."""
    code = next((code for code, _ in await store.requests.services(context.tx) if _key(code) == service), None)
    if code is None:
        raise Refusal(t.service_is_gone)
    links, place = context.links, context.place
    photo, page = "", ""
    if not links.only_here:
        page = links.page(place.code, idea.number)
        hash_ = await store.requests.photo_of(context.tx, idea.id)
        photo = f"{links.page(place.code)}/media/{hash_}.jpg" if hash_ else ""
    below = " · ".join(one for one in (place.name, str(idea.number), page, mark) if one)
    address = f"{place.name}, {await _plain_where(context, idea)}".rstrip(", ")
    words = f"{short(idea.words, LONGEST)}\n\n{below}"
    return Content(code, words, address, idea.latitude, idea.longitude, photo)


async def _where(context: Context, idea: Idea) -> Text:
    spot = await places.find_spot(context.tx, context.place.id, idea.spot_id) if idea.spot_id else None
    return spot_name(spot) if spot else t.at_the_shop


async def _plain_where(context: Context, idea: Idea) -> str:
    spot = await places.find_spot(context.tx, context.place.id, idea.spot_id) if idea.spot_id else None
    return spot.name or "" if spot else ""


async def _check_count(context: Context) -> None:
    since = milliseconds(context.now) - rules.DAY
    if await store.requests.count_since(context.tx, context.place.id, since) >= MOST_A_DAY:
        raise Refusal(t.enough_today(limit=MOST_A_DAY))


async def _known(context: Context, request_id: int) -> Request:
    one = await store.requests.find(context.tx, context.place.id, request_id)
    if one is None:
        raise Refusal(t.not_there_any_more)
    return one


def _key(code: str) -> int:
    """A code may be longer than what a button carries."""
    return crc32(code.encode())


def _mark() -> str:
    return f"NB-{secrets.token_hex(5).upper()}"
