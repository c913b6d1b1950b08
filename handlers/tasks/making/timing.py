"""When a task is to be done, in people's own words: until a day, or from when until when."""

from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand, understand_span
from bot.i18n.texts import Text
from handlers.tasks import rules
from handlers.tasks.rules import Kind
from handlers.tasks.words import t

MINUTE = 60_000  # ms
USUAL_LENGTH = timedelta(hours=2)  # where nobody said an end
EVENING = "20:00"  # until when a day is meant


def read_when(context: Context, words: str, kind: Kind) -> list[tuple[int, int]]:
    """What is meant, as its beginning and its length in ms: none where it is unclear, two where it may be either."""
    clocks, language = context.place.clocks, context.language
    if kind is Kind.ONCE:
        for said in (words, f"{words} {EVENING}"):
            match understand(said, context.now, clocks, language):
                case Understood(at):
                    return [(milliseconds(at), 0)]
                case Ambiguous(candidates):
                    return [(milliseconds(at), 0) for at in candidates if at > context.now]
        return []
    match understand_span(words, context.now, clocks, language):
        case Understood(at, until):
            return [(milliseconds(at), _ms(until - at if until else USUAL_LENGTH))]
        case Ambiguous(candidates, _, lasts):
            return [(milliseconds(at), _ms(lasts or USUAL_LENGTH)) for at in candidates if at > context.now]
    return []


def allowed(context: Context, starts_at: int, lasts: int) -> bool:
    """To come, and not in ten years."""
    furthest = milliseconds(context.now + rules.FURTHEST)
    return context.now_ms < starts_at < furthest and 0 <= lasts <= rules.LONGEST_MINUTES * MINUTE


def shown(context: Context, starts_at: int, lasts: int) -> Text:
    """For a button."""
    at = datetime.fromtimestamp(starts_at / 1000, context.now.tzinfo)
    if not lasts:
        return t.when_due(day=When(at, context.place.clocks, "day"))
    return t.when_at(when=When(at, context.place.clocks, until=at + timedelta(milliseconds=lasts)))


def _ms(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)
