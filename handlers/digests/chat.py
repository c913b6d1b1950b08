"""What a shopkeeper and the team press in a digest; `/digest` shows it now."""

from bot.actions import Button, Rows, action
from bot.clock import moment
from bot.context import Context, Notices
from bot.errors import Refusal
from bot.feature import Answer
from bot.outgoing import Collage
from bot.people import SHOPKEEPERS, TEAM
from bot.texts import Text, clean, fits
from bot.texts import machine as m
from handlers.digests import hours, kept, rules, store, writing
from handlers.digests.rules import Kind
from handlers.digests.writing import Written, t

READERS = SHOPKEEPERS | TEAM
LONGEST_REASON = 600


@action(READERS, command="digest")
async def show_now(context: Context) -> None:
    """Counts as read: the next one begins here."""
    reader = await hours.reader_of(context.notices, context.person.id, _kind(context))
    since = await writing.window(context.notices, reader)
    part = await writing.gather(context.notices, reader.kind, since)
    if not (part.new or part.decisions or part.lines):
        await context.show(t.nothing_now, [[hours.digest_time.button(t.other_time)]])
        return
    written = await writing.keep(context.notices, reader, part, since, context.language, None, None)
    await store.mark_read(context.tx, written.digest.id, context.now_ms)
    rows = digest_rows(written, reader.stopped_at is not None)
    row_id = await context.say(written.text(context.notices, context.language), rows, written.picture)
    await store.note_sent(context.tx, written.digest.id, row_id)


@action(SHOPKEEPERS)
async def answer(context: Context, item_id: int, how: Answer) -> None:
    """A plain yes counts at once; everything else is asked for its reason below, the digest stays."""
    item, digest_id = await _item(context, item_id)
    await store.mark_read(context.tx, digest_id, context.now_ms)
    if item.answer is not None:
        context.toast(t.already_answered(answer=writing.answered(Answer(item.answer))))
        await _redraw(context, digest_id)
        return
    if how is Answer.YES:
        context.toast(await _decide(context, item, how, ""))
        await _redraw(context, digest_id)
        return
    rows = [[without_reason.button(t.no_reason, item.id)]] if how is Answer.TRY else []
    question = t[f"why-{how.value}"](number=item.label, what=kept.shortened(kept.read(item.words), 200))
    await context.ask_below(question, hear_reason, item.id, how, rows=rows)


@action(SHOPKEEPERS)
async def hear_reason(context: Context, item_id: int, how: Answer, words: str) -> None:
    item, digest_id = await _open_item(context, item_id)
    reason = clean(words).strip()
    if not reason:
        raise Refusal(t.reason_needed)
    if not fits(reason, LONGEST_REASON):
        raise Refusal(m.too_long(limit=LONGEST_REASON))
    await context.say(await _decide(context, item, how, reason))
    await _redraw(context, digest_id)


@action(SHOPKEEPERS)
async def without_reason(context: Context, item_id: int) -> None:
    """Only to try something needs no reason."""
    item, digest_id = await _open_item(context, item_id)
    await context.show(await _decide(context, item, Answer.TRY, ""))
    await _retell(context, digest_id)


@action(READERS)
async def seen(context: Context, digest_id: int) -> None:
    """One press that says: read, go on from here."""
    await store.mark_read(context.tx, await _own(context, digest_id), context.now_ms)
    context.toast(t.seen_toast)
    await _redraw(context, digest_id)


@action(READERS)
async def stop(context: Context, digest_id: int) -> None:
    digest = await _digest(context, digest_id)
    await hours.reader_of(context.notices, context.person.id, Kind(digest.kind))
    await store.stop(context.tx, context.place.id, context.person.id, digest.kind, context.now_ms)
    await store.mark_read(context.tx, digest_id, context.now_ms)
    context.toast(t.stopped)
    await _redraw(context, digest_id)


@action(READERS)
async def resume(context: Context, digest_id: int) -> None:
    digest = await _digest(context, digest_id)
    await store.resume(context.tx, context.place.id, context.person.id, digest.kind, context.now_ms)
    context.toast(t.resumed)
    await _redraw(context, digest_id)


def digest_rows(written: Written, stopped: bool) -> Rows:
    """Four answers for each open decision, and what can be changed about digests."""
    rows = [
        [
            answer.button(t[f"say-{how.value}"](number=item.label), item.id, how)
            for how in (Answer.YES, Answer.BUT, Answer.TRY, Answer.LATER)
        ]
        for item in written.items
        if item.answer is None
    ]
    return [*rows, _footer(written.digest, stopped)]


def _footer(digest: store.Digest, stopped: bool) -> list[Button]:
    footer = [] if digest.read_at is not None else [seen.button(t.seen, digest.id)]
    footer.append(hours.other_time.button(t.other_time, digest.id))
    footer.append(resume.button(t.resume, digest.id) if stopped else stop.button(t.stop, digest.id))
    return footer


async def send(notices: Notices, written: Written, language: str) -> None:
    """A daily digest; whoever has stopped is not sent one."""
    row_id = await notices.tell(
        written.digest.person_id, written.text(notices, language), digest_rows(written, False), written.picture
    )
    if row_id is not None:
        await store.note_sent(notices.tx, written.digest.id, row_id)


def _kind(context: Context) -> Kind:
    return Kind.SHOP if context.may(SHOPKEEPERS) else Kind.TEAM


async def _decide(context: Context, item: store.Item, how: Answer, reason: str) -> Text:
    decide = next(one.decide for one in context.notices.town.features if one.name == item.feature)
    if decide is None:
        raise LookupError(f"{item.feature} asked for a decision and takes none")
    receipt = await decide(context, item.subject, how, reason)
    await store.note_answer(
        context.tx, context.place.id, item.feature, item.subject, how.value, context.person.id, context.now_ms
    )
    return receipt


async def _redraw(context: Context, digest_id: int) -> None:
    """The digest in place, as it stands now."""
    if context.incoming.query_id and moment((await _digest(context, digest_id)).made_at) < (
        context.now - rules.ROW_KEPT
    ):
        # The outbox has forgotten which message that was; the press has not.
        text, rows, picture = await _look(context, digest_id)
        await context.show_bare(text, [*rows, context.notices.way_home()], picture)
        return
    await _retell(context, digest_id)


async def _retell(context: Context, digest_id: int) -> None:
    outbox_id = (await _digest(context, digest_id)).outbox_id
    if outbox_id is not None:
        await context.notices.retell(context.person.id, outbox_id, *await _look(context, digest_id))


async def _look(context: Context, digest_id: int) -> tuple[Text, Rows, Collage | None]:
    written = await writing.find(context.notices, context.person.id, digest_id)
    if written is None:
        raise Refusal(m.old_button)
    reader = await hours.reader_of(context.notices, context.person.id, Kind(written.digest.kind))
    text = written.text(context.notices, context.language)
    return text, digest_rows(written, reader.stopped_at is not None), written.picture


async def _item(context: Context, item_id: int) -> tuple[store.Item, int]:
    item = await store.find_item(context.tx, item_id)
    if item is None:
        raise Refusal(m.old_button)
    return item, await _own(context, item.digest_id)


async def _open_item(context: Context, item_id: int) -> tuple[store.Item, int]:
    item, digest_id = await _item(context, item_id)
    if item.answer is not None:
        raise Refusal(t.already_answered(answer=writing.answered(Answer(item.answer))))
    return item, digest_id


async def _own(context: Context, digest_id: int) -> int:
    return (await _digest(context, digest_id)).id


async def _digest(context: Context, digest_id: int) -> store.Digest:
    digest = await store.find_digest(context.tx, context.place.id, context.person.id, digest_id)
    if digest is None:
        raise Refusal(m.old_button)
    return digest
