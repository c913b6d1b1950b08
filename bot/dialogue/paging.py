"""A list of choices, three at a time."""

from collections.abc import Sequence

from bot.outbox.message import Button

BESIDE_MORE = 2


def paged(choices: Sequence[Button], page: int, more: Button) -> list[list[Button]]:
    """Three choices at most, one a row: two and `more`, which leads to page + 1, or the last three.

    Page 0 is the first; one that is not there (an old button, a foreign number) shows the first.
    """
    rest = choices[max(page, 0) * BESIDE_MORE :] or choices
    if len(rest) <= BESIDE_MORE + 1:
        return [[one] for one in rest]
    return [*([one] for one in rest[:BESIDE_MORE]), [more]]
