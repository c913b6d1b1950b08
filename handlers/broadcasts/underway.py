"""While it is being sent: the line that counts up, pausing, going on, stopping, and the report at the end."""

from bot.dialogue import mailing
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.i18n.texts import join
from bot.identity.roles import TEAM
from bot.outbox import campaigns
from bot.outbox.message import Rows
from handlers.broadcasts import drafting, store, words
from handlers.broadcasts.store.broadcasts import Broadcast
from handlers.broadcasts.words import t

NEVER_TOLD = -1  # so that the line is shown once it has begun, even if nobody gets it yet


@action(TEAM)
async def pause(context: Context, broadcast_id: int) -> None:
    """Nobody else gets it until somebody of the team lets it go on."""
    one, campaign_id = await drafting.under_way(context, broadcast_id)
    await campaigns.pause(context.tx, campaign_id, context.now)
    context.toast(t.paused)
    await tell_progress(context.notices, one, at_once=True)


@action(TEAM)
async def resume(context: Context, broadcast_id: int) -> None:
    one, campaign_id = await drafting.under_way(context, broadcast_id)
    await mailing.go_on(context.notices, campaign_id)
    context.toast(t.resumed)
    await tell_progress(context.notices, one, at_once=True)


@action(TEAM)
async def stop(context: Context, broadcast_id: int) -> None:
    """What has left has left; what still waits is deleted."""
    one, campaign_id = await drafting.under_way(context, broadcast_id)
    await campaigns.stop(context.tx, campaign_id, context.now)
    context.toast(t.stopped)
    await tell_progress(context.notices, one, at_once=True)


async def rows(notices: Notices, one: Broadcast) -> Rows:
    """Two buttons beneath whatever shows it on its way."""
    report = await campaigns.report(notices.tx, one.campaign_id or 0)
    going = resume.button(t.resume, one.id) if report.paused else pause.button(t.pause, one.id)
    return [[going, stop.button(t.stop, one.id)]]


async def tell_progress(notices: Notices, one: Broadcast, *, at_once: bool = False) -> None:
    """Changes the sender's message when the numbers have changed; the last time it is the report."""
    if one.campaign_id is None:
        raise LookupError(f"broadcast {one.id} is under way without a campaign")
    report = await campaigns.report(notices.tx, one.campaign_id)
    if not report.waiting:
        await store.broadcasts.note_done(notices.tx, one.id)
        if one.progress_row is not None:
            told = words.final(report)
            if one.urgent:
                told = join(told, await words.who_released(notices, one))
            await notices.retell(one.made_by, one.progress_row, told)
    elif at_once or report.waiting != one.told_left:
        await store.broadcasts.note_told(notices.tx, one.id, report.waiting)
        if one.progress_row is not None:
            await notices.retell(one.made_by, one.progress_row, words.progress(report), await rows(notices, one))


async def note_receipt(notices: Notices, one: Broadcast, row_id: int | None) -> None:
    """The message that will count up."""
    report = await campaigns.report(notices.tx, one.campaign_id or 0)
    await store.broadcasts.note_progress_row(
        notices.tx, one.id, row_id, NEVER_TOLD if report.held else report.waiting
    )
