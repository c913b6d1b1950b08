"""What docs/privacy.md says is kept for how long is what the program does."""

import re
from datetime import timedelta

from bot import app
from bot.backup import make
from bot.gateway import pruning
from bot.identity import linking
from bot.outbox import campaigns, loop
from bot.relay import sending as relaying
from bot.updates import newcomers
from bot.workers import crowds
from handlers.busy import rules as busy
from handlers.check_in import rules as check_in
from handlers.digests import jobs as digests
from handlers.elsewhere import jobs as elsewhere
from handlers.events import rules as events
from handlers.experts import rules as experts
from handlers.handover import rules as handover
from handlers.held import rules as held
from handlers.instalments import rules as instalments
from handlers.needs import rules as needs
from handlers.polls import jobs as polls
from handlers.pulse import rules as pulse
from handlers.sign_up_list import rules as sign_up_list
from handlers.tasks import rules as tasks
from handlers.thanks import rules as thanks
from tests import ROOT

PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
UNITS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
KEPT = {
    "a need half written down": needs.HALF_DONE_KEPT,
    "what she lets the team see of it": instalments.SIGN_KEPT,
    "messages that were sent": loop.KEPT,
    "messages that were sent with a picture": loop.KEPT_TROUBLE,
    "messages that were refused or are unsure": loop.KEPT_TROUBLE,
    "to whom a message to many went": campaigns.PEOPLE_KEPT,
    "what somebody sent before she agreed": newcomers.KEPT,
    "updates that nobody understood": app.ASIDE_KEPT,
    "that an update was received": app.RECEIPTS_KEPT,
    "news for groups and other services": relaying.KEPT,
    "digests": digests.KEPT,
    "how busy the shop was, and counts at the door": busy.KEPT,
    "a count at the door that was not finished": busy.DRAFT_KEPT,
    "what changed most for somebody, where it does not stand on the public page": pulse.STORY_KEPT,
    "a question to an expert that was not sent": experts.DRAFT_KEPT,
    "a question to an expert that was taken back, or ended without an answer": experts.ENDED_KEPT,
    "a link by which somebody becomes an expert, and nobody opened": experts.LINK_GOOD_FOR,
    "names that came by a group's list, after the event or task; the seats stay as counted": events.NAMES_KEPT,
    "a group's list as it was pasted": sign_up_list.PASTE_KEPT,
    "what the codes for arriving are made from": check_in.SECRETS_KEPT,
    "on which days who had a digest": app.OCCURRENCES_KEPT,
    "who was asked in a poll and did not vote": polls.SILENT_KEPT,
    "hashes of addresses, against floods": pruning.ARRIVALS,
    "a web chat in which nobody said anything": pruning.SILENT,
    "links to another door": elsewhere.LINKS_KEPT,
    "what each of two had who became one, for undoing it": linking.UNDO_FOR,
    "the last word to somebody who left": app.GOODBYES_KEPT,
    "a picture of a child to which no guardian agreed": held.WAITS,
    "the web chat's events for open pages": pruning.EVENTS,
    "by what the web chat knows a repeated message": pruning.REPEATS,
    "files of the web chat that no message shows": pruning.UNSHOWN_FILES,
    "the file of one's own data, in the web chat": pruning.UNSHOWN_FILES,
    "a certificate that was begun and never signed": thanks.DRAFT_KEPT,
    "an occasion to thank somebody to which no lead wrote: then its words go, and that it was stays": thanks.FRESH,
    "backups, and copies from before a restore": make.KEPT,
    "who was asked to take what from whom, once that is over": handover.KEPT,
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
    assert tasks.NAMES_KEPT == events.NAMES_KEPT
    assert said(polled) >= max(polls.ORIGINS_KEPT, crowds.KEPT)
