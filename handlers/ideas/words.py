"""The sentences of the ideas, and how a status, a spot, a role or an answer is called in them."""

from pathlib import Path

from bot.i18n.texts import Text, Texts, literal, short
from bot.identity.places import Space, Spot
from handlers.ideas.rules import Band, Status
from handlers.ideas.store.answers import Given
from handlers.ideas.store.behalf import Behalf
from handlers.ideas.store.ideas import Idea

t = Texts("ideas", Path(__file__).parent / "texts")

REASON_ON_CARD = 160  # letters


def status_name(status: Status) -> Text:
    return t[f"status-{status.value}"]


def spot_name(spot: Spot) -> Text:
    return literal(spot.name) if spot.name else t[f"spot-{spot.space.value}"]


def words_of(idea: Idea, limit: int) -> Text:
    return literal(short(idea.words, limit)) if idea.words.strip() else t.without_words


def answer_line(given: Given) -> Text:
    values = {"role": role_name(given.role), "answer": t[f"answered-{given.answer.value}"]}
    if given.reason:
        return t.answer_line_why(**values, reason=short(given.reason, REASON_ON_CARD))
    return t.answer_line(**values)


def role_name(role: str) -> Text:
    return t[f"role-{role}"]


def space_name(space: Space) -> Text:
    return t[f"space-{space.value}"]


def band_name(band: Band) -> Text:
    return t[f"band-{band.value}"]


def behalf_name(behalf: Behalf) -> Text:
    return literal(short(behalf.name, 40)) if behalf.name else t.a_neighbour
