"""What docs/privacy.md says is kept for how long is what the program does."""

import re
from datetime import timedelta
from pathlib import Path

from bot import app
from bot.backup import make
from bot.dialogue import campaigns
from bot.gateway import pruning
from bot.identity import joined
from bot.outbox import loop
from bot.relay import sending as relaying
from bot.updates import newcomers
from bot.workers import crowds
from handlers.digests import jobs as digests
from handlers.elsewhere import jobs as elsewhere
from handlers.held import rules as held
from handlers.polls import jobs as polls

PAGE = (Path(__file__).parent.parent / "docs" / "privacy.md").read_text(encoding="utf-8")
UNITS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
KEPT = {
    "messages that were sent": loop.KEPT,
    "messages that were sent with a picture": loop.KEPT_TROUBLE,
    "messages that were refused or are unsure": loop.KEPT_TROUBLE,
    "to whom a message to many went": campaigns.PEOPLE_KEPT,
    "what somebody sent before she agreed": newcomers.KEPT,
    "updates that nobody understood": app.ASIDE_KEPT,
    "that an update was received": app.RECEIPTS_KEPT,
    "news for groups and other services": relaying.KEPT,
    "digests": digests.KEPT,
    "on which days who had a digest": app.OCCURRENCES_KEPT,
    "who was asked in a poll and did not vote": polls.SILENT_KEPT,
    "hashes of addresses, against floods": pruning.ARRIVALS,
    "a web chat in which nobody said anything": pruning.SILENT,
    "links to another door": elsewhere.LINKS_KEPT,
    "what each of two had who became one, for undoing it": joined.UNDO_FOR,
    "the last word to somebody who left": app.GOODBYES_KEPT,
    "a picture of a child to which no guardian agreed": held.WAITS,
    "the web chat's events for open pages": pruning.EVENTS,
    "by what the web chat knows a repeated message": pruning.REPEATS,
    "files of the web chat that no message shows": pruning.UNSHOWN_FILES,
    "the file of one's own data, in the web chat": pruning.UNSHOWN_FILES,
    "backups, and copies from before a restore": make.KEPT,
    "files in the web chat of those who have not agreed": pruning.STRANGERS_FILES,
    "documents in the web chat: their bytes, not their names": pruning.DOCUMENTS,
    "how much a person, and an address (by the day's word for it), has sent": pruning.USAGE,
}


def said(what: str) -> timedelta:
    found = re.search(rf"^\| {re.escape(what)} \| (\d+) (day|hour)s? \|$", PAGE, re.MULTILINE)
    assert found, what
    return int(found[1]) * UNITS[found[2]]


def limits() -> dict[str, timedelta]:
    """Every row of the page that has a limit in days or hours."""
    rows = re.findall(r"^\| ([^|]+) \| \d+ (?:day|hour)s? \|$", PAGE, re.MULTILINE)
    return {what: said(what) for what in rows}


def test_the_page_says_what_the_program_does() -> None:
    polled = "the word for an address of a web visitor, in a poll, beside support and seats"
    assert {what: limit for what, limit in limits().items() if what != polled} == KEPT
    assert said(polled) >= max(polls.ORIGINS_KEPT, crowds.KEPT)
