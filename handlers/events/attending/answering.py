"""What everybody does with an event: come, perhaps come, not come, bring guests, and say how it was."""

from enum import StrEnum

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.doors.door import TELEGRAM
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import asides, rules, store
from handlers.events.attending import crowding, seats
from handlers.events.cards import calendar_path, card, picture
from handlers.events.rules import Answer, Choice, Mood
from handlers.events.store.answers import Given
from handlers.events.store.events import Event
from handlers.events.words import party, t

BRINGING = (Answer.COMING, Answer.WAITING)
ONLY_HERE = ("://localhost", "://127.")


class At(StrEnum):
    """Where the card stands: in a message that was sent to somebody and stays, or on a screen."""

    LASTING = "a"
    SCREEN = "s"


@action()
async def answer(context: Context, event_id: int, choice: Choice, at: At) -> None:
    event = await locked_event(context, event_id)
    if (closed := _why_closed(context, event)) is not None:
        context.toast(closed)
        await show_card(context, event, at)
        return
    became = await take_answer(context, event, choice)
    if became is not None:
        context.toast(_said(became))
    await show_card(context, await known_event(context, event_id), at)


@action()
async def bring(context: Context, event_id: int, guests: int, children: int, at: At) -> None:
    """So many grown-ups with her, and so many children."""
    await _bring(context, event_id, guests, children)
    await show_card(context, await known_event(context, event_id), at)


@action()
async def guests(context: Context, event_id: int, change: int, at: At) -> None:
    """From an old chat, "one more" or "one less" of what nobody knows: how it stands now, with buttons that know."""
    await show_card(context, await known_event(context, event_id), at)


@action()
async def children(context: Context, event_id: int, change: int, at: At) -> None:
    """As `guests`."""
    await show_card(context, await known_event(context, event_id), at)


@action()
async def feedback(context: Context, event_id: int, mood: Mood) -> None:
    """Once each."""
    event = await known_event(context, event_id)
    if not await store.answers.set_mood(context.tx, event_id, context.person.id, mood):
        raise Refusal(t.mood_known)
    context.toast(t.toast_thanks)
    kept = t.mood_kept(title=event.title, mood=t[f"mood-{mood.value}"])
    await context.say(
        kept, [[_leads_to(context, t.my_photos, "add_photos", event.id, At.LASTING)]], where=Where.IN_PLACE
    )


async def known_event(context: Context, event_id: int) -> Event:
    """Of this place, and no draft."""
    event = await store.events.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id or event.status == "draft":
        raise Refusal(t.event_gone)
    return event


async def locked_event(context: Context, event_id: int) -> Event:
    """For whoever changes its seats or its time: two people must not take the last seat at once."""
    await context.tx.lock(f"event {event_id}")
    return await known_event(context, event_id)


async def show_card(context: Context, event: Event, at: At) -> None:
    mine = await store.answers.find_answer(context.tx, event.id, context.person.id)
    came = None
    if event.status == "announced" and context.now >= event.start:
        came = await store.answers.were_there(context.tx, event.id)
    text, shown = card(event, context.place, mine, came), picture(event)
    is_open = _why_closed(context, event) is None
    rows = answer_rows(event, mine, at) if is_open else []
    if is_open and mine and event.later:
        rows.append([_leads_to(context, t.same_for_all(count=event.later), "same_for_all", event.id, at)])
    if at is At.SCREEN and event.series_id is not None:
        rows.append([_leads_to(context, t.all_dates, "dates", event.id, 0)])
    if at is At.SCREEN and event.status == "announced" and context.now >= event.start:
        rows.append([_leads_to(context, t.album(count=event.photos), "album", event.id, 0)])
    if is_open and (at is At.SCREEN or mine) and (calendar := _calendar_button(context, event)):
        rows.append([calendar])
    if mine and mine.answer is not Answer.CANT:
        text, rows = await naming.asked_with(context, text, rows)
    if at is At.SCREEN:
        text = join(text, *await asides.lines(context, event))
        rows += [[one] for one in await asides.ways(context, event)]
    if at is At.LASTING:
        await context.say(text, rows, shown, where=Where.IN_PLACE)
        return
    if context.may(TEAM):
        # By their names: they ask us.
        if is_open and rules.doors_are_open(event.start, event.end, context.now):
            # Once it has begun, it stands where who came is ticked.
            codes = context.town.actions["check_in.of_event"]
            rows.append([Button(t.arriving, codes.partial_address(event.id))])
        if is_open:
            rows.append(
                [Button(t.group_list, context.town.actions["sign_up_list.of_event"].partial_address(event.id))]
            )
        rows.append([_leads_to(context, t.look_after, "look_after", event.id)])
    await context.show(text, rows, shown, back=context.go(t.back, "events"))


def answer_rows(event: Event, mine: Given | None, at: At) -> list[list[Button]]:
    """The three answers, the own one marked; beneath them the guests of whoever comes."""
    own = mine.answer if mine and not mine.asked_again else None
    labels = {Choice.COMING: t.coming, Choice.MAYBE: t.maybe, Choice.CANT: t.cant}
    rows = [[answer.button(_marked(label, choice, own), event.id, choice, at) for choice, label in labels.items()]]
    if mine and mine.answer in BRINGING:
        rows += [_one_more_or_less(event, mine, at, 1, 0), _one_more_or_less(event, mine, at, 0, 1)]
    return rows


def _one_more_or_less(event: Event, mine: Given, at: At, guest: int, child: int) -> list[Button]:
    """Each carries how many there will be, so that pressing twice is pressing once."""
    now = mine.guests if guest else mine.children
    labels = (t.guest_less, t.guest_more) if guest else (t.child_less, t.child_more)
    return [
        bring.button(label, event.id, mine.guests + guest * change, mine.children + child * change, at)
        for label, change in zip(labels, (-1, 1), strict=True)
        if 0 <= now + change <= rules.MOST_GUESTS
    ]


async def take_answer(context: Context, event: Event, choice: Choice) -> Given | None:
    """Expects the event to be locked and open; returns what the answer became."""
    mine = await store.answers.find_answer(context.tx, event.id, context.person.id)
    if choice is Choice.COMING:
        await _come(context, event, mine)
    else:
        await _stay_away(context, event, mine, Answer(choice.value))
    return await store.answers.find_answer(context.tx, event.id, context.person.id)


def _marked(label: Text, choice: Choice, own: Answer | None) -> Text:
    if choice is Choice.COMING and own is Answer.WAITING:
        return t.in_line
    return t.chosen(answer=label) if own is not None and own.value == choice.value else label


def _calendar_button(context: Context, event: Event) -> Button | None:
    # Telegram refuses a whole message for a button that leads to this very machine.
    if context.speaker.door == TELEGRAM and any(here in context.links.web for here in ONLY_HERE):
        return None
    return Button(t.calendar, url=context.links.web + calendar_path(event, context.language))


def _why_closed(context: Context, event: Event) -> Text | None:
    if event.status == "cancelled":
        return t.is_cancelled
    return t.has_begun if context.now >= event.start else None


async def _come(context: Context, event: Event, mine: Given | None) -> None:
    had = mine.answer if mine else None
    if had is Answer.COMING:
        await store.answers.confirm(context.tx, event.id, context.person.id)
    elif had is not Answer.WAITING:
        apart = await crowding.stands_apart(context, event)
        free = rules.has_room(event.capacity or 0, event.taken, 1) and not event.waiting and not apart
        became = Answer.COMING if free else Answer.WAITING
        await store.answers.set_answer(context.tx, event.id, context.person.id, became, context.now_ms, int(apart))


async def _stay_away(context: Context, event: Event, mine: Given | None, became: Answer) -> None:
    if mine is None or mine.answer is not became:
        await store.answers.set_answer(context.tx, event.id, context.person.id, became, context.now_ms)
        await seats.fill(context.notices, event.id)


async def _bring(context: Context, event_id: int, guests: int, children: int) -> None:
    event = await locked_event(context, event_id)
    if (closed := _why_closed(context, event)) is not None:
        raise Refusal(closed)
    mine = await store.answers.find_answer(context.tx, event_id, context.person.id)
    if mine is None or mine.answer not in BRINGING:
        raise Refusal(t.first_say_coming)
    more = guests + children - mine.guests - mine.children
    if not (0 <= guests <= rules.MOST_GUESTS and 0 <= children <= rules.MOST_GUESTS):
        raise Refusal(t.guests_limit(most=rules.MOST_GUESTS))
    # Whoever waits may wait with her family, unless it would never fit in.
    taken = event.taken if mine.answer is Answer.COMING else 1 + mine.guests + mine.children
    if more > 0 and not rules.has_room(event.capacity or 0, taken, more):
        raise Refusal(t.no_seat_for_guest)
    if more > 0:
        await crowding.check_share(context, event, more)
    await store.answers.set_party(context.tx, event_id, context.person.id, guests, children)
    if mine.answer is Answer.COMING:
        await store.answers.confirm(context.tx, event_id, context.person.id)
    await seats.fill(context.notices, event_id)
    with_me = party(guests, children)
    context.toast(t.toast_party(party=with_me) if with_me else t.toast_alone)


def _said(mine: Given) -> Text:
    match mine.answer:
        case Answer.COMING:
            return t.toast_coming
        case Answer.WAITING if mine.apart:
            return t.toast_apart
        case Answer.WAITING:
            return t.toast_waiting(position=mine.place_in_line)
        case Answer.MAYBE:
            return t.toast_maybe
        case Answer.CANT:
            return t.toast_cant


def _leads_to(context: Context, label: Text, name: str, *args: int | At) -> Button:
    """To a file that imports this one, hence by name."""
    return Button(label, context.town.actions[f"events.{name}"].partial_address(*args))
