"""What an operator sees: alive or ready, numbers in Prometheus' words, a log that programs read, doctor's advice."""

import asyncio
import io
import json
import logging
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from prometheus_client import parser

from bot import logs
from bot.app import build
from bot.backup import copies, make
from bot.backup.second_place import BucketPlace
from bot.config import Bucket
from bot.database.db import NotSaved
from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from bot.metrics import OUTCOMES, outcome_of
from bot.storage.storage import Unavailable
from bot.updates.dispatch import Dispatch
from handlers import FEATURES
from tests.street import FakeClock, Street, open_street
from tests.telegram_server.faults import Fault, Kind

ROOT = Path(__file__).parent.parent.parent
# What labels may hold; none of them is a person, a place or anything somebody typed.
LABELS = {
    "door": {"web", "telegram"},
    "lane": {"spinner", "answer", "notice", "broadcast"},
    "outcome": {"handled", *OUTCOMES.values()},
    "state": {"waiting", "sending", "refused", "uncertain"},
    "folder": {"data", "backups"},
    "copy": {"first", "second"},
    "verdict": None,
    "le": None,
    "version": None,
    "python": None,
    "database": {"sqlite", "postgres"},
}


def client(street: Street) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 4000))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


async def scrape(street: Street) -> str:
    street.clock.advance_a_little()
    for _ in range(6):  # what was read of the database last is old by now
        street.clock.advance_a_little()
    async with client(street) as one:
        answer = await one.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return answer.text


def families(text: str) -> dict[str, Any]:
    return {family.name: family for family in parser.text_string_to_metric_families(text)}


def value(text: str, name: str, **labels: str) -> float:
    samples = [one for family in families(text).values() for one in family.samples]
    found = [one.value for one in samples if one.name == name and labels.items() <= one.labels.items()]
    assert found, f"{name} {labels}"
    return float(sum(found))


# --- metrics


async def test_metrics_are_what_prometheus_reads_and_name_nobody(any_street: Street) -> None:
    street = any_street
    for name in ("Aygul", "小明"):
        await street.arrives(name, TELEGRAM)
    await street.arrives("Memet", role=Role.SHOPKEEPER)
    text = await scrape(street)
    found = families(text)
    for family in found.values():
        assert family.documentation, family.name
        for sample in family.samples:
            for label, words in sample.labels.items():
                known = LABELS[label]
                assert known is None or words in known, (sample.name, label, words)
    ours = {name for name in found if name.startswith("nestbox_")}
    assert ours <= {name for name in found if re.fullmatch(r"nestbox_[a-z_]+", name)}
    assert {name for name in found if not name.startswith("nestbox_")} <= {
        name for name in found if name.startswith("process_")
    }
    for words in ("Aygul", "小明", "Memet", street.place.name, street.place.code):
        assert words not in text


async def test_each_update_is_counted_with_its_time_and_what_became_of_it(street: Street) -> None:
    aygul = await street.arrives("Aygul", TELEGRAM)
    before = await scrape(street)
    await aygul.says("/help")
    await aygul.taps((await aygul.screen())[-1].id, "no_such.action")
    after = await scrape(street)
    count = "nestbox_update_duration_seconds_count"
    for outcome in ("handled", "refused"):
        more = [value(text, count, door=TELEGRAM, outcome=outcome) for text in (before, after)]
        assert more[1] == more[0] + 1, outcome
    assert value(after, "nestbox_update_duration_seconds_bucket", door=TELEGRAM, outcome="handled", le="+Inf") > 0


def test_an_outcome_is_one_of_a_handful_whatever_an_action_is_called() -> None:
    assert [outcome_of(words) for words in ("ideas.support", "/start", "refused ideas-full", "old button")] == [
        "handled", "handled", "refused", "refused",
    ]  # fmt: skip
    assert outcome_of("nobody spoke to us") == "ignored"
    assert outcome_of("seen before") == "seen_before"


async def test_an_update_that_could_not_be_saved_is_counted_too(street: Street) -> None:
    aygul = await street.arrives("Aygul", TELEGRAM)
    dispatch: Dispatch = street.bot.dispatch
    whole = dispatch._committed

    async def refuses(incoming: object) -> str:
        raise NotSaved("full")

    dispatch._committed = refuses  # type: ignore[method-assign, assignment]
    with pytest.raises(NotSaved):
        await aygul.says("/help")
    dispatch._committed = whole  # type: ignore[method-assign]
    text = await scrape(street)
    assert value(text, "nestbox_update_duration_seconds_count", door=TELEGRAM, outcome="not_saved") == 1
    await street.settle()


async def test_a_429_and_what_nobody_answered_are_seen(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", TELEGRAM)
    lead = await street.arrives("Lead", TELEGRAM, "en", Role.LEAD)
    street.telegram.faults.add(Fault(Kind.FLOOD, method="sendMessage", seconds=30))
    await aygul.says("/help")
    text = await scrape(street)
    assert value(text, "nestbox_outbox_rate_limited_total", door=TELEGRAM) == 1
    assert value(text, "nestbox_outbox_rows", door=TELEGRAM, lane="answer", state="waiting") == 1
    await street.later(minutes=1)
    assert value(await scrape(street), "nestbox_outbox_calls_total", door=TELEGRAM, lane="answer", verdict="sent") > 1
    assert lead


async def test_what_is_due_and_does_not_leave_grows_old(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", TELEGRAM)
    aygul.person.says("/help")  # type: ignore[attr-defined]
    await street.bot.pollings[TELEGRAM].poll(0)  # answered, and not sent
    street.clock.advance_a_little()
    text = await scrape(street)
    assert value(text, "nestbox_outbox_oldest_due_seconds", door=TELEGRAM, lane="answer") >= 7
    assert value(text, "nestbox_outbox_oldest_due_seconds", door=TELEGRAM, lane="broadcast") == 0
    await street.settle()
    assert value(await scrape(street), "nestbox_outbox_oldest_due_seconds", door=TELEGRAM, lane="answer") == 0


async def test_a_digest_that_does_not_come_is_late_and_one_that_is_paused_is_not(any_street: Street) -> None:
    street = any_street
    shopkeeper = await street.arrives("Memet", "web", "en", Role.SHOPKEEPER)
    await street.tick()
    street.clock.advance(timedelta(days=1))  # to noon, and nothing runs by itself here: hers is for 09:30
    late = value(await scrape(street), "nestbox_digest_late_seconds")
    assert 2.5 * 3600 < late < 2.6 * 3600
    await street.tick()
    assert value(await scrape(street), "nestbox_digest_late_seconds") == 0
    await shopkeeper.says("/settings")
    async with street.bot.database.write() as tx:
        paused = street.now_ms() + 30 * 86_400_000
        await tx.run("UPDATE people SET paused_until = ?", paused)
    street.clock.advance(timedelta(days=1))
    assert value(await scrape(street), "nestbox_digest_late_seconds") == 0


async def test_what_takes_long_to_count_is_not_counted_at_each_scrape(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A town of a thousand places asks each of them whose digest is late."""
    counted = 0

    async def slow(tx: object) -> list[Any]:
        nonlocal counted
        counted += 1
        street.clock.advance(timedelta(seconds=4))
        return []

    monkeypatch.setattr("bot.web.measuring._people", slow)
    for _ in range(5):
        text = await scrape(street)  # some seconds later each time
        assert value(text, "nestbox_digest_late_seconds") == 0
    assert counted == 1
    street.clock.advance(timedelta(seconds=200))
    await scrape(street)
    assert counted == 2


async def test_a_proxy_that_names_nobody_and_calls_us_by_our_own_address_reads_nothing(street: Street) -> None:
    """What `proxy_pass` alone does: HTTP/1.0, our address as the host, no word about for whom."""

    async def as_nginx(scope: Any, receive: Any, send: Any) -> None:
        await street.bot.web(scope | {"http_version": "1.0"}, receive, send)

    transport = httpx.ASGITransport(app=as_nginx, client=("127.0.0.1", 4000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as stranger:
        assert (await stranger.get("/metrics")).status_code == 403
        assert (await stranger.get("/healthz")).status_code == 200


async def test_scrapes_at_once_ask_the_database_once(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, asked = street.bot.database.read, 0

    def counts() -> Any:
        nonlocal asked
        asked += 1
        return whole()

    monkeypatch.setattr(street.bot.database, "read", counts)
    async with client(street) as one:
        answers = await asyncio.gather(*(one.get("/metrics") for _ in range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert asked == 1


async def test_the_second_place_is_asked_seldom_and_one_that_is_away_keeps_nobody_waiting(
    tmp_path: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        settings = replace(street.bot.settings, backup_copy_bucket=bucket)
    (tmp_path / "copy").write_bytes(b"x")
    place, clock = BucketPlace(bucket), FakeClock()
    place.put("nestbox-20261122-193000.tar.age", tmp_path / "copy")
    app = await build(settings, clock, FEATURES, random.Random(1))
    asked = 0

    def answers(self: BucketPlace) -> list[str]:
        nonlocal asked
        asked += 1
        if asked > 1:
            raise Unavailable("the bucket does not answer")
        return names(self)

    names = BucketPlace.names
    monkeypatch.setattr(BucketPlace, "names", answers)
    try:
        transport = httpx.ASGITransport(app=app.web, client=("127.0.0.1", 4000))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as one:
            for seconds, times in ((0, 1), (60, 1), (600, 2)):  # and then what was known of it
                clock.advance(timedelta(seconds=seconds))
                text = (await one.get("/metrics")).text
                made = copies.made_at("nestbox-20261122-193000.tar.age").timestamp()
                assert value(text, "nestbox_backup_timestamp_seconds", copy="second") == made
                assert asked == times
    finally:
        await app.close()


async def test_while_the_database_is_away_metrics_say_so_and_healthz_is_well(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> Any:
        raise NotSaved("connection refused")

    monkeypatch.setattr(street.bot.database, "read", away)
    monkeypatch.setattr(street.bot.database, "write", away)
    text = await scrape(street)
    assert value(text, "nestbox_database_up") == 0
    assert "nestbox_outbox_rows" not in text
    async with client(street) as one:
        alive, ready = await one.get("/healthz"), await one.get("/readyz")
    assert (alive.status_code, alive.json()) == (200, {"ok": True})
    assert (ready.status_code, ready.json()["reasons"]) == (503, ["cannot_save", "cannot_send"])


async def test_backups_and_the_disk_are_seen(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        made = make.make(tmp_path / "nestbox.db", tmp_path, tmp_path / "backups", street.clock.now())
        settings = replace(street.bot.settings, backup_dir=tmp_path / "backups", backup_copy_dir=tmp_path / "away")
    app = await build(settings, FakeClock(), FEATURES, random.Random(1))
    try:
        transport = httpx.ASGITransport(app=app.web, client=("127.0.0.1", 4000))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as one:
            text = (await one.get("/metrics")).text
    finally:
        await app.close()
    assert value(text, "nestbox_backup_timestamp_seconds", copy="first") == make.made_at(made.folder).timestamp()
    assert 'copy="second"' not in text  # there is none yet, and nought would be a time
    assert value(text, "nestbox_disk_free_bytes", folder="data") > 0


# --- what reads them


def expressions(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, inside in node.items():
            if key in ("expr", "query") and isinstance(inside, str) and "(" in inside:
                yield inside
            yield from expressions(inside)
    elif isinstance(node, list):
        for inside in node:
            yield from expressions(inside)


def series(text: str) -> set[str]:
    """Names as they stand in a query; a gauge without a sample has its family's."""
    found = families(text)
    return {sample.name for family in found.values() for sample in family.samples} | set(found)


def dashboard() -> Any:
    return json.loads((ROOT / "deploy" / "grafana-dashboard.json").read_text(encoding="utf-8"))


def alerts() -> list[Any]:
    written = yaml.safe_load((ROOT / "deploy" / "prometheus-alerts.yml").read_text(encoding="utf-8"))
    return [rule for group in written["groups"] for rule in group["rules"]]


async def test_every_metric_on_the_dashboard_and_in_the_alerts_exists(street: Street) -> None:
    await street.arrives("Aygul", TELEGRAM)
    there = series(await scrape(street))
    asked = [*expressions(dashboard()), *(rule["expr"] for rule in alerts())]
    assert asked
    for expression in asked:
        named = set(re.findall(r"\b(?:nestbox|process)_[a-z_]+", expression))
        assert named, expression
        assert named <= there, (expression, named - there)
    # And what is measured is also shown.
    shown = {name for expression in expressions(dashboard()) for name in re.findall(r"\bnestbox_[a-z_]+", expression)}
    kinds = ("_bucket", "_count", "_sum")
    stems = {next((name.removesuffix(kind) for kind in kinds if name.endswith(kind)), name) for name in shown}
    wanted = {next((n.removesuffix(k) for k in kinds if n.endswith(k)), n) for n in there if n.startswith("nestbox_")}
    wanted = {one for one in wanted if f"{one}_total" not in there}
    assert wanted <= stems, wanted - stems


def test_every_alert_says_what_to_do_on_the_operators_page() -> None:
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    rules = alerts()
    assert 5 <= len(rules) <= 12
    for rule in rules:
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["runbook_url"].endswith("docs/operating.md#alerts")
        assert f"| `{rule['alert']}` |" in page, rule["alert"]


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed here")
def test_prometheus_own_tool_takes_the_alerts() -> None:
    done = subprocess.run(
        ["promtool", "check", "rules", ROOT / "deploy" / "prometheus-alerts.yml"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


# --- logs


def logged_as_json(*lines: tuple[str, tuple[object, ...]], error: Exception | None = None) -> list[dict[str, Any]]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(logs.Redact(("secret-word-of-the-test",)))
    handler.setFormatter(logs.FORMATTERS["json"])
    for message, args in lines:
        info = (type(error), error, error.__traceback__) if error else None
        handler.handle(logging.LogRecord("bot", logging.INFO, "x.py", 1, message, args, info))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    "name",
    [
        "Mallory\nINFO all is well",
        'a\r\n{"level": "INFO"}',
        '","level":"x',
        "\x1b[2K\x07",
        "a\u2028b\u202ec",
        "\\n\\",
    ],
)
def test_nobody_writes_a_second_line_or_a_field_of_her_own_into_the_log(name: str) -> None:
    (line,) = logged_as_json(("update from %s", (name,)))
    assert set(line) == {"time", "level", "logger", "message"}
    assert line["level"] == "INFO"
    assert line["message"].startswith("update from ")
    assert not re.search(r"[\x00-\x1f\u2028\u202e]", line["message"])


def test_a_secret_is_in_no_field_of_a_line_of_json() -> None:
    found = logged_as_json(("bot secret-word-of-the-test", ()), error=ValueError("secret-word-of-the-test\nb"))
    assert "secret-word" not in json.dumps(found)
    assert "ValueError" in found[0]["exception"]


async def test_an_update_is_one_line_with_its_fields_and_without_words_or_people(
    any_street: Street, caplog: pytest.LogCaptureFixture
) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", TELEGRAM)
    number = aygul.user_id
    caplog.clear()
    with caplog.at_level(logging.INFO, "bot.updates.dispatch"):
        await aygul.says("/help with words of mine")
    (record,) = [one for one in caplog.records if one.name == "bot.updates.dispatch"]
    written = json.loads(logs.FORMATTERS["json"].format(record))
    assert {"door", "update_id", "outcome", "seconds"} <= set(written)
    assert (written["door"], written["outcome"]) == (TELEGRAM, "/help")
    words = json.dumps(written)
    assert "words of mine" not in words
    assert "Aygul" not in words
    assert f" {number}" not in words
