"""Settings from the environment and .env; reports everything that is wrong at once."""

import ipaddress
import re
import zoneinfo
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

LANGUAGES = ("zh", "ug", "en")
KEY_BYTES = 32
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("text", "json")
LONGEST_DRAIN = 60  # seconds
# https://core.telegram.org/bots/api#authorizing-your-bot and #setwebhook
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
BUCKET = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?((?:[A-Za-z0-9_-]+/?)*)")
# https://github.com/C2SP/C2SP/blob/main/age.md#recipient-type-x25519: Bech32, which is why some letters are missing
RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
SHORTEST_WORD = 16  # letters that nobody guesses

DEFAULTS = {
    "TELEGRAM_TOKEN": "",
    "TELEGRAM_API_URL": "https://api.telegram.org",
    "TELEGRAM_WEBHOOK_URL": "",
    "TELEGRAM_WEBHOOK_SECRET": "",
    "WEB_HOST": "127.0.0.1",
    "WEB_PORT": "8080",
    "WEB_URL": "",
    "TRUSTED_PROXIES": "",
    "METRICS_TOKEN": "",
    "DATA_DIR": "./data",
    "DATABASE_URL": "",
    "MEDIA_URL": "",
    "AWS_ENDPOINT_URL": "",
    "AWS_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "",
    "AWS_SECRET_ACCESS_KEY": "",
    "DATABASE_SESSION_URL": "",
    "DATABASE_CONNECTIONS": "10",
    "PLACE_NAME": "Nestbox",
    "PLACE_TIMEZONE": "Asia/Urumqi",
    "PLACE_LANGUAGES": "zh,ug,en",
    "LOG_LEVEL": "INFO",
    "LOG_FORMAT": "text",
    "RELAY_KEY": "",
    "RELAY_ALLOW": "",
    "RELAY_CA": "",
    "OPEN311_URL": "",
    "OPEN311_JURISDICTION": "",
    "OPEN311_KEY": "",
    "OPEN311_EMAIL": "",
    "TRANSLATE_URL": "",
    "TRANSLATE_KEY": "",
    "TRANSLATE_MODEL": "",
    "TRANSLATE_PAIRS": "",
    "TRANSLATE_A_DAY": "200",
    "BACKUP_DIR": "backups",
    "BACKUP_COPY_DIR": "",
    "BACKUP_COPY_URL": "",
    "BACKUP_RECIPIENT": "",
    "DRAIN_SECONDS": "0",
    "CLOCK_FILE": "",
    "DISK_RESERVE": "500",
}


Check = Callable[[Mapping[str, str]], str | None]


class BadSettings(Exception):
    """`sentences` says of each wrong setting what is wrong and what to do."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Bucket:
    """Where files lie in a storage that speaks S3. No endpoint: at Amazon. `prefix` is a folder in it, or empty."""

    name: str
    prefix: str
    endpoint: str
    region: str
    key: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Settings:
    telegram_token: str
    telegram_api_url: str
    telegram_webhook_url: str
    telegram_webhook_secret: str
    web_host: str
    web_port: int
    web_url: str
    data_dir: Path
    database_url: str
    place_name: str
    place_timezone: str
    place_languages: tuple[str, ...]
    log_level: str
    # Where pictures and files lie; None: in the data folder.
    bucket: Bucket | None = None
    # The first seals, all of them open.
    relay_keys: tuple[str, ...] = ()
    # Names and ports inside the operator's own network.
    relay_allow: frozenset[tuple[str, int]] = frozenset()
    relay_ca: Path | None = None
    # None: no backup makes itself.
    backup_dir: Path | None = None
    # The second place, where copies lie encrypted to these public keys of age: one of both, or none.
    backup_copy_dir: Path | None = None
    backup_copy_bucket: Bucket | None = None
    backup_recipients: tuple[str, ...] = ()
    # None: the true time.
    clock_file: Path | None = None
    # Bytes of free space, below which only words are taken.
    disk_reserve: int = 500 << 20
    # Addresses and networks, in their usual form.
    trusted_proxies: tuple[str, ...] = ()
    metrics_token: str = ""
    log_format: str = "text"
    # Seconds between /readyz saying no and the last update taken.
    drain_seconds: int = 0
    # Where ideas can be handed over to the city; empty: nowhere. The key stays here and in no database.
    open311_url: str = ""
    open311_jurisdiction: str = ""
    open311_key: str = field(default="", repr=False)
    open311_email: str = ""
    # A machine that may translate; empty: none. Pairs are what it is good at: from, into.
    translate_url: str = ""
    translate_key: str = field(default="", repr=False)
    translate_model: str = ""
    translate_pairs: tuple[tuple[str, str], ...] = ()
    translate_a_day: int = 200
    # Past a pooler, to the server itself; empty: there is none.
    database_session_url: str = ""
    database_connections: int = 10


def load(environment: Mapping[str, str], env_file: Path) -> Settings:
    """The environment goes before the file. Raises BadSettings with every complaint."""
    complaints: list[str] = []
    written = read_env_file(env_file, complaints)
    values = DEFAULTS | written | {name: environment[name] for name in DEFAULTS if name in environment}
    values = {name: value.strip() for name, value in values.items()}
    complaints += [sentence for check in CHECKS if (sentence := check(values))]
    if complaints:
        raise BadSettings(complaints)
    return _settings(values)


def read_env_file(path: Path, complaints: list[str]) -> dict[str, str]:
    """`NAME=value` lines; `#` starts a comment line; quotes around a value are taken off."""
    if not path.exists():
        return {}
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, equals, value = line.partition("=")
        name = name.strip().removeprefix("export ").strip()
        if not equals:
            complaints.append(f"{path.name}, line {number}: write NAME=value.")
        elif name not in DEFAULTS:
            complaints.append(f"{path.name}, line {number}: there is no setting called {name}.")
        else:
            found[name] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _check_token(values: Mapping[str, str]) -> str | None:
    if values["TELEGRAM_TOKEN"] and not TOKEN.fullmatch(values["TELEGRAM_TOKEN"]):
        return "TELEGRAM_TOKEN does not look like a token from @BotFather (123456789:ABC…); leave it empty for none."
    return None


def _check_url(name: str, https: bool = False) -> Check:
    def check(values: Mapping[str, str]) -> str | None:
        value = values[name]
        if not value:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return f"{name} must be an address that starts with https:// or http://."
        local = parts.hostname in ("127.0.0.1", "localhost", "::1")
        if https and parts.scheme != "https" and not (local or values["TELEGRAM_API_URL"] != DEFAULT_API):
            return f"{name} must start with https://: Telegram calls no other address."
        return None

    return check


def _check_webhook_secret(values: Mapping[str, str]) -> str | None:
    secret = values["TELEGRAM_WEBHOOK_SECRET"]
    if values["TELEGRAM_WEBHOOK_URL"] and not secret:
        return "TELEGRAM_WEBHOOK_URL needs a TELEGRAM_WEBHOOK_SECRET too: make one up, 1 to 256 of A-Z a-z 0-9 _ -."
    if secret and not SECRET.fullmatch(secret):
        return "TELEGRAM_WEBHOOK_SECRET may only have 1 to 256 of A-Z a-z 0-9 _ -."
    return None


def _check_port(values: Mapping[str, str]) -> str | None:
    port = values["WEB_PORT"]
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        return "WEB_PORT must be a number from 1 to 65535."
    return None


def _check_host(values: Mapping[str, str]) -> str | None:
    return None if values["WEB_HOST"] else "WEB_HOST is empty: 127.0.0.1 for this machine only, 0.0.0.0 for everyone."


def _check_proxies(values: Mapping[str, str]) -> str | None:
    for proxy in _listed(values["TRUSTED_PROXIES"]):
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError:
            return "TRUSTED_PROXIES must be addresses such as 127.0.0.1 or 10.0.0.0/24, with commas between."
    return None


def _check_metrics_token(values: Mapping[str, str]) -> str | None:
    token = values["METRICS_TOKEN"]
    if token and (len(token) < SHORTEST_WORD or not SECRET.fullmatch(token)):
        return "METRICS_TOKEN must have 16 to 256 of A-Z a-z 0-9 _ -, or be empty for this machine only."
    return None


def _check_database(values: Mapping[str, str]) -> str | None:
    url = values["DATABASE_URL"]
    if url and not url.startswith(("sqlite:///", "postgresql://", "postgres://")):
        return "DATABASE_URL must start with postgresql:// or sqlite:///, or be empty for a file in DATA_DIR."
    if url.startswith("postgres") and find_spec("asyncpg") is None:
        return "DATABASE_URL leads to PostgreSQL, which needs an extra: pip install '.[postgres]' in the clone."
    return None


def _check_session(values: Mapping[str, str]) -> str | None:
    url, beside = values["DATABASE_SESSION_URL"], values["DATABASE_URL"].startswith("postgres")
    if url and not (beside and url.startswith(("postgresql://", "postgres://"))):
        return "DATABASE_SESSION_URL is the server's own address beside a DATABASE_URL through PgBouncer."
    return None


def _check_connections(values: Mapping[str, str]) -> str | None:
    number = values["DATABASE_CONNECTIONS"]
    if not (number.isascii() and number.isdigit() and 2 <= int(number) <= 1000):
        return "DATABASE_CONNECTIONS must be a number from 2 to 1000."
    return None


def _check_data_dir(values: Mapping[str, str]) -> str | None:
    folder = Path(values["DATA_DIR"] or ".")
    return f"DATA_DIR is a file, not a folder: {folder}." if folder.is_file() else None


def _check_bucket(name: str, otherwise: str) -> Check:
    def check(values: Mapping[str, str]) -> str | None:
        if not values[name]:
            return None
        if not BUCKET.fullmatch(values[name]):
            return f"{name} must be s3://bucket or s3://bucket/folder, or be empty for {otherwise}."
        if find_spec("obstore") is None:
            return f"{name} leads to a bucket, which needs an extra: pip install '.[s3]' in the clone."
        missing = [key for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY") if not values[key]]
        return f"{name} needs {' and '.join(missing)}: the key that the bucket's host gave you." if missing else None

    return check


def _check_place_name(values: Mapping[str, str]) -> str | None:
    return None if 0 < len(values["PLACE_NAME"]) <= 80 else "PLACE_NAME must have 1 to 80 letters."


def _check_timezone(values: Mapping[str, str]) -> str | None:
    try:
        zoneinfo.ZoneInfo(values["PLACE_TIMEZONE"])
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return "PLACE_TIMEZONE must be a name such as Asia/Urumqi or Europe/Berlin."
    return None


def _check_languages(values: Mapping[str, str]) -> str | None:
    chosen = _listed(values["PLACE_LANGUAGES"])
    if not chosen or any(language not in LANGUAGES for language in chosen):
        return f"PLACE_LANGUAGES must be one or more of {', '.join(LANGUAGES)}, with commas between."
    return None


def _check_log_level(values: Mapping[str, str]) -> str | None:
    if values["LOG_LEVEL"].upper() not in LOG_LEVELS:
        return f"LOG_LEVEL must be one of {', '.join(LOG_LEVELS)}."
    return None


def _check_log_format(values: Mapping[str, str]) -> str | None:
    if values["LOG_FORMAT"].lower() not in LOG_FORMATS:
        return f"LOG_FORMAT must be one of {', '.join(LOG_FORMATS)}."
    return None


def _check_drain(values: Mapping[str, str]) -> str | None:
    seconds = values["DRAIN_SECONDS"]
    if not (seconds.isascii() and seconds.isdigit() and int(seconds) <= LONGEST_DRAIN):
        return f"DRAIN_SECONDS must be a number from 0 to {LONGEST_DRAIN}."
    return None


def _check_copies(values: Mapping[str, str]) -> str | None:
    """Whoever keeps them elsewhere trusts that place less than this machine."""
    recipients = _listed(values["BACKUP_RECIPIENT"])
    if any(not RECIPIENT.fullmatch(one) for one in recipients):
        return "BACKUP_RECIPIENT must be a public key of age (age1…), or several with commas: `backup-key` makes one."
    named = [name for name in ("BACKUP_COPY_DIR", "BACKUP_COPY_URL") if values[name]]
    if len(named) > 1:
        return "BACKUP_COPY_DIR and BACKUP_COPY_URL are both there: leave one of them empty."
    if named and not recipients:
        return f"{named[0]} needs a BACKUP_RECIPIENT, since copies there are encrypted: `backup-key` makes one."
    if named and not values["BACKUP_DIR"]:
        return f"{named[0]} needs a BACKUP_DIR: what is copied is the backup made there."
    return None


def _check_reserve(values: Mapping[str, str]) -> str | None:
    reserve = values["DISK_RESERVE"]
    if not (reserve.isascii() and reserve.isdigit() and len(reserve) < 10):
        return "DISK_RESERVE must be a number of megabytes, such as 500."
    return None


def _is_key(words: str) -> bool:
    """As https://github.com/fernet/spec/blob/master/Spec.md wants one; looked at without loading the library."""
    try:
        return len(urlsafe_b64decode(words)) == KEY_BYTES
    except ValueError:
        return False


def _check_relay_key(values: Mapping[str, str]) -> str | None:
    for key in _listed(values["RELAY_KEY"]):
        if not _is_key(key):
            return "RELAY_KEY must be one key that .env.example says how to make, or several with commas between."
    return None


def _check_relay_allow(values: Mapping[str, str]) -> str | None:
    for one in _listed(values["RELAY_ALLOW"]):
        host, port = _endpoint(one)
        if not re.fullmatch(r"[A-Za-z0-9.:-]+", host) or not 1 <= port <= 65535:
            return f"RELAY_ALLOW must be names with ports, such as matrix.lan:8448, with commas between; not {one}."
    return None


def _check_relay_ca(values: Mapping[str, str]) -> str | None:
    path = values["RELAY_CA"]
    return f"RELAY_CA: there is no file {path}." if path and not Path(path).is_file() else None


def _check_open311(values: Mapping[str, str]) -> str | None:
    """Reports and the key travel sealed or not at all."""
    url = values["OPEN311_URL"]
    parts = urlsplit(url)
    plain = not (parts.query or parts.fragment or "@" in parts.netloc)
    if url and not (parts.scheme == "https" and parts.hostname and plain):
        return "OPEN311_URL must be the address of the endpoint, such as https://311.city.example/open311/v2."
    if not url and values["OPEN311_KEY"]:
        return "OPEN311_KEY is there, but no OPEN311_URL that it opens."
    return None


def _check_translate(values: Mapping[str, str]) -> str | None:
    """People's words travel sealed, or stay on this machine."""
    url = values["TRANSLATE_URL"]
    parts = urlsplit(url)
    here = parts.hostname in ("127.0.0.1", "localhost", "::1")
    plain = not (parts.query or parts.fragment or "@" in parts.netloc) and _has_port(url)
    if not url:
        left = [name for name in ("TRANSLATE_KEY", "TRANSLATE_MODEL", "TRANSLATE_PAIRS") if values[name]]
        return f"{left[0]} is there, but no TRANSLATE_URL that it belongs to." if left else None
    if not (parts.scheme == "https" or (parts.scheme == "http" and here)) or not parts.hostname or not plain:
        return "TRANSLATE_URL must be the address of the machine, such as https://translate.example/v1."
    if not values["TRANSLATE_MODEL"]:
        return "TRANSLATE_URL needs a TRANSLATE_MODEL: the name of the model, as its host calls it."
    return None


def _has_port(url: str) -> bool:
    """Whether what stands for its port is one, or nothing does."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _check_translate_pairs(values: Mapping[str, str]) -> str | None:
    pairs = _pairs(values["TRANSLATE_PAIRS"])
    if values["TRANSLATE_URL"] and not pairs:
        return "TRANSLATE_URL needs TRANSLATE_PAIRS: what the model was made for, such as zh-en,en-zh."
    if any(set(pair) - set(LANGUAGES) or pair[0] == pair[1] for pair in pairs):
        return f"TRANSLATE_PAIRS must be pairs of {', '.join(LANGUAGES)}, such as zh-en,en-zh."
    return None


def _check_translate_a_day(values: Mapping[str, str]) -> str | None:
    number = values["TRANSLATE_A_DAY"]
    if not (number.isascii() and number.isdigit() and len(number) < 7):
        return "TRANSLATE_A_DAY must be a number, such as 200."
    return None


def _pairs(value: str) -> tuple[tuple[str, str], ...]:
    return tuple((before, after) for before, _, after in (one.partition("-") for one in _listed(value)))


def _endpoint(words: str) -> tuple[str, int]:
    """The port is 0 when there is none."""
    host, _, port = words.rpartition(":")
    return host.strip("[]").lower(), int(port) if port.isascii() and port.isdigit() else 0


def _listed(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


DEFAULT_API = DEFAULTS["TELEGRAM_API_URL"]


def _bucket(values: Mapping[str, str], name: str) -> Bucket | None:
    found = BUCKET.fullmatch(values[name])
    if found is None:
        return None
    return Bucket(
        found[1],
        found[2].strip("/"),
        values["AWS_ENDPOINT_URL"].rstrip("/"),
        values["AWS_REGION"],
        values["AWS_ACCESS_KEY_ID"],
        values["AWS_SECRET_ACCESS_KEY"],
    )


def _settings(values: Mapping[str, str]) -> Settings:
    data_dir = Path(values["DATA_DIR"])
    host = values["WEB_HOST"]
    port = int(values["WEB_PORT"])
    seen_host = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 compared, not bound
    return Settings(
        telegram_token=values["TELEGRAM_TOKEN"],
        telegram_api_url=(values["TELEGRAM_API_URL"] or DEFAULT_API).rstrip("/"),
        telegram_webhook_url=values["TELEGRAM_WEBHOOK_URL"],
        telegram_webhook_secret=values["TELEGRAM_WEBHOOK_SECRET"],
        web_host=host,
        web_port=port,
        web_url=values["WEB_URL"].rstrip("/") or f"http://{seen_host}:{port}",
        data_dir=data_dir,
        database_url=values["DATABASE_URL"] or f"sqlite:///{(data_dir / 'nestbox.db').absolute()}",
        database_session_url=values["DATABASE_SESSION_URL"],
        database_connections=int(values["DATABASE_CONNECTIONS"]),
        place_name=values["PLACE_NAME"],
        place_timezone=values["PLACE_TIMEZONE"],
        place_languages=_listed(values["PLACE_LANGUAGES"]),
        log_level=values["LOG_LEVEL"].upper(),
        bucket=_bucket(values, "MEDIA_URL"),
        relay_keys=_listed(values["RELAY_KEY"]),
        relay_allow=frozenset(_endpoint(one) for one in _listed(values["RELAY_ALLOW"])),
        relay_ca=Path(values["RELAY_CA"]) if values["RELAY_CA"] else None,
        backup_dir=data_dir / values["BACKUP_DIR"] if values["BACKUP_DIR"] else None,
        backup_copy_dir=data_dir / values["BACKUP_COPY_DIR"] if values["BACKUP_COPY_DIR"] else None,
        backup_copy_bucket=_bucket(values, "BACKUP_COPY_URL"),
        backup_recipients=_listed(values["BACKUP_RECIPIENT"]),
        log_format=values["LOG_FORMAT"].lower(),
        drain_seconds=int(values["DRAIN_SECONDS"]),
        clock_file=Path(values["CLOCK_FILE"]) if values["CLOCK_FILE"] else None,
        disk_reserve=int(values["DISK_RESERVE"]) << 20,
        trusted_proxies=tuple(
            str(ipaddress.ip_network(proxy, strict=False)) for proxy in _listed(values["TRUSTED_PROXIES"])
        ),
        metrics_token=values["METRICS_TOKEN"],
        open311_url=values["OPEN311_URL"].rstrip("/"),
        open311_jurisdiction=values["OPEN311_JURISDICTION"],
        open311_key=values["OPEN311_KEY"],
        open311_email=values["OPEN311_EMAIL"],
        translate_url=values["TRANSLATE_URL"].rstrip("/"),
        translate_key=values["TRANSLATE_KEY"],
        translate_model=values["TRANSLATE_MODEL"],
        translate_pairs=_pairs(values["TRANSLATE_PAIRS"]),
        translate_a_day=int(values["TRANSLATE_A_DAY"]),
    )


CHECKS = (
    _check_token,
    _check_url("TELEGRAM_API_URL"),
    _check_url("TELEGRAM_WEBHOOK_URL", https=True),
    _check_webhook_secret,
    _check_host,
    _check_port,
    _check_url("WEB_URL"),
    _check_proxies,
    _check_metrics_token,
    _check_data_dir,
    _check_database,
    _check_bucket("MEDIA_URL", "DATA_DIR"),
    _check_bucket("BACKUP_COPY_URL", "none"),
    _check_url("AWS_ENDPOINT_URL"),
    _check_session,
    _check_connections,
    _check_place_name,
    _check_timezone,
    _check_languages,
    _check_log_level,
    _check_log_format,
    _check_drain,
    _check_copies,
    _check_relay_key,
    _check_reserve,
    _check_relay_allow,
    _check_relay_ca,
    _check_open311,
    _check_translate,
    _check_translate_pairs,
    _check_translate_a_day,
)
