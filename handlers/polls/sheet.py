"""How a poll looks before it is closed: its words, its options, its picture. The same for its preview."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.clock import moment
from bot.database.db import Tx
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, join, literal, short
from bot.identity.places import Place
from bot.outbox.message import Collage
from handlers.ideas.store import pictures
from handlers.polls import rules
from handlers.polls.rules import LONGEST_OPTION, Apart, Kind, budgets, moments
from handlers.polls.store.polls import Option, Poll
from handlers.polls.store.votes import Later
from handlers.polls.words import suited_words, t

BESIDE_A_PICTURE = 40  # letters of an option: twelve of them and the question fit a caption
ON_A_BUTTON = 60
MOST_PICTURES = 9  # in one collage
DOT = "●"
VALUED = frozenset({Kind.DOTS, Kind.SCORE, Kind.TIME})  # what is given to an option is more than a vote


@dataclass(frozen=True)
class Head:
    """What stands above the options."""

    question: str
    kind: Kind
    dots: int
    live: int
    named: int
    quorum: int | None
    closes_at: int
    total: int


@dataclass(frozen=True)
class Own:
    """What one reader sees of herself: what she gives to which option, the words with it, whether she came later."""

    given: Mapping[int, int]
    reason: str | None
    apart: Apart


def common_sheet(place: Place, head: Head, options: list[Option]) -> Text:
    """What everybody may read, the same for everyone."""
    lines = [
        _plain_line(head.kind, number, one, options, place.clocks) for number, one in enumerate(options, start=1)
    ]
    return join(head_lines(place, head), *lines)


def own_sheet(place: Place, poll: Poll, options: list[Option], voters: int, later: Later, own: Own) -> Text:
    """With this reader's choice, and the counts as they stand when the poll is live."""
    line = _counted_line if poll.live else _plain_line
    lines = [line(poll.kind, number, one, options, place.clocks) for number, one in enumerate(options, start=1)]
    counts = [t.so_far(voters=voters), *(later_lines(later) if poll.live else ())]
    return join(head_lines(place, head_of(poll)), *lines, *counts, *own_lines(place, poll, options, own))


def own_lines(place: Place, poll: Poll, options: list[Option], own: Own) -> list[Text]:
    if not own.given:
        return [t.no_choice_yet]
    lines = [t.your_choice(words=chosen_words(poll.kind, options, own.given, place.clocks))]
    if poll.kind is Kind.BUDGET:
        left = budgets.left(poll.total, costs_of(options), own.given)
        lines.append(t.basket_left(left=budgets.shown(left), total=budgets.shown(poll.total)))
    if own.reason:
        lines.append(t.your_reason(words=short(own.reason, LONGEST_OPTION)))
    if own.apart is not Apart.NO:
        lines.append(t.you_came_later)
    return lines


def later_lines(later: Later) -> list[Text]:
    lines = [t.came_later(count=later.came_later)] if later.came_later else []
    return lines + ([t.crowd(count=later.crowd)] if later.crowd else [])


def head_of(poll: Poll) -> Head:
    return Head(poll.question, poll.kind, poll.dots, poll.live, poll.named, poll.quorum, poll.closes_at, poll.total)


def head_lines(place: Place, head: Head) -> Text:
    sheet = t.sheet(
        question=head.question,
        how=_how(head),
        until=When(moment(head.closes_at), place.clocks),
        results=t[f"results-{'live' if head.live else 'hidden'}{'-named' if head.named else ''}"],
    )
    return join(sheet, t.wants_quorum(percent=head.quorum)) if head.quorum else sheet


def option_words(kind: Kind, option: Option, limit: int, clocks: Clocks) -> Text:
    """As its reader sees it: typed by a person, one of the three answers of a consent round, or a moment."""
    if option.at is not None:
        return t.at_moment(at=When(moment(option.at), clocks))
    return t[f"answer-{option.words}"] if kind is Kind.CONSENT else literal(short(option.words, limit))


def priced_words(kind: Kind, option: Option, limit: int, clocks: Clocks) -> Text:
    """The same, with what it costs in a budget poll."""
    words = option_words(kind, option, limit, clocks)
    return words if option.cost is None else t.priced(words=words, cost=budgets.shown(option.cost))


def words_to_press(kind: Kind, option: Option, limit: int, clocks: Clocks) -> Text:
    """On its button: with what it costs, or what the team thinks that its idea costs."""
    if option.band is None or option.cost is not None:
        return priced_words(kind, option, limit, clocks)
    band = Text("ideas", f"band-{option.band}")
    return t.estimated(words=option_words(kind, option, limit, clocks), cost=band)


def chosen_words(kind: Kind, options: list[Option], given: Mapping[int, int], clocks: Clocks) -> Text:
    chosen = [
        with_value(kind, option_words(kind, one, ON_A_BUTTON, clocks), given[one.id])
        if kind in VALUED
        else option_words(kind, one, ON_A_BUTTON, clocks)
        for one in options
        if one.id in given
    ]
    return join(*chosen, separator=" · ")


def with_value(kind: Kind, words: Text, value: int) -> Text:
    """An option and what somebody gives to it; a sign stands before a long moment, where a narrow button shows it."""
    given = shown_value(kind, value)
    return t.said_of_moment(words=words, said=given) if kind is Kind.TIME else t.given(words=words, value=given)


def costs_of(options: list[Option]) -> dict[int, int]:
    return {one.id: one.cost or 0 for one in options}


def shown_value(kind: Kind, value: int) -> Text:
    if kind is Kind.TIME:
        return t[f"suits-{moments.ANSWERS[value].value}"]
    return literal(DOT * value if kind is Kind.DOTS else str(value))


async def find_picture(tx: Tx, options: list[Option]) -> Collage | None:
    """The photos of the ideas that are its options, with the numbers people say aloud."""
    photos: list[tuple[int, str]] = []
    for one in options:
        media_id = await pictures.ready_photo(tx, one.idea_id) if one.idea_id else None
        if media_id is not None:
            photos.append((media_id, one.words.split()[0]))
    return Collage(tuple(photos[:MOST_PICTURES])) if photos else None


def _how(head: Head) -> Text:
    match head.kind:
        case Kind.DOTS:
            return t.how_dots(dots=head.dots)
        case Kind.BUDGET:
            return t.how_budget(total=budgets.shown(head.total))
    return t[f"how-{head.kind.value}"]


def _plain_line(kind: Kind, number: int, option: Option, options: list[Option], clocks: Clocks) -> Text:
    return t.option_line(number=number, words=priced_words(kind, option, _room(options), clocks))


def _counted_line(kind: Kind, number: int, option: Option, options: list[Option], clocks: Clocks) -> Text:
    words = priced_words(kind, option, _room(options), clocks)
    match kind:
        case Kind.DOTS:
            return t.option_dots(number=number, words=words, dots=option.points)
        case Kind.SCORE:
            score = rules.score_words(rules.tenths(option.points, option.votes))
            return t.option_score(number=number, words=words, score=score, votes=option.votes)
        case Kind.TIME:
            return t.option_suited(number=number, words=words, suited=suited_words(option.entry))
    return t.option_votes(number=number, words=words, votes=option.votes)


def _room(options: list[Option]) -> int:
    """Shorter where a picture may leave the words only a caption's room."""
    return BESIDE_A_PICTURE if any(one.idea_id for one in options) else LONGEST_OPTION
