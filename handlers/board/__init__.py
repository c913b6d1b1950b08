"""The public pages: the board of a place, one idea with what became of it, and a feed of the news."""

from bot.dialogue.feature import Feature
from handlers.board import pages

FEATURE = Feature(
    name="board",
    sentence="Read without joining: the board, each idea, what was decided and why, and a feed of the news.",
    actions=(),
    pages=pages.PAGES,
)
