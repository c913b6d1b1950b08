"""An answer that nobody knows to have arrived is said once more, with the words that we were interrupted.

Whoever waits must not wait for ever, while what is told to many stays at most once. The same row leaves again: what
follows it in the chat stays behind it, so no later answer has reached her before, and later edits find its message.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.i18n.texts import fits, plain, render, render_plain
from bot.i18n.texts import machine as m
from bot.outbox.outgoing import CAPTION_LIMIT, TEXT_LIMIT, Lane

AFTER = timedelta(seconds=1)
UNANSWERED = 1  # times in all that an answer is said again because the door did not answer
# More of them when the process died, since it may die again before anything has left; but what kills it ends here.
KILLED = 3


async def renew(tx: Tx, row_id: int, error: str, now: datetime, most: int) -> bool:
    """Whether the row waits to leave once more; else it is as it was. In a group nobody waits."""
    return bool(
        await tx.run(
            "UPDATE outbox SET state = 'waiting', renewals = renewals + 1, not_before = ?, error = ?"
            " WHERE id = ? AND state = 'sending' AND lane = ? AND chat_id > 0 AND renewals < ?",
            milliseconds(now + AFTER),
            error,
            row_id,
            int(Lane.ANSWER),
            most,
        )
    )


def with_apology(params: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The same call, beginning with the words that we were interrupted, where there is room for them."""
    media = params.get("media")
    if isinstance(media, list):
        return {**params, "media": [_begun(media[0], "caption", language), *media[1:]]}
    if isinstance(media, dict):
        return {**params, "media": _begun(media, "caption", language)}
    return _begun(params, "text" if "text" in params else "caption", language)


def _begun(params: Mapping[str, Any], name: str, language: str) -> dict[str, Any]:
    words = str(params.get(name, ""))
    formatted = "parse_mode" in params
    sorry = (render if formatted else render_plain)(m.interrupted, language)
    whole = f"{sorry}\n{words}".rstrip()
    limit = TEXT_LIMIT if name == "text" else CAPTION_LIMIT
    return {**params, name: whole} if fits(plain(whole) if formatted else whole, limit) else dict(params)
