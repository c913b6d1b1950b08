"""A strict reader of RFC 5545 files that shares nothing with the library that writes ours: it only complains."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

# https://www.rfc-editor.org/rfc/rfc5545#section-3.1
LINE = re.compile(
    r"(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:\"[^\"\x00-\x08\x0a-\x1f]*\"|[^\";:,]*))*):(?P<value>.*)"
)
ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")  # section 3.3.11
TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "TZNAME")
ONCE = {
    "VCALENDAR": {"PRODID", "VERSION", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL"},
    "VEVENT": {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"),
        *("LOCATION", "SEQUENCE", "STATUS", "LAST-MODIFIED"),
    },
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}
MUST = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}
STATUSES = ("TENTATIVE", "CONFIRMED", "CANCELLED")


def complaints(content: bytes) -> list[str]:
    """Empty for a good file."""
    found = list(_about_lines(content))
    lines = content.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]
    parts: list[tuple[str, list[tuple[str, str, str]]]] = []
    done: list[tuple[str, list[tuple[str, str, str]]]] = []
    for line in lines:
        read = LINE.fullmatch(line)
        if read is None:
            found.append(f"not a content line: {line[:60]!r}")
            continue
        name, params, value = read["name"], read["params"], read["value"]
        if name == "BEGIN":
            parts.append((value, []))
        elif name == "END":
            if not parts or parts[-1][0] != value:
                found.append(f"END:{value} closes nothing")
            else:
                done.append(parts.pop())
        elif not parts:
            found.append(f"{name} is outside of everything")
        else:
            parts[-1][1].append((name, params, value))
    found += [f"{kind} is never closed" for kind, _ in parts]
    if not done or done[-1][0] != "VCALENDAR":
        found.append("no VCALENDAR around it")
    zones = {value for kind, said in done if kind == "VTIMEZONE" for name, _, value in said if name == "TZID"}
    for kind, said in done:
        found += _about_part(kind, said, zones)
    uids = [value for kind, said in done if kind == "VEVENT" for name, _, value in said if name == "UID"]
    if len(set(uids)) != len(uids):
        found.append("two events share a UID")
    return found


def _about_lines(content: bytes) -> list[str]:
    found = []
    if not content.endswith(b"\r\n"):
        found.append("the last line is not ended")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        found.append("a line ends with something else than CRLF")
    for line in content.split(b"\r\n"):
        if len(line) > 75:
            found.append(f"{len(line)} octets in a line")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append("a character is torn apart by folding")
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content):
        found.append("a control character")
    return found


def _about_part(kind: str, said: list[tuple[str, str, str]], zones: set[str]) -> list[str]:
    names = [name for name, _, _ in said]
    found = [f"{kind} without {name}" for name in MUST.get(kind, set()) - set(names)]
    found += [f"{kind} says {name} twice" for name in ONCE.get(kind, set()) if names.count(name) > 1]
    for name, params, value in said:
        if name in TEXTS and not ESCAPED.fullmatch(value):
            found.append(f"{name} is not escaped: {value[:60]!r}")
        if name in ("DTSTAMP", "LAST-MODIFIED") and not re.fullmatch(r"\d{8}T\d{6}Z", value):
            found.append(f"{name} is not in UTC: {value}")
        if name in ("DTSTART", "DTEND") and kind == "VEVENT":
            found += _about_time(name, params, value, zones)
        if name == "STATUS" and value not in STATUSES:
            found.append(f"STATUS:{value}")
        if name == "SEQUENCE" and not value.isdecimal():
            found.append(f"SEQUENCE:{value}")
        if name == "VERSION" and value != "2.0":
            found.append(f"VERSION:{value}")
    if kind == "VEVENT":
        start, end = (next((v for n, _, v in said if n == name), "") for name in ("DTSTART", "DTEND"))
        if end and not start < end:
            found.append("it ends before it begins")
    return found


def _about_time(name: str, params: str, value: str, zones: set[str]) -> list[str]:
    if re.fullmatch(r"\d{8}T\d{6}Z", value) and not params:
        return []
    zone = re.fullmatch(r";TZID=([A-Za-z/_]+)", params)
    if zone is None or not re.fullmatch(r"\d{8}T\d{6}", value):
        return [f"{name}{params}:{value} is no moment"]
    return [] if zone[1] in zones else [f"{name} is on the clock of {zone[1]}, which no VTIMEZONE explains"]


def start_of(content: bytes) -> datetime:
    """The first DTSTART of an event, in UTC."""
    read = re.search(r"BEGIN:VEVENT.*?DTSTART;TZID=([^:]+):(\d{8}T\d{6})", content.decode("utf-8"), re.DOTALL)
    assert read is not None
    local = datetime.strptime(read[2], "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(read[1]))
    return local.astimezone(UTC)
