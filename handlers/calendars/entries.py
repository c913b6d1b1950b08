"""What one calendar has, whatever it comes from; and what somebody looks after as entries of her own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import moment
from bot.i18n.texts import Text, literal
from bot.identity.places import Place
from handlers.care.store.plans import Plan
from handlers.care.words import called as what_was_done
from handlers.care.words import t as of_care
from handlers.permits.rules import VALID
from handlers.permits.store.permits import Permit
from handlers.permits.words import called as what_is_asked
from handlers.permits.words import t as of_permits

ONE_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Entry:
    """What one calendar has: how certain it is, and when that was last said, in ms."""

    uid: str
    place: Place
    start: datetime
    end: datetime
    summary: Text
    location: Text
    words: Text
    status: str
    changed_at: int
    sequence: int = 0


def care_days(plan: Plan, place: Place, now: int) -> Iterator[Entry]:
    """The next one, and the one of today that is still open; each day keeps its name in the calendar."""
    for at in (plan.care_open_at, plan.care_at):
        if at is not None:
            day = moment(at).astimezone(place.clocks.first_shown).date()
            words = of_care.calendar_tools(tools=plan.tools) if plan.tools else literal("")
            uid, summary = f"care-{plan.id}-{day:%Y%m%d}", of_care.calendar_day(what=what_was_done(plan))
            yield _entry(uid, place, at, summary, words, now)


def permit_day(permit: Permit, place: Place, now: int) -> Entry:
    """Expects one that waits for an answer, or that will end. Nothing of its documents."""
    what = what_is_asked(permit)
    if permit.status in VALID:
        at, kind, summary = permit.expires_at, "expires", of_permits.calendar_expires(what=what)
    else:
        at, kind, summary = permit.expected_at, "expected", of_permits.calendar_expected(what=what)
    return _entry(f"permit-{permit.id}-{kind}", place, at or permit.status_at, summary, literal(""), now)


def _entry(uid: str, place: Place, at: int, summary: Text, words: Text, now: int) -> Entry:
    start = moment(at)
    uid = f"{uid}-{place.code}@nestbox"
    return Entry(uid, place, start, start + ONE_HOUR, summary, literal(""), words, "CONFIRMED", now)
