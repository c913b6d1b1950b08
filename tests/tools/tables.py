"""`python -m tests.tools.tables --write` makes docs/tables.md, a map of the tables.

What a table holds is the first sentence above it in its migration; where that says too little, it stands in `HOLDS`.
"""

import re
import sys
from pathlib import Path

from bot.dialogue.feature import Town
from bot.identity.columns import Fate, PersonColumn
from handlers import FEATURES

ROOT = Path(__file__).parents[2]
MAP = ROOT / "docs" / "tables.md"
STATEMENT = re.compile(
    r"^(?P<comment>(?:-- .*\n)*)(?:CREATE TABLE (?P<made>\w+)|DROP TABLE (?P<gone>\w+)"
    r"|ALTER TABLE (?P<old>\w+) RENAME TO (?P<new>\w+))",
    re.MULTILINE,
)
WRITES = re.compile(r"INSERT INTO (\w+)")
FATES = {Fate.DELETE: "goes", Fate.CLEAR: "stays, without her", Fate.NAMELESS: "stays as a nameless person's"}
GATEWAY = "gateway_"
# Migrations that have run are not edited, so these have their sentence here.
HEAD = """# A map of the tables

Made by `python -m tests.tools.tables --write` from the migrations, the code that puts rows in and what features say
of people (`Feature.people`). Where the last column is empty, no column is declared to name a person.

"""
# Migrations that have run are not edited: where they say nothing of a table, or only of a column, it is said here.
HOLDS = {
    "broadcast_words": "The words of a message to many, a row for each language.",
    "campaign_people": "Whom a message to many is for.",
    "certificate_keys": "Keys that a place signs credentials with; the private half sealed.",
    "certificate_lines": "What stands on a certificate, as it was when its person asked.",
    "certificates": "What somebody gave, for showing elsewhere: asked for, signed, withdrawn.",
    "comment_hidings": "Which comment was hidden, why and by whom, and whether it came back.",
    "crowd_alarms": "When somebody was told that a crowd had come.",
    "crowd_visits": "For a day: from which address somebody came, as the gateway's word for it.",
    "city_requests": "Ideas handed over to the city, by Open311 or by a call, and how they stand there.",
    "city_services": "What the city's endpoint takes in.",
    "city_updates": "What the city said to an idea that was handed over.",
    "digest_lines": "The lines of a digest, as they were when it was made.",
    "digest_photos": "The pictures that a digest shows.",
    "digest_readers": "Who gets which digest, and at what time.",
    "digests": "One digest for one reader, daily, weekly or asked for.",
    "event_answers": "Who comes to an event with how many, and in which order they asked for a seat.",
    "gateway_commands": "The commands that the web chat offers in its menu.",
    "gateway_counter": "One row: the sequence for people, messages, events, updates and queries; on SQLite.",
    "gateway_files": "Files of the web chat; the bytes are on disk.",
    "gateway_messages": "The messages of the web chat, in the Bot API's own words.",
    "gateway_people": "Who writes in the web chat: a name and a language.",
    "gateway_queries": "Presses in the web chat that wait for the bot's short answer.",
    "gateway_sessions": "Which browser is whose; the cookie itself is never kept.",
    "gateway_settings": "What the web chat's server remembers of itself.",
    "gateway_usage": "What each person and each address has sent on a day.",
    "goodbyes": "To whom a last message is on its way, after which nothing is left of the chat.",
    "held_pictures": "Pictures that are kept back, with the hash that `media` lacks meanwhile.",
    "human_questions": "Questions to a human being, and their answers.",
    "idea_changes": "What an author changed in her idea, and what was read before.",
    "idea_comments": "What people say about an idea.",
    "idea_costs": "What the team thinks an idea costs, roughly; the newest holds.",
    "idea_flags": "Who said with one tap that something should not be here.",
    "idea_followers": "Who hears what becomes of an idea.",
    "idea_meanings": "Where the sentence model is installed: what an idea means, in 384 numbers.",
    "idea_media": "The photos and voice notes of an idea.",
    "idea_steps": "Every step of an idea's life, with who took it and what took it back.",
    "idea_voices": "Who supports an idea, and through which merged one the voice came.",
    "ideas": "Ideas, from the first draft on.",
    "invites": "Links that give a role in a place.",
    "joinings": "Two people who became one, and whether they parted.",
    "kept_aside": "Updates that broke something, kept for an operator to look at.",
    "made_answers": "What makers say to a change of what they made.",
    "made_changes": "An owner wants to change what others made: why, how long makers have, what became of it.",
    "made_makers": "Who made something, and whether her name may stand there.",
    "made_photos": "Last photos of what is about to go, for its makers.",
    "made_surfaces": "What something is on, and until when its owner said it stays.",
    "made_things": "What people made, from a finished idea or a photo of an album.",
    "members": "Who belongs to a place, and since when.",
    "people": "A person, through however many doors they come.",
    "place_changes": "What was changed in a place's settings, and by whom.",
    "places": "A place with its settings.",
    "poll_newcomers": "For a day: who voted as a newcomer, and from which address.",
    "poll_options": "What one can vote for in a poll.",
    "poll_steps": "When a poll was published, extended and closed, and by whom.",
    "poll_votes": "Votes; the key itself keeps a second one out.",
    "polls": "Polls, from the first draft to the report.",
    "receipts": "Which updates have been dealt with, for three days.",
    "roles": "Who holds which role in a place, and since when.",
    "secrets": "Keys that the program made for itself.",
    "takeaways": "Who asked for the file of their own data, and when.",
    "thanks": "Occasions to thank somebody: a lead's own sentence, or that they lapsed.",
    "wipes": "What has still to be wiped from the disk.",
}


def tables() -> dict[str, str]:
    """Every table there is after the last migration, with the first sentence that was said of it."""
    said: dict[str, str] = {}
    there: set[str] = set()
    for path in sorted((ROOT / "migrations").glob("*.sql")):
        for found in STATEMENT.finditer(path.read_text(encoding="utf-8")):
            if made := found["made"]:
                there.add(made)
                said.setdefault(made, _sentence(found["comment"]))
            elif gone := found["gone"]:
                there.remove(gone)
            else:
                there.remove(found["old"])
                there.add(found["new"])
                said[found["new"]] = said.get(found["new"]) or said[found["old"]]
    return {table: HOLDS.get(table) or said[table] for table in sorted(there)}


def _sentence(comment: str) -> str:
    words = " ".join(line.removeprefix("-- ").removeprefix("why: ") for line in comment.splitlines())
    first = re.split(r"(?<=\.) |; ", words)[0].rstrip(".")
    return first[:1].upper() + first[1:] + "." if first else ""


def writers() -> dict[str, set[str]]:
    """Whose code puts rows into a table: a feature, or a folder of the machine."""
    found: dict[str, set[str]] = {}
    for path in [path for folder in ("bot", "handlers", "simulation") for path in (ROOT / folder).rglob("*.py")]:
        for table in WRITES.findall(path.read_text(encoding="utf-8")):
            found.setdefault(table, set()).add("/".join(path.relative_to(ROOT).parts[:-1][:2]))
    return found


def when_she_leaves(table: str, about: tuple[PersonColumn, ...]) -> str:
    """What becomes of its rows when a person is forgotten, column by column."""
    if table.startswith(GATEWAY):
        return "[the web chat's own](privacy.md)"
    return "; ".join(_fate(one) for one in about if one.table == table)


def _fate(one: PersonColumn) -> str:
    emptied = f", {', '.join(one.words)} emptied" if one.words and one.fate is not Fate.DELETE else ""
    return f"`{one.column}`: {FATES[one.fate]}{emptied}"


def listing() -> str:
    about, wrote = Town(FEATURES).person_columns, writers()
    lines = ["| table | what it holds | written by | when a person leaves |", "|---|---|---|---|"]
    for table, holds in tables().items():
        by = ", ".join(f"`{one}`" for one in sorted(wrote.get(table, ())))
        lines.append(f"| `{table}` | {holds} | {by} | {when_she_leaves(table, about)} |")
    return HEAD + "\n".join(lines) + "\n"


def write() -> None:
    MAP.write_text(listing(), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        print(listing())
