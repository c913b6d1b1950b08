"""The sentences of the events, when one is, and who comes along."""

from pathlib import Path

from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts
from bot.identity.places import Place
from handlers.events.store.events import Event

t = Texts("events", Path(__file__).parent / "texts")


def when(event: Event, place: Place) -> When:
    """On both clocks, where the place has two."""
    return When(event.start, place.clocks, until=event.end)


def party(guests: int, children: int) -> Text | None:
    """Whom somebody brings, grown-ups and children apart; None for nobody."""
    if guests and children:
        return t.party_both(guests=t.party_guests(guests=guests), children=t.party_children(children=children))
    if guests:
        return t.party_guests(guests=guests)
    return t.party_children(children=children) if children else None
