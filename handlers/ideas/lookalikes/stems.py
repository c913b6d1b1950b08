"""Words without their endings: light stemming of Uyghur and English, and the little words that say nothing."""

import re
import unicodedata
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
HAN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[^\W_]+")
# Uyghur is typed on Arabic and Persian keyboards too, with look-alikes for these letters.
ONE_SHAPE = str.maketrans({"ي": "ى", "ی": "ى", "ک": "ك", "ه": "ە", "ھ": "ە", "أ": "ئا"})
# A vowel weakens before an ending (bala, balilar): in a stem these four are one.
WEAK = str.maketrans({"ە": "ا", "ې": "ا", "ى": "ا"})
# The traditional letters a street uses most; the rest are found by the words beside them.
SIMPLIFIED = str.maketrans(
    "門開關車燈樹鳥牆園場間書樓電動線機設備讓們個這裡裏還沒時東買賣價錢舊麼為從會來對無點幾過進遠邊處難壞響聲靜樂學習課"
    "寫畫筆紙網絡視頻專業運藥醫飯麵館廁衛潔掃涼熱陽陰風雲濕氣煙蟲貓養種葉綠紅黃藍顏節慶賓鄰裝補舖鋪臺階輪殘護欄桿單雙",
    "门开关车灯树鸟墙园场间书楼电动线机设备让们个这里里还没时东买卖价钱旧么为从会来对无点几过进远边处难坏响声静乐学习课"
    "写画笔纸网络视频专业运药医饭面馆厕卫洁扫凉热阳阴风云湿气烟虫猫养种叶绿红黄蓝颜节庆宾邻装补铺铺台阶轮残护栏杆单双",
)
SHORTEST_STEM = 3  # letters
LAYERS = 3  # endings that Uyghur hangs one behind the other


def folded(words: str) -> str:
    """One shape for what is typed in many: full width, capitals, keyboards, traditional characters."""
    return unicodedata.normalize("NFKC", words).casefold().translate(ONE_SHAPE).translate(SIMPLIFIED)


def little(word: str) -> bool:
    return word in _little_words()


def without_little(chinese: str) -> str:
    return _little_chinese().sub(" ", chinese)


@cache
def stem(word: str) -> str:
    """Expects a folded word of letters other than Chinese."""
    return _english(word) if word.isascii() else _uyghur(word)


def _uyghur(word: str) -> str:
    for _ in range(LAYERS):
        ending = next((one for one in _endings() if _fits(word, one)), None)
        if ending is None:
            break
        word = word[: -len(ending)]
    return word.translate(WEAK).rstrip("ا") or word


def _english(word: str) -> str:
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if _fits(word, ending) and not word.endswith("ss"):
            word = word[: -len(ending)]
            if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word.rstrip("e") if len(word) > SHORTEST_STEM else word


def _fits(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM


@cache
def _endings() -> tuple[str, ...]:
    words = folded((FOLDER / "endings.txt").read_text("utf-8")).strip().split("|")
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _little_words() -> frozenset[str]:
    _, uyghur, english = (FOLDER / "little_words.txt").read_text("utf-8").splitlines()
    return frozenset(folded(f"{uyghur}|{english}").split("|"))


@cache
def _little_chinese() -> re.Pattern[str]:
    return re.compile((FOLDER / "little_words.txt").read_text("utf-8").splitlines()[0])
