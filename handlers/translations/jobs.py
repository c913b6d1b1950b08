"""By the clock: authors are asked once whether a machine may read their ideas, and it is asked for what may be."""

from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.translating.client import LONGEST_WORDS
from bot.translating.scripts import mark
from handlers.translations import letting, rules, store
from handlers.translations.store.made import Readable, Translator
from handlers.translations.words import pairs_named, t

NEWEST = 200  # ideas that are looked through
MOST_ASKED = 10  # authors at a time


async def fill(notices: Notices) -> None:
    """Only into languages that a place speaks and the machine was made for, and that nobody has said it in."""
    found = await store.made.at_work(notices.tx, notices.place.id)
    if found is None:
        return
    readable = await store.made.readable(notices.tx, notices.place.id, found.host, NEWEST)
    wanted = [one for one in readable if one.given == 1]
    known = await store.said.written_in(notices.tx, [one.id for one in wanted])
    known |= await store.made.asked_for(notices.tx, notices.place.id)
    for one in wanted:
        for before, after in _pairs(notices, found, one):
            if (one.id, after, mark(one.words)) not in known:
                await store.made.ask(notices.tx, one.id, found.host, before, after, mark(one.words), notices.now_ms)


async def ask_authors(notices: Notices) -> None:
    """Once for each host, when something of hers could be read by more people. It can wait for her weekly news."""
    found = await store.made.at_work(notices.tx, notices.place.id)
    if found is None:
        return
    readable = await store.made.readable(notices.tx, notices.place.id, found.host, NEWEST)
    asked: set[int] = set()
    for one in readable:
        if one.given is None and one.person_id not in asked and _pairs(notices, found, one):
            asked.add(one.person_id)
            if await store.made.note_asked(notices.tx, one.person_id, found.host, notices.now_ms):
                seen = letting.seen(found)
                rows = [[letting.may.button(t.may_yes, 1, seen)], [letting.may.button(t.may_not, 0, seen)]]
                pairs = pairs_named(rules.pairs_of(found.pairs))
                text = t.may_it(number=one.number, host=found.host, pairs=pairs)
                await notices.tell_news(one.person_id, text, rows)
        if len(asked) >= MOST_ASKED:
            return


def _pairs(notices: Notices, found: Translator, one: Readable) -> list[tuple[str, str]]:
    if len(one.words) > LONGEST_WORDS:
        return []
    written_in = rules.source(one.words, one.author_language)
    return [
        (before, after)
        for before, after in rules.pairs_of(found.pairs)
        if before == written_in and after in notices.place.languages
    ]


JOBS = (
    Job("translations: ask authors", ask_authors, seconds=300, anything_due=store.made.any_place),
    Job("translations: ask the machine", fill, seconds=60, anything_due=store.made.any_place),
)
