"""How the phone page looks and reads: languages, narrow phones, large text, dark rooms."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.async_api import expect

from tests.browser.conftest import LANGUAGES_AND_SCHEMES, Phone, PhoneShop
from tests.browser.pretend_chat import PAGE, PretendChat
from tests.browser.test_sending import picture

pytestmark = pytest.mark.asyncio(loop_scope="session")
SERIOUS = {"serious", "critical"}
TALK: dict[str, dict[str, Any]] = {
    "zh": {
        "hello": "您好！这里是店里的建议箱。\n发一张照片，或者说一句话，就能提建议。",
        "home": "首页\n您想做什么？",
        "keys": ["💡 提建议", "👍 看建议", "📅 活动", "投票 · 更多"],
        "mine": "墙上的旧洞可以做成一个鸟窝，孩子们会喜欢",
        "saved": "已保存 ✓ 第27号，点 /27 查看。",
    },
    "ug": {
        "hello": "ياخشىمۇسىز! بۇ دۇكاننىڭ تەكلىپ ساندۇقى.\nبىر پارچە رەسىم ياكى بىر ئېغىز سۆز يوللىسىڭىزلا بولىدۇ.",
        "home": "باش بەت\nنېمە قىلماقچىسىز؟",
        "keys": ["💡 تەكلىپ بېرىش", "👍 تەكلىپلەر", "📅 پائالىيەتلەر", "تېخىمۇ كۆپ"],
        "mine": "تامدىكى كونا تۆشۈكنى قۇش ئۇۋىسىغا ئوخشاش ياساپ چىقساق بولغۇدەك",
        "saved": "ساقلاندى ✓ 27-نومۇر، كۆرۈش: /27",
    },
    "en": {
        "hello": "Hello! This is the shop's suggestion box.\nSend a photo, or a few words, to suggest something.",
        "home": "Home\nWhat would you like to do?",
        "keys": ["💡 Suggest", "👍 Ideas", "📅 Events", "Polls · More"],
        "mine": "The old hole in the wall could become a bird's nest",
        "saved": "Saved ✓ no. 27, see /27",
    },
}


def talk(chat: PretendChat, lang: str) -> None:
    words = TALK[lang]
    chat.speaks(lang)
    first, second, third, fourth = ({"text": text, "data": str(i)} for i, text in enumerate(words["keys"]))
    chat.put("me", "/start abc")
    chat.says(words["hello"], lang)
    chat.put("me", words["mine"])
    chat.says(words["saved"], lang, entities=[{"type": "bold", "offset": 0, "length": 6}])
    chat.says(words["home"], lang, buttons=[[first, second], [third], [fourth]])


async def fits(phone: Phone) -> bool:
    """Nothing is wider than the screen, neither the page nor the conversation."""
    script = """() => [document.documentElement, document.getElementById("log"), document.querySelector("footer"),
      document.querySelector("header")].every((node) => node.scrollWidth <= node.clientWidth)
      && [...document.querySelectorAll("button, .bubble, textarea")].filter((node) => node.offsetParent)
        .map((node) => node.getBoundingClientRect())
        .every(({ left, right }) => left >= -1 && right <= innerWidth + 1)"""
    return bool(await phone.page.evaluate(script))


@pytest.mark.parametrize(("lang", "scheme"), LANGUAGES_AND_SCHEMES)
async def test_axe_finds_nothing_serious(phone: PhoneShop, chat: PretendChat, lang: str, scheme: str) -> None:
    talk(chat, lang)
    aygul = await phone(locale="zh-CN", color_scheme=scheme)
    await aygul.opens()
    await expect(aygul.page.locator(".key")).to_have_count(4)
    root = aygul.page.locator("html")
    await expect(root).to_have_attribute("dir", "rtl" if lang == "ug" else "ltr")
    await expect(root).to_have_attribute("lang", {"zh": "zh-Hans", "ug": "ug", "en": "en"}[lang])
    await aygul.screenshot(f"{lang}-{scheme}")
    found = (await Axe().run(aygul.page)).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS] == []
    paper = await aygul.page.evaluate("getComputedStyle(document.body).backgroundColor")
    red = int(re.findall(r"\d+", paper)[0])
    assert (red > 200) if scheme == "light" else (red < 60)


@pytest.mark.parametrize("lang", ["zh", "ug", "en"])
async def test_narrow_phone_never_scrolls_sideways(phone: PhoneShop, chat: PretendChat, lang: str) -> None:
    talk(chat, lang)
    chat.says("https://example.org/" + "a" * 120, lang)
    aygul = await phone(width=320, height=568)
    await aygul.opens()
    await aygul.sees("example.org")
    await aygul.screenshot(f"{lang}-320")
    assert await fits(aygul)
    await aygul.page.evaluate("document.documentElement.style.fontSize = '225%'")
    await aygul.screenshot(f"{lang}-200-percent")
    assert await fits(aygul)


async def test_larger_text_is_kept_and_targets_grow(phone: PhoneShop, chat: PretendChat) -> None:
    talk(chat, "zh")
    aygul = await phone(width=360, height=740)
    await aygul.opens()
    sizes = """() => [parseFloat(getComputedStyle(document.querySelector(".text")).fontSize),
      Math.min(...[...document.querySelectorAll("button:not(.command)")].filter((node) => node.offsetParent)
        .map((node) => Math.min(node.offsetHeight, node.offsetWidth)))]"""
    await expect(aygul.page.locator(".key")).to_have_count(4)
    text, target = await aygul.page.evaluate(sizes)
    assert (text, target) >= (18, 48)
    await aygul.page.locator("#size").click()
    await aygul.page.reload()
    await expect(aygul.page.locator(".key")).to_have_count(4)
    text, target = await aygul.page.evaluate(sizes)
    assert text >= 24
    assert target >= 60
    await aygul.page.locator("#size").click()
    assert (await aygul.page.evaluate(sizes))[0] >= 30
    await aygul.screenshot("zh-largest")
    assert await fits(aygul)


async def test_page_follows_the_language_that_the_bot_says_and_no_message_turns_it(
    phone: PhoneShop, chat: PretendChat
) -> None:
    chat.says("Hello", "en")
    aygul = await phone(locale="de-DE")
    await aygul.opens()
    await expect(aygul.page.locator("#text")).to_have_attribute("placeholder", "写消息…")
    chat.speaks("ug")
    await expect(aygul.page.locator("#text")).to_have_attribute("placeholder", "خەت يېزىڭ…")
    await expect(aygul.page.locator("html")).to_have_attribute("dir", "rtl")
    assert await aygul.page.locator(".theirs").first.get_attribute("dir") == "ltr"
    # One that had waited since before she chose: its own letters run their own way, the page stays hers.
    chat.says("明天没有水", "zh")
    await expect(aygul.page.locator(".theirs").last).to_have_attribute("lang", "zh-Hans")
    await expect(aygul.page.locator("html")).to_have_attribute("dir", "rtl")
    await aygul.page.evaluate("localStorage.clear()")
    await aygul.page.reload()
    await expect(aygul.page.locator("html")).to_have_attribute("lang", "ug")
    await expect(aygul.page.locator(".theirs").last).to_have_attribute("dir", "ltr")


async def test_unknown_languages_begin_in_chinese(phone: PhoneShop) -> None:
    aygul = await phone(locale="fr-FR")
    await aygul.opens()
    await expect(aygul.page.locator("html")).to_have_attribute("lang", "zh-Hans")


def words_of(lang: str) -> dict[str, str]:
    source = (PAGE / "words.js").read_text()
    block = re.search(rf"^  {lang}: {{\n(.*?)^  }},", source, re.S | re.M)
    assert block
    return dict(re.findall(r'(\w+): "([^"]*)"', block[1]))


async def test_every_word_exists_in_every_language_and_is_used() -> None:
    zh, ug, en = words_of("zh"), words_of("ug"), words_of("en")
    assert zh.keys() == ug.keys() == en.keys()
    rest = "".join(path.read_text() for path in PAGE.iterdir() if path.name != "words.js")
    codes = {"not_saved", "too_large", "forbidden", "slow_down", "old_button", "wrong_kind"}
    assert {key for key in zh if f'"{key}"' not in rest} - codes == set()
    assert all(re.search(r"[\u0600-\u06ff]", text) and not re.search(r"[a-z]", text) for text in ug.values())
    review = (Path(__file__).parents[2] / "docs" / "uyghur-review" / "page.md").read_text()
    assert [key for key, text in ug.items() if f"| {key} | {text} | {en[key]} |" not in review] == []


async def test_page_is_small_and_mirrors_by_itself() -> None:
    def packed(ending: str) -> int:
        return sum(len(gzip.compress(path.read_bytes())) for path in PAGE.glob(f"*.{ending}"))

    assert packed("js") <= 30_000
    assert packed("css") <= 10_000
    assert packed("js") + packed("css") + packed("html") <= 40_000  # of the 60 kB that a slow line may be asked for
    styles = "".join(path.read_text() for path in PAGE.glob("*.css"))
    assert re.findall(r"[\w-]*\b(?:left|right)\b[\w-]*\s*:", styles) == []
    scripts = "".join(path.read_text() for path in PAGE.glob("*.js"))
    index = (PAGE / "index.html").read_text()
    assert {path.name for path in PAGE.glob("*.js")} == set(re.findall(r'"page/(\w+\.js)"', index))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", scripts)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg|www\.openstreetmap\.org/\?|\$)", scripts)


@pytest.mark.parametrize(("lang", "mirrored"), [("en", ["back"]), ("ug", ["next", "send"])])
async def test_next_and_back_point_along_the_line(
    phone: PhoneShop, chat: PretendChat, tmp_path: Path, lang: str, mirrored: list[str]
) -> None:
    """The drawings point to the right; of a picture before and after, Back stands where the line begins."""
    chat.speaks(lang)
    chat.says("📷")
    aygul = await phone()
    await aygul.opens()
    await aygul.sees("📷")
    await aygul.page.set_input_files("#pick-photo", [picture(tmp_path / f"{n}.jpg", 300, 240 + n) for n in range(2)])
    await aygul.page.click("#send")
    await aygul.page.locator("#rows .album .photo").first.click()
    viewer = aygul.page.get_by_role("dialog")
    arrows = {"back": viewer.locator(".back svg"), "next": viewer.locator(".round:not(.back) svg.mirror")}
    arrows["send"] = aygul.page.locator("#send svg")
    turned = [name for name, svg in arrows.items() if "matrix(-1" in await svg.evaluate(TRANSFORM)]
    assert turned == mirrored
    places = {name: await svg.bounding_box() for name, svg in arrows.items()}
    assert places["back"]
    assert places["next"]
    assert (places["back"]["x"] < places["next"]["x"]) is (lang == "en")


TRANSFORM = "(svg) => getComputedStyle(svg).transform"
