"""The sentences of kits: what a page is called, what is counted of it, and how it reads."""

from collections.abc import Callable
from pathlib import Path

from bot.i18n.texts import Text, Texts, join, literal, short

# What a status, a kind or an answer is called is said in one place: in the feature whose it is.
from handlers.care.words import t as of_care
from handlers.ideas.words import t as of_ideas
from handlers.kit import rules
from handlers.kit.rules import Page, Sheet
from handlers.permits.words import t as of_permits
from handlers.polls.words import t as of_polls
from handlers.tasks.words import t as of_tasks

t = Texts("kit", Path(__file__).parent / "texts")

TITLE = 40  # letters of one, on a button
SHOWN = 1500  # letters on a card
BARS = "▁▂▃▄▅▆▇█"


def kind(sheet: Sheet) -> Text:
    return t.page_undone if sheet.facts.undone else t[f"page-{sheet.kind.value}"]


def title(sheet: Sheet, language: str) -> str:
    """Its first line, cut for a button; empty where it has no words."""
    return short(rules.best(sheet.words, language).split("\n")[0], TITLE)


def called(sheet: Sheet, language: str) -> Text:
    first = title(sheet, language)
    if first:
        return literal(first)
    return of_permits[f"kind-{sheet.facts.permit}"] if sheet.kind is Page.PERMIT else kind(sheet)


def card(sheet: Sheet, language: str) -> Text:
    """What it is, its words, and what is counted of it."""
    said = rules.best(sheet.words, language)
    parts = [kind(sheet), *([literal(short(said, SHOWN))] if said else [])]
    counted = facts(sheet)
    return join(*parts, *([join(*counted)] if counted else []), separator="\n\n")


def facts(sheet: Sheet) -> list[Text]:
    return FACTS[sheet.kind](sheet.facts)


def _change(found: rules.Facts) -> list[Text]:
    steps = [t.fact_step(step=of_ideas[f"status-{one.step}"], week=one.week) for one in found.timeline]
    return [
        t.fact_space(space=of_ideas[f"space-{found.space}"]),
        *([t.fact_undone] if found.undone else []),
        *([join(*steps, separator=" · ")] if steps else []),
        t[f"fact-cost-{found.cost.value}"],
    ]


def _care(found: rules.Facts) -> list[Text]:
    rhythm = [t.fact_care_day(weeks=found.every_weeks)] if found.every_weeks else []
    return [*rhythm, *(t.fact_look(days=one.days, found=of_care[f"found-{one.found}"]) for one in found.looks)]


def _permit(found: rules.Facts) -> list[Text]:
    lines = [of_permits[f"kind-{found.permit}"], of_permits[f"status-{found.status}"]]
    if found.fee:
        lines.append(t.fact_fee(fee=of_permits[f"fee-{found.fee}"]))
    if found.days_to_prepare is not None:
        lines.append(t.fact_prepared(days=found.days_to_prepare))
    if found.days_to_answer is not None:
        lines.append(t.fact_answered(days=found.days_to_answer))
    return [*lines, *(_step(number, one) for number, one in enumerate(found.steps, 1))]


def _step(number: int, step: rules.Step) -> Text:
    words = of_permits[f"step-{step.template}"]
    if step.who is None:
        return t.fact_permit_step(number=number, step=words)
    return t.fact_permit_step_who(number=number, step=words, who=of_permits[f"who-{step.who}"])


def _task(found: rules.Facts) -> list[Text]:
    lines = [of_tasks[f"work-{found.work}"], of_tasks[f"kind-{found.task}"], t.fact_needed(needed=found.needed)]
    return [*lines, t.fact_minutes(minutes=found.minutes)] if found.minutes else lines


def _poll(found: rules.Facts) -> list[Text]:
    return [of_polls[f"kind-{found.ballot}"]]


def _curve(found: rules.Facts) -> list[Text]:
    bars = "".join(BARS[min(len(BARS) - 1, point * len(BARS) // 100)] for point in found.points)
    return [t.fact_curve(bars=bars)]


FACTS: dict[Page, Callable[[rules.Facts], list[Text]]] = {
    Page.CHANGE: _change,
    Page.CARE: _care,
    Page.PERMIT: _permit,
    Page.TASK: _task,
    Page.POLL: _poll,
    Page.CURVE: _curve,
}
