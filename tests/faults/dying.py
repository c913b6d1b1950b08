"""`python -m bot` that dies at a chosen moment: `DIES_AT="after commit 17"` is kill -9 when the 17th COMMIT returned.

The moments are those at which something is done that others see: a COMMIT, a call to a door, a file that gets its
name or loses it. The program has no such switches; they are put around what it calls. With `DIES_COUNT=file` it
lives, and at its end writes there how many there were of each.
"""

import json
import os
import runpy
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from telegram.request import BaseRequest

from bot.database import sqlite
from bot.doors import http, in_process

KINDS = ("commit", "send", "file")
_seen: Counter[str] = Counter()


def _comes(moment: str) -> None:
    _seen[moment] += 1
    if os.environ.get("DIES_AT") == f"{moment} {_seen[moment]}":
        os.kill(os.getpid(), signal.SIGKILL)


def _around_commits(inner: Callable[[Sequence[str], sqlite3.Connection], None]) -> Callable[..., None]:
    def one_by_one(statements: Sequence[str], connection: sqlite3.Connection) -> None:
        ends = statements[-1:] == ["COMMIT"]
        if ends:
            _comes("before commit")
        inner(statements, connection)
        if ends:
            _comes("after commit")

    return one_by_one


def _around_sends(request: type[BaseRequest]) -> None:
    inner = request.do_request

    async def do_request(self: BaseRequest, url: str, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        if url.endswith("/getUpdates"):
            return await inner(self, url, *arguments, **named)
        _comes("before send")
        answer = await inner(self, url, *arguments, **named)
        _comes("after send")
        return answer

    request.do_request = do_request  # type: ignore[method-assign]


def _around_files(name: str) -> None:
    inner = getattr(os, name)

    def does(*arguments: Any, **named: Any) -> Any:
        _comes("before file")
        done = inner(*arguments, **named)
        _comes("after file")
        return done

    setattr(os, name, does)


def main() -> None:
    sqlite.one_by_one = _around_commits(sqlite.one_by_one)  # type: ignore[attr-defined]
    _around_sends(http.Straight)
    _around_sends(in_process.InHouse)
    for name in ("replace", "rename", "link", "unlink"):
        _around_files(name)
    try:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    finally:
        if to := os.environ.get("DIES_COUNT"):
            Path(to).write_text(json.dumps(_seen))


if __name__ == "__main__":
    main()
