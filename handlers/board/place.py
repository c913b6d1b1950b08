"""The page of a place: its board, what was decided there, what is coming, and how polls came out."""

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.i18n.texts import clean
from bot.identity import places
from bot.identity.invites import PLACE_PREFIX
from bot.server.tongues import plain_words
from bot.services import Site
from bot.web.pages import html_answer
from handlers.board import frame, pulse, rules, showing, store
from handlers.board.showing import Here, Made, Past, Result
from handlers.board.words import t
from handlers.care.store import totals
from handlers.events.store import answers, events
from handlers.events.store import photos as photo_store
from handlers.events.store.events import Event
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import View
from handlers.ledger import rules as ledger_rules
from handlers.ledger.store import months
from handlers.made.store import makers, things
from handlers.made.store.things import Thing
from handlers.polls.rules import Kind
from handlers.polls.store import polls, votes
from handlers.tasks.store import dates


async def answer(tx: Tx, request: Request, site: Site, here: Here) -> Response:
    place, choice = here.place, here.choice
    count = await store.count(tx, place.id, choice)
    page = min(choice.page, rules.pages(count))
    view = View(status=choice.status, spot_id=choice.spot_id)
    shown = await ideas.board(tx, place.id, 0, view, (page - 1) * rules.AT_ONCE, rules.AT_ONCE)
    photos = _one_each(await store.photos(tx, [one.id for one in shown]))
    spots = await places.all_spots(tx, place.id)
    named = {spot.id: spot for spot in spots}
    statuses = await store.by_status(tx, place.id, choice.spot_id)
    at_spots = await store.by_spot(tx, place.id, choice.status)
    now = milliseconds(site.clock.now())
    coming = await events.upcoming(tx, place.id, now, rules.MOST_EVENTS)
    past = [await _past(tx, here, one) for one in await events.past(tx, place.id, now, rules.MOST_PAST)]
    decided = await store.decisions(tx, place.id, rules.MOST_DECISIONS)
    title = plain_words(t.place_title(place=clean(place.name)), here.tongue.code)
    lead = plain_words(t.place_lead(place=clean(place.name)), here.tongue.code)
    pictured = next((one for one in shown if one.id in photos), None)
    picture = showing.picture(here, pictured.number, photos[pictured.id]) if pictured else None
    content = frame.TEMPLATES.render(
        "place.html",
        here.tongue,
        t=t,
        head=frame.head(here, title, lead, here.board, picture, coming),
        rests=place.rests_since is not None,
        doors=showing.doors(here.links, f"{PLACE_PREFIX}-{place.code}"),
        filters=showing.filters(here, spots, statuses, at_spots),
        count=count,
        cards=[showing.card(here, one, named, photos.get(one.id)) for one in shown],
        pager=showing.pager(here, page, rules.pages(count)),
        decisions=[showing.taken(here, one) for one in decided],
        events=[showing.coming(here, one) for one in coming],
        tasks=[showing.task(here, one) for one in await dates.open_(tx, place.id, now, rules.MOST_TASKS)],
        past=past,
        calendar=f"/calendar/{place.code}.ics?language={here.tongue.code}",
        polls=await _results(tx, here, now),
        ledger=[
            showing.ledger(one, await months.against(tx, one.id))
            for one in await months.newest(tx, place.id, rules.MOST_MONTHS)
            if one.counts.decided >= ledger_rules.FEWEST
        ],
        care=showing.care(
            await totals.so_far(tx, place.id), await totals.after_a_year(tx, place.id, _a_year_ago(now))
        ),
        pulse=await pulse.of(tx, here),
        made=[await _made(tx, here, one) for one in await things.listed(tx, place.id, 0, rules.MOST_MADE)],
    )
    return html_answer(request, content, here.tongue)


async def _past(tx: Tx, here: Here, event: Event) -> Past:
    """With how many were there, and the first photos of its album; who they were is nobody else's business."""
    people = await answers.were_there(tx, event.id)
    return showing.past(here, event, people, await photo_store.public(tx, event.id, rules.MOST_IN_ALBUM))


async def _made(tx: Tx, here: Here, thing: Thing) -> Made:
    """With those of its makers who agreed to be named."""
    photo = await things.public_picture(tx, thing.media_id) if thing.media_id is not None else None
    surfaces = await things.surfaces(tx, thing.id)
    return showing.made(here, thing, surfaces, await makers.of(tx, thing.id), photo)


def _a_year_ago(now: int) -> int:
    return now - int(rules.YEAR.total_seconds() * 1000)


def _one_each(photos: list[store.Photo]) -> dict[int, store.Photo]:
    """How it is now, where there is such a photo; else the first one."""
    first = {one.idea_id: one for one in reversed(photos) if not one.after}
    return first | {one.idea_id: one for one in photos if one.after}


async def _results(tx: Tx, here: Here, now: int) -> list[Result]:
    since = now - int(rules.POLLS_SHOWN.total_seconds() * 1000)
    closed = await polls.closed_since(tx, here.place.id, since)
    found: list[Result] = []
    for poll in reversed(closed[-rules.MOST_POLLS :]):
        options = await polls.options(tx, poll.id)
        voters = await votes.count_voters(tx, poll.id)
        if poll.kind in (Kind.TIME, Kind.BUDGET) and voters < rules.LEAST_TOLD:
            continue
        numbers = await store.public_numbers(tx, [one.idea_id for one in options if one.idea_id])
        found.append(showing.result(here, poll, options, voters, await votes.count_later(tx, poll.id), numbers))
    return found
