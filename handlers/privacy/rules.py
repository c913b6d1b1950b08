"""Which sentence was agreed to, and how often one's data may be asked for."""

from datetime import timedelta

from bot.identity.consents import Purpose

# Counts up when the sentence `consent-<purpose>` changes in any language (tests/town/people/test_privacy.py).
VERSIONS = {
    Purpose.MESSAGES: 1,
    Purpose.PHOTOS: 2,
    Purpose.SHOP: 2,
    Purpose.CITY: 1,
    Purpose.PRESS: 3,
}
PURPOSES = tuple(VERSIONS)
ASKED_AGAIN_AFTER = timedelta(minutes=10)
FILE_STAYS = timedelta(days=1)  # in the web chat; its bytes go a day later, see bot/gateway/pruning.py
SMALL_SIDE = 1024  # px, when all pictures together are too large
MOST_BYTES = 40 * 1024 * 1024  # of pictures in a file; a bot may send 50 MB, core.telegram.org/bots/api#senddocument
