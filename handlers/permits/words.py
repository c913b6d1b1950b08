"""The sentences of the permit desk: what a permit is called, how it stands, and the line in an idea's thread."""

from pathlib import Path

from bot.clock import moment
from bot.database.db import Tx
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, join, literal, short
from handlers.permits import rules, store
from handlers.permits.rules import Kind, Status
from handlers.permits.store.permits import Permit
from handlers.permits.store.requests import Request, Update
from handlers.permits.store.steps import Step

t = Texts("permits", Path(__file__).parent / "texts")

IN_LINE, IN_THREAD, ON_CARD = 50, 90, 300  # letters
MOST_LINES = 2
BESIDE = " · "
# What cities say of a report: the words of Open311, and those that mySociety added.
KNOWN = frozenset(
    {
        "open", "closed", "investigating", "in_progress", "action_scheduled", "planned", "fixed", "no_further_action",
        "not_councils_responsibility", "duplicate", "internal_referral", "nothing_heard",
    }
)  # fmt: skip


def kind_name(kind: Kind) -> Text:
    return t[f"kind-{kind.value}"]


def status_name(status: Status) -> Text:
    return t[f"status-{status.value}"]


def called(permit: Permit, letters: int = IN_LINE) -> Text:
    """By what somebody wrote of it, or else by its idea."""
    if permit.description:
        return t.called(kind=kind_name(permit.kind), what=short(permit.description, letters))
    if permit.idea_number is not None:
        words = short(permit.idea_words, letters)
        return t.called_by_idea(kind=kind_name(permit.kind), number=permit.idea_number, words=words)
    return kind_name(permit.kind)


def step_words(step: Step, letters: int = IN_LINE) -> Text:
    return literal(short(step.words, letters)) if step.words else t[f"step-{step.template}"]


def day(at: int, clocks: Clocks) -> When:
    return When(moment(at), clocks, "date")


def state(permit: Permit, clocks: Clocks, now: int, letters: int = IN_THREAD) -> Text:
    """How it stands, as everybody may read it who may see its idea."""
    match permit.status:
        case Status.HANDED_IN | Status.QUESTIONS:
            return join(*_waiting(permit, clocks, now), separator=BESIDE)
        case Status.GRANTED:
            return join(
                t.state_granted(when=day(permit.issued_at or now, clocks)), *_until(permit, clocks), separator=BESIDE
            )
        case Status.CONDITIONS:
            said = t.state_conditions(conditions=short(permit.conditions, letters))
            return join(said, *_until(permit, clocks), separator=BESIDE)
        case Status.REFUSED:
            return t.state_refused(who=short(permit.refused_by, letters), other=short(permit.ask_else, letters))
        case Status.EXPIRED:
            return t.state_expired(when=day(permit.expires_at or permit.status_at, clocks))
    return t[f"state-{permit.status.value}"]


def thread(permit: Permit, step: Step | None, clocks: Clocks, now: int) -> Text:
    """One line beneath the card of its idea, with what has to be done next."""
    said = state(permit, clocks, now)
    if step is not None and permit.status in rules.OPEN:
        said = join(said, t.next_step(step=step_words(step)), separator=BESIDE)
    return t.thread(kind=kind_name(permit.kind), state=said)


def request_status(request: Request, update: Update | None) -> Text:
    """What was said last, unless it is over."""
    word = request.status if request.closed_at is not None or update is None else update.status
    return t[f"city-{word}"] if word in KNOWN else literal(word.replace("_", " "))


def request_thread(request: Request, update: Update | None, now: int) -> Text:
    """One line: where the city keeps it, under which number, how it stands, and what it said."""
    if request.state != "taken":
        return t.thread_uncertain
    since = rules.day_of(request.taken_at or request.made_at, now)
    sentence = t.thread_called if request.channel == "phone" else t.thread_city
    number = literal(request.number) if request.number else t.no_number_yet
    line = sentence(number=number, day=since, status=request_status(request, update))
    said = short(update.words, IN_THREAD) if update is not None else ""
    return join(line, t.they_say(words=said), separator=BESIDE) if said else line


async def threads(tx: Tx, idea_id: int, clocks: Clocks, now: int) -> tuple[Text, ...]:
    """Two lines at most for the thread of an idea: what the city has of it, and how its newest permits stand."""
    lines: list[Text] = []
    request = await store.requests.shown(tx, idea_id)
    if request is not None:
        lines.append(request_thread(request, await store.requests.last_update(tx, request.id), now))
    newest = (await store.permits.of_idea(tx, idea_id))[: MOST_LINES - len(lines)]
    return (*lines, *[thread(one, await store.steps.next_of(tx, one.id), clocks, now) for one in newest])


def _waiting(permit: Permit, clocks: Clocks, now: int) -> list[Text]:
    office = literal(short(permit.office, 40)) if permit.office else t.the_city
    sentence = t.asks_back if permit.status is Status.QUESTIONS else t.is_with
    lines = [sentence(office=office, day=rules.day_of(permit.applied_at or now, now))]
    if permit.expected_at is not None:
        sentence = t.was_expected if permit.expected_at + rules.DAY <= now else t.expected_by
        lines.append(sentence(until=day(permit.expected_at, clocks)))
    return lines


def _until(permit: Permit, clocks: Clocks) -> list[Text]:
    return [t.valid_until(until=day(permit.expires_at, clocks))] if permit.expires_at is not None else []
