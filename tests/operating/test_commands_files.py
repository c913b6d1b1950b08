"""The commands that write a file: a poster to print, an export to take home."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.operating.test_commands import run
from tests.town.afterwards.test_kit import a_kit, written

NO_KIT = "This file is no kit. A kit is a zip with kit.json in it, made by a lead under /kit."


async def test_a_poster_is_written_and_says_when_its_code_opens_here_only(tmp_path: Path) -> None:
    status, said = await run(tmp_path, "poster", "poster.pdf")
    assert status == 0, said
    assert "set WEB_URL" in said
    assert len(pypdfium2.PdfDocument(tmp_path / "poster.pdf")) == 1
    status, said = await run(tmp_path, "poster", "--png", "poster.png", WEB_URL="https://nestbox.example.org")
    assert (status, said) == (0, "poster.png\n")
    with Image.open(tmp_path / "poster.png") as picture:
        assert picture.format == "PNG"


async def test_a_kit_is_brought_once_and_what_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "kit.json").write_bytes(written(a_kit()))
    (tmp_path / "other.json").write_text("{}")
    assert await run(tmp_path, "kit", "other.json") == (2, f"{NO_KIT}\n")
    status, said = await run(tmp_path, "kit", "kit.json")
    assert (status, "The kit of Shop L is here: one page" in said) == (0, True), said
    assert await run(tmp_path, "kit", "kit.json") == (2, "This kit is here already.\n")
    assert await run(tmp_path, "kit", "none.zip") == (2, "none.zip cannot be read: No such file or directory.\n")


@pytest.mark.parametrize("command", ["poster", "export"])
async def test_an_unknown_place_and_a_folder_that_is_not_there_are_said(tmp_path: Path, command: str) -> None:
    status, said = await run(tmp_path, command, "--place", "nowhere", "file")
    assert (status, said) == (2, "There is no place with the code nowhere.\n")
    status, said = await run(tmp_path, command, "no/such/folder/file")
    assert (status, said) == (2, "no/such/folder/file cannot be written: No such file or directory.\n")
