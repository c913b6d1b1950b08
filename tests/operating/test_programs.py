"""Work that was begun and thrown away fails a test, in this process and in every other that a test starts."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.programs import ROOT, check_words

THROWS_AWAY = "async def chore(): ...\ndef test_it():\n    chore()\n"
IN_A_THREAD = "import threading\ndef test_there():\n    one = threading.Thread(target=lambda: chore())\n"


def test_what_another_process_throws_away_fails_the_test_that_started_it() -> None:
    program = [sys.executable, "-c", f"{THROWS_AWAY}test_it()"]
    done = subprocess.run(program, check=True, capture_output=True, text=True)
    with pytest.raises(AssertionError, match="'chore' was never awaited"):
        check_words(done.stderr)
    check_words("all is well")


def test_what_a_test_throws_away_fails_it_also_from_a_thread(tmp_path: Path) -> None:
    file = tmp_path / "test_thrown_away.py"
    file.write_text(f"{THROWS_AWAY}{IN_A_THREAD}    one.start()\n    one.join()\n")
    options = ["-q", "-n", "0", "-c", ROOT / "pyproject.toml", f"--rootdir={tmp_path}"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, file], cwd=tmp_path, check=False, capture_output=True
    )
    assert b"2 failed" in done.stdout, done.stdout.decode()
