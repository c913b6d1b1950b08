"""How a poll looks before it is closed: its words, its options, its picture. The same for its preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.clock import moment
from bot.database.db import Tx
from bot.i18n.texts import Text, Texts, join, literal, short
from bot.i18n.times import When
from bot.identity.places import Place
from bot.outbox.outgoing import Collage
from handlers.ideas import store as ideas
from handlers.polls import rules
from handlers.polls.rules import LONGEST_OPTION, Apart, Kind
from handlers.polls.store import Option, Poll
from handlers.polls.vote_store import Later

t = Texts("polls", Path(__file__).parent / "texts")

BESIDE_A_PICTURE = 40  # letters of an option: twelve of them and the question fit a caption
ON_A_BUTTON = 60
MOST_PICTURES = 9  # in one collage
DOT = "●"


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


@dataclass(frozen=True)
class Own:
    """What one reader sees of herself: what she gives to which option, the words with it, whether she came later."""

    given: Mapping[int, int]
    reason: str | None
    apart: Apart


def common_sheet(place: Place, head: Head, options: list[Option]) -> Text:
    """What everybody may read, the same for everyone."""
    lines = [_plain_line(head.kind, number, one, options) for number, one in enumerate(options, start=1)]
    return join(head_lines(place, head), *lines)


def own_sheet(place: Place, poll: Poll, options: list[Option], voters: int, later: Later, own: Own) -> Text:
    """With this reader's choice, and the counts as they stand when the poll is live."""
    line = _counted_line if poll.live else _plain_line
    lines = [line(poll.kind, number, one, options) for number, one in enumerate(options, start=1)]
    counts = [t.so_far(voters=voters), *(later_lines(later) if poll.live else ())]
    return join(head_lines(place, head_of(poll)), *lines, *counts, *own_lines(poll.kind, options, own))


def own_lines(kind: Kind, options: list[Option], own: Own) -> list[Text]:
    if not own.given:
        return [t.no_choice_yet]
    lines = [t.your_choice(words=chosen_words(kind, options, own.given))]
    if own.reason:
        lines.append(t.your_reason(words=short(own.reason, LONGEST_OPTION)))
    if own.apart is not Apart.NO:
        lines.append(t.you_came_later)
    return lines


def later_lines(later: Later) -> list[Text]:
    lines = [t.came_later(count=later.came_later)] if later.came_later else []
    return lines + ([t.crowd(count=later.crowd)] if later.crowd else [])


def head_of(poll: Poll) -> Head:
    return Head(poll.question, poll.kind, poll.dots, poll.live, poll.named, poll.quorum, poll.closes_at)


def head_lines(place: Place, head: Head) -> Text:
    how = t.how_dots(dots=head.dots) if head.kind is Kind.DOTS else t[f"how-{head.kind.value}"]
    sheet = t.sheet(
        question=head.question,
        how=how,
        until=When(moment(head.closes_at), place.clocks),
        results=t[f"results-{'live' if head.live else 'hidden'}{'-named' if head.named else ''}"],
    )
    return join(sheet, t.wants_quorum(percent=head.quorum)) if head.quorum else sheet


def option_words(kind: Kind, option: Option, limit: int) -> Text:
    """As its reader sees it: typed by a person, or one of the three answers of a consent round."""
    return t[f"answer-{option.words}"] if kind is Kind.CONSENT else literal(short(option.words, limit))


def chosen_words(kind: Kind, options: list[Option], given: Mapping[int, int]) -> Text:
    chosen = [
        t.given(words=option_words(kind, one, ON_A_BUTTON), value=shown_value(kind, given[one.id]))
        if kind in (Kind.DOTS, Kind.SCORE)
        else option_words(kind, one, ON_A_BUTTON)
        for one in options
        if one.id in given
    ]
    return join(*chosen, separator=" · ")


def shown_value(kind: Kind, value: int) -> str:
    return DOT * value if kind is Kind.DOTS else str(value)


async def find_picture(tx: Tx, options: list[Option]) -> Collage | None:
    """The photos of the ideas that are its options, with the numbers people say aloud."""
    photos: list[tuple[int, str]] = []
    for one in options:
        media_id = await ideas.ready_photo(tx, one.idea_id) if one.idea_id else None
        if media_id is not None:
            photos.append((media_id, one.words.split()[0]))
    return Collage(tuple(photos[:MOST_PICTURES])) if photos else None


def _plain_line(kind: Kind, number: int, option: Option, options: list[Option]) -> Text:
    return t.option_line(number=number, words=option_words(kind, option, _room(options)))


def _counted_line(kind: Kind, number: int, option: Option, options: list[Option]) -> Text:
    words = option_words(kind, option, _room(options))
    match kind:
        case Kind.DOTS:
            return t.option_dots(number=number, words=words, dots=option.points)
        case Kind.SCORE:
            score = rules.score_words(rules.tenths(option.points, option.votes))
            return t.option_score(number=number, words=words, score=score, votes=option.votes)
    return t.option_votes(number=number, words=words, votes=option.votes)


def _room(options: list[Option]) -> int:
    """Shorter where a picture may leave the words only a caption's room."""
    return BESIDE_A_PICTURE if any(one.idea_id for one in options) else LONGEST_OPTION
