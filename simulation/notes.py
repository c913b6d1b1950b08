"""What the log says while a town lives: counted here instead of printed, and searched for what must not be in it."""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot import logs
from simulation import words

ONE_UPDATE = "update %s/%s %s %.0f ms"  # bot/updates/dispatch.py
SEEN_BEFORE = "seen before"
KEPT_LINES = 20
KEPT_EFFECTS = 20_000


class Notes(logging.Handler):
    def __init__(self, secrets: list[str]) -> None:
        super().__init__(logging.INFO)
        self.outcomes: Counter[str] = Counter()
        self.handled: Counter[str] = Counter()  # by door
        self.twice: list[tuple[object, object]] = []
        self.leaks: list[str] = []
        self.errors: list[str] = []
        self._forbidden = secrets
        self._forbidden_words = words.written_by_people()
        self._effects: dict[tuple[object, object], None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg == ONE_UPDATE and isinstance(record.args, tuple):
            door, update_id, outcome, _ = record.args
            self._count(str(door), (door, update_id), str(outcome))
        line = logging.Formatter("%(message)s").format(record)
        if logs.TOKEN.search(line) or any(one in line for one in (*self._forbidden, *self._forbidden_words)):
            self.leaks.append(line)
        if record.levelno >= logging.ERROR and len(self.errors) < KEPT_LINES:
            self.errors.append(_with_its_cause(line, record))

    def forget_effects(self) -> None:
        """Receipts are kept for three days, so what is older cannot come twice."""
        for key in list(self._effects)[:-KEPT_EFFECTS]:
            del self._effects[key]

    def _count(self, door: str, key: tuple[object, object], outcome: str) -> None:
        if outcome == SEEN_BEFORE:
            self.outcomes[SEEN_BEFORE] += 1
            return
        kind = outcome.split()[0] if outcome.startswith("refused") else outcome
        self.outcomes[kind] += 1
        self.handled[door] += 1
        if key in self._effects:
            self.twice.append(key)
        self._effects[key] = None


def _with_its_cause(line: str, record: logging.LogRecord) -> str:
    """On one line; what an exception says may be long, or somebody's words."""
    error = record.exc_info[1] if record.exc_info else None
    causes = [type(one).__name__ for one in (error, error and error.__cause__) if one]
    return f"{line.splitlines()[0]} ({' from '.join(causes)})" if causes else line


@contextmanager
def listening(notes: Notes) -> Iterator[None]:
    """Nothing else hears the log meanwhile: thousands of lines about people who do not exist."""
    root = logging.getLogger()
    others, level = root.handlers[:], root.level
    for handler in others:
        root.removeHandler(handler)
    root.addHandler(notes)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(notes)
        root.setLevel(level)
        for handler in others:
            root.addHandler(handler)
