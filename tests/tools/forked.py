"""Commands of the program in processes of their own that need not import it: forked from one that has.

Eight tenths of a short command are imports. Starts are looked at where the program is started anew: whenever a bot
keeps running in tests/operating/test_commands.py, from the wheel in tests/operating/test_installing.py, for every
town of tests/running.
"""

import asyncio
import atexit
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.bench.programs import ROOT

_ONE_AT_A_TIME = threading.Lock()


async def run(
    folder: Path, arguments: tuple[str, ...], environment: Mapping[str, str], within: int
) -> tuple[int, str]:
    """Status and words of `python -m bot ARGUMENTS`; TimeoutError when it takes longer than so many seconds."""
    asked = {
        "folder": str(folder), "arguments": arguments, "environment": dict(environment), "within": within
    }  # fmt: skip
    status, words = await asyncio.to_thread(_ask, asked)
    if status == -signal.SIGALRM:
        raise TimeoutError(f"{arguments} not within {within} s:\n{words}")
    return status, words


def _ask(asked: dict[str, object]) -> tuple[int, str]:
    reader, writer = os.pipe()
    with _ONE_AT_A_TIME, os.fdopen(reader, encoding="utf-8") as words:
        try:
            server = _server()
            print(json.dumps(asked | {"output": f"/proc/{os.getpid()}/fd/{writer}"}), file=server.stdin, flush=True)
            assert server.stdout is not None
            assert server.stdout.readline() == "begun\n"
        finally:
            os.close(writer)
        said = words.read()
        return int(server.stdout.readline()), said


@cache
def _server() -> "subprocess.Popen[str]":
    """One for all tests of this process; it ends when its input does."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.tools.forked"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    atexit.register(server.communicate)
    return server


def _serve() -> None:
    importlib.import_module("bot.__main__")
    del sys.modules["bot.__main__"]  # each child has one of its own
    assert threading.active_count() == 1, "only whoever is alone may fork"
    for line in sys.stdin:
        asked = json.loads(line)
        output = os.open(asked["output"], os.O_WRONLY)
        child = os.fork()
        if child == 0:
            _become(asked, output)
            runpy.run_module("bot", run_name="__main__", alter_sys=True)
        os.close(output)
        print("begun", flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _become(asked: dict[str, str], output: int) -> None:
    """What a shell would have given it: a folder, words, an environment, and nothing to read."""
    signal.alarm(int(asked["within"]))
    for stream, source in ((0, os.open(os.devnull, os.O_RDONLY)), (1, output), (2, output)):
        os.dup2(source, stream)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    if os.environ.get("PYTHONWARNINGS") == "error":
        warnings.simplefilter("error")
    sys.argv = ["bot", *asked["arguments"]]


if __name__ == "__main__":
    _serve()
