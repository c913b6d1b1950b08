"""The page of a place: its board, what was decided there, what is coming, and how polls came out."""

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.i18n.texts import clean
from bot.identity import places
from bot.identity.invites import PLACE_PREFIX
from bot.web.site import Site, html_answer, plain_words
from handlers.board import frame, rules, showing, store
from handlers.board.showing import Here, Past, Result, t
from handlers.events import answer_store, photo_store
from handlers.events import store as events
from handlers.events.store import Event
from handlers.ideas import store as ideas
from handlers.ideas.store import View
from handlers.polls import store as polls
from handlers.polls import vote_store


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
        head=frame.head(here, title, lead, here.board, picture),
        doors=showing.doors(here.links, f"{PLACE_PREFIX}-{place.code}"),
        filters=showing.filters(here, spots, statuses, at_spots),
        count=count,
        cards=[showing.card(here, one, named, photos.get(one.id)) for one in shown],
        pager=showing.pager(here, page, rules.pages(count)),
        decisions=[showing.taken(here, one) for one in decided],
        events=[showing.coming(here, one) for one in coming],
        past=past,
        calendar=f"/calendar/{place.code}.ics?language={here.tongue.code}",
        polls=await _results(tx, here, now),
    )
    return html_answer(request, content, here.tongue)


async def _past(tx: Tx, here: Here, event: Event) -> Past:
    """With how many were there, and the first photos of its album; who they were is nobody else's business."""
    people = await answer_store.were_there(tx, event.id)
    return showing.past(here, event, people, await photo_store.public(tx, event.id, rules.MOST_IN_ALBUM))


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
        voters = await vote_store.count_voters(tx, poll.id)
        numbers = await store.public_numbers(tx, [one.idea_id for one in options if one.idea_id])
        found.append(showing.result(here, poll, options, voters, await vote_store.count_later(tx, poll.id), numbers))
    return found
