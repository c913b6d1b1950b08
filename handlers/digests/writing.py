"""Asks every feature what it has to say, and keeps the answer as one digest."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.clock import milliseconds, moment
from bot.context import Notices
from bot.feature import Answer, DigestPart
from bot.outgoing import Collage
from bot.texts import Text, Texts
from bot.times import When
from handlers.digests import kept, rules, store
from handlers.digests.rules import Kind

t = Texts("digests", Path(__file__).parent / "texts")

ON_ONE_LINE, ON_LINES_OF_THEIR_OWN = " · ", "\n"


@dataclass(frozen=True)
class Written:
    """A digest with all that stands in it."""

    digest: store.Digest
    items: list[store.Item]
    lines: list[str]
    photos: list[tuple[int, str]]

    @property
    def picture(self) -> Collage | None:
        return Collage(tuple(self.photos)) if self.photos else None

    @property
    def is_empty(self) -> bool:
        return not (self.digest.new_count or self.items or self.lines)

    def text(self, notices: Notices, language: str) -> Text:
        """An empty one only says that we are still here."""
        if self.is_empty:
            return t.still_here(place=notices.place.name)
        open_items = sum(item.answer is None for item in self.items) + self.digest.more_count
        shop = self.digest.kind == Kind.SHOP
        first = [
            t.first_line(new=self.digest.new_count, needs=open_items)
            if shop
            else t.team_first_line(new=self.digest.new_count)
        ]
        if self.digest.late_for is not None:
            first.append(t.late(planned=When(moment(self.digest.late_for), notices.place.clocks, "time")))
        decisions = [_decision(item) for item in self.items]
        if self.digest.more_count:
            decisions.append(t.more_decisions(count=self.digest.more_count))
        separator = ON_ONE_LINE if shop else ON_LINES_OF_THEIR_OWN
        rest = tuple(kept.read(line) for line in self.lines)
        return rules.compose(rules.Content(first[0], (*first[1:], *decisions), rest, separator), language)


async def gather(notices: Notices, kind: str, since: datetime) -> DigestPart:
    """Everything the features have to say, as one part; the longest-waiting decisions come first."""
    parts = []
    for feature in notices.town.features:
        ask = feature.shopkeeper_digest if kind == Kind.SHOP else feature.volunteer_digest
        if ask is not None:
            parts.append(await ask(notices, since))
    decisions = sorted((one for part in parts for one in part.decisions), key=lambda one: one.asked_at)
    return DigestPart(
        sum(part.new for part in parts),
        tuple(decisions),
        tuple(line for part in parts for line in part.lines),
        tuple(photo for part in parts for photo in part.photos),
    )


async def window(notices: Notices, reader: store.Reader) -> datetime:
    """Since the last digest that was read, not the last that was sent."""
    read = await store.last_read(notices.tx, notices.place.id, reader.person_id, reader.kind)
    return moment(read) if read is not None else moment(reader.met_at) - rules.FIRST_WINDOW


async def keep(
    notices: Notices,
    reader: store.Reader,
    part: DigestPart,
    since: datetime,
    language: str,
    day: date | None,
    late_for: datetime | None,
) -> Written:
    shown = part.decisions[: rules.DECISIONS] if reader.kind == Kind.SHOP else ()
    more = len(part.decisions) - len(shown) if reader.kind == Kind.SHOP else 0
    tx = notices.tx
    digest_id = await store.add_digest(
        tx,
        notices.place.id,
        reader.person_id,
        reader.kind,
        day,
        milliseconds(since),
        notices.now_ms,
        milliseconds(late_for) if late_for else None,
        part.new,
        more,
    )
    for position, one in enumerate(shown):
        words = kept.written(one.text, language)
        await store.add_item(tx, digest_id, position, one.feature, one.subject, one.label, words)
    for position, line in enumerate(part.lines):
        await store.add_line(tx, digest_id, position, kept.written(line, language))
    if reader.kind == Kind.SHOP:
        await store.add_photos(tx, digest_id, part.photos[: rules.PICTURES])
    found = await find(notices, reader.person_id, digest_id)
    if found is None:
        raise LookupError("the new digest is not there")
    return found


async def find(notices: Notices, person_id: int, digest_id: int) -> Written | None:
    tx = notices.tx
    digest = await store.find_digest(tx, notices.place.id, person_id, digest_id)
    if digest is None:
        return None
    items, lines = await store.items(tx, digest_id), await store.lines(tx, digest_id)
    return Written(digest, items, lines, await store.photos(tx, digest_id))


def _decision(item: store.Item) -> Text:
    what = kept.read(item.words)
    if item.answer is None:
        return t.decision(number=item.label, what=what)
    return t.decided(number=item.label, what=what, answer=answered(Answer(item.answer)))


def answered(answer: Answer) -> Text:
    return t[f"answered-{answer.value}"]
