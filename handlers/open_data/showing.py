"""What stands on the page of the open data and in their README, in the reader's language."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.i18n.clocks import When
from bot.i18n.texts import Text, clean
from bot.identity.places import Place
from bot.server.tongues import Tongue, plain_words
from bot.services import Links
from handlers.ideas.rules import FILTERS
from handlers.ideas.words import t as of_ideas
from handlers.open_data import rules
from handlers.open_data.making import TYPES
from handlers.open_data.rules import Licence
from handlers.open_data.words import column, licence_line, sheet, t

# https://spec.commonmark.org/0.31.2/#backslash-escapes: the name of a place is words and never a heading or a link.
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+.!|~-])")
NOON = 12  # o'clock: a day that is the same one by both clocks


@dataclass(frozen=True)
class Download:
    """One sheet; `columns` are its names, each with what it means."""

    name: str
    words: Text
    csv: str
    json: str


@dataclass(frozen=True)
class Index:
    place: str
    home: str
    readme: str
    languages: list[tuple[Tongue, str]]
    downloads: list[Download]
    licence: Licence
    licence_words: Text
    counted: Text
    dataset: dict[str, object]


def index(place: Place, spoken: Tongue, links: Links, licence: Licence, counted: int | None) -> Index:
    here = f"/p/{place.code}/data/"
    day = _day(place, counted) if counted else None
    return Index(
        place=clean(place.name),
        home=f"/p/{place.code}?lang={spoken.code}",
        readme=f"{here}README.md?lang={spoken.code}",
        languages=[(Tongue(code), f"{here}?lang={code}") for code in place.languages],
        downloads=[Download(name, sheet(name), f"{here}{name}.csv", f"{here}{name}.json") for name in rules.SHEETS],
        licence=licence,
        licence_words=licence_line(licence),
        counted=t.counted(day=day) if day else t.not_counted,
        dataset=_dataset(place, spoken, links, licence, counted),
    )


def _day(place: Place, counted: int) -> When:
    noon = datetime.combine(date.fromordinal(counted), datetime.min.time(), place.clocks.first_shown)
    return When(noon.replace(hour=NOON).astimezone(UTC), place.clocks, "date")


def _dataset(place: Place, spoken: Tongue, links: Links, licence: Licence, counted: int | None) -> dict[str, object]:
    """https://schema.org/Dataset"""
    board = links.page(place.code)
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{board}/data/",
        "url": f"{board}/data/",
        "name": plain_words(t.title(place=clean(place.name)), spoken.code),
        "description": plain_words(t.lead(place=clean(place.name)), spoken.code),
        "license": licence.address,
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "@id": board, "name": clean(place.name)},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{name}.{form}",
                "contentUrl": f"{board}/data/{name}.{form}",
                "encodingFormat": type_.partition(";")[0],
            }
            for name in rules.SHEETS
            for form, type_ in TYPES.items()
        ],
    }
    return found | ({"dateModified": date.fromordinal(counted).isoformat()} if counted else {})


def readme(place: Place, spoken: Tongue, links: Links, licence: Licence) -> str:
    """CommonMark. Names of columns and words of ours in it are code."""

    def say(text: Text) -> str:
        return plain_words(text, spoken.code)

    name = MARKDOWN.sub(r"\\\1", " ".join(clean(place.name).split()))
    lines = [f"# {say(t.title(place=name))}", "", say(t.lead(place=name)), "", f"{links.page(place.code)}/data/", ""]
    for sheet_name, names in rules.SHEETS.items():
        lines += [f"## {sheet_name}.csv, {sheet_name}.json", "", say(sheet(sheet_name)), ""]
        lines += [*(f"- `{one}`: {say(column(one))}" for one in names), ""]
    lines += [f"## {say(t.states)}", ""]
    lines += [*(f"- `{one.value}`: {say(of_ideas[f'status-{one.value}'])}" for one in FILTERS), ""]
    lines += [f"## {say(t.small_title)}", ""]
    for text in (t.small, t.not_counted, t.gone, t.form, t.names):
        lines += [say(text), ""]
    lines += [f"## {say(t.licence)}", "", f"{say(licence_line(licence))} {licence.name_}: {licence.address}", ""]
    return "\n".join(lines)
