"""What a list that comes back says against what is noted: who is new, gone, or comes with another number. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.sign_up_list.reading import Entry, Reading, key

CODE = re.compile(r"\b(?:event|task)-[A-Za-z0-9]+-\d{1,15}\b")

LONGEST_PASTE = 4096  # letters of one message
MOST_PASTES = 30  # of one person within a day
PASTE_KEPT = timedelta(hours=24)
FREE_LINES = 5  # numbers to fill in
MOST_NOTED = 300  # by lists, for one event
NAMES_A_MESSAGE = 50  # of the list that goes out
SHOWN = 12  # names, or lines, of each kind on one screen


@dataclass(frozen=True)
class Noted:
    """Somebody who is noted on behalf, since `noted_at` (ms). `by_list`: she came by a list, and may go by one."""

    id: int
    name: str
    guests: int
    children: int
    waiting: bool
    noted_at: int
    by_list: bool = True


@dataclass(frozen=True)
class Change:
    """Somebody who comes with another number than before."""

    noted: Noted
    entry: Entry


@dataclass(frozen=True)
class Comparison:
    """`themselves`: who stands on the list and answered here herself; `twice`: who did so after a list had noted her;
    `beside`: lines with words beside a name."""

    new: tuple[Entry, ...]
    gone: tuple[Noted, ...]
    changed: tuple[Change, ...]
    same: int
    themselves: tuple[Entry, ...]
    twice: tuple[Noted, ...]
    beside: tuple[Entry, ...]
    unread: tuple[str, ...]

    @property
    def is_news(self) -> bool:
        return bool(self.new or self.changed)


def compare(
    reading: Reading, noted: Sequence[Noted], themselves: Sequence[str], pasted_at: int, *, parties: bool
) -> Comparison:
    """Whoever answered here herself is never touched by a list, nor taken off by one older than she is.

    `parties`: whether others may be brought along.
    """
    by_name = {key(one.name): one for one in noted}
    answered = {key(name) for name in themselves if name}
    listed = {key(one.name): one for one in reading.entries if not one.off}
    new: list[Entry] = []
    hers: list[Entry] = []
    changed: list[Change] = []
    for name, entry in listed.items():
        had = by_name.get(name)
        if had is None:
            (hers if name in answered else new).append(entry)
        elif parties and (entry.guests, entry.children) != (had.guests, had.children):
            changed.append(Change(had, entry))
    twice = tuple(one for name, one in by_name.items() if one.by_list and name in listed and name in answered)
    alone = [_quote(one) for one in listed.values() if not parties and one.guests + one.children]
    gone = tuple(
        one for name, one in by_name.items() if name not in listed and one.by_list and one.noted_at <= pasted_at
    )
    never = [_quote(one) for one in reading.entries if one.off and key(one.name) not in by_name]
    same = len(listed) - len(new) - len(changed) - len(hers)
    beside = tuple(one for one in reading.entries if one.note)
    return Comparison(
        tuple(new), gone, tuple(changed), same, tuple(hers), twice, beside, (*reading.unread, *alone, *never)
    )


def of_another(words: str, code: str) -> bool:
    """Whether the list carries the link of something else, `code` being ours: "event-MAPLE-27"."""
    linked = [one.casefold() for one in CODE.findall(words)]
    return bool(linked) and code.casefold() not in linked


def _quote(entry: Entry) -> str:
    brought = "".join(f" +{one}" for one in (entry.guests + entry.children,) if one)
    return f"{entry.name}{brought}" + (f" ({entry.note})" if entry.note else "")
