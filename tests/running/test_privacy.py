"""What docs/privacy.md promises, kept by the running program: looked for in its folder from outside."""

from pathlib import Path

from bot.media import clean
from tests import remains
from tests.pictures import photograph
from tests.running.town import ByTelegram, OnTheWire, Town, town

NAME = "Aygul-of-the-third-floor"
WORDS = "A swing for the mulberry tree"
TALK = ("Where does the swing belong", "Is the roof garden open")
PICTURE, OTHER = photograph(800, 600, seed=11), photograph(640, 480, seed=12)
HERS = [*remains.of_words(NAME, WORDS, *TALK), *remains.of_picture(clean(PICTURE).jpeg), *remains.of_picture(PICTURE)]


async def test_no_byte_of_whoever_leaves_is_left_in_the_folder_of_the_running_bot(tmp_path: Path) -> None:
    """At each door, seconds after "Delete me": database, log of changes, pictures, the gateway's files."""
    async with town(tmp_path, telegram=True) as here:
        stays = await here.joins("Volunteer", "volunteer", "en")
        await stays.says("/suggest")
        await stays.sends_photo(OTHER, "A bench that stays")
        await stays.presses("Inside")
        await _lives_and_leaves(here, await here.phone(NAME, "en"))
        await _lives_and_leaves(here, await here.on_telegram(NAME, "en"))
        assert remains.found(here.data, remains.of_words("A bench that stays"))
        assert here.ask("SELECT count(*) FROM people WHERE name <> '—'") == [(1,)]
    assert not [words for words in (NAME, WORDS, *TALK) if words in here.log()]


async def _lives_and_leaves(here: Town, aygul: OnTheWire | ByTelegram) -> None:
    await aygul.agrees()
    [(name,)] = here.ask("SELECT name FROM people ORDER BY id DESC LIMIT 1")
    await aygul.says("/suggest")
    await aygul.sends_photo(PICTURE, WORDS)
    await aygul.presses("Inside")
    await aygul.hears("Saved")
    await aygul.says("/suggest")
    await aygul.says(TALK[0])
    await aygul.says(TALK[1])
    hers = [*HERS, *remains.of_words(name)]
    for needle in remains.of_words(name, WORDS, *TALK):
        assert remains.found(here.data, [needle]), needle
    await aygul.says("/privacy")
    await aygul.presses("Delete me")
    await aygul.presses("Delete everything now")
    await aygul.hears("You are deleted ✓")
    await here.until(lambda: not remains.found(here.data, hers))
