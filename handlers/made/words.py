"""The sentences of what people made: what it is called, where it is, who made it."""

from collections.abc import Sequence
from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts, join, literal, short
from bot.identity import names
from bot.identity.places import Place
from handlers.ideas.words import t as of_ideas
from handlers.made.rules import Answer, Part
from handlers.made.store.makers import Maker
from handlers.made.store.things import Surface, Thing

t = Texts("made", Path(__file__).parent / "texts")

IN_LINE, ON_CARD, WHY = 60, 300, 300  # letters
NAMED = 6  # makers on a card


def called(thing: Thing, letters: int = IN_LINE) -> Text:
    return literal(short(thing.words, letters)) if thing.words.strip() else t.without_words


def spot_called(surface: Surface) -> Text:
    if surface.spot_id is None:
        return of_ideas.spot_unsure
    return literal(surface.spot_name) if surface.spot_name else of_ideas[f"spot-{surface.space.value}"]


def where(surfaces: Sequence[Surface]) -> Text:
    """What is gone from one of two is told apart from what is still there."""
    return join(
        *(t.gone_from(where=spot_called(one)) if one.gone else spot_called(one) for one in surfaces), separator=" · "
    )


def makers_line(makers: Sequence[Maker]) -> Text:
    """Those by name who agreed to that; children are a group, and nobody else is named."""
    named = [names.called(one.name, 30) for one in makers if one.part is Part.NAMED]
    parts = named[:NAMED]
    if any(one.part is Part.CHILDREN for one in makers):
        parts.append(t.made_by_children)
    if quiet := sum(one.part is Part.QUIET for one in makers) + len(named[NAMED:]):
        parts.append(t.made_by_others(count=quiet))
    return t.card_makers(makers=join(*parts, separator=" · ")) if parts else t.card_no_makers


def wish_line(thing: Thing, place: Place) -> Text:
    if thing.wish_until is not None:
        return t.card_wish_until(until=When(moment(thing.wish_until), place.clocks, "date"))
    return t[f"card-wish-{thing.wish.value}"]


def answers_line(makers: Sequence[Maker], answers: Sequence[Answer]) -> Text:
    """How many said what, never who."""
    sure = sum(one.part is not Part.ASKED for one in makers)
    said = [t[f"said-{one.value}"](count=count) for one in Answer if (count := sum(each is one for each in answers))]
    return t.answers(makers=sure, said=join(*said, separator=" · ")) if said else t.no_answers(makers=sure)
