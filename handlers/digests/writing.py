"""Writes a digest from what was gathered, and keeps it so that its buttons still lead somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import names, roles
from bot.identity.roles import Role
from bot.outbox.message import Collage
from handlers.digests import fitting, kept, rules, store
from handlers.digests.gathering import Gathered, gather, questions
from handlers.digests.rules import Kind, Turn
from handlers.digests.source import Answer, Question
from handlers.digests.store.asks import Handover, Subject
from handlers.digests.store.digests import Asked, Counts, Digest, Item
from handlers.digests.store.readers import Reader
from handlers.digests.words import t

ON_ONE_LINE, ON_LINES_OF_THEIR_OWN = " · ", "\n"
NOBODY = 0  # no person has this id
PICTURED = (Kind.SHOP, Kind.YARD, Kind.RESIDENTS)


@dataclass(frozen=True)
class Written:
    """A digest with all that stands in it. `labelled` where its reader has others too; `may_return` while
    something open in it has not come back yet; `handed`: who of the team was asked to speak with whom; `questions`
    are read anew each time, with the name of their feature."""

    digest: Digest
    items: list[Item]
    lines: list[str]
    photos: list[tuple[int, str]]
    labelled: bool = False
    may_return: bool = False
    handed: Mapping[Subject, Handover] = field(default_factory=dict)
    questions: tuple[tuple[str, Question], ...] = ()

    @property
    def kind(self) -> Kind:
        return Kind(self.digest.kind)

    @property
    def picture(self) -> Collage | None:
        return Collage(tuple(self.photos)) if self.photos else None

    @property
    def is_empty(self) -> bool:
        return not (self.digest.new_count or self.items or self.lines or self.questions)

    def text(self, notices: Notices, language: str) -> Text:
        """An empty one only says that we are still here, and what waits all the same."""
        if self.is_empty:
            waiting = self.digest.more_count
            still = t.still_here_waiting(count=waiting) if waiting else t.still_here
            return still(place=notices.place.name)
        around = []
        if self.digest.late_for is not None:
            planned, clocks = moment(self.digest.late_for), notices.place.clocks
            around.append(t.late(planned=When(planned, clocks, "daytime" if self.kind in rules.WEEKLY else "time")))
        if self.digest.partial:
            around.append(t.partial)
        around += [self._decision(item) for item in self.items]
        if self.digest.more_count:
            around.append(t.more_decisions(count=self.digest.more_count))
        around += [question.text for _, question in self.questions]
        rest = tuple(kept.read(line) for line in self.lines)
        if self.kind is Kind.RESIDENTS:
            return fitting.compose(fitting.Content(self._first(notices), (*around, *rest), (), "\n"), language)
        separator = ON_ONE_LINE if self.kind in (Kind.SHOP, Kind.YARD) else ON_LINES_OF_THEIR_OWN
        return fitting.compose(fitting.Content(self._first(notices), tuple(around), rest, separator), language)

    @property
    def _open(self) -> int:
        return sum(item.answer is None for item in self.items) + self.digest.more_count

    def _decision(self, item: Item) -> Text:
        what = kept.read(item.words)
        if item.answer is not None:
            return t.decided(number=item.label, what=what, answer=answered(Answer(item.answer)))
        if item.press is not None:
            return what
        if self.kind is not Kind.TEAM:
            return t.decision(number=item.label, what=what)
        handed = self.handed.get((item.feature, item.subject))
        awaits = handed.awaits if handed else Role.SHOPKEEPER.value
        if handed is None or handed.volunteer is None:
            return t.please_speak(number=item.label, what=what, awaits=awaits)
        name = names.called(handed.volunteer)
        return t.please_speak_named(number=item.label, what=what, awaits=awaits, name=name)

    def _first(self, notices: Notices) -> Text:
        match self.kind:
            case Kind.SHOP:
                first = t.first_line(new=self.digest.new_count, needs=self._open)
                return join(t.shop_label, first) if self.labelled else first
            case Kind.YARD:
                return join(t.yard_label, t.first_line(new=self.digest.new_count, needs=self._open))
            case Kind.TEAM:
                return t.team_first_line(new=self.digest.new_count)
            case Kind.LIAISON:
                since = When(moment(self.digest.since_at), notices.place.clocks, "day")
                first = t.liaison_first_line(place=notices.place.name, since=since)
                return join(first, t.liaison_needs(count=self._open)) if self._open else first
            case Kind.RESIDENTS:
                return t.residents_first_line(place=notices.place.name)


async def window(notices: Notices, reader: Reader) -> datetime:
    """Since the last digest that was read, not the last that was sent."""
    read = await store.digests.last_read(notices.tx, notices.place.id, reader.person_id, reader.kind)
    return moment(read) if read is not None else moment(reader.met_at) - rules.FIRST_WINDOW


async def keep(
    notices: Notices,
    reader: Reader,
    gathered: Gathered,
    since: datetime,
    language: str,
    turn: Turn | None = None,
    waiting: int = 0,
) -> Written:
    """`turn` is None for one that was asked for; `waiting` decisions are only counted."""
    drafted = draft(notices, reader.kind, gathered, since, language, waiting)
    late_for = turn.at if turn and notices.now - turn.at > rules.LATE else None
    counts = Counts(drafted.digest.new_count, drafted.digest.more_count, bool(gathered.speechless))
    tx, place_id = notices.tx, notices.place.id
    digest_id = await store.digests.add_digest(
        tx,
        place_id,
        reader.person_id,
        reader.kind,
        turn.key if turn else None,
        since,
        notices.now,
        late_for,
        counts,
    )
    for position, one in enumerate(drafted.items):
        asked = Asked(one.feature, one.subject, one.label, one.words, one.opens, one.press, one.choices)
        await store.digests.add_item(tx, digest_id, position, asked)
    for position, line in enumerate(drafted.lines):
        await store.digests.add_line(tx, digest_id, position, line)
    await store.digests.add_photos(tx, digest_id, drafted.photos)
    if reader.kind in rules.DECIDES:
        subjects = [(item.feature, item.subject) for item in drafted.items]
        returns_at = milliseconds(notices.now + rules.RETURNS)
        await store.asks.note_asked(tx, place_id, reader.person_id, subjects, notices.now_ms, returns_at)
    found = await find(notices, reader.person_id, digest_id)
    if found is None:
        raise LookupError("the new digest is not there")
    return found


def draft(
    notices: Notices, kind: Kind, gathered: Gathered, since: datetime, language: str, waiting: int = 0
) -> Written:
    """As it would be kept."""
    part = gathered.part
    shown = part.decisions[: fitting.DECISIONS]
    more = len(part.decisions) - len(shown) + waiting if kind in rules.DECIDES else 0
    partial = int(bool(gathered.speechless))
    digest = Digest(0, 0, kind, milliseconds(since), notices.now_ms, None, part.new, more, partial, None, None)
    items = [
        Item(
            0,
            0,
            one.feature,
            one.subject,
            one.label,
            kept.written(one.text, language),
            one.opens,
            None,
            kept.written(one.press, language) if one.press else None,
            one.choices,
        )
        for one in shown
    ]
    # What a digest of the team has no button left for is said all the same.
    rest = [one.text for one in part.decisions[fitting.DECISIONS :] if one.press is not None]
    lines = [kept.written(line, language) for line in (*rest, *part.lines, *part.asides)]
    photos = list(part.photos[: fitting.PICTURES]) if kind in PICTURED else []
    return Written(digest, items, lines, photos)


async def find(notices: Notices, person_id: int, digest_id: int) -> Written | None:
    tx, place_id = notices.tx, notices.place.id
    digest = await store.digests.find_digest(tx, place_id, person_id, digest_id)
    if digest is None:
        return None
    items, lines = await store.digests.items(tx, digest_id), await store.digests.lines(tx, digest_id)
    labelled = len(rules.kinds_of(await roles.of(tx, person_id, place_id))) > 1
    asks = await store.asks.asks_of(tx, place_id, person_id) if digest.kind in rules.DECIDES else {}
    asked = [asks.get((item.feature, item.subject)) for item in items if item.answer is None]
    may_return = any(one is not None and one.again_at is None for one in asked)
    handed = await store.asks.handed(tx, place_id) if digest.kind == Kind.TEAM else []
    by_subject = {(one.feature, one.subject): one for one in handed}
    reader = await store.readers.find_reader(tx, place_id, person_id, Kind(digest.kind))
    met_at = reader.met_at if reader else digest.made_at
    asked_too = await questions(notices, Kind(digest.kind), moment(digest.made_at), met_at)
    photos = await store.digests.photos(tx, digest_id)
    return Written(digest, items, lines, photos, labelled, may_return, by_subject, asked_too)


async def for_everybody(
    notices: Notices, kind: Kind, since: datetime, language: str
) -> tuple[Text, Collage | None] | None:
    """As a group reads it, in which nobody is addressed; None when there is nothing to say."""
    gathered = await gather(notices, NOBODY, kind, since)
    written = draft(notices, kind, gathered, since, language)
    if not (gathered.part.new or gathered.part.decisions or gathered.part.lines):
        return None
    return written.text(notices, language), written.picture


def answered(answer: Answer) -> Text:
    return t[f"answered-{answer.value}"]
