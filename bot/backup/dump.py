"""PostgreSQL's own programs: `pg_dump` writes a town into a file, `pg_restore` and `psql` put it back as one.

They are called without a shell, and the password goes by a file of ours: a command line is everybody's to read.
"""

import contextlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

DUMP = "nestbox.dump"
TOOLS = ("pg_dump", "pg_restore", "psql")
INSTALL = "install PostgreSQL's programs of your server's version (on Debian: apt install postgresql-client)"
COPY = re.compile(r"COPY (?:(\w+)\.)?\"?(\w+)\"? \(")
END = "\\."
LONGEST_WORDS = 300  # of what a program says when it fails
# What was there goes in the same transaction: --clean knows only what is in the dump, and a newer version has more.
EMPTY = """\
SET lock_timeout = '10s';
SET client_min_messages = warning;
DO $$ DECLARE one record; BEGIN
FOR one IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tableowner = current_user
LOOP EXECUTE 'DROP TABLE IF EXISTS ' || one.name || ' CASCADE'; END LOOP;
FOR one IN SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
    WHERE schemaname = current_schema() AND sequenceowner = current_user
LOOP EXECUTE 'DROP SEQUENCE IF EXISTS ' || one.name || ' CASCADE'; END LOOP;
FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
    AND p.prokind = 'f' AND pg_get_userbyid(p.proowner) = current_user
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
LOOP EXECUTE 'DROP FUNCTION ' || one.name || ' CASCADE'; END LOOP;
END $$;
"""


class ToolFailed(OSError):
    """A program is missing, or said no; its words are safe to show."""


@dataclass
class Found:
    """What is in a dump. `counts` are rows by table."""

    schema: str = "public"
    version: int = 0
    counts: dict[str, int] = field(default_factory=dict)


def missing() -> list[str]:
    return [name for name in TOOLS if shutil.which(name) is None]


def version() -> int:
    """Of pg_dump, the number before its point. Blocks. Raises ToolFailed."""
    done = subprocess.run([_path("pg_dump"), "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    match = re.search(r"(\d+)(?:\.|beta|rc|devel)", done.stdout)
    if match is None:
        raise ToolFailed(f"pg_dump does not say its version: {_last_words(done.stderr)}")
    return int(match[1])


def write(url: str, target: Path) -> None:
    """All of it at one moment, however much is written meanwhile. Blocks. Raises ToolFailed."""
    options = ["--format=custom", "--no-owner", "--no-privileges", "--lock-wait-timeout=60s"]
    target.touch(mode=0o600)
    with address(url) as server:
        _run(["pg_dump", *options, f"--file={target}", f"--dbname={server}"])


def read(dump: Path) -> Found:
    """Reads every row of it, as whoever wants to put it back must. Blocks. Raises ToolFailed."""
    found = Found()
    with _reading(dump, "--data-only") as lines:
        for schema, table, row in _rows(lines):
            found.schema = schema
            found.counts.setdefault(table, 0)
            if row is not None:
                found.counts[table] += 1
                if table == "schema_migrations":
                    found.version = max(found.version, int(row.partition("\t")[0]))
    if not found.counts:
        raise ToolFailed(f"there are no tables in {dump.name}")
    return found


def put_back(url: str, dump: Path, schema: str, more: Iterable[str]) -> list[str]:
    """In the place of what is there, whole or not at all. `more` is SQL at the end of the same transaction, and what
    it selects is returned. Blocks. Raises ToolFailed."""
    command = [_path("psql"), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
    with address(url) as server, tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complaint:
        process = subprocess.Popen(  # noqa: S603 our own words, and an address that is data
            [*command, f"--dbname={server}"],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=complaint,
            text=True,
            encoding="utf-8",
        )
        try:
            _tell(process, _script(dump, schema, more))
        finally:
            process.kill()  # when we broke off; there was no COMMIT then
            process.wait()
        said.seek(0)
        complaint.seek(0)
        if process.returncode:
            raise ToolFailed(f"psql: {_last_words(complaint.read())}")
        return said.read().splitlines()


# --- inside


def _tell(process: subprocess.Popen[str], script: Iterator[str]) -> None:
    assert process.stdin is not None  # noqa: S101 asked for above
    try:
        with contextlib.suppress(BrokenPipeError):  # it has said why, and ended
            for line in script:
                process.stdin.write(line)
    finally:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
    process.wait()


def _script(dump: Path, schema: str, more: Iterable[str]) -> Iterator[str]:
    """Line by line, however large the town. Without its last line nothing of it has happened."""
    yield f"BEGIN;\n{EMPTY}"
    with _reading(dump) as lines:
        yield from lines
    yield f"\nSELECT set_config('search_path', '{schema}', false);\n"
    yield from more
    yield "COMMIT;\n"


class _reading:
    """The lines of a dump as SQL. A program that failed is noticed at the end, when all it said was read."""

    def __init__(self, dump: Path, *options: str) -> None:
        self._command = [_path("pg_restore"), "--no-owner", "--no-privileges", "--file=-", *options, str(dump)]

    def __enter__(self) -> Iterator[str]:
        self._process = subprocess.Popen(  # noqa: S603 our own words, and a path of ours
            self._command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self._process.stdout is not None  # noqa: S101 asked for above
        return iter(self._process.stdout)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is not None:
            self._process.kill()
        _, complaint = self._process.communicate()
        if kind is None and self._process.returncode:
            raise ToolFailed(f"pg_restore: {_last_words(complaint)}")


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, str, str | None]]:
    """Schema, table, and one row after the other; None once for each table, also for an empty one."""
    table: tuple[str, str] | None = None
    for line in lines:
        if table is None:
            match = COPY.match(line)
            if match:
                table = (match[1] or "public", match[2])
                yield (*table, None)
        elif line.rstrip("\n") == END:
            table = None
        else:
            yield (*table, line)


@contextlib.contextmanager
def address(url: str) -> Iterator[str]:
    """The same server, with the password in a file only we can read, as long as this is open:
    https://www.postgresql.org/docs/current/libpq-pgpass.html"""
    parts = urlsplit(url)
    if parts.password is None:
        yield url
        return
    user, host = parts.netloc.rpartition("@")[::2]
    with tempfile.NamedTemporaryFile("w", prefix="nestbox-", encoding="utf-8") as file:  # 0600
        password = unquote(parts.password).replace("\\", "\\\\").replace(":", "\\:")
        file.write(f"*:*:*:*:{password}\n")
        file.flush()
        query = "&".join(part for part in (parts.query, f"passfile={quote(file.name)}") if part)
        yield urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}@{host}", query=query))


def _run(command: list[str]) -> None:
    done = subprocess.run(  # noqa: S603 our own words, and an address that is data
        [_path(command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ToolFailed(f"{command[0]}: {_last_words(done.stderr)}")


def _path(tool: str) -> str:
    found = shutil.which(tool)
    if found is None:
        raise ToolFailed(f"{tool} is not here: {INSTALL}")
    return found


def _last_words(complaint: str) -> str:
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    words = " ".join(lines)[:LONGEST_WORDS]
    return f"{words}: {INSTALL}" if "version mismatch" in words else words
