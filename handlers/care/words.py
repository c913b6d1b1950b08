"""The sentences of after-care: what something is called, how it was found, and since when."""

from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts, literal, short
from bot.identity.places import Place
from handlers.care import rules
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan

t = Texts("care", Path(__file__).parent / "texts")

IN_LINE, ON_CARD = 60, 300  # letters


def called(plan: Plan, letters: int = IN_LINE) -> Text:
    return literal(short(plan.words, letters)) if plan.words.strip() else t.without_words


def day(place: Place, at: int) -> When:
    return When(moment(at), place.clocks, "date")


def good_line(plan: Plan) -> Text:
    return t.good_means(good=plan.good) if plan.good else t.good_not_said


def since_line(plan: Plan, due_at: int) -> Text:
    """How long ago it was done, as a number of days or of years."""
    days = rules.days_since(plan.done_at, due_at)
    return t.years_ago(years=days // rules.YEAR) if days >= rules.YEAR else t.days_ago(days=days)


def found_line(place: Place, check: Check) -> Text:
    """What the last look found, and when; without its words where they are not for everybody."""
    if check.answer is None or check.answered_at is None:
        return t.not_looked
    return t[f"last-{check.answer.value}"](when=day(place, check.answered_at))
