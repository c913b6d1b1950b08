"""What stands on the public pages: ideas, steps, events and polls, as the templates want them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import moment
from bot.doors.door import TELEGRAM
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, clean, literal, short
from bot.identity.places import Place, Spot
from bot.server.tongues import Tongue, plain_words
from bot.services import Links
from handlers.board import rules, store
from handlers.board.rules import Choice
from handlers.board.words import t
from handlers.care.store.totals import Still
from handlers.events.store.events import Event
from handlers.events.store.photos import Public
from handlers.ideas.rules import FILTERS, Status
from handlers.ideas.store.ideas import Idea

# What a status or a spot is called is said in one place: on the cards in the chat.
from handlers.ideas.words import t as called
from handlers.ledger import words as of_ledger
from handlers.ledger.store.months import Against, Month
from handlers.made import words as register
from handlers.made.rules import State
from handlers.made.store import things
from handlers.made.store.makers import Maker
from handlers.made.store.things import Surface, Thing
from handlers.made.words import t as of_made
from handlers.polls import rules as poll_rules
from handlers.polls.rules import Kind, budgets, winning
from handlers.polls.store import polls
from handlers.polls.store.polls import Option, Poll
from handlers.polls.store.votes import Later
from handlers.polls.words import suited_words
from handlers.polls.words import t as counted
from handlers.tasks import words as hands
from handlers.tasks.store.dates import Date
from handlers.tasks.words import t as of_tasks

ON_CARD, IN_TITLE, IN_LINE = 200, 60, 90  # letters


@dataclass(frozen=True)
class Picture:
    address: str
    alt: str
    width: int
    height: int

    def under(self, web: str) -> "Picture":
        """With the whole address, for those who show it elsewhere."""
        return replace(self, address=web + self.address)


@dataclass(frozen=True)
class Here:
    """The reader's surroundings: whose board, in which language, and what the address says of it."""

    place: Place
    tongue: Tongue
    choice: Choice
    links: Links

    @property
    def home(self) -> str:
        return self.board(Choice(lang=self.choice.lang))

    def board(self, choice: Choice) -> str:
        return f"/p/{self.place.code}{choice.query}"

    def idea(self, number: int) -> str:
        return f"/p/{self.place.code}/{number}{Choice(lang=self.choice.lang).query}"

    def day(self, at: int) -> str:
        return When(moment(at), self.place.clocks, "date").show(self.tongue.code)

    def both_clocks(self, at: datetime, until: datetime | None = None) -> str:
        return When(at, self.place.clocks, until=until).show(self.tongue.code)


@dataclass(frozen=True)
class Doors:
    """The same thing to open at both doors; `telegram` is empty where there is none."""

    chat: str
    telegram: str


@dataclass(frozen=True)
class Card:
    number: int
    words: str
    status: Text
    spot: Text
    voices: int
    address: str
    photo: Picture | None


@dataclass(frozen=True)
class Link:
    label: Text
    address: str
    chosen: bool
    ideas: int | None


@dataclass(frozen=True)
class Ledger:
    """Who decided in one month."""

    month: Text
    lines: list[Text]


@dataclass(frozen=True)
class Filter:
    title: Text
    choices: list[Link]


@dataclass(frozen=True)
class Pager:
    page: int
    pages: int
    newer: str
    older: str


@dataclass(frozen=True)
class Taken:
    """A step with its reason, and in whose name it was taken."""

    number: int
    words: str
    status: Text
    reason: str
    by: Text
    iso: str
    when: str
    address: str


@dataclass(frozen=True)
class Coming:
    title: str
    whereabouts: str
    iso: str
    when: str


@dataclass(frozen=True)
class Past:
    """An event that took place; `photos` are the small ones, each with the address of the whole one."""

    title: str
    whereabouts: str
    iso: str
    when: str
    people: int
    photos: list[tuple[str, Picture]]
    more: int


@dataclass(frozen=True)
class Bar:
    """An option. `width` is in percent; `votes` says what it got, in the words of this kind of poll."""

    words: Text
    address: str
    width: int
    votes: Text


@dataclass(frozen=True)
class Result:
    """`apart` are the votes that were not counted with the others."""

    question: str
    options: list[Bar]
    voters: int
    apart: list[Text]
    when: When


@dataclass(frozen=True)
class Made:
    """What people made: where it is, whose it is as far as they agreed, and what they wish for it."""

    words: Text
    where: Text
    makers: Text
    wish: Text
    state: Text | None
    photo: Picture | None


@dataclass(frozen=True)
class Care:
    """How much of what was done is still good: now, and a year after it was done."""

    done: int
    lines: list[Text]
    year: Text | None


@dataclass(frozen=True)
class Task:
    """What needs a hand, until when, and the doors through which one takes it on. Nobody who does it is named."""

    title: str
    when: Text
    where: Text | None
    lines: list[Text]
    doors: Doors


@dataclass(frozen=True)
class Pair:
    before: Picture
    after: Picture


def doors(links: Links, code: str) -> Doors:
    telegram = links.at(TELEGRAM, code) if links.telegram else ""
    # Not by the public address: whoever reads this has found the right one already.
    return Doors(f"/#{code}", telegram)


def card(here: Here, idea: Idea, spots: dict[int, Spot], photo: store.Photo | None, letters: int = ON_CARD) -> Card:
    return Card(
        idea.number,
        short(idea.words, letters),
        status_name(idea.status),
        where(idea, spots),
        idea.voices,
        here.idea(idea.number),
        picture(here, idea.number, photo, small=True) if photo else None,
    )


def picture(here: Here, number: int, photo: store.Photo, small: bool = False) -> Picture:
    address = f"/p/{here.place.code}/media/{photo.hash}{'.thumb' if small else ''}.jpg"
    return Picture(address, plain_words(t.photo(number=number), here.tongue.code), photo.width, photo.height)


def pair(here: Here, number: int, photos: Sequence[store.Photo]) -> Pair | None:
    """The first photo and the newest one of how it is now."""
    before = next((one for one in photos if not one.after), None)
    after = next((one for one in reversed(photos) if one.after), None)
    if before is None or after is None:
        return None
    return Pair(picture(here, number, before), picture(here, number, after))


def status_name(status: Status) -> Text:
    return called[f"status-{status.value}"]


def where(idea: Idea, spots: dict[int, Spot]) -> Text:
    """A shared location stays among the members: it may be somebody's own door."""
    spot = spots.get(idea.spot_id or 0)
    return spot_name(spot) if spot else t.elsewhere


def spot_name(spot: Spot) -> Text:
    return literal(spot.name) if spot.name else called[f"spot-{spot.space.value}"]


def filters(here: Here, spots: Sequence[Spot], statuses: dict[str, int], at_spots: dict[int, int]) -> list[Filter]:
    """Only what would show something, and what is chosen now."""
    choice = here.choice
    by_status = [Link(t.all_statuses, here.board(choice.by_status("")), not choice.status, None)]
    for status in FILTERS:
        if status.value in statuses or status.value == choice.status:
            count = statuses.get(status.value, 0)
            address = here.board(choice.by_status(status.value))
            by_status.append(Link(status_name(status), address, status.value == choice.status, count))
    by_spot = [Link(t.all_spots, here.board(choice.by_spot(0)), not choice.spot_id, None)]
    for spot in spots:
        if spot.id in at_spots or spot.id == choice.spot_id:
            address = here.board(choice.by_spot(spot.id))
            by_spot.append(Link(spot_name(spot), address, spot.id == choice.spot_id, at_spots.get(spot.id, 0)))
    return [Filter(t.by_status, by_status), Filter(t.by_spot, by_spot)]


def pager(here: Here, page: int, pages: int) -> Pager:
    newer = here.board(here.choice.on_page(page - 1)) if page > 1 else ""
    older = here.board(here.choice.on_page(page + 1)) if page < pages else ""
    return Pager(page, pages, newer, older)


def taken(here: Here, step: store.Step) -> Taken:
    return Taken(
        step.number,
        short(step.words, IN_LINE),
        status_name(step.after),
        clean(step.reason).strip(),
        t[f"step-{rules.voice(step.after, step.space, step.roles)}"],
        moment(step.taken_at).isoformat(timespec="seconds"),
        here.day(step.taken_at),
        here.idea(step.number),
    )


def coming(here: Here, event: Event) -> Coming:
    iso = event.start.isoformat(timespec="seconds")
    return Coming(clean(event.title), clean(event.whereabouts or ""), iso, here.both_clocks(event.start, event.end))


def past(here: Here, event: Event, people: int, photos: Sequence[Public]) -> Past:
    told = coming(here, event)
    shown = [
        (f"/p/{here.place.code}/media/{one.hash}.jpg", _of_album(here, event, one, number))
        for number, one in enumerate(photos, 1)
    ]
    more = max(event.photos - len(shown), 0)
    return Past(told.title, told.whereabouts, told.iso, told.when, people, shown, more)


def task(here: Here, date: Date) -> Task:
    lines = [of_tasks.card_bring(bring=date.bring)] if date.bring else []
    lines.append(of_tasks.card_people(taken=date.taken, needed=date.needed))
    if date.stand_ins:
        lines.append(of_tasks.line_stand_in)
    if date.adults:
        lines.append(of_tasks.card_adults)
    code = f"task-{here.place.code}-{date.id}"
    title, when = clean(date.title), hands.when(date, here.place.clocks)
    return Task(title, when, hands.where(date), lines, doors(here.links, code))


def made(
    here: Here,
    thing: Thing,
    surfaces: Sequence[Surface],
    makers: Sequence[Maker],
    photo: things.Picture | None,
) -> Made:
    state = things.state_of(list(surfaces))
    return Made(
        register.called(thing, ON_CARD),
        register.where(surfaces),
        register.makers_line(makers),
        register.wish_line(thing, here.place),
        None if state is State.THERE else of_made[f"state-{state.value}"],
        _of_made(here, thing, photo) if photo is not None else None,
    )


def ledger(month: Month, against: Sequence[Against]) -> Ledger:
    return Ledger(of_ledger.month_named(month.month), of_ledger.month_lines(month, against))


def care(now: Still, year: Still) -> Care | None:
    """Nothing where nobody has looked again so far."""
    if not now.done or (now.open == now.done and not year.done):
        return None
    found = {"good": now.good, "partly": now.partly, "gone": now.gone, "open": now.open}
    lines = [t[f"care-{key}"](count=count) for key, count in found.items() if count]
    return Care(now.done, lines, _after_a_year(year) if year.done else None)


def _after_a_year(year: Still) -> Text:
    """With n, and what nobody has looked at is not taken for good."""
    if year.done < rules.SMALL:
        return t.care_year(good=year.good, done=year.done)
    return t.care_year_percent(good=year.good, done=year.done, percent=round(100 * year.good / year.done))


def _of_made(here: Here, thing: Thing, photo: things.Picture) -> Picture:
    alt = plain_words(t.made_photo(what=register.called(thing)), here.tongue.code)
    return Picture(f"/p/{here.place.code}/media/{photo.hash}.thumb.jpg", alt, photo.width, photo.height)


def _of_album(here: Here, event: Event, photo: Public, number: int) -> Picture:
    alt = plain_words(t.album_photo(title=clean(event.title), number=number), here.tongue.code)
    return Picture(f"/p/{here.place.code}/media/{photo.hash}.thumb.jpg", alt, photo.width, photo.height)


def result(
    here: Here, poll: Poll, options: Sequence[Option], voters: int, later: Later, numbers: dict[int, int]
) -> Result:
    """`numbers` are those of the ideas among the options that everybody may see."""
    worth = [winning.worth_of(poll.kind, one.entry) for one in options]
    won = winning.outcome(poll.kind, [one.entry for one in options], voters, voters, poll.terms).leaders
    # An average of five fills its bar; what is counted is measured by the option that has most.
    whole = poll_rules.BEST_SCORE if poll.kind is Kind.SCORE else max(worth, default=0)
    bars = []
    for one, value in zip(options, worth, strict=True):
        number = numbers.get(one.idea_id or 0)
        address = here.idea(number) if number else ""
        width = 100 * value // whole if whole else 0
        bars.append(
            Bar(_option(poll.kind, one, here.place.clocks), address, width, _got(poll.kind, one, voters, won))
        )
    apart = [counted.came_later(count=later.came_later)] if later.came_later else []
    apart += [counted.crowd(count=later.crowd)] if later.crowd else []
    # It may have been closed before its time, or by a machine that was off when its time came.
    over = min(poll.closes_at, poll.closed_at or poll.closes_at)
    return Result(clean(poll.question), bars, voters, apart, When(moment(over), here.place.clocks, "date"))


def about(one: polls.Result) -> Text:
    """How an idea came off in a poll."""
    match one.kind:
        case Kind.DOTS:
            return t.in_poll_dots(dots=one.points, voters=one.voters)
        case Kind.SCORE:
            return t.in_poll_score(score=_average(one.points, one.votes), votes=one.votes)
    return t.in_poll(votes=one.votes, voters=one.voters)


def _option(kind: Kind, option: Option, clocks: Clocks) -> Text:
    if option.at is not None:
        return counted.at_moment(at=When(moment(option.at), clocks))
    return counted[f"answer-{option.words}"] if kind is Kind.CONSENT else literal(clean(option.words))


def _got(kind: Kind, option: Option, voters: int, won: tuple[str, ...]) -> Text:
    match kind:
        case Kind.DOTS:
            return t.dots(dots=option.points)
        case Kind.SCORE:
            return t.score(score=_average(option.points, option.votes), votes=option.votes)
        case Kind.TIME:
            return suited_words(option.entry)
        case Kind.BUDGET:
            line = t.in_the_budget if option.words in won else t.not_in_the_budget
            return line(votes=option.votes, cost=budgets.shown(option.cost or 0))
    if kind is Kind.CONSENT or voters < poll_rules.LEAST_FOR_SHARES:
        return t.votes(votes=option.votes)
    return t.votes_share(votes=option.votes, share=poll_rules.share(option.votes, voters))


def _average(points: int, votes: int) -> str:
    return poll_rules.score_words(poll_rules.tenths(points, votes))
