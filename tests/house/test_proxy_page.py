"""docs/proxy.md: its settings load, and what it says to Caddy and nginx fits what the program needs."""

import re
from pathlib import Path

from bot.config import DEFAULTS, load
from bot.gateway.phone.events import HEARTBEAT
from bot.gateway.phone.limits import MEGABYTE, Limits
from bot.server import connections
from bot.web import health
from tests import ROOT

PAGE = (ROOT / "docs" / "proxy.md").read_text(encoding="utf-8")
SETTINGS, CADDY, NGINX = re.findall(r"^```\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_settings_are_settings_and_load(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(SETTINGS, encoding="utf-8")
    settings = load({}, tmp_path / ".env")
    assert settings.trusted_proxies == ("127.0.0.1/32",)
    assert settings.web_url.startswith("https://")
    for name in re.findall(r"\b(?:WEB|TELEGRAM|METRICS|TRUSTED)_[A-Z_]+", PAGE):
        assert name in DEFAULTS, name


def test_both_proxies_call_where_the_program_listens_and_serve_the_same_name() -> None:
    where = "{WEB_HOST}:{WEB_PORT}".format(**DEFAULTS)
    assert f"reverse_proxy {where}" in CADDY
    assert f"proxy_pass http://{where};" in NGINX
    name = re.search(r"WEB_URL=https://(\S+)", SETTINGS)
    assert name
    assert CADDY.startswith(name[1] + " {")
    assert f"server_name {name[1]};" in NGINX


def test_both_let_through_what_the_program_takes() -> None:
    most = Limits().body_bytes
    assert f"max_size {most // MEGABYTE}MB" in CADDY
    assert f"client_max_body_size {most // MEGABYTE}m;" in NGINX


def test_nginx_says_for_whom_it_asks_and_does_not_hold_streams_back() -> None:
    for line in ("Host $http_host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", 'Connection ""'):
        assert f"proxy_set_header {line};" in NGINX
    assert "proxy_buffering off;" in NGINX
    hours = re.search(r"proxy_read_timeout (\d+)h;", NGINX)
    assert hours
    assert int(hours[1]) * 3600 > 2 * HEARTBEAT


def test_the_limits_on_the_page_are_those_of_the_program() -> None:
    for said in (
        f"| {connections.MOST}, or what",
        f"less {connections.OTHER_FILES}), but {connections.LEAST} in any case |",
        f"| {connections.MOST_FROM_ONE}, and a quarter",
        f"fewer than {connections.A_FEW} |",
        f"| a request's head | {connections.SECONDS:.0f} seconds |",
        f"| {connections.PROGRESS // 1024} kB more every {connections.SECONDS:.0f} seconds |",
        f"| event streams from one address | {Limits().streams_from_one} |",
        f"at most {health.HEALTH_SECONDS:.0f} seconds old",
    ):
        assert said in PAGE, said
