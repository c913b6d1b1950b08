"""What the people of the story write, in their own languages. It is content, so it stands in no texts/ folder."""

EMPTY_BOX = "意见箱今天开张，里面还是空的。店里店外，您最想改哪一处？拍张照片发来就行，不用写字。"
FLOWERS = "A few pots of flowers along the shop front. I would water them in the mornings."
FLOWERS_TRIAL = "先摆三个月，看看有没有人浇水。"
FREEZER = "把雪糕冰柜搬到店门口的人行道上，路过买水方便。"
FREEZER_NOT_NOW = "人行道要留给轮椅和婴儿车。等门口拓宽了再说。"
RAMP = "ئىشىك ئالدىغا چاقلىق ئورۇندۇق ۋە بالا ھارۋىسى ئۈچۈن يانتۇ يول ياسايلى."
NEST = "把墙上的旧洞口筑成鸟巢的形状，里面点一盏小灯。"
NEST_AGAIN = "تامدىكى كونا تۆشۈكنى قۇش ئۇۋىسى شەكلىدە ياسىساق بولمامدۇ؟"
NEST_IN_UYGHUR = "تامدىكى كونا تۆشۈكنى قۇش ئۇۋىسى شەكلىدە ياساپ، ئىچىگە كىچىك بىر چىراغ ياقايلى."
NEST_COMMENTS = (
    "树枝可以去河边捡，我有小推车。",
    "My students could bring clay for the eggs.",
    "بىزنىڭ ھويلىدا ئۈزۈم تېلىنىڭ شاخلىرى بار، ئېلىپ كېلىمەن.",
)
NEST_POLL = "鸟巢用什么做？\n树枝\n陶土\n旧木条"
NEST_BUT = "可以，但洞口要留出通风，灯用低压的。"
NEST_QUESTION = "旧洞口从里面筑成鸟巢，要不要审批？墙会不会有问题？"
NEST_ANSWER = (
    "No permit, as long as nothing is cut out of the wall and the nest can be taken out again. Keep the vent free."
)
NEST_THANKS = "谢谢大家！三个蛋是楼上的孩子们捏的。"
MURAL = "秋日会上请孩子们在这面墙上画画，这是他们的草图。"
MURAL_COMMENTS = ("颜料我们读书会来出。", "Please leave a corner for the little ones.")
MURAL_BUT = "可以，但只画这一面；一年内我不粉刷，要粉刷先告诉画的人。"
MURAL_THANKS = "墙画好了！孩子们一共按了二十三个手印，谢谢马师傅。"
# Whoever prepared the fair, whose idea the wall was, and those who built the nest.
THANKED = (
    "秋日会办得真热闹，整条街都还记得。",
    "从您那一笔开始，这面墙才有了大家的样子。",
    "鸟巢里的灯到现在还亮着，路过的人都会抬头看一眼。",
)
CHEN_ON_PAPER = "陈小雨"
EARTH = "گۈل توپىسى، ئىككى خالتا"
GIVEN_FOR_FLOWERS = "邻居们凑的"
POTS = "花盆六个"
DRILL = "冲击钻，借两天"
CEMENT = "水泥两袋"
FREEZER_PAID = "新冷柜"
MURAL_CHANGED = "墙面返潮，开裂了，入冬前要重新抹灰。"
NEST_IS_GOOD = "灯亮着，树枝扎得牢，三个蛋都在。"
CHANGED_MOST = "以前路过就走了，现在会停下来说几句话。"
NEST_LOOSE = "右边有两根树枝松了，要重新扎一扎。"
FLOWERS_ARE_GOOD = "The soil is moist and nothing has wilted."
SHADE = "يازدا ئىشىك ئالدى بەك ئىسسىق بولىدۇ، يىغىلىدىغان سايىۋەن ئورناتساق."
RAMP_QUESTIONS = "请补一张写明宽度和坡度的图。"
RAMP_CONDITIONS = "坡度不超过 1:12，盲道留空。"
SHADE_TRIAL = "先挂一块布试试，风大的日子收起来。"
PUDDLE = "下雨天店门口总积水，能不能把排水沟清一清？"
BENCH = "A bench by the door, so that people can sit down while they wait. Here is how I imagine it."
BENCH_COMMENTS = ("我爸能帮忙刷漆。", "With a back, please.")
LAMP = "ئىشىك ئۈستىگە چىراغ ئاسايلى، كەچتە پەلەمپەي كۆرۈنمەيدۇ."
LAMP_COMMENTS = ("晚上下班回来，这里确实太黑。",)
RACK = "院子里放一个自行车架，现在车都靠在花坛上。"
RACK_BUT = "可以，但是不要挡住消防通道。"
SHELF = "店里放一个换书的小书架，拿一本，放一本。"

SWAP = ("旧物交换会", "L 店门口", "带一样还能用的旧东西，换一样喜欢的回家。")
FAIR = ("社区秋日会", "L 店门口和小院", "和孩子们一起画墙、尝秋果。带上家人和一个杯子。")
FAIR_LIST = "#接龙\n社区秋日会\n\n1. 赵奶奶\n2. 古丽 带2个孩子\n3. 老马 +1"
LIGHTS = ("鸟巢亮灯夜", "L 店门口", "天一黑就把鸟巢的灯点亮，一起喝杯热茶。")
EVENING_POLL = "鸟巢亮灯夜"
MONEY_POLL = "义卖剩下的 1,000 元先做什么？\n#8\n#9\n门口的花盆"
LIGHTS_POLL = "亮灯夜上大家一起做什么吃的？\n抓饭\n烤包子\n饺子"
PAINTS = "摆好颜料，墙脚铺上报纸"
WATERING = "给门口的花浇水"
STRINGS = "把灯串挂到鸟巢上"
THANKS = "一年前意见箱还是空的。谢谢每一位出主意、捡树枝、画墙的邻居。星期六亮灯夜见！"
# What another shop may copy, as the lead says it: nobody is in it.
PRESS_STORY = "墙上的一个旧洞变成了鸟巢，邻居和小店从此一起做决定。"
PRESS_FOR = "乌鲁木齐晚报"
KIT = (
    "门前一排花盆\n先摆了三个月，轮流浇水，土要常看。",
    "洞口做成鸟巢\n旧洞口用树枝围一圈，里面一盏小灯。\n树枝要挑软的，装灯要留检修口。",
    "孩子们的墙画\n先约好留多久，再粉刷之前告诉画的人，并拍下来。",
)
