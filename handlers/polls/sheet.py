"""How a poll looks before it is closed: its words, its options, its picture. The same for its preview."""

from dataclasses import dataclass
from pathlib import Path

from bot.clock import moment
from bot.db import Tx
from bot.outgoing import Collage
from bot.places import Place
from bot.texts import Text, Texts, join, literal, short
from bot.times import When
from handlers.ideas import store as ideas
from handlers.polls.rules import LONGEST_OPTION, Kind
from handlers.polls.store import Option, Poll

t = Texts("polls", Path(__file__).parent / "texts")

BESIDE_A_PICTURE = 40  # letters of an option: twelve of them and the question fit a caption
ON_A_BUTTON = 60
MOST_PICTURES = 9  # in one collage


@dataclass(frozen=True)
class Head:
    """What stands above the options."""

    question: str
    kind: Kind
    live: int
    closes_at: int


def common_sheet(place: Place, head: Head, options: list[Option]) -> Text:
    """What everybody may read, the same for everyone."""
    lines = [t.option_line(number=n, words=_words(one, options)) for n, one in enumerate(options, start=1)]
    return join(_head(place, head), *lines)


def own_sheet(place: Place, poll: Poll, options: list[Option], mine: list[int], voters: int) -> Text:
    """With this reader's choice, and the counts as they stand when the poll is live."""
    lines = [
        t.option_votes(number=number, words=_words(one, options), votes=one.votes)
        if poll.live
        else t.option_line(number=number, words=_words(one, options))
        for number, one in enumerate(options, start=1)
    ]
    chosen = [one for one in options if one.id in mine]
    choice = t.your_choice(words=chosen_words(chosen)) if chosen else t.no_choice_yet
    return join(_head(place, head_of(poll)), *lines, t.so_far(voters=voters), choice)


def head_of(poll: Poll) -> Head:
    return Head(poll.question, poll.kind, poll.live, poll.closes_at)


def chosen_words(chosen: list[Option]) -> Text:
    return join(*(literal(short(one.words, ON_A_BUTTON)) for one in chosen), separator=" · ")


async def find_picture(tx: Tx, options: list[Option]) -> Collage | None:
    """The photos of the ideas that are its options, with the numbers people say aloud."""
    photos: list[tuple[int, str]] = []
    for one in options:
        media_id = await ideas.ready_photo(tx, one.idea_id) if one.idea_id else None
        if media_id is not None:
            photos.append((media_id, one.words.split()[0]))
    return Collage(tuple(photos[:MOST_PICTURES])) if photos else None


def _head(place: Place, head: Head) -> Text:
    return t.sheet(
        question=head.question,
        how=t[f"how-{head.kind.value}"],
        until=When(moment(head.closes_at), place.clocks),
        results=t.results_live if head.live else t.results_hidden,
    )


def _words(option: Option, options: list[Option]) -> str:
    """Shorter where a picture may leave the words only a caption's room."""
    pictured = any(one.idea_id for one in options)
    return short(option.words, BESIDE_A_PICTURE if pictured else LONGEST_OPTION)
