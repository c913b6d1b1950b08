"""The sentences of tasks: what one is called, when it is, what it belongs to."""

from pathlib import Path

from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, join, literal, short
from handlers.ideas.words import t as of_ideas
from handlers.tasks.rules import HOLDS, Kind
from handlers.tasks.store.claims import Held
from handlers.tasks.store.dates import Date

t = Texts("tasks", Path(__file__).parent / "texts")

ON_BUTTON = 40  # letters


def when(date: Date, clocks: Clocks) -> Text:
    if date.kind is Kind.ONCE:
        return t.when_due(day=When(date.end, clocks, "day"))
    return t.when_at(when=When(date.start, clocks, until=date.end))


def where(date: Date) -> Text | None:
    if date.spot_id is None or date.space is None:
        return None
    return literal(date.spot_name) if date.spot_name else of_ideas[f"spot-{date.space.value}"]


def hours(minutes: int) -> Text:
    return t.hours(hours=f"{round(minutes / 60, 2):g}")


def belongs_to(date: Date) -> Text | None:
    if date.number is not None:
        return t.card_idea(number=date.number)
    return t.card_event(event=date.event_title or "") if date.event_id is not None else None


def state_line(mine: Held) -> Text:
    """How it stands between her and the date."""
    if mine.asked_again and mine.minutes is None:
        return t.mine_asked_again
    if mine.minutes is not None:
        return t.mine_done(hours=hours(mine.minutes))
    return t[f"mine-{mine.state.value}"]


def line(date: Date, clocks: Clocks) -> Text:
    """In a list."""
    text = t.line(title=date.title, when=when(date, clocks), taken=date.taken, needed=date.needed)
    return join(text, t.line_stand_in) if date.stand_ins else text


def named(held: Held, name: Text) -> Text:
    """Whoever does it; for whom a volunteer noted it, where that is somebody without a phone."""
    return t.noted_for(name=held.for_name, by=name) if held.for_name else name


def open_to_all(date: Date) -> Text:
    """In the place's calendar."""
    return t.calendar_open(title=date.title, taken=date.taken, needed=date.needed)


def taken_on(date: Date) -> Text:
    """In one's own."""
    return t.calendar_mine(title=date.title)


def in_calendar(date: Date, clocks: Clocks) -> Text:
    return t.calendar_words(when=when(date, clocks), bring=date.bring, safety=date.safety)


def told_state(claim: Held) -> Text:
    """For the team."""
    if claim.minutes is not None:
        return t.state_done(hours=hours(claim.minutes))
    if claim.there_at is not None and claim.state in HOLDS:
        return t.state_there
    if claim.asked_again:
        return t.state_asked_again
    return t[f"state-{claim.state.value}"]


def short_label(date: Date, clocks: Clocks) -> Text:
    """For a button: what and on which day; the hours stand beside it."""
    return t.one_date(title=short(date.title, ON_BUTTON), day=When(date.end, clocks, "day"))
