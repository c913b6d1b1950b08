"""What people press in a digest; `/digest` shows it now."""

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits
from bot.i18n.texts import machine as m
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button, Collage, Rows
from handlers.digests import gathering, hours, kept, returning, rules, store, writing
from handlers.digests.rules import Kind
from handlers.digests.source import Answer, DigestSource
from handlers.digests.words import t
from handlers.digests.writing import Written

READERS = SHOPKEEPERS | TEAM | LIAISONS | PROPERTY_MANAGERS
DECIDERS = SHOPKEEPERS | LIAISONS | PROPERTY_MANAGERS
LONGEST_REASON = 600


@action(READERS, command="digest")
async def show_now(context: Context) -> None:
    """Whoever is several things here says which one she means."""
    kinds = rules.kinds_of(context.roles)
    if len(kinds) > 1:
        await context.show(t.which_digest, [[show_kind.button(t[f"kind-{kind.value}"], kind)] for kind in kinds])
        return
    await show_kind(context, kinds[0])


@action()
async def show_kind(context: Context, kind: Kind) -> None:
    """Counts as read: the next one begins here."""
    reader = await hours.reader_of(context, kind)
    since = await writing.window(context.notices, reader)
    gathered = await gathering.gather(context.notices, reader.person_id, kind, since)
    part = gathered.part
    asked = await gathering.questions(context.notices, kind, context.now, reader.met_at)
    if not (part.new or part.decisions or part.lines or any(one.choices for _, one in asked)):
        # The others decide nothing, and would wonder what could be waiting for them.
        nothing = t.nothing_now if kind in rules.DECIDES else t.nothing_new
        await context.show(nothing, [[hours.time_of.button(t.other_time, kind)]])
        return
    written = await writing.keep(context.notices, reader, gathered, since, context.language)
    await store.digests.mark_read(context.tx, written.digest.id, context.now_ms)
    if kind is Kind.LIAISON:
        await store.looks.note_look(context.tx, context.place.id, context.person.id, "digest", context.now_ms)
    await _redrawn_as_read(context, written.digest.id, reader)


@action(DECIDERS)
async def answer(context: Context, item_id: int, how: Answer) -> None:
    """A plain yes counts at once; everything else is asked for its reason below, the digest stays."""
    item, digest = await _item(context, item_id)
    await store.digests.mark_read(context.tx, digest.id, context.now_ms)
    if item.answer is not None:
        context.toast(t.already_answered(answer=writing.answered(Answer(item.answer))))
        await _redraw(context, digest.id)
        return
    if how is Answer.YES:
        context.toast(await _decide(context, item, digest, how, ""))
        await _redraw(context, digest.id)
        return
    rows = [[without_reason.button(t.no_reason, item.id)]] if how is Answer.TRY else []
    question = t[f"why-{how.value}"](number=item.label, what=kept.shortened(kept.read(item.words), 200))
    await context.ask(question, hear_reason, item.id, how, rows=rows, where=Where.BELOW)


@action(DECIDERS)
async def hear_reason(context: Context, item_id: int, how: Answer, words: str) -> None:
    item, digest = await _open_item(context, item_id)
    reason = clean(words).strip()
    if not reason:
        raise Refusal(t.reason_needed)
    if not fits(reason, LONGEST_REASON):
        raise Refusal(m.too_long(limit=LONGEST_REASON))
    await context.say(await _decide(context, item, digest, how, reason))
    await _redraw(context, digest.id)


@action(DECIDERS)
async def without_reason(context: Context, item_id: int) -> None:
    """Only to try something needs no reason."""
    item, digest = await _open_item(context, item_id)
    await context.show(await _decide(context, item, digest, Answer.TRY, ""))
    await _retell(context, digest.id)


@action(DECIDERS)
async def say(context: Context, digest_id: int, feature: str, subject: int, value: str) -> None:
    """The answer to a question, which then stands in its place; it may be changed while it is asked."""
    digest = await hours.digest(context, digest_id)
    if digest.kind not in rules.kinds_of(context.roles):
        raise Refusal(m.not_allowed)
    offered = town_of(context.notices).offered(DigestSource)
    hears = next((source.hears for name, source in offered if name == feature and source.hears), None)
    if hears is None:
        raise Refusal(m.old_button)
    context.toast(await hears(context, subject, value))
    await store.digests.mark_read(context.tx, digest.id, context.now_ms)
    await _redraw(context, digest.id)


@action()
async def seen(context: Context, digest_id: int) -> None:
    """One press that says: read, go on from here."""
    await store.digests.mark_read(context.tx, (await hours.digest(context, digest_id)).id, context.now_ms)
    context.toast(t.seen_toast)
    await _redraw(context, digest_id)


@action(DECIDERS)
async def later(context: Context, digest_id: int) -> None:
    """What stands open in it comes back tomorrow, once."""
    await hours.digest(context, digest_id)
    returns_at = milliseconds(context.now + rules.TOMORROW)
    put_off = await store.asks.put_off(context.tx, context.place.id, context.person.id, digest_id, returns_at)
    await store.digests.mark_read(context.tx, digest_id, context.now_ms)
    context.toast(t.comes_back if put_off else t.came_back_already)
    await _redraw(context, digest_id)


@action()
async def stop(context: Context, digest_id: int) -> None:
    reader = await hours.reader_of(context, Kind((await hours.digest(context, digest_id)).kind))
    await store.readers.stop(context.tx, context.place.id, context.person.id, reader.kind, context.now_ms)
    await store.digests.mark_read(context.tx, digest_id, context.now_ms)
    context.toast(t.stopped)
    await _redraw(context, digest_id)


@action()
async def resume(context: Context, digest_id: int) -> None:
    reader = await hours.reader_of(context, Kind((await hours.digest(context, digest_id)).kind))
    await store.readers.resume(context.tx, context.place.id, context.person.id, reader.kind, context.now_ms)
    context.toast(t.resumed)
    await _redraw(context, digest_id)


def digest_rows(written: Written, stopped: bool) -> Rows:
    """Four answers for each open decision, a way to it for the team, and what can be changed about digests."""
    items = [item for item in written.items if item.answer is None]
    if written.kind is Kind.TEAM:
        rows = [[_opens(item)] for item in items if item.opens]
        return [*rows, _footer(written, stopped)]
    rows = [
        [
            answer.button(_choice(item, how), item.id, how)
            for how in (Answer.YES, Answer.BUT, Answer.TRY, Answer.LATER)
        ]
        for item in items
    ]
    for feature, one in written.questions:
        asked = [say.button(label, written.digest.id, feature, one.subject, value) for value, label in one.choices]
        rows += [found for found in (asked, list(one.rows)) if found]
    if not written.items and written.digest.more_count:
        rows.append([show_kind.button(t.show_waiting(count=written.digest.more_count), written.kind)])
    if written.may_return:
        rows.append([later.button(t.ask_later, written.digest.id)])
    return [*rows, _footer(written, stopped)]


def _choice(item: store.digests.Item, how: Answer) -> Text:
    """A trial that is over is kept, changed, tried longer or undone; everything else is answered."""
    said = t[f"trial-{how.value}"] if item.choices == "trial" else t[f"say-{how.value}"]
    return said(number=item.label)


def _opens(item: store.digests.Item) -> Button:
    if item.press is not None:
        return Button(kept.read(item.press), item.opens)
    return returning.open_button(item.label, item.opens)


def _footer(written: Written, stopped: bool) -> list[Button]:
    digest = written.digest
    footer = [] if digest.read_at is not None else [seen.button(t.seen, digest.id)]
    footer.append(hours.other_time.button(t.other_time, digest.id))
    footer.append(resume.button(t.resume, digest.id) if stopped else stop.button(t.stop, digest.id))
    return footer


async def send(notices: Notices, written: Written, language: str) -> None:
    """By the clock; whoever has stopped is not sent one."""
    row_id = await notices.tell(
        written.digest.person_id, written.text(notices, language), digest_rows(written, False), written.picture
    )
    if row_id is not None:
        await store.digests.note_sent(notices.tx, written.digest.id, row_id)


async def _redrawn_as_read(context: Context, digest_id: int, reader: store.readers.Reader) -> None:
    written = await writing.find(context.notices, context.person.id, digest_id)
    if written is None:
        raise LookupError("the new digest is not there")
    rows = digest_rows(written, reader.stopped_at is not None)
    row_id = await context.say(written.text(context.notices, context.language), rows, written.picture)
    await store.digests.note_sent(context.tx, digest_id, row_id)


async def _decide(
    context: Context, item: store.digests.Item, digest: store.digests.Digest, how: Answer, reason: str
) -> Text:
    offered = town_of(context.notices).offered(DigestSource)
    decide = next((source.decide for name, source in offered if name == item.feature and source.decide), None)
    if decide is None:
        raise LookupError(f"{item.feature} asked for a decision and takes none")
    receipt = await decide(context, item.subject, how, reason)
    await store.digests.note_answer(
        context.tx, digest.kind, context.place.id, item, how.value, context.person.id, context.now_ms
    )
    await store.asks.forget(context.tx, context.place.id, item.feature, item.subject)
    return receipt


async def _redraw(context: Context, digest_id: int) -> None:
    """The digest in place, as it stands now."""
    if context.incoming.query_id and moment((await hours.digest(context, digest_id)).made_at) < (
        context.now - rules.ROW_KEPT
    ):
        # The outbox has forgotten which message that was; the press has not.
        text, rows, picture = await _look(context, digest_id)
        await context.say(text, rows, picture)
        return
    await _retell(context, digest_id)


async def _retell(context: Context, digest_id: int) -> None:
    outbox_id = (await hours.digest(context, digest_id)).outbox_id
    if outbox_id is not None:
        await context.retell(context.person.id, outbox_id, *await _look(context, digest_id))


async def _look(context: Context, digest_id: int) -> tuple[Text, Rows, Collage | None]:
    written = await writing.find(context.notices, context.person.id, digest_id)
    if written is None:
        raise Refusal(m.old_button)
    reader = await hours.reader_of(context, written.kind)
    text = written.text(context.notices, context.language)
    return text, digest_rows(written, reader.stopped_at is not None), written.picture


async def _item(context: Context, item_id: int) -> tuple[store.digests.Item, store.digests.Digest]:
    item = await store.digests.find_item(context.tx, item_id)
    if item is None:
        raise Refusal(m.old_button)
    digest = await hours.digest(context, item.digest_id)
    if digest.kind not in rules.DECIDES:
        raise Refusal(m.old_button)
    if digest.kind not in rules.kinds_of(context.roles):
        raise Refusal(m.not_allowed)
    return item, digest


async def _open_item(context: Context, item_id: int) -> tuple[store.digests.Item, store.digests.Digest]:
    item, digest = await _item(context, item_id)
    if item.answer is not None:
        raise Refusal(t.already_answered(answer=writing.answered(Answer(item.answer))))
    return item, digest
