"""What people in a simulated town write: ideas, comments, reasons and nonsense, in three languages."""

import random

WHERE = {
    "zh": ("门口", "窗边", "院子里", "街角", "收银台旁", "后墙", "台阶旁", "树下"),
    "ug": ("ئىشىك ئالدىدا", "دېرىزە يېنىدا", "ھويلىدا", "كوچا دوقمۇشىدا", "ئارقا تامدا", "دەرەخ ئاستىدا"),
    "en": ("at the door", "by the window", "in the yard", "at the corner", "on the back wall", "under the tree"),
}
WHAT = {
    "zh": ("放一张长椅", "装一盏灯", "种些花", "放一个书架", "挂一块黑板", "装个扶手", "放垃圾桶", "画一幅画",
           "摆一个饮水机", "装雨棚", "放自行车架", "贴公告栏", "换个新招牌", "放儿童座椅"),
    "ug": ("ئورۇندۇق قويايلى", "چىراغ ئاسايلى", "گۈل تىكەيلى", "كىتاب جازىسى قويايلى", "رەسىم سىزايلى",
           "تۇتقۇچ ئورنىتايلى", "سۇ ئىچىش ئورنى قىلايلى", "يامغۇر توسقۇچ ئورنىتايلى"),
    "en": ("a bench", "a lamp", "some flowers", "a bookshelf", "a blackboard", "a handrail", "a bicycle rack",
           "a water tap", "a noticeboard", "a roof against the rain"),
}  # fmt: skip
PUT = {"zh": "{where}{what}吧", "ug": "{where} {what}", "en": "{what} {where}, please"}
COMMENTS = {
    "zh": ("好主意", "孩子们会喜欢的", "要多少钱？", "我可以帮忙", "小心老人摔倒", "早该这样了"),
    "ug": ("ياخشى پىكىر", "بالىلار ياخشى كۆرىدۇ", "قانچە پۇل كېتىدۇ؟", "مەن ياردەم قىلىمەن"),
    "en": ("Good idea", "The children will love it", "What does it cost?", "I can help", "At last"),
}
REASONS = {
    "zh": ("先量一下尺寸再说", "今年预算不够", "先试一个月看看", "要和邻居商量"),
    "ug": ("ئاۋۋال ئۆلچەپ باقايلى", "بۇ يىل پۇل يېتىشمەيدۇ", "بىر ئاي سىناپ باقايلى"),
    "en": ("Let us measure first", "Not in this year's money", "We try it for a month"),
}
NONSENSE = (
    "asdfgh", "???", "<b>bold</b> & </i>", "/nosuchcommand", "'; DROP TABLE ideas; --", "哈" * 700, "\u0640" * 40,
    "7点", "http://example.com/?a=1&b=2", "0", "-1", "٤٢", "/99999", "🙂" * 60, "A\nB\nC", "%s %d {name}", "ok",
)  # fmt: skip
POLLS = {
    "zh": "{what}放在哪里？\n门口\n院子\n街角",
    "ug": "{what} قەيەرگە؟\nئىشىك ئالدى\nھويلا\nكوچا دوقمۇشى",
    "en": "Where shall we put {what}?\nAt the door\nIn the yard\nAt the corner",
}
EVENTS = {
    "zh": ("一起打扫", "店门口", "带上手套"),
    "ug": ("بىرلىكتە تازىلاش", "دۇكان ئالدى", "پەلەي ئالغاچ كېلىڭ"),
    "en": ("Cleaning together", "In front of the shop", "Bring gloves"),
}
NEWS = {
    "zh": "谢谢大家，新长椅已经放好了",
    "ug": "ھەممىڭلارغا رەھمەت، يېڭى ئورۇندۇق قويۇلدى",
    "en": "Thank you all, the new bench is in its place",
}

# As neighbours write themselves into a group's list.
SIGNED_UP = ("赵奶奶", "古丽 +1", "老马，晚到", "ئايتۇرسۇن 2 بالا بىلەن", "小周带孩子", "李婶 取消")


def idea(language: str, chance: random.Random) -> str:
    return PUT[language].format(where=chance.choice(WHERE[language]), what=chance.choice(WHAT[language]))


def poll(language: str, chance: random.Random) -> str:
    return POLLS[language].format(what=chance.choice(WHAT[language]))


def written_by_people() -> list[str]:
    """What must never stand in a log; the short ones may stand there by chance."""
    kept = (*COMMENTS.values(), *REASONS.values(), *WHAT.values(), EVENTS.values(), (NEWS.values(),), (NONSENSE,))
    flat = [words for group in kept for part in group for words in ((part,) if isinstance(part, str) else part)]
    return sorted({words for words in flat if len(words) > 6 and not words.startswith("/")})
