"""Who decided, month by month, and until when an answer is promised."""

from bot.dialogue.feature import Feature
from handlers.digests.source import DigestSource
from handlers.ideas.source import IdeaAside
from handlers.ledger import asides, chat, digest, jobs

FEATURE = Feature(
    name="ledger",
    sentence="See who decided, month by month, and until when an answer is promised.",
    actions=(chat.ledger, chat.see, chat.month),
    jobs=jobs.JOBS,
    offers=(
        DigestSource(digest.for_shopkeeper, digest.for_volunteers, resident=digest.for_resident),
        IdeaAside(lines=asides.lines),
    ),
    menu=("ledger",),
)
