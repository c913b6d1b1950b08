"""Pictures for the tests, made in code: a wall as a phone sees it, and all that only pretends."""

import base64
import random
import struct
import zlib
from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, ImageFilter

SECRET = b"taken by Aygul, door 7"
LOCATION = ((43.0, 49.0, 30.0), (87.0, 36.0, 0.0))
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n0 0 10 10 rectfill\nshowpage\n%%EOF\n"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0>>endobj\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GREY = (
    "c-rmOJxIeq6ae76rq&MrV5^AWVvAUR5Icz!A^3-jh=`y=u{AdIAZgE7v@W8!I0}NRBDjd4gOef@9CTA~R&c1$L2yv$P|%mO3"
    "U+hQ2j*Tv?%mxB-`$ZRgpg)6wZh{umL?E7Q-fx%v#3f4oz!EgC@Drud|oq3IpIu6k+SeHEvcBvkW46C5OlfN!ej^@e#R22)i"
    "p;Opc8YHdhsPCXr?usrSz|oJH`zT?J46*653@b8>CJ*q`P^u=;DPG3VBFtr3k#yDAOwX{%#gXR)qv5XAU_Eb6o?JexJzDrcE"
    "+h>Gkg9`r5lSYwp^7xaB!`!8JrP3mYC#yh>6t5{j0F(Q4vagQ0r1$YaH=`2&R1<%?@iGi&MQ0vj3EKhF-1!@2H|oNx|<`g|0"
    "Q&et2DNA>cSkG?(UvXA9)|HF7VIhcOEwYG(F_wC`?5^;>+={*rNyA_R=3?$jZk>C!jv!0NV;4l`vhz08zBzP4I-d;n3_p#t("
    "Ecg%$KF5MDvEUml_zDYt!h*9%Fr`Rt1(NHvncIZqb|SfLV!wal4%=+Mek8Xa$sI>>+im8CZ1!CZ+w6O`n>#DqKXGS}+%e()Y"
    "j+CC4GUMe!WFJ?g)3a){`P<S2a?sweE"
)
PROGRAM = b"MZ\x90\x00" + bytes(200)


def wall(width: int = 1200, height: int = 900, seed: int = 7) -> Image.Image:
    """A plastered wall in slanting light, with cracks and a hole that bricks look out of."""
    chance = random.Random(seed)
    slanting = Image.linear_gradient("L").rotate(chance.uniform(-40, 40), Image.Resampling.BICUBIC)
    light = slanting.crop((64, 64, 192, 192)).resize((width, height), Image.Resampling.BICUBIC)
    grain = _grain(random.Random(seed), (width // 2, height // 2)).resize((width, height))
    stains = Image.frombytes("L", (24, 18), chance.randbytes(432)).resize((width, height), Image.Resampling.BICUBIC)
    plaster = Image.blend(Image.blend(light, grain, 0.35), stains, 0.3)
    picture = Image.merge("RGB", (plaster.point(_lift(70)), plaster.point(_lift(58)), plaster.point(_lift(36))))
    draw = ImageDraw.Draw(picture)
    x, y = chance.uniform(0.3, 0.7) * width, chance.uniform(0.35, 0.65) * height
    for _ in range(5):
        _crack(draw, chance, (x, y), width)
    _hole(picture, chance, (x, y), 0.16 * height)
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def _grain(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """Like Image.effect_noise, whose dice nobody can load: the mean of three has its sigma of 42."""
    one, two, three = (Image.frombytes("L", size, chance.randbytes(size[0] * size[1])) for _ in range(3))
    return Image.blend(Image.blend(one, two, 1 / 2), three, 1 / 3)


def _lift(base: int) -> list[int]:
    return [min(255, base + value * 5 // 8) for value in range(256)]


def _crack(draw: ImageDraw.ImageDraw, chance: random.Random, start: tuple[float, float], width: int) -> None:
    points = [start]
    lean = chance.uniform(-1, 1), chance.uniform(-1, 1)
    for _ in range(14):
        x, y = points[-1]
        points.append(
            (
                x + (lean[0] + chance.gauss(0, 0.6)) * width / 30,
                y + (lean[1] + chance.gauss(0, 0.6)) * width / 30,
            )
        )
    draw.line(points, fill=(58, 50, 44), width=max(2, width // 400))


def _hole(picture: Image.Image, chance: random.Random, centre: tuple[float, float], radius: float) -> None:
    x, y = centre
    edge = [
        (x + radius * chance.uniform(0.7, 1.2) * dx, y + radius * chance.uniform(0.7, 1.2) * dy)
        for dx, dy in _circle()
    ]
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).polygon(edge, fill=255)
    bricks = Image.new("RGB", picture.size, (96, 84, 74))
    draw = ImageDraw.Draw(bricks)
    high, long = max(8, int(radius / 3)), max(16, int(radius / 1.2))
    for row, top in enumerate(range(0, picture.height, high)):
        for left in range(-long * (row % 2) // 2, picture.width, long):
            red = chance.randint(120, 165)
            draw.rectangle((left + 2, top + 2, left + long - 2, top + high - 2), fill=(red, red // 2, red // 3))
    picture.paste(bricks, mask=mask.filter(ImageFilter.GaussianBlur(1)))


def _circle() -> list[tuple[float, float]]:
    steps = [(1.0, 0.0), (0.87, 0.5), (0.5, 0.87), (0.0, 1.0), (-0.5, 0.87), (-0.87, 0.5)]
    return steps + [(-dx, -dy) for dx, dy in steps]


def secrets(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    latitude, longitude = LOCATION
    exif.get_ifd(0x8825).update({1: "N", 2: latitude, 3: "E", 4: longitude})
    return exif


def profile() -> bytes:
    """A colour profile, as every phone adds one."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photograph(width: int = 1200, height: int = 900, seed: int = 7, quality: int = 90) -> bytes:
    """A JPEG held sideways (EXIF orientation 6), with the place, a comment, XMP and a profile in it."""
    return encoded(wall(width, height, seed), "JPEG", orientation=6, quality=quality)


def encoded(picture: Image.Image, form: str, orientation: int = 1, quality: int = 90) -> bytes:
    file = BytesIO()
    exif, icc = secrets(orientation).tobytes(), profile()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    if form == "JPEG":
        picture.save(file, form, quality=quality, exif=exif, icc_profile=icc, xmp=xmp, comment=SECRET)
    elif form == "PNG":
        from PIL.PngImagePlugin import PngInfo

        words = PngInfo()
        words.add_text("Comment", SECRET.decode())
        picture.save(file, form, exif=exif, icc_profile=icc, pnginfo=words)
    elif form == "WEBP":
        picture.save(file, form, quality=quality, exif=exif, icc_profile=icc, xmp=xmp)
    else:
        heif = pillow_heif.from_pillow(picture)
        heif.save(file, quality=quality, exif=exif, icc_profile=icc, xmp=xmp)
    return file.getvalue()


def huge_png(width: int = 9000, height: int = 9000) -> bytes:
    """81 megapixels of nothing in about ten kilobytes."""
    return _nothing(width, height, bytes(1 + (width + 7) // 8), bits=1, colour=0)


def rgb_png(width: int, height: int) -> bytes:
    """The same with three bytes a pixel: still small, and much to decode."""
    return _nothing(width, height, bytes(1 + 3 * width), bits=8, colour=2)


def _nothing(width: int, height: int, row: bytes, bits: int, colour: int) -> bytes:
    squeeze = zlib.compressobj(9)
    body = b"".join(squeeze.compress(row) for _ in range(height)) + squeeze.flush()
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def huge_webp() -> bytes:
    """A header that announces 16384 × 16384 and nothing behind it."""
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + b"\xff\x3f\x00" * 2
    return b"RIFF" + struct.pack("<I", len(body)) + body


def huge_jpeg(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small photograph whose header was changed to claim more."""
    data = bytearray(encoded(wall(64, 48), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def huge_heic() -> bytes:
    """41 megapixels of grey, whose making takes ten seconds."""
    return zlib.decompress(base64.b85decode(GREY))


def flat_webp(width: int, height: int) -> bytes:
    """Small, and as hungry as a picture can be once it is opened."""
    file = BytesIO()
    Image.new("RGBA", (width, height), (90, 120, 90, 128)).save(file, "WEBP", quality=30, method=0)
    return file.getvalue()


def gif() -> bytes:
    file = BytesIO()
    wall(40, 30).quantize(16).save(file, "GIF")
    return file.getvalue()


def animated(form: str) -> bytes:
    """First frame red, the second blue."""
    file = BytesIO()
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=100, lossless=True)
    return file.getvalue()


def truncated() -> bytes:
    whole = photograph()
    return whole[: len(whole) // 2]


def polyglot() -> bytes:
    """A picture for one reader and a page with a script for another."""
    return photograph(320, 240) + b"<html><script>alert('" + SECRET + b"')</script></html>"
