"""Pictures come in hostile and go out clean: upright, small, without a trace of where they were taken."""

import errno
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.media import images
from bot.media.pictures import Pictures
from bot.storage.folder import Folder
from tests import ROOT, pictures

FORMS = ("JPEG", "PNG", "WEBP", "HEIC")


def opened(jpeg: bytes) -> Image.Image:
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
        picture.load()
    return picture


def markers(jpeg: bytes) -> set[int]:
    """The segments before the pixels."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(images.BadPicture) as refused:
        images.clean(data)
    return refused.value.reason


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_pixels_is_left(form: str) -> None:
    picture = images.clean(pictures.encoded(pictures.wall(400, 300), form, orientation=6))
    for jpeg in (picture.jpeg, picture.thumbnail):
        kept = opened(jpeg)
        assert pictures.SECRET not in jpeg
        assert not kept.getexif()
        assert not {"comment", "exif", "xmp", "icc_profile"} & set(kept.info)
        assert not markers(jpeg) & ({*range(0xE1, 0xF0)} | {0xFE})  # only JFIF


def test_the_test_picture_does_hold_secrets() -> None:
    data = pictures.photograph(400, 300)
    exif = opened(data).getexif()
    assert pictures.SECRET in data
    assert exif.get_ifd(0x8825)[2] == pictures.LOCATION[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(form: str, orientation: int) -> None:
    upright = Image.new("RGB", (80, 60), "white")
    upright.paste("red", (0, 0, 40, 30))
    upright.paste("blue", (40, 30, 80, 60))
    lying = upright.transpose(back) if (back := BACK[orientation]) is not None else upright
    picture = images.clean(pictures.encoded(lying, form, orientation))
    assert (picture.width, picture.height) == (80, 60)
    red, white, blue = (opened(picture.jpeg).getpixel(spot) for spot in ((10, 10), (70, 10), (70, 50)))
    assert red[0] > 200 > 90 > red[2]
    assert min(white) > 200
    assert blue[2] > 200 > 90 > blue[0]


BACK = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def test_damaged_exif_does_not_cost_the_picture() -> None:
    file = BytesIO()
    broken = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12zz" * 9
    pictures.wall(80, 60).save(file, "JPEG", exif=broken, icc_profile=b"junk")
    assert images.clean(file.getvalue()).width == 80


def test_large_pictures_are_scaled_and_small_ones_are_not() -> None:
    large = images.clean(pictures.photograph(3000, 2250))
    small = images.clean(pictures.photograph(120, 90))
    assert (large.width, large.height) == (1536, 2048)
    assert max(opened(large.thumbnail).size) == 320
    assert (small.width, small.height) == (90, 120)
    assert opened(small.thumbnail).size == (90, 120)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    file = BytesIO()
    Image.new(mode, (2100, 30)).save(file, "PNG")
    assert images.clean(file.getvalue()).width == 2048


def test_printers_colours_become_screen_colours() -> None:
    file = BytesIO()
    Image.new("CMYK", (40, 40), (0, 200, 200, 0)).save(file, "JPEG")
    red, green, _ = opened(images.clean(file.getvalue()).jpeg).getpixel((20, 20))
    assert red > 230 > 90 > green


def test_transparency_becomes_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(file, "PNG")
    assert min(opened(images.clean(file.getvalue()).jpeg).getpixel((20, 20))) > 250


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_frame_stays(form: str) -> None:
    red, _, blue = opened(images.clean(pictures.animated(form)).jpeg).getpixel((20, 20))
    assert red > 230 > 40 > blue


@pytest.mark.parametrize(
    "data",
    [pictures.EPS, pictures.PDF, pictures.SVG, pictures.PROGRAM, pictures.gif(), b"", b"\xff\xd8"],
    ids=["EPS", "PDF", "SVG", "program", "GIF", "nothing", "two bytes"],
)
def test_what_only_pretends_is_not_a_picture(data: bytes) -> None:
    assert refusal(data) == "not_a_picture"


@pytest.mark.parametrize(
    "data",
    [
        pictures.truncated(),
        b"\xff\xd8\xff" + pictures.SVG,
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
        b"RIFF\0\0\0\0WEBPVP8 x",
        b"\0\0\0\x18ftypheic" + b"x" * 99,
    ],
    ids=["half a JPEG", "JPEG", "PNG", "WEBP", "HEIC"],
)
def test_broken_pictures_are_called_broken(data: bytes) -> None:
    assert refusal(data) == "broken"


def test_a_script_behind_the_picture_is_gone() -> None:
    assert b"<script>" in pictures.polyglot()
    assert b"<script>" not in images.clean(pictures.polyglot()).jpeg


def test_more_bytes_than_telegram_hands_out_are_too_large() -> None:
    assert refusal(pictures.photograph(80, 60) + bytes(images.MOST_BYTES)) == "too_large"


@pytest.mark.parametrize(
    "data",
    [pictures.huge_png(), pictures.huge_png(20_000, 20_000), pictures.huge_webp(), pictures.huge_jpeg()],
)
def test_bombs_are_refused_before_they_go_off(data: bytes) -> None:
    start = time.perf_counter()
    assert refusal(data) == "too_many_pixels"
    assert time.perf_counter() - start < 0.2


def test_a_bomb_costs_no_memory() -> None:
    program = (
        "import resource\nfrom bot.media import images\nfrom tests import pictures\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "images.clean(pictures.photograph(80, 60)); bomb = pictures.huge_png(); before = used()\n"
        "try: images.clean(bomb)\nexcept images.BadPicture: print(used() - before)"
    )
    root = ROOT
    search = {"PYTHONPATH": str(root)}
    ended = subprocess.run([sys.executable, "-c", program], env=search, capture_output=True, check=True, timeout=60)
    assert int(ended.stdout) < 4096  # kB


def test_the_same_wall_is_recognised_and_another_is_not() -> None:
    wall = pictures.wall()
    best, worst, smaller, other = (
        images.clean(pictures.encoded(picture, "JPEG", quality=quality)).fingerprint
        for picture, quality in (
            (wall, 95),
            (wall, 40),
            (wall.resize((640, 480)), 80),
            (pictures.wall(seed=8), 95),
        )
    )
    assert images.twins(best, worst)
    assert images.twins(best, smaller)
    assert not images.twins(best, other)


def test_fingerprints_fit_a_bigint() -> None:
    falling = Image.linear_gradient("L").rotate(90).convert("RGB")  # brighter on the left: all bits set
    edges = [
        images.clean(pictures.encoded(picture, "PNG")).fingerprint
        for picture in (falling, falling.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    ]
    assert sorted(edges) == [-1, 0]
    assert images.twins(-1, (1 << 63) - 1)
    assert not images.twins(*edges)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_picture_is_kept_once_under_its_hash(tmp_path: Path) -> None:
    kept = Pictures(Folder(tmp_path))
    picture = images.clean(pictures.photograph(200, 150))
    await kept.save(picture)
    path = tmp_path / "media" / picture.hash[:2] / f"{picture.hash}.jpg"
    changed = path.stat().st_mtime_ns
    await kept.save(picture)
    assert path.stat().st_mtime_ns == changed
    assert await kept.read(picture.hash) == picture.jpeg
    assert await kept.read_thumbnail(picture.hash) == picture.thumbnail
    assert len(files(tmp_path)) == 2


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "a" * 63, "a" * 64 + "\n", "/" * 64, "٠" * 64])
async def test_only_hashes_name_files(tmp_path: Path, name: str) -> None:
    kept = Pictures(Folder(tmp_path))
    for ask in (kept.read, kept.read_thumbnail, kept.read_voice):
        with pytest.raises(ValueError, match="not the hash"):
            await ask(name)


async def test_a_full_disk_is_said_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = Pictures(Folder(tmp_path))
    picture = images.clean(pictures.photograph(80, 60))
    with monkeypatch.context() as crash:
        crash.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            await kept.save(picture)
    assert not files(tmp_path)
    await kept.save(picture)
    assert await kept.read(picture.hash) == picture.jpeg
