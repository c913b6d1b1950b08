"""A PgBouncer in transaction mode before the tests' PostgreSQL; a test that asks for it is skipped without one."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.bench.programs import free_port

CONFIGURATION = """
[databases]
* = host={host} port={port} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listen}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
server_reset_query =
"""


@contextmanager
def bouncer(folder: Path, url: str) -> Iterator[str]:
    """The address of the same database, through it."""
    program = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip("PgBouncer is not installed here")
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    host = asked.get("host", [parts.hostname or "127.0.0.1"])[0]
    port = parts.port or int(asked.get("port", ["5432"])[0])
    listen = free_port()
    file = folder / "pgbouncer.ini"
    file.write_text(CONFIGURATION.format(host=host, port=port, listen=listen))
    command = [program, "-q", str(file)]
    if os.getuid() == 0:  # it refuses to be root; the server's own user reaches the socket
        file.chmod(0o644)
        for above in (folder, *folder.parents[:2]):
            above.chmod(above.stat().st_mode | 0o055)
        command[1:1] = ["-u", pwd.getpwuid(Path(host).stat().st_uid).pw_name]
    with (folder / "pgbouncer.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        yield f"postgresql://postgres@127.0.0.1:{listen}{parts.path}"
    finally:
        process.terminate()
        process.wait(10)
