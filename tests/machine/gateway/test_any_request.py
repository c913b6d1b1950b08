"""Whatever is asked of the web door: a whole answer with every header of protection, and asking changes nothing."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import httpx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.routing import Route

from bot.server.headers import HEADERS
from handlers import FEATURES
from tests.lengths import length
from tests.street import Street, open_street

NASTY = (
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "CON", "a\0b", "'; DROP TABLE people; --", "%", "_", "٠", "\u202e1",
    "<script>alert(1)</script>", "9" * 60, "-1", "1e9", "0x7f", "{{7*7}}", "=HYPERLINK(1)",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "ug" * 60, "1", "zh", "feed.xml",
)  # fmt: skip
FIELDS = ("txn", "text", "data", "message_id", "language", "location", "latitude", "kind", "update_id", "initData")
WORDS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.integers().map(str))
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=8,
)
HEADER = st.fixed_dictionaries(
    {},
    optional={
        "Origin": st.sampled_from(["http://nestbox.test", "http://nestbox.test", "https://evil.test", "null", ""]),
        "Content-Type": st.sampled_from(
            ["application/json", "text/plain", "multipart/form-data; boundary=x", "multipart/form-data", "a/b;;="]
        ),
        "Accept-Language": st.sampled_from(["ug", "en;q=x", "*", ";;;", "zh" * 60, "\u00e4"]),
        "Accept": st.sampled_from(["text/html", "*/*", "text/html;q=nan", ""]),
        "Cookie": st.sampled_from(
            ["nestbox=", "nestbox=x", "nestbox=a; nestbox=b", "=;=;", "nestbox=" + "\u00ff" * 40]
        ),
        "Range": st.sampled_from(["bytes=0-", "bytes=-1", "bytes=9-1", "lines=1", "bytes=" + "1-2," * 50]),
        "If-None-Match": st.sampled_from(["*", '"x"', 'W/"']),
        "If-Modified-Since": st.sampled_from(["yesterday", "Mon, 99 Foo 2026 00:00:00 GMT"]),
        "Last-Event-ID": st.sampled_from(["-1", "9" * 30, "x", "1"]),
        "X-Forwarded-For": st.sampled_from(["127.0.0.1", "x", "::1, ::2"]),
    },
)
BODY = st.one_of(
    st.just(b""), st.binary(max_size=60), JSON.map(lambda made: _json(made)),
    WORDS.map(lambda word: _form(word)),
)  # fmt: skip
REQUEST = st.tuples(
    st.sampled_from(["GET", "GET", "GET", "HEAD", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "BREW"]),
    st.integers(0, 10_000),
    st.lists(WORDS, min_size=3, max_size=3),
    st.dictionaries(
        st.sampled_from(["after", "before", "limit", "lang", "page", "status", "q", "x"]), WORDS, max_size=3
    ),
    HEADER,
    BODY,
)
asked = {"requests": 0}


def _form(name: str) -> bytes:
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return head.encode("utf-8", "replace") + b"GIF89a<script>\r\n--x--\r\n"


def _json(made: Any) -> bytes:
    return json.dumps(made).encode("utf-8", "surrogatepass")


# The one request that broke is said; making a list of them shorter would take minutes.
@settings(
    max_examples=length(10, 200),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
)
@given(requests=st.lists(REQUEST, min_size=30, max_size=40))
async def test_any_request_has_a_whole_protected_answer_and_asking_changes_nothing(requests: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        async with open_street(Path(folder), FEATURES) as street:
            paths = sorted(
                {route.path for route in street.bot.web._app.routes if isinstance(route, Route)}  # type: ignore[attr-defined]
            )
            one = await street.arrives("Li", language="en")
            before = await _people(street)
            transport = httpx.ASGITransport(app=street.bot.web, client=("10.9.9.9", 4000))
            opened = 0
            async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
                for method, number, words, query, headers, body in requests:
                    path = paths[number % len(paths)] if number % 13 else "/" + quote(words[0])
                    for word in [street.place.code if number % 3 else words[1], *words]:
                        start, brace, rest = path.partition("{")
                        path = start + (quote(word, safe="") + rest.partition("}")[2] if brace else "")
                    if path == "/chat/events":
                        query = query | {"wait": "0"}  # else it would listen for ever
                    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
                    kept = await _changes(street)
                    answer = await client.request(method, path, params=query, headers=raw, content=body)
                    what = (method, path, query, headers, body, answer.status_code)
                    assert answer.status_code < 500 or path == "/readyz", what  # nothing runs here
                    assert not [name for name in HEADERS if name not in answer.headers], what
                    assert "Traceback" not in answer.text, what
                    # readyz tries whether something can be saved; it leaves nothing.
                    assert method == "POST" or path == "/readyz" or await _changes(street) == kept, what
                    opened += path == "/chat/open" and method == "POST" and answer.status_code == 200
                    asked["requests"] += 1
                    client.cookies.clear()
            await one.says("/help")
            await one.hears("/suggest")
            assert await _people(street) == before
    print(f"{asked['requests']} requests to {len(paths)} kinds of addresses: none of 500 or above")


async def _people(street: Street) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT count(*) FROM people") or 0


async def _changes(street: Street) -> int:
    """Of the database, from the one connection that writes."""
    async with street.bot.database.write() as tx:
        return await tx.one(int, "SELECT total_changes()") or 0
