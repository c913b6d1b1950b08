"""An answer that nobody knows to have arrived is said once more, with the words that we were interrupted.

Whoever waits must not wait for ever, while what is told to many stays at most once. The same row leaves again: what
follows it in the chat stays behind it, so no later answer has reached her before, and later edits find its message.
"""

from dataclasses import replace

from bot.i18n.texts import FALLBACK, fits, plain, render, render_plain
from bot.i18n.texts import machine as m
from bot.outbox.calls import TEXTS, Call, Words
from bot.outbox.queue import CAPTION_LIMIT, TEXT_LIMIT

UNANSWERED = 1  # times in all that an answer is said again because the door did not answer
# More of them when the process died, since it may die again before anything has left; but what kills it ends here.
KILLED = 3


def with_apology(call: Call) -> Call:
    """The same call, beginning with the words that we were interrupted, where there is room for them."""
    said = call.words or Words("", formatted=False)
    sorry = (render if said.formatted else render_plain)(m.interrupted, call.language or FALLBACK)
    whole = f"{sorry}\n{said.text}".rstrip()
    limit = TEXT_LIMIT if call.method in TEXTS else CAPTION_LIMIT
    if not fits(plain(whole) if said.formatted else whole, limit):
        return call
    return replace(call, words=Words(whole, said.formatted))
